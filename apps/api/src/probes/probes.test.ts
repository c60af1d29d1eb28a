/** `probeVault` through the API: what is asked of a worker, and what isn't. */
import { unknownVault, type VaultProbeFacts } from '@keyway/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, type TestServer } from '../testing/aServer.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const QUERY = `query ($id: String!) { probeVault(keyIdentifier: $id) {
  cloud kind exists tenantId vaultUri addresses privateLink sentence es: sentence(locale: "es") } }`;

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const probe = async (id: string) =>
  (await server.owner.ask(QUERY, { id })).probeVault as Record<string, unknown>;
const waiting = async () => server.store.probes.claim(10);

it('answers what a worker found out', async () => {
  const facts: VaultProbeFacts = {
    ...unknownVault('found'),
    ...{ exists: 'PASS', tenantId: TENANT, addresses: ['20.1.2.3'], privateLink: true },
  };
  const asked = probe('https://Contoso.vault.azure.net/keys/cmk');
  let claimed = await waiting();
  while (claimed.length === 0) claimed = await waiting();
  expect(claimed).toMatchObject([{ kind: 'vault', name: 'contoso' }]);
  await server.store.probes.answer(claimed[0]!, facts);
  expect(await asked).toEqual({
    ...{ cloud: 'public', kind: 'vault', exists: 'PASS', tenantId: TENANT },
    ...{ vaultUri: 'https://contoso.vault.azure.net', addresses: ['20.1.2.3'], privateLink: true },
    sentence: `contoso exists in tenant ${TENANT}. It has a private endpoint.`,
    es: `contoso existe en el inquilino ${TENANT}. Tiene un punto de conexión privado.`,
  });
});

it.each([
  ['https://contoso.vault.usgovcloudapi.net/keys/cmk', 'usgov'],
  ['https://169.254.169.254/keys/cmk', null],
  ['https://contoso.vault.azure.net.evil.example/keys/cmk', null],
  ['https://user@contoso.vault.azure.net/keys/cmk', null],
  ['https://contoso.vault.azure.net:8443/keys/cmk', null],
  ['https://contoso.privatelink.vaultcore.azure.net/keys/cmk', null],
  ['https://[::1]/keys/cmk', null],
  ['arn:aws:kms::111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', null],
  ['https://[::ffff:169.254.169.254]:443/keys/cmk', null],
  ['https://::1/keys/cmk', null],
  ['https://2852039166/keys/cmk', null],
  ['https://contoso.vault.azure.net./keys/cmk', null],
  ['https://contoso%2evault.azure.net/keys/cmk', null],
])('asks nobody about %s', async (id, cloud) => {
  const answer = await probe(id);
  expect(answer).toMatchObject({ cloud, exists: 'UNKNOWN', tenantId: null, addresses: [] });
  expect(answer['sentence']).not.toBe('');
  expect(await waiting()).toEqual([]);
});

it.each([
  ['https://[::1]/keys/cmk', '“[::1]” is not an Azure key vault', '«[::1]» no es un almacén'],
  ['https://[::1]:443/keys/cmk', '“[::1]” is not an Azure key vault', '«[::1]» no es un almacén'],
  ['https://[::1', '“[::1” is not an Azure key vault', '«[::1» no es un almacén'],
  [
    'arn:aws:kms::111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'The ARN names no region.',
    'El ARN no nombra ninguna región.',
  ],
  ['arn:aws:kms:us-east-1:111122223333:alias/a', 'This is an alias', 'alias'],
])('says what is wrong with %s', async (id, en, es) => {
  const { sentence, es: spanish } = await probe(id);
  expect(sentence).toContain(en);
  expect(spanish).toContain(es);
});

it('refuses the eleventh in a minute of one token, and says when to ask again', async () => {
  const token = await server.person('OPERATOR', ['read']);
  const asked = 'select principal from vault_probe where principal is not null limit 1';
  await server.database.query('delete from vault_probe');
  const ask = async (by: typeof token) =>
    (
      await by.ask(`${QUERY.replace('sentence ', 'sentence retryAfterSeconds ')}`, {
        id: 'https://contoso.vault.azure.net/keys/cmk',
      })
    ).probeVault;
  const first = ask(token);
  let [claimed] = await waiting();
  while (!claimed) [claimed] = await waiting();
  await server.store.probes.answer(claimed, unknownVault('missing'));
  expect(await first).toMatchObject({ retryAfterSeconds: null });
  const [row] = await server.database.query<{ principal: string }>(asked);
  await server.database.query(
    `insert into vault_probe (id, partner_id, principal, kind, asked_at)
     select gen_random_uuid(), partner_id, principal, kind, asked_at from vault_probe, generate_series(1, 9)`,
  );
  const refused = await ask(token);
  expect(row!.principal).toMatch(/^token:/);
  expect(refused.retryAfterSeconds).toBeGreaterThan(50);
  expect(refused.sentence).toMatch(/Try again in \d+ seconds\.$/);
  expect(refused.es).toMatch(/Inténtelo dentro de \d+ segundos\.$/);
});

it('is for people and tokens of a partner only', async () => {
  const answer = await server.client('').raw({ query: QUERY, variables: { id: 'x' } });
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

const CJA = `query ($id: ID!) { run(id: $id) { tracks { id consentUrl steps { id instructions { text } } } } }`;

/** Provides CJA's key where Azure is not connected; a worker says `tenantId` of the vault. */
async function providedWith(tenantId: string | null, azureTenantId: string | null) {
  const { id } = await anOrganization(server.owner, { azureTenantId });
  const runId = await aRun(server.owner, id);
  const entitled = { track: 'CJA', step: 'ENTITLEMENT', statement: 'Seen', reference: 'C-1' };
  await server.owner.must('attestStep', { runId, ...entitled });
  const keyIdentifier =
    'https://contoso-cja.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef';
  const provided = server.owner.must('provideKey', { runId, track: 'CJA', keyIdentifier });
  if (tenantId !== null) {
    let [claimed] = await waiting();
    while (!claimed) [claimed] = await waiting();
    await server.store.probes.answer(claimed, { ...unknownVault('found'), tenantId });
  }
  await provided;
  const { run } = await server.owner.ask(CJA, { id: runId });
  const track = run.tracks.find((one: { id: string }) => one.id === 'CJA');
  const consent = track.steps.find((one: { id: string }) => one.id === 'CONSENT');
  return { url: track.consentUrl as string | null, text: consent.instructions.text as string };
}

const ENTERED = '99999999-2222-3333-4444-555555555555';

it('pins the consent URL to the tenant of the vault before anything is connected', async () => {
  const { url } = await providedWith(TENANT, null);
  expect(url).toContain(`https://login.microsoftonline.com/${TENANT}/`);
});

it('shows no consent URL, and says why, where the vault states another tenant', async () => {
  const { url, text } = await providedWith(TENANT, ENTERED);
  expect(url).toBeNull();
  expect(text).toContain('Do not consent yet');
  for (const tenant of [TENANT, ENTERED]) expect(text).toContain(tenant);
});

it('provides the key all the same where no worker begins, with the entered tenant', async () => {
  const { url } = await providedWith(null, ENTERED);
  expect(url).toContain(`/${ENTERED}/`);
  await server.store.probes.claim(10);
});
