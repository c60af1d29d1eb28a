import { expect, it } from 'vitest';
import { parseAzureSetupFacts } from './azureSetupFacts.ts';

const absent = { outcome: 'absent', detail: '' };
const failure = {
  ...{ kind: 'denied', message: 'no', status: 403, code: 'AuthorizationFailed' },
  ...{ permission: 'Microsoft.KeyVault/vaults/read', retryAfterSeconds: null },
};
const empty = {
  resourceGroup: { outcome: 'seen', value: { name: 'rg', location: 'westeurope' } },
  ...{ vault: absent, deletedVault: absent, key: absent, diagnosticSettings: absent },
  vaultName: { outcome: 'seen', value: { available: true, reason: null, message: null } },
  locks: absent,
};

it('reads what it wrote', () => {
  expect(parseAzureSetupFacts(JSON.parse(JSON.stringify(empty)))).toEqual(empty);
});

it('keeps each part that could not be read apart', () => {
  const facts = parseAzureSetupFacts({ ...empty, locks: { outcome: 'unreadable', failure } });
  expect(facts?.locks).toEqual({ outcome: 'unreadable', failure });
  expect(facts?.vault).toEqual(absent);
});

it.each([
  ['a part that is missing', { ...empty, key: undefined }],
  ['a name that may be free or not', { ...empty, vaultName: { outcome: 'seen', value: {} } }],
  ['a lock without its level', { ...empty, locks: { outcome: 'seen', value: [{ name: 'l' }] } }],
  ['something else', 'facts'],
])('refuses %s', (_, value) => {
  expect(parseAzureSetupFacts(value)).toBeNull();
});
