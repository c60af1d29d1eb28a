/** What a vault says without a credential, and everything that must not count as its answer. */
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { createVaultProbe, tenantOfChallenge, type ResolvedHost } from './createVaultProbe.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const CHALLENGE = `Bearer authorization="https://login.microsoftonline.com/${TENANT}", resource="https://vault.azure.net"`;
const VAULT = { kind: 'vault', name: 'contoso-vault' } as const;
const challenge = (header: string | string[] = CHALLENGE, status = 401): FakeAnswer => ({
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
  ['a page of HTML', { headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }],
  [
    'a vault that is closed to the public network',
    {
      status: 403,
      body: { error: { code: 'Forbidden', message: 'Public network access is disabled' } },
    },
  ],
  ['two challenges of Entra', challenge([CHALLENGE, CHALLENGE])],
  ['two tenants', challenge([CHALLENGE, CHALLENGE.replace(TENANT, TENANT.replaceAll('1', '9'))])],
  ['another scheme before it', challenge(['PoP nonce="a"', CHALLENGE])],
  ['another scheme after it', challenge([CHALLENGE, 'Basic realm="x"'])],
  ['a long challenge', challenge(`${CHALLENGE}, claims="${'a'.repeat(8_000)}"`)],
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
  CHALLENGE.replace(TENANT, TENANT.replace('-', '')),
  CHALLENGE.replace(TENANT, `${TENANT}/../${TENANT}`),
  CHALLENGE.replace(TENANT, `${TENANT}?x=`),
  CHALLENGE.replace('login.microsoftonline.com', 'login.microsoftonline.us'),
  CHALLENGE.replace('login.microsoftonline.com', 'login.partner.microsoftonline.cn'),
  CHALLENGE.replace('login.microsoftonline.com', 'user@login.microsoftonline.com'),
  CHALLENGE.replace('vault.azure.net', 'vault.usgovcloudapi.net'),
  CHALLENGE.replaceAll('"', ''),
  CHALLENGE.replaceAll('"', "'"),
  CHALLENGE.replace(/authorization="[^"]+", /, ''),
  CHALLENGE.replace(/, resource="[^"]+"/, ''),
  CHALLENGE.replace('Bearer ', ''),
  `${CHALLENGE}, scope="x"`,
  'Bearer',
  CHALLENGE.replace('vault.azure.net', 'evil.example'),
  `${CHALLENGE}, ${CHALLENGE.replace(TENANT, TENANT.replaceAll('1', '9'))}`,
  '',
])('takes no tenant from %s', (header) => expect(tenantOfChallenge(header)).toBeNull());

it('is unknown where the header has no end, and reads the header of a page', async () => {
  const endless = challenge(`${CHALLENGE}, claims="${'a'.repeat(100_000)}"`);
  expect(await probed(endless)).toMatchObject({ exists: 'UNKNOWN', tenantId: null });
  await cloud!.close();
  const page = { ...challenge(), body: '<!doctype html><title>Sign in</title>' };
  expect(await probed(page)).toMatchObject({ exists: 'PASS', tenantId: TENANT });
});

it('is unknown where the connection breaks', async () => {
  expect(await probed({ act: 'reset' })).toMatchObject({ reason: 'noAnswer', exists: 'UNKNOWN' });
});

it.each([429, 500, 503])('is unknown for now where it answers %s', async (status) => {
  expect(await probed({ status, body: {} })).toMatchObject({
    ...{ reason: 'noAnswer', exists: 'UNKNOWN', tenantId: null },
  });
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
