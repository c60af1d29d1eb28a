import { readSettings } from '@keyway/config';
import { expect, it } from 'vitest';
import { sealingSettings, type SealingSettings } from './sealingSettings.ts';

const KEY = 'https://keyway-seal.vault.azure.net/keys/data-keys';
const here = import.meta.filename;
const sandbox = {
  KEYWAY_CLOUD: 'sandbox',
  KEYWAY_SANDBOX_ADDRESS: '[::1]:8443',
  KEYWAY_SANDBOX_CA: here,
};

function read(environment: Record<string, string>): SealingSettings | null {
  let sealing: SealingSettings | null = null;
  readSettings('api', environment, {
    check: (values, report) => {
      sealing = sealingSettings(values, report);
    },
  });
  return sealing;
}

it('is the local key file where nothing is set', () => {
  expect(read({})).toBeNull();
  expect(read({ KEYWAY_SEALING_KEY_ID: ' ', KEYWAY_SEALING_FORMER_KEY_IDS: ' , ' })).toBeNull();
});

it('takes a key with and without a version, keys of a Managed HSM, and former keys alone', () => {
  const version = '0123456789abcdef0123456789abcdef';
  expect(read({ KEYWAY_SEALING_KEY_ID: `${KEY}/${version}` })).toMatchObject({
    key: { key: 'data-keys', version },
    former: [],
    sandbox: null,
  });
  expect(
    read({ KEYWAY_SEALING_KEY_ID: 'https://hsm.managedhsm.azure.net/keys/k' })?.key?.kind,
  ).toBe('managedHsm');
  expect(read({ KEYWAY_SEALING_FORMER_KEY_IDS: `${KEY}, ${KEY}/${version}` })).toMatchObject({
    key: null,
    former: [{ version: null }, { version }],
  });
});

it('leads to the sandbox in sandbox mode only', () => {
  expect(read({ KEYWAY_SEALING_KEY_ID: KEY, ...sandbox })?.sandbox).toEqual({
    host: '::1',
    port: 8443,
    caFile: here,
  });
  expect(read({ KEYWAY_SEALING_KEY_ID: KEY, KEYWAY_CLOUD: 'real' })?.sandbox).toBeNull();
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
])('refuses %s with what is wrong and an example (VAL-01 to VAL-07)', (_what, text) => {
  for (const name of ['KEYWAY_SEALING_KEY_ID', 'KEYWAY_SEALING_FORMER_KEY_IDS'])
    expect(() => read({ [name]: text })).toThrow(
      new RegExp(`^${name} is not the identifier of a Key Vault key\\. .+\\. Example: ${name}=`),
    );
});
