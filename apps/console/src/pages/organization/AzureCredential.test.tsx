// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const ID = '11111111-2222-3333-4444-555555555555';
const CONNECTION = {
  ...{ state: 'CONNECTED', checkedAt: null, nextCheckAt: null, code: null, message: null },
  ...{
    cause: null,
    remedy: null,
    clientId: ID,
    tenantId: ID,
    subscriptionId: null,
    replacement: null,
  },
};

it('says that the connection is in another tenant than the organization', async () => {
  const tenantWarning = 'This connection is in another tenant.';
  await open({ azureConnection: { ...CONNECTION, tenantWarning } });
  await screen.findByText(tenantWarning);
});

const REPLACEMENT = {
  ...{ state: 'PENDING', checkedAt: null, nextCheckAt: '2026-11-28T12:00:00Z', clientId: ID },
  ...{ code: null, message: null, cause: null, remedy: null },
};
const refusedReplacement = {
  ...{ ...REPLACEMENT, state: 'FAILED', code: 'AADSTS7000215', message: 'AADSTS7000215: Invalid' },
  ...{ cause: 'The secret is wrong.', remedy: 'Copy its value.' },
};

async function open(part: object = {}, locale: 'en' | 'es' = 'en') {
  const shown = anOrganization(['connectAzure'], part);
  const withdrawn = { ...shown, azureConnection: CONNECTION, awsConnection: null };
  const console = openConsole('/organizations/organization-1', {
    locale,
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      WithdrawReplacement: { withdrawReplacement: { organization: withdrawn, userErrors: [] } },
      ConnectAzure: { connectAzure: { organization: shown, userErrors: [] } },
    },
  });
  const heading = await screen.findByRole('heading', { name: 'Azure' });
  return { ...console, azure: within(heading.closest('section')!) };
}

describe('a credential that is to replace the stored one', () => {
  it('is shown while it is checked, beside the one in use', async () => {
    const { azure } = await open({ azureConnection: { ...CONNECTION, replacement: REPLACEMENT } });
    expect(azure.getByText('Checking the new credential with Azure…')).toBeTruthy();
    expect(azure.getByText('Until it works, Keyway uses the current credential.')).toBeTruthy();
    expect(azure.getByText('Connected · read')).toBeTruthy();
    expect(azure.queryByText(/^Expires on/)).toBeNull();
  });

  it('says why it was rejected, and is deleted', async () => {
    const { person, azure, sent } = await open({
      azureConnection: { ...CONNECTION, replacement: refusedReplacement },
    });
    expect(azure.getByText('Azure rejected the new credential')).toBeTruthy();
    expect(azure.getByText('The secret is wrong. Copy its value.')).toBeTruthy();
    await person.click(azure.getByRole('button', { name: 'Delete new credential' }));
    expect(sent('WithdrawReplacement')[0]?.input).toMatchObject({
      ...{ organizationId: 'organization-1', kind: 'AZURE' },
    });
    expect(azure.queryByText('Azure rejected the new credential')).toBeNull();
  });

  it('is shown in Spanish', async () => {
    const { azure } = await open(
      { azureConnection: { ...CONNECTION, replacement: refusedReplacement } },
      'es',
    );
    expect(azure.getByText('Azure rechazó la credencial nueva')).toBeTruthy();
  });
});

describe('the credential for Azure', () => {
  it('is sent with the day on which it expires, where somebody enters one', async () => {
    const { person, azure, sent } = await open();
    await person.click(azure.getByRole('button', { name: 'Connect' }));
    await person.type(azure.getByRole('textbox', { name: /tenant/i }), ID);
    await person.type(azure.getByRole('textbox', { name: /^Client ID/ }), ID);
    await person.type(
      azure.getByLabelText(/^Client secret/, { selector: 'input[type=password]' }),
      'x',
    );
    await person.type(azure.getByLabelText('Expires on (optional)'), '2030-02-28');
    await person.click(azure.getByRole('button', { name: 'Save' }));
    expect(sent('ConnectAzure')[0]?.input).toMatchObject({
      ...{ clientSecret: 'x', clientSecretExpiresAt: '2030-02-28T00:00:00.000Z' },
    });
  });

  it('is sent as a certificate alone, whatever was typed before', async () => {
    const { person, azure, sent } = await open();
    await person.click(azure.getByRole('button', { name: 'Connect' }));
    await person.type(azure.getByRole('textbox', { name: /tenant/i }), ID);
    await person.type(azure.getByRole('textbox', { name: /^Client ID/ }), ID);
    await person.type(
      azure.getByLabelText(/^Client secret/, { selector: 'input[type=password]' }),
      'x',
    );
    await person.click(azure.getByRole('radio', { name: 'Certificate' }));
    const save = azure.getByRole('button', { name: 'Save' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await person.type(azure.getByRole('textbox', { name: /PEM/ }), 'pem');
    await person.click(save);
    expect(sent('ConnectAzure')[0]?.input).toEqual({
      ...{ organizationId: 'organization-1', tenantId: ID, subscriptionId: null, clientId: ID },
      ...{ certificatePem: 'pem', access: 'READ', idempotencyKey: expect.any(String) as string },
    });
  });

  it('is chosen as two files, and says what is missing until both are there', async () => {
    const { person, azure } = await open();
    await person.click(azure.getByRole('button', { name: 'Connect' }));
    await person.click(azure.getByRole('radio', { name: 'Certificate' }));
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const block = (label: string) => `-----BEGIN ${label}-----\nAA\n-----END ${label}-----`;
    const file = (label: string) => new File([block(label)], 'app.pem', { type: 'text/plain' });
    await person.upload(input, file('CERTIFICATE'));
    expect(await azure.findByText(/has a certificate and no private key/)).toBeTruthy();
    await person.upload(input, file('ENCRYPTED PRIVATE KEY'));
    expect(await azure.findByText(/has a passphrase/)).toBeTruthy();
    await person.upload(input, [file('CERTIFICATE'), file('PRIVATE KEY')]);
    const text = azure.getByRole<HTMLTextAreaElement>('textbox', { name: /PEM/ });
    await waitFor(() =>
      expect(text.value).toBe(`${block('CERTIFICATE')}\n${block('PRIVATE KEY')}`),
    );
    expect(azure.queryByText(/passphrase, which/)).toBeNull();
  });

  it('shows what to enter in Entra before anything is stored, and sends no secret', async () => {
    const { person, azure, sent } = await open();
    await person.click(azure.getByRole('button', { name: 'Connect' }));
    await person.type(azure.getByRole('textbox', { name: /tenant/i }), ID);
    await person.type(azure.getByRole('textbox', { name: /^Client ID/ }), ID);
    await person.click(azure.getByRole('radio', { name: 'Federated credential' }));
    for (const name of ['Copy Issuer', 'Copy Subject identifier', 'Copy Audience'])
      expect(azure.getByRole('button', { name })).toBeTruthy();
    await person.click(azure.getByRole('button', { name: 'Save' }));
    const input = sent('ConnectAzure')[0]?.input;
    expect(input).toMatchObject({ federated: true });
    expect(input).not.toHaveProperty('clientSecret');
  });

  it.each([
    [100, /^Certificate, expires on /, null],
    [20, /^Certificate expires on .*, in 20 days$/, /stops verifying steps/],
    [0.5, /^Certificate expires on .*, in 1 day$/, /stops verifying steps/],
    [-1, /^Certificate expired on /, /doesn’t verify steps/],
  ])('warns of its expiry: %s days', async (days, title, means) => {
    const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
    const azureCredential = { kind: 'CERTIFICATE', expiresAt };
    const { azure } = await open({ azureConnection: CONNECTION, azureCredential });
    expect(azure.getByText(title)).toBeTruthy();
    if (means) expect(azure.getByText(means)).toBeTruthy();
    else expect(azure.queryByText(/verifying steps|doesn’t verify/)).toBeNull();
  });
});
