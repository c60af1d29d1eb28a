/** What a vault says without a credential, and everything that must not count as its answer. */
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { createVaultProbe, tenantOfChallenge, type ResolvedHost } from './createVaultProbe.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const CHALLENGE = `Bearer authorization="https://login.microsoftonline.com/${TENANT}", resource="https://vault.azure.net"`;
const VAULT = { kind: 'vault', name: 'contoso-vault' } as const;
const challenge = (header = CHALLENGE, status = 401): FakeAnswer => ({
  status,
  headers: { 'www-authenticate': header },
  body: {},
});

let cloud: FakeCloud | undefined;
afterEach(() => cloud?.close());

async function probed(answer: FakeAnswer, resolved: ResolvedHost | null = null) {
  cloud = await startFakeCloud(['*.vault.azure.net'], () => answer);
  const resolve = resolved && (() => Promise.resolve(resolved));
  return createVaultProbe({ agent: cloud.agent, resolve }).probe(VAULT);
}

it('says tenant and existence, and sends no credential', async () => {
  expect(await probed(challenge())).toEqual({
    ...{ reason: 'found', exists: 'PASS', tenantId: TENANT, addresses: [], privateLink: null },
  });
  expect(cloud!.requests).toHaveLength(1);
  const [{ host, headers, body }] = cloud!.requests as [FakeRequest];
  expect([host, body, headers.authorization]).toEqual([
    'contoso-vault.vault.azure.net',
    ...['', undefined],
  ]);
});

it.each<[what: string, answer: FakeAnswer]>([
  ['success', { status: 200, body: { value: [] } }],
  ['a redirect', { status: 302, headers: { location: 'https://169.254.169.254/' } }],
  ['the challenge with another status', challenge(CHALLENGE, 403)],
  ['no challenge', { status: 401, body: {} }],
])('does not take %s for a vault', async (_what, answer) => {
  expect(await probed(answer)).toMatchObject({
    ...{ reason: 'otherAnswer', exists: 'UNKNOWN', tenantId: null },
  });
  expect(cloud!.requests).toHaveLength(1);
});

it.each([
  CHALLENGE.replace('login.microsoftonline.com', 'login.evil.example'),
  CHALLENGE.replace('https://login', 'http://login'),
  CHALLENGE.replace('.com/', '.com.evil.example/'),
  CHALLENGE.replace(TENANT, 'common'),
  CHALLENGE.replace('vault.azure.net', 'evil.example'),
  `${CHALLENGE}, ${CHALLENGE.replace(TENANT, TENANT.replaceAll('1', '9'))}`,
  '',
])('takes no tenant from %s', (header) => expect(tenantOfChallenge(header)).toBeNull());

it('is unknown where the connection breaks', async () => {
  expect(await probed({ act: 'reset' })).toMatchObject({ reason: 'noAnswer', exists: 'UNKNOWN' });
});

it('calls no host but that of a vault’s name', async () => {
  const probe = createVaultProbe({ resolve: null });
  for (const name of ['evil.example/', 'a@b', 'x'.repeat(30), '127.0.0.1', ''])
    await expect(probe.probe({ kind: 'vault', name })).rejects.toMatchObject({
      failure: { kind: 'rejected' },
    });
});

describe('what DNS says', () => {
  const alias = 'contoso-vault.privatelink.vaultcore.azure.net';
  it.each<[what: string, ResolvedHost, object]>([
    [
      'public',
      { addresses: ['20.1.2.3'], aliases: ['data-prod.vaultcore.azure.net'] },
      { addresses: ['20.1.2.3'], privateLink: false },
    ],
    [
      'a private endpoint',
      { addresses: ['20.1.2.3'], aliases: [alias] },
      { addresses: ['20.1.2.3'], privateLink: true },
    ],
    [
      'an alias that only resembles one',
      { addresses: ['20.1.2.3'], aliases: [`${alias}.evil.example`] },
      { privateLink: false },
    ],
    [
      'private addresses, which are not disclosed',
      { addresses: ['10.1.2.3', 'fd00::7'], aliases: [] },
      { addresses: [], privateLink: true },
    ],
    ['nothing', { addresses: [], aliases: [] }, { addresses: [], privateLink: null }],
  ])('%s', async (_what, resolved, expected) => {
    expect(await probed(challenge(), resolved)).toMatchObject({ exists: 'PASS', ...expected });
  });
});
