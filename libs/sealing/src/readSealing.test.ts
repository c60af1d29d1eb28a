import { expect, it } from 'vitest';
import { readSealing } from './readSealing.ts';

const KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';
const here = import.meta.filename;
const sandbox = {
  KEYWAY_CLOUD: 'sandbox',
  KEYWAY_SANDBOX_ADDRESS: '[::1]:8443',
  KEYWAY_SANDBOX_CA: here,
};
const faultsOf = (environment: Record<string, string>) =>
  readSealing(environment).faults.map(({ name, fault, example }) => `${name} ${fault} ${example}`);

it('is the local key file where nothing is said', () => {
  for (const nothing of [{}, { KEYWAY_SEALING_KEY_ID: ' ', KEYWAY_SEALING_FORMER_KEY_IDS: ' , ' }])
    expect(readSealing(nothing)).toEqual({ settings: null, faults: [] });
});

it('takes a key with and without its version, keys of a Managed HSM, and former ones by themselves', () => {
  const version = '0123456789abcdef0123456789abcdef';
  const named = { KEYWAY_SEALING_KEY_ID: `${KEY}/${version}` };
  expect(readSealing(named).settings).toMatchObject({
    key: { key: 'data-keys', version },
    former: [],
    sandbox: null,
  });
  expect(
    readSealing({ KEYWAY_SEALING_KEY_ID: 'https://hsm.managedhsm.azure.net/keys/k' }).settings?.key
      ?.kind,
  ).toBe('managedHsm');
  const former = readSealing({
    KEYWAY_SEALING_FORMER_KEY_IDS: `${KEY}, ${KEY}/${version}`,
  }).settings;
  expect(former).toMatchObject({ key: null, former: [{ version: null }, { version }] });
});

it('goes to the sandbox in sandbox mode alone, whose place is not known before it runs', () => {
  const environment = { KEYWAY_SEALING_KEY_ID: KEY, ...sandbox };
  expect(readSealing(environment).settings?.sandbox).toEqual({
    host: '::1',
    port: 8443,
    caFile: here,
  });
  expect(readSealing({ ...environment, KEYWAY_CLOUD: 'real' }).settings?.sandbox).toBeNull();
  expect(readSealing({ KEYWAY_SEALING_KEY_ID: KEY, KEYWAY_CLOUD: 'sandbox' }, true).faults).toEqual(
    [],
  );
  expect(faultsOf({ KEYWAY_SEALING_KEY_ID: KEY, KEYWAY_CLOUD: 'sandbox' })).toEqual([
    expect.stringMatching(
      /^KEYWAY_SANDBOX_ADDRESS is needed with KEYWAY_SEALING_KEY_ID .*127\.0\.0\.1:8443$/,
    ),
  ]);
  expect(faultsOf({ ...environment, KEYWAY_SANDBOX_CA: '/nowhere' })).toEqual([
    expect.stringContaining('there is no such file'),
  ]);
});

it.each([
  ['another host', 'https://keyway-seal.vault.azure.net.evil.example/keys/k'],
  ['a secret', 'https://keyway-seal.vault.azure.net/secrets/k'],
  ['a vault alone', 'https://keyway-seal.vault.azure.net/'],
  ['plain http', 'http://keyway-seal.vault.azure.net/keys/k'],
  ['a user in it', 'https://me@keyway-seal.vault.azure.net/keys/k'],
  ['half a version', `${KEY}/0123`],
  ['a sovereign cloud', 'https://keyway-seal.vault.usgovcloudapi.net/keys/k'],
  ['an ARN', 'arn:aws:kms:us-east-1:111122223333:key/x'],
])('refuses %s with what is wrong and a right example (VAL-01 to VAL-07)', (_what, text) => {
  expect(faultsOf({ KEYWAY_SEALING_KEY_ID: text })).toEqual([
    expect.stringMatching(
      /^KEYWAY_SEALING_KEY_ID is not the identifier of a Key Vault key\. .+[^.] https:\/\/keyway-seal\.vault\.azure\.net\/keys\//,
    ),
  ]);
});
