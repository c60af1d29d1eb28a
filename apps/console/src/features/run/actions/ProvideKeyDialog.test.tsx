// @vitest-environment jsdom
/** What a vault says to anybody is shown while its key is typed, also where it says odd things. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRun, aStep, aTrack, VAULT_KEY } from '../../../fixtures/aRun.ts';
import { PENDING, Pushes, serverError, type Answers } from '../../../fixtures/AnsweringLink.ts';
import { runAnswers } from '../../../fixtures/runAnswers.ts';
import type { Locale } from '../../../intl/locale.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const begun = aRun({
  tracks: [aTrack('AEP', { key: null, steps: [aStep('VAULT', 'READY')] }), aTrack('CJA')],
  nextActions: [
    { mutation: 'provideKey', track: 'AEP', step: 'VAULT', movesRun: true, label: 'Provide key' },
  ],
});
const VALID = {
  ...{ verdict: 'PASS', rules: ['VAL-01'], problems: [], cloud: 'public', kind: 'vault' },
  ...{ vault: 'kv-contoso', key: 'cmk', version: null, normalized: VAULT_KEY },
};
const FOUND = {
  ...{ cloud: 'public', kind: 'vault', exists: 'PASS', tenantId: TENANT },
  ...{ vaultUri: 'https://kv-contoso.vault.azure.net', addresses: ['20.1.2.3'] },
  ...{ privateLink: true, sentence: `kv-contoso exists in tenant ${TENANT}.` },
};

async function type(text: string, answers: Answers, locale: Locale = 'en') {
  const opened = openConsole('/runs/run-1', {
    locale,
    answers: {
      ...runAnswers(begun),
      InspectKey: { inspectKeyIdentifier: VALID },
      ...answers,
    },
  });
  const [button] = await screen.findAllByRole('button', { name: 'Provide key' });
  await opened.person.click(button!);
  const dialog = within(await screen.findByRole('dialog'));
  const [field] = dialog.getAllByRole('textbox');
  await opened.person.click(field!);
  await opened.person.paste(text);
  return { ...opened, dialog, field: field! };
}
const aProbe = (part: object = {}) => ({ probeVault: { ...FOUND, ...part } });

it('shows the sentence and every fact, and asks once while the key is typed on', async () => {
  const { dialog, person, sent } = await type(VAULT_KEY, { ProbeVault: aProbe() });
  expect(await dialog.findByText(`kv-contoso exists in tenant ${TENANT}.`)).toBeTruthy();
  for (const text of [TENANT, FOUND.vaultUri, '20.1.2.3', 'Azure public'])
    expect(dialog.getByText(text)).toBeTruthy();
  expect(dialog.queryByText('Another tenant than the organization’s')).toBeNull();
  await person.keyboard('2');
  await expect.poll(() => sent('InspectKey').length).toBe(2);
  expect(await dialog.findByText(TENANT)).toBeTruthy();
  expect(sent('ProbeVault')).toEqual([{ identifier: VAULT_KEY, locale: 'en' }]);
});

it('warns of another tenant than the entered one, and leaves the key to be used', async () => {
  const { dialog } = await type(VAULT_KEY, { ProbeVault: aProbe({ tenantId: OTHER }) });
  expect(await dialog.findByText('Another tenant than the organization’s')).toBeTruthy();
  const warning = dialog.getByText(/Correct the organization’s tenant/).textContent;
  expect(warning).toContain(OTHER);
  expect(warning).toContain(TENANT);
  expect(dialog.getByRole('button', { name: 'Use key' }).getAttribute('disabled')).toBeNull();
});

it('asks nobody about an identifier that is not valid', async () => {
  const problem = 'The host must end in .vault.azure.net.';
  const { dialog, sent } = await type('https://evil.example/keys/cmk', {
    InspectKey: { inspectKeyIdentifier: { ...VALID, verdict: 'BLOCK', problems: [problem] } },
  });
  expect(await dialog.findByText(problem)).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(sent('ProbeVault')).toEqual([]);
});

it('says that it asks, that it failed, and asks again', async () => {
  let answer: object = serverError('down');
  const { dialog, person } = await type(VAULT_KEY, { ProbeVault: () => answer });
  expect(await dialog.findByText('Asking kv-contoso…')).toBeTruthy();
  const again = await dialog.findByRole('button', { name: 'Try again' });
  answer = PENDING;
  await person.click(again);
  expect(await dialog.findByText('Asking kv-contoso…')).toBeTruthy();
});

it('shows no answer for a vault that is no longer typed', async () => {
  const other = 'https://kv-fabrikam.vault.azure.net/keys/cmk';
  const first = new Pushes();
  const second = new Pushes();
  const isOther = (identifier: unknown) => String(identifier).includes('fabrikam');
  const { dialog, field, person, sent } = await type(VAULT_KEY, {
    InspectKey: ({ identifier }) => ({
      inspectKeyIdentifier: isOther(identifier)
        ? { ...VALID, vault: 'kv-fabrikam', normalized: other }
        : VALID,
    }),
    ProbeVault: ({ identifier }) => (isOther(identifier) ? second : first),
  });
  expect(await dialog.findByText('Asking kv-contoso…')).toBeTruthy();
  await expect.poll(() => sent('ProbeVault')).toHaveLength(1);
  await person.clear(field);
  await person.paste(other);
  expect(await dialog.findByText('Asking kv-fabrikam…')).toBeTruthy();
  await expect.poll(() => sent('ProbeVault')).toHaveLength(2);
  first.push(aProbe(), true);
  const sentence = `kv-fabrikam exists in tenant ${OTHER}.`;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(dialog.getByText('Asking kv-fabrikam…')).toBeTruthy();
  expect(dialog.queryByText(/kv-contoso exists/)).toBeNull();
  second.push(aProbe({ tenantId: OTHER, sentence }), true);
  expect(await dialog.findByText(sentence)).toBeTruthy();
  expect(dialog.queryByText(/kv-contoso exists/)).toBeNull();
});

it('asks again where nobody could find out, and shows what it then learns', async () => {
  const sentence = 'No worker of Keyway answered in time. Try again.';
  let answer: object = aProbe({ exists: 'UNKNOWN', tenantId: null, sentence });
  const { dialog, person } = await type(VAULT_KEY, { ProbeVault: () => answer });
  expect(await dialog.findByText(sentence)).toBeTruthy();
  answer = aProbe();
  await person.click(dialog.getByRole('button', { name: 'Try again' }));
  expect(await dialog.findByText(`kv-contoso exists in tenant ${TENANT}.`)).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('says in Spanish what nobody could find out', async () => {
  const sentence = 'kv-contoso no respondió. Se desconoce si existe.';
  const none = { exists: 'UNKNOWN', tenantId: null, addresses: [], privateLink: null, sentence };
  const { dialog } = await type(VAULT_KEY, { ProbeVault: aProbe(none) }, 'es');
  expect(await dialog.findByText(sentence)).toBeTruthy();
  expect(dialog.getAllByText('Se desconoce')).toHaveLength(4);
});
