// @vitest-environment jsdom
/** One press adds an organization, connects its clouds, starts its run and provides its keys. */
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { IMS_ORG_ID, VAULT_KEY } from '../../fixtures/aRun.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import {
  actLine,
  ANSWERS,
  box,
  CJA_KEY,
  connected,
  CONNECTION,
  fillFromFiles,
  fillRest,
  MUTATIONS,
  openForm,
  organizationOf,
  part,
  press,
  PROJECT,
  TENANT,
  write,
} from '../../testing/newOrganizationForm.tsx';
import { refused } from '../../testing/openConsole.tsx';

describe('everything in one press', () => {
  it('is done in order, and the run opens', async () => {
    const page = openForm();
    await fillFromFiles(page);
    expect(await box(/^Name/)).toHaveProperty('value', 'Contoso');
    expect(await box(/^IMS organization ID/)).toHaveProperty('value', IMS_ORG_ID);
    expect(await box(/^Microsoft Entra tenant ID/)).toHaveProperty('value', TENANT);
    // What the files say needs no fields, unless somebody edits it.
    const azure = part(/^Connect Azure/);
    expect(azure.getByText('From the file: client ID azure, with its secret.')).toBeTruthy();
    await page.person.click(azure.getByRole('button', { name: 'Edit Azure credential' }));
    expect(azure.getByLabelText(/^Client ID/)).toHaveProperty('value', 'azure');
    expect(part(/^Connect Adobe/).queryByRole('textbox')).toBeNull();
    await fillRest(page);
    await press(page);
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.counts()).toEqual([1, 1, 1, 1, 2, 2]);
    const organizationId = 'organization-1';
    expect(page.inputs('CreateOrganization')[0]).toMatchObject({ azureTenantId: TENANT });
    expect(page.inputs('ConnectAdobe')[0]).toMatchObject({
      ...{ organizationId, clientId: 'adobe', clientSecret: 'adobe-s3cret', scopes: ['openid'] },
    });
    expect(page.inputs('ConnectAzure')[0]).toMatchObject({
      ...{ organizationId, tenantId: TENANT, clientId: 'azure', access: 'READ' },
    });
    expect(page.inputs('StartRun')[0]).toMatchObject({ organizationId });
    expect(page.inputs('ProvideKey')).toMatchObject([
      { runId: 'run-1', track: 'AEP', keyIdentifier: VAULT_KEY },
      { runId: 'run-1', track: 'CJA', keyIdentifier: CJA_KEY },
    ]);
    const statement = 'In the contract of March';
    expect(page.inputs('AttestStep')).toMatchObject([
      { track: 'AEP', step: 'ENTITLEMENT', statement, reference: null },
      { track: 'CJA', step: 'ENTITLEMENT', statement, reference: null },
    ]);
    const keys = MUTATIONS.flatMap((one) => page.inputs(one)).map((one) => one['idempotencyKey']);
    expect(new Set(keys).size).toBe(8);
  });

  it('claims nothing for a track that was not named (ENT-03)', async () => {
    const page = openForm();
    await fillFromFiles(page);
    await write(page, await box(/^How do you know/), 'In the contract');
    await press(page);
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.inputs('AttestStep').map(({ track }) => track)).toEqual(['AEP']);
  });

  it('starts no run where that is not wanted, and opens the organization', async () => {
    const page = openForm();
    await fillFromFiles(page);
    const start = screen.getByRole('checkbox', { name: 'Start a run now' });
    expect(start).toHaveProperty('checked', true);
    await page.person.click(start);
    await press(page);
    await expect.poll(page.path).toBe('/organizations/organization-1');
    expect(page.counts()).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it.each(MUTATIONS)('is not done twice where the answer of %s is lost', async (lost) => {
    const answer = ANSWERS[lost] as object;
    const page = openForm({ [lost]: failsOnce('Timed out.', () => answer) });
    await fillFromFiles(page);
    await fillRest(page);
    await press(page);
    await screen.findByText(/Timed out\./);
    const name = lost === 'CreateOrganization' ? 'Try again' : 'Continue';
    await press(page, name);
    await expect.poll(page.path).toBe('/runs/run-1');
    const expected = [1, 1, 1, 1, 2, 2];
    const twice = MUTATIONS.indexOf(lost);
    expect(page.counts()).toEqual(expected.map((count, at) => count + (at === twice ? 1 : 0)));
    const inputs = page.inputs(lost);
    const again = inputs.at(-1)!;
    expect(inputs.slice(0, -1)).toContainEqual(again);
  });
});

describe('what fails', () => {
  it('keeps nothing from being done that doesn’t need it, and is corrected there', async () => {
    let isRejected = true;
    const rejected = {
      ...CONNECTION,
      ...{ state: 'FAILED', message: 'invalid_client', cause: 'Adobe doesn’t know the secret.' },
    };
    const stored = () => (isRejected ? { adobeConnection: rejected } : {});
    const page = openForm({
      Connections: () => ({ organization: connected(stored()) }),
      ConnectAdobe: ({ input }) => {
        isRejected = (input as { clientSecret: string }).clientSecret !== 'right';
        return organizationOf('connectAdobe', stored());
      },
      ConnectAzure: () => organizationOf('connectAzure', stored()),
    });
    await fillFromFiles(page);
    await fillRest(page);
    await press(page);
    const adobe = await actLine(/^Connect Adobe/);
    expect(await adobe.findByText('Credential rejected')).toBeTruthy();
    expect(adobe.getByText('Adobe doesn’t know the secret.')).toBeTruthy();
    expect(adobe.getByText('invalid_client')).toBeTruthy();
    expect(adobe.getByRole('link', { name: 'Open organization' }).getAttribute('href')).toBe(
      '/organizations/organization-1',
    );
    expect(page.counts()).toEqual([1, 1, 1, 1, 2, 2]);
    // Only what is to be corrected is still a field.
    expect(screen.queryByRole('region', { name: /^Connect Azure/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /^Name/ })).toBeNull();
    const secret = part(/^Connect Adobe/).getByLabelText(/^Client secret/);
    expect(secret).toHaveProperty('value', 'adobe-s3cret');
    await page.person.clear(secret);
    await write(page, secret, 'right');
    await press(page, 'Continue');
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.counts()).toEqual([1, 2, 1, 1, 2, 2]);
  });

  it('says why a run was refused, and that what needs it is not done', async () => {
    const page = openForm({
      StartRun: {
        startRun: { run: null, userErrors: [{ code: 'CONFLICT', message: 'No.', field: null }] },
      },
    });
    await fillFromFiles(page);
    await write(page, await box(/^Key of Experience Platform/), VAULT_KEY);
    await press(page);
    expect((await actLine(/^Start the run/)).getByText('No.')).toBeTruthy();
    expect((await actLine(/^Provide the key/)).getByText('It needs a run.')).toBeTruthy();
    expect(page.counts()).toEqual([1, 1, 1, 1, 0, 0]);
    expect(page.path()).toBe('/organizations/new');
  });

  it('is completed by what is begun only now', async () => {
    const userErrors = [{ code: 'INVALID_INPUT', message: 'No such scope.', field: ['scopes'] }];
    const page = openForm({
      ConnectAdobe: failsOnce('Timed out.', () => ({
        connectAdobe: { organization: null, userErrors },
      })),
    });
    await fillFromFiles(page, [PROJECT]);
    await press(page);
    await actLine(/^Connect Adobe.*Couldn’t confirm it/);
    await press(page, 'Continue');
    expect((await actLine(/^Connect Adobe.*Failed/)).getByText('No such scope.')).toBeTruthy();
    const azure = part(/^Connect Azure/);
    // The organization has no tenant yet, and is added.
    await write(page, azure.getByLabelText(/^Microsoft Entra tenant ID/), TENANT);
    await write(page, azure.getByLabelText(/^Client ID/), 'azure');
    const secret = { selector: 'input[type=password]' };
    await write(page, azure.getByLabelText(/^Client secret/, secret), 's3cret');
    await press(page, 'Continue');
    await expect.poll(() => page.inputs('ConnectAzure')).toHaveLength(1);
    expect(page.inputs('ConnectAzure')[0]).toMatchObject({ tenantId: TENANT, clientId: 'azure' });
    expect(page.counts()).toEqual([1, 3, 1, 1, 0, 0]);
  });

  it('shows why a key was refused, and asks before it is left', async () => {
    const message = 'The vault doesn’t exist.';
    const page = openForm({
      ProvideKey: refused('provideKey', 'INVALID_INPUT', message, 'keyIdentifier'),
    });
    await fillFromFiles(page);
    await write(page, await box(/^Key of Experience Platform/), VAULT_KEY);
    await press(page);
    expect((await actLine(/^Provide the key/)).getByText(message)).toBeTruthy();
    const key = await box(/^Key of Experience Platform/);
    expect(key.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement?.textContent).toContain('Progress');
    void page.router.navigate({ to: '/organizations' });
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
  });

  it('keeps the organization as it was sent while nobody knows whether it was added', async () => {
    const page = openForm({ CreateOrganization: new Error('Timed out.') });
    await fillFromFiles(page);
    await press(page);
    expect(await screen.findByText(/this can’t be changed until it does/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /^IMS organization ID/ })).toBeNull();
    expect(page.counts()).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe('before anything is sent', () => {
  it('what is begun must be complete, and the first mistake has the focus', async () => {
    const page = openForm();
    await page.person.click(
      await screen.findByRole('button', { name: 'Also connect, provide keys or start' }),
    );
    await write(page, part(/^Connect Azure/).getByLabelText(/^Client ID/), 'azure');
    await write(page, await box(/^Name/), 'Contoso');
    await press(page);
    await expect.poll(() => document.activeElement).toBe(await box(/^IMS organization ID/));
    // A credential of Azure is one of a tenant.
    expect((await box(/^Microsoft Entra tenant ID/)).getAttribute('aria-invalid')).toBe('true');
    const secret = part(/^Connect Azure/).getByLabelText(/^Client secret/, {
      selector: 'input[type=password]',
    });
    expect(secret.getAttribute('aria-invalid')).toBe('true');
    expect(part(/^Connect Adobe/).queryByText('Enter a value')).toBeNull();
    expect(page.counts()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('stays as it is while this device has no connection', async () => {
    const page = openForm();
    await fillFromFiles(page);
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await press(page);
    expect(await screen.findByText('You’re offline. What you typed stays here.')).toBeTruthy();
    expect(page.counts()).toEqual([0, 0, 0, 0, 0, 0]);
    onLine.mockRestore();
    window.dispatchEvent(new Event('online'));
    await press(page);
    await expect.poll(page.path).toBe('/runs/run-1');
  });

  it('a key that can’t be one is not sent', async () => {
    const page = openForm({
      InspectKey: {
        inspectKeyIdentifier: {
          ...{ verdict: 'BLOCK', kind: null, cloud: null, vault: null, key: null, version: null },
          ...{ normalized: null, rules: ['VAL-02'], problems: ['The host is no vault.'] },
        },
      },
    });
    await fillFromFiles(page);
    await write(page, await box(/^Key of Experience Platform/), 'https://example.com');
    await screen.findByText('The host is no vault.');
    await press(page);
    expect(await screen.findAllByText('The host is no vault.')).toHaveLength(2);
    expect(page.counts()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('an organization on AWS is connected on its page, and has one key', async () => {
    const page = openForm();
    await page.person.click(await screen.findByRole('radio', { name: 'AWS' }));
    expect(screen.queryByRole('button', { name: 'Choose JSON files' })).toBeNull();
    await page.person.click(
      screen.getByRole('button', { name: 'Also connect, provide keys or start' }),
    );
    expect(screen.getByText(/^Connect AWS on the organization’s page/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: /^Connect/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /^Key of Customer/ })).toBeNull();
    expect(await box(/^Key of Experience Platform/)).toBeTruthy();
  });

  it('is in Spanish', async () => {
    const page = openForm({}, 'es');
    await page.person.click(
      await screen.findByRole('button', { name: 'También conectar, indicar claves o iniciar' }),
    );
    expect(screen.getByRole('region', { name: 'Conectar Azure (opcional)' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Iniciar un proceso ahora' })).toBeTruthy();
  });
});
