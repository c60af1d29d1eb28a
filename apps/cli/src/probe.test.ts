import { beforeAll, expect, test } from 'vitest';
import { fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const TENANT = '11111111-1111-4111-8111-111111111111';
const KEY = 'https://contoso.vault.azure.net/keys/aep';
const FOUND = {
  ...{ cloud: 'public', kind: 'vault', exists: 'PASS', tenantId: TENANT },
  ...{ vaultUri: 'https://contoso.vault.azure.net', addresses: ['20.1.2.3'], privateLink: false },
  sentence: `contoso exists in tenant ${TENANT}.`,
};
async function probeOf(key: string, part: object, ...more: string[]) {
  const { env } = await fakeKeyway({ ProbeVault: () => ({ probeVault: { ...FOUND, ...part } }) });
  return keyway(['probe', key, ...more], { env });
}
const probe = (part: object, ...more: string[]) => probeOf(KEY, part, ...more);

test('says what the vault says to anybody', async () => {
  const { code, stdout, stderr } = await probe({});
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const text of [FOUND.sentence, FOUND.vaultUri, TENANT, '20.1.2.3'])
    expect(stdout).toContain(text);
  expect(JSON.parse((await probe({}, '--json')).stdout)).toEqual(FOUND);
});

test.each([
  ['no such vault', { exists: 'BLOCK', tenantId: null }, [], 1],
  ['no valid identifier', { exists: 'UNKNOWN', vaultUri: null, cloud: null, kind: null }, [], 1],
  ['nobody could find out', { exists: 'UNKNOWN', tenantId: null }, [], 0],
  ['its tenant is asked for and unknown', { tenantId: null }, ['--tenant', TENANT], 1],
  ['another tenant', {}, ['--tenant', TENANT.replaceAll('1', '2')], 1],
  ['the tenant, in other case', {}, ['--tenant', TENANT.toUpperCase()], 0],
])('%s', async (_name, part, more, code) => {
  expect(await probe(part, ...more)).toMatchObject({ code });
});

test('writes no control characters of an odd answer to the terminal', async () => {
  const { stdout } = await probe({ sentence: 'odd\u001b[2J\u0007' });
  // eslint-disable-next-line no-control-regex -- which are what must be absent
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
});

test('says where an ARN is checked: AWS KMS answers nobody without a credential', async () => {
  const none = { exists: 'UNKNOWN', vaultUri: null, cloud: null, kind: null, tenantId: null };
  const { code, stderr } = await probeOf('arn:aws:kms::111122223333:key/a', none);
  expect(code).toBe(1);
  expect(stderr).toContain('Only vaults in Azure answer without a credential.');
  expect(stderr).toContain('keyway key check');
});
