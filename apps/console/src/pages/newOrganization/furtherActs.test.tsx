// @vitest-environment jsdom
/** One press adds an organization, connects its clouds, starts its run and provides its keys. */
import { act as react, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { aConnection, anOrganization } from '../../fixtures/anOrganization.ts';
import { PENDING, type Answers } from '../../fixtures/AnsweringLink.ts';
import { aRun, IMS_ORG_ID, VAULT_KEY } from '../../fixtures/aRun.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';
import { LATE_MILLISECONDS } from './useLate.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const CJA_KEY = 'https://kv-contoso-cja.vault.azure.net/keys/cja';
const PROJECT = {
  project: {
    org: { name: 'Contoso', ims_org_id: IMS_ORG_ID },
    workspace: {
      details: {
        credentials: [
          {
            oauth_server_to_server: {
              ...{ client_id: 'adobe', client_secrets: ['adobe-s3cret'], scopes: ['openid'] },
            },
          },
        ],
      },
    },
  },
};
const PRINCIPAL = {
  ...{ clientId: 'azure', clientSecret: 'azure-s3cret', tenantId: TENANT },
  subscriptionId: '22222222-2222-4222-8222-222222222222',
};
const CONNECTION = aConnection();
const connected = (part: object = {}) =>
  anOrganization([], {
    ...{ adobeConnection: CONNECTION, azureConnection: CONNECTION, ...part },
  });
const organizationOf = (mutation: string, part: object = {}) => ({
  [mutation]: { organization: connected(part), userErrors: [] },
});
const ANSWERS: Answers = {
  ...{ Organization: PENDING, RunPage: PENDING, RunHistory: PENDING, ProbeVault: PENDING },
  Connections: { organization: connected() },
  CreateOrganization: {
    createOrganization: { organization: { id: 'organization-1', name: 'Contoso' }, userErrors: [] },
  },
  ConnectAdobe: organizationOf('connectAdobe'),
  ConnectAzure: organizationOf('connectAzure'),
  StartRun: { startRun: { run: { id: 'run-1' }, userErrors: [] } },
  ProvideKey: done('provideKey', aRun()),
  AttestStep: done('attestStep', aRun()),
  InspectKey: ({ identifier }) => ({
    inspectKeyIdentifier: {
      ...{
        verdict: 'PASS',
        kind: 'VAULT',
        cloud: 'public',
        vault: 'kv',
        key: 'cmk',
        version: null,
      },
      ...{ normalized: String(identifier), rules: [], problems: [] },
    },
  }),
};
const MUTATIONS = [
  ...['CreateOrganization', 'ConnectAdobe', 'ConnectAzure', 'StartRun'],
  ...['ProvideKey', 'AttestStep'],
];

function open(answers: Answers = {}, locale: 'en' | 'es' = 'en') {
  const opened = openConsole('/organizations/new', {
    ...{ locale, answers: { ...ANSWERS, ...answers } },
  });
  const inputs = (operation: string) =>
    opened.sent(operation).map(({ input }) => input as Record<string, unknown>);
  const counts = () => MUTATIONS.map((operation) => opened.sent(operation).length);
  const path = () => opened.router.state.location.pathname;
  return { ...opened, inputs, counts, path };
}
type Opened = ReturnType<typeof open>;

const box = (name: RegExp) => screen.findByRole('textbox', { name });
/** As by a paste, which is one change. */
async function write({ person }: Opened, field: HTMLElement, text: string) {
  await person.click(field);
  await person.paste(text);
}
const part = (name: RegExp) => within(screen.getByRole('region', { name }));
const file = (content: object, name: string) =>
  new File([JSON.stringify(content)], name, { type: 'application/json' });

/** Everything by both files but what they don't say. */
async function fillFromFiles({ person }: Opened, contents: object[] = [PROJECT, PRINCIPAL]) {
  await screen.findByRole('button', { name: 'Choose JSON files' });
  const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const files = contents.map((content, index) => file(content, `${index}.json`));
  await person.upload(choose, files);
  await screen.findByText(/^Filled in from Adobe: the client ID adobe/);
  if (contents.includes(PRINCIPAL)) await screen.findByText(/Filled in from Azure/);
  await person.click(screen.getByRole('radio', { name: /Healthcare Shield/ }));
  await person.click(screen.getByRole('radio', { name: /VA7/ }));
}
async function fillRest(opened: Opened) {
  await write(opened, await box(/^Key of Experience Platform/), VAULT_KEY);
  await write(opened, await box(/^Key of Customer Journey/), CJA_KEY);
  await write(opened, await box(/^How do you know/), 'In the contract of March');
  await opened.person.click(screen.getByRole('checkbox', { name: /^Also for Customer Journey/ }));
}
const press = ({ person }: Opened, name = 'Add organization') =>
  person.click(screen.getByRole('button', { name }));
/** The line of an act in the list. */
const act = async (name: RegExp) => {
  const list = within(await screen.findByRole('region', { name: 'Progress' }));
  const lines = await list.findAllByRole('listitem');
  return within(lines.find((line) => name.test(line.textContent ?? ''))!);
};

describe('everything in one press', () => {
  it('is done in order, and the run opens', async () => {
    const page = open();
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
    const page = open();
    await fillFromFiles(page);
    await write(page, await box(/^How do you know/), 'In the contract');
    await press(page);
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.inputs('AttestStep').map(({ track }) => track)).toEqual(['AEP']);
  });

  it('starts no run where that is not wanted, and opens the organization', async () => {
    const page = open();
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
    const page = open({ [lost]: failsOnce('Timed out.', () => answer) });
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
    const page = open({
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
    const adobe = await act(/^Connect Adobe/);
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
    const page = open({
      StartRun: {
        startRun: { run: null, userErrors: [{ code: 'CONFLICT', message: 'No.', field: null }] },
      },
    });
    await fillFromFiles(page);
    await write(page, await box(/^Key of Experience Platform/), VAULT_KEY);
    await press(page);
    expect((await act(/^Start the run/)).getByText('No.')).toBeTruthy();
    expect((await act(/^Provide the key/)).getByText('It needs a run.')).toBeTruthy();
    expect(page.counts()).toEqual([1, 1, 1, 1, 0, 0]);
    expect(page.path()).toBe('/organizations/new');
  });

  it('is completed by what is begun only now', async () => {
    const userErrors = [{ code: 'INVALID_INPUT', message: 'No such scope.', field: ['scopes'] }];
    const page = open({
      ConnectAdobe: failsOnce('Timed out.', () => ({
        connectAdobe: { organization: null, userErrors },
      })),
    });
    await fillFromFiles(page, [PROJECT]);
    await press(page);
    await act(/^Connect Adobe.*Couldn’t confirm it/);
    await press(page, 'Continue');
    expect((await act(/^Connect Adobe.*Failed/)).getByText('No such scope.')).toBeTruthy();
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
    const page = open({
      ProvideKey: refused('provideKey', 'INVALID_INPUT', message, 'keyIdentifier'),
    });
    await fillFromFiles(page);
    await write(page, await box(/^Key of Experience Platform/), VAULT_KEY);
    await press(page);
    expect((await act(/^Provide the key/)).getByText(message)).toBeTruthy();
    const key = await box(/^Key of Experience Platform/);
    expect(key.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement?.textContent).toContain('Progress');
    void page.router.navigate({ to: '/organizations' });
    expect(await screen.findByRole('alertdialog')).toBeTruthy();
  });

  it('keeps the organization as it was sent while nobody knows whether it was added', async () => {
    const page = open({ CreateOrganization: new Error('Timed out.') });
    await fillFromFiles(page);
    await press(page);
    expect(await screen.findByText(/this can’t be changed until it does/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /^IMS organization ID/ })).toBeNull();
    expect(page.counts()).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe('a check of a credential that doesn’t end', () => {
  const pending = { adobeConnection: { ...CONNECTION, state: 'NOT_TRIED' } };
  const answers = {
    Connections: { organization: connected(pending) },
    ConnectAdobe: organizationOf('connectAdobe', pending),
    ConnectAzure: organizationOf('connectAzure', pending),
  };
  /** Everything is saved, and the cloud has not answered for as long as the form waits. */
  async function openLate(page: Opened) {
    await fillFromFiles(page);
    await write(page, await box(/^How do you know/), 'In the contract');
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await press(page);
    await act(/^Connect Adobe.*checking the credential/);
    const limits = () => timers.mock.calls.filter(([, after]) => after === LATE_MILLISECONDS);
    await expect.poll(limits).toHaveLength(1);
    expect(screen.queryByRole('link', { name: 'Open run' })?.closest('section')).toBeTruthy();
    const [[pass]] = limits() as [[() => void]];
    timers.mockRestore();
    react(pass);
  }

  it('is waited for no longer: it says so, and leads on to what is made', async () => {
    const page = open(answers);
    await openLate(page);
    const progress = within(screen.getByRole('region', { name: 'Progress' }));
    expect(progress.getByText(/^Everything is saved\. Checking a credential takes/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Progress');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    const [onward] = screen.getAllByRole('link', { name: 'Open run' }).toReversed();
    await page.person.click(onward!);
    // All of it is saved: nothing is asked.
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.counts()).toEqual([1, 1, 1, 1, 0, 1]);
  });

  it('keeps nobody from correcting another credential', async () => {
    const rejected = { ...CONNECTION, state: 'FAILED', message: 'invalid_client' };
    const azureConnection = { ...CONNECTION, state: 'NOT_TRIED' };
    const part = { adobeConnection: rejected, azureConnection };
    const page = open({
      Connections: { organization: connected(part) },
      ConnectAdobe: organizationOf('connectAdobe', part),
      ConnectAzure: organizationOf('connectAzure', part),
    });
    await fillFromFiles(page);
    await press(page);
    await act(/^Connect Adobe.*Credential rejected/);
    expect((await act(/^Connect Azure/)).getByText(/checking the credential/)).toBeTruthy();
    await press(page, 'Continue');
    await expect.poll(page.counts).toEqual([1, 2, 1, 1, 0, 0]);
  });

  it('leads on too where it ends later', async () => {
    let isAccepted = false;
    const page = open({
      ...answers,
      Connections: () => ({ organization: connected(isAccepted ? {} : pending) }),
    });
    await openLate(page);
    isAccepted = true;
    await page.client.refetchQueries({ include: ['Connections'] });
    await expect.poll(page.path).toBe('/runs/run-1');
  });
});

describe('before anything is sent', () => {
  it('what is begun must be complete, and the first mistake has the focus', async () => {
    const page = open();
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
    const page = open();
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
    const page = open({
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

  it('a file is read as PowerShell writes it, in UTF-16', async () => {
    const page = open();
    await screen.findByRole('button', { name: 'Choose JSON files' });
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const units = Uint16Array.from(`\uFEFF${JSON.stringify(PRINCIPAL)}`, (one) =>
      one.charCodeAt(0),
    );
    await page.person.upload(choose, new File([units], 'az.json', { type: 'application/json' }));
    expect(await screen.findByText(/^Filled in from Azure: the client ID azure/)).toBeTruthy();
    expect(await box(/^Microsoft Entra tenant ID/)).toHaveProperty('value', TENANT);
  });

  it('a file that can’t be read, is too large, or is something else fills nothing in', async () => {
    const page = open();
    await screen.findByRole('button', { name: 'Choose JSON files' });
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const gone = file(PROJECT, 'gone.json');
    gone.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotReadableError'));
    const large = file(PROJECT, 'large.json');
    Object.defineProperty(large, 'size', { value: 100_000_000 });
    large.arrayBuffer = () => Promise.reject(new Error('It is not even read.'));
    const tricky = new File(
      ['{"__proto__":{"clientId":"a","clientSecret":"b","tenantId":"c"},"project":[[[[{}]]]]}'],
      'tricky.json',
      { type: 'application/json' },
    );
    await page.person.upload(choose, [gone, large, tricky]);
    const said = await screen.findByText(/^This file has no credential/);
    expect(said.textContent?.match(/This file has no credential/g)).toHaveLength(3);
    expect(await box(/^Name/)).toHaveProperty('value', '');
    expect(screen.queryByRole('region', { name: /^Connect/ })).toBeNull();
  });

  it('a file of another organization or tenant fills nothing in', async () => {
    const page = open();
    await write(page, await box(/^IMS organization ID/), 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg');
    await page.person.click(await box(/^Name/));
    await page.person.paste(JSON.stringify(PROJECT));
    expect(await screen.findByText(/of another organization/)).toBeTruthy();
    expect(await box(/^Name/)).toHaveProperty('value', '');
    expect(screen.queryByRole('region', { name: /^Connect Adobe/ })).toBeNull();
  });

  it('takes keys from what az prints, each for the track that its name says', async () => {
    const page = open();
    const keyFile = (kid: string) => ({ attributes: { enabled: true }, key: { kid, kty: 'RSA' } });
    const UNNAMED = 'https://kv-contoso.vault.azure.net/keys/cmk';
    await fillFromFiles(page, [PROJECT, keyFile(CJA_KEY), keyFile(UNNAMED)]);
    expect(screen.getByText(/the key of Customer Journey Analytics/)).toBeTruthy();
    // A guess could give a key to the wrong track (VAL-08).
    expect(screen.getByText(/doesn’t say whether .*kv-contoso.vault.* is of/)).toBeTruthy();
    const aep = await box(/^Key of Experience Platform/);
    expect(aep).toHaveProperty('value', '');
    // The person says so by the field.
    await write(page, aep, JSON.stringify(keyFile(UNNAMED), null, 2));
    expect(aep).toHaveProperty('value', UNNAMED);
    const cja = await box(/^Key of Customer Journey/);
    expect(cja).toHaveProperty('value', CJA_KEY);
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const other = keyFile('https://kv-other-cja.vault.azure.net/keys/cmk');
    await page.person.upload(choose, [file(other, 'other.json')]);
    expect(await screen.findByText(/has another key than .*kv-other-cja/)).toBeTruthy();
    expect(cja).toHaveProperty('value', CJA_KEY);
  });

  it('an organization on AWS is connected on its page, and has one key', async () => {
    const page = open();
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
    const page = open({}, 'es');
    await page.person.click(
      await screen.findByRole('button', { name: 'También conectar, indicar claves o iniciar' }),
    );
    expect(screen.getByRole('region', { name: 'Conectar Azure (opcional)' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Iniciar un proceso ahora' })).toBeTruthy();
  });
});
