/** How Keyway authenticates to Azure: what is accepted, what is shown, and what never is. */
import { createPrivateKey } from 'node:crypto';
import { federationSubject } from '@keyway/core';
import { aCertificate, type CertificateOptions } from '@keyway/testing';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganization, aServer, type Payload, type TestServer } from '../testing/aServer.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const DAY = 86_400_000;
const FIELDS = 'kind clientId expiresAt issuer subject audience';
const QUERY = `query($id: ID!) { organization(id: $id) {
  azureCredential { ${FIELDS} } azureFederation { issuer subject audience } azureConnection { state }
} }`;

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const connect = (organizationId: string, given: object) =>
  server.owner.mutate('connectAzure', { organizationId, tenantId: ID, clientId: ID, ...given });
const refusalOf = async (given: object): Promise<string> => {
  const { id } = await anOrganization(server.owner);
  const { userErrors } = await connect(id, given);
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  expect((await server.owner.ask(QUERY, { id })).organization.azureCredential).toBeNull();
  return `${userErrors[0]!.field?.join('.')}: ${userErrors[0]!.message}`;
};

describe('a certificate', () => {
  it('is stored sealed, and shown without its key', async () => {
    const { id, uuid } = await anOrganization(server.owner);
    const to = new Date(Date.now() + 100 * DAY);
    const [{ pem, key }, chain] = await Promise.all([aCertificate({ to }), aCertificate()]);
    // The chain may come first.
    const certificatePem = `${chain.certificate}\r\n${pem}`;
    expect((await connect(id, { certificatePem })).userErrors).toEqual([]);
    const { organization } = await server.owner.ask(QUERY, { id });
    expect(organization.azureCredential).toEqual({
      ...{ kind: 'CERTIFICATE', clientId: ID },
      expiresAt: `${to.toISOString().slice(0, 19)}.000Z`,
      ...{ issuer: null, subject: null, audience: null },
    });
    const { azure } = await server.store.system().connections({
      partnerId: server.partnerId,
      organizationId: uuid,
    });
    const stored = createPrivateKey(azure!.certificatePem!);
    expect(stored.equals(createPrivateKey(key))).toBe(true);

    const history = JSON.stringify(
      await server.owner.ask('{ history(first: 100) { nodes { kind data } } }'),
    );
    expect(history).toContain('azureConnected');
    const lines = key.split('\n').filter((line) => /^[\w+/=]{40,}$/.test(line));
    expect(lines.length).toBeGreaterThan(10);
    const tables = await server.database.query<{ row: string }>(
      `select to_jsonb(c)::text as row from connection c union all select to_jsonb(h)::text from history_entry h
       union all select to_jsonb(r)::text from run r union all select to_jsonb(m)::text from idempotency m`,
    );
    const everything = [history, server.log.join(''), ...tables.map(({ row }) => row)].join('');
    for (const line of lines) expect(everything).not.toContain(line);
    expect(everything).not.toContain('PRIVATE KEY');
  });

  it.each<[string, CertificateOptions, RegExp]>([
    ['expired', { from: new Date(0), to: new Date(Date.now() - DAY) }, /expired at/],
    ['not valid yet', { from: new Date(Date.now() + DAY) }, /not valid before/],
    ['of a short key', { bits: 1024 }, /1024 bits.*at least 2048/],
    ['of an elliptic curve', { keyType: 'ec' }, /must be RSA/],
  ])('%s is refused', async (_what, options, text) => {
    const { pem } = await aCertificate(options);
    expect(await refusalOf({ certificatePem: pem })).toMatch(text);
  });

  it('is refused where a part is missing, damaged, protected or of another pair', async () => {
    const [one, other] = await Promise.all([aCertificate(), aCertificate()]);
    const cipher = { cipher: 'aes-256-cbc', passphrase: 'secret' };
    const locked = createPrivateKey(one.key).export({ format: 'pem', type: 'pkcs8', ...cipher });
    const old = createPrivateKey(one.key).export({ format: 'pem', type: 'pkcs1', ...cipher });
    const cases: [string, RegExp][] = [
      ['', /no private key/],
      ['not a PEM', /no private key/],
      [one.certificate, /no private key/],
      [one.key, /no certificate/],
      [one.key + one.key + one.certificate, /several private keys/],
      [one.key + other.certificate, /doesn’t belong/],
      [`${String(locked)}${one.certificate}`, /passphrase/],
      [`${String(old)}${one.certificate}`, /passphrase/],
      [one.key + one.certificate.replace(/\n.{20}/, '\n'), /can’t be read/],
      ['x'.repeat(50_001), /at most 50,000/],
    ];
    for (const [certificatePem, text] of cases) {
      const refusal = await refusalOf({ certificatePem });
      expect(refusal).toMatch(text);
      expect(refusal).toMatch(/^certificatePem/);
    }
  });
});

it.each(['sandbox-', 'sandbox-   ', 'sandbox-\t\n', '   '])(
  'takes no secret that is blank: %j',
  async (clientSecret) => {
    const refusal = await refusalOf({ clientSecret });
    expect(refusal).toMatch(/^clientSecret/);
    expect(refusal).toContain('The secret is empty');
  },
);

it('takes exactly one credential', async () => {
  const clientSecret = 'sandbox-x';
  const { pem: certificatePem } = await aCertificate();
  for (const given of [
    {},
    { federated: false },
    { clientSecret, federated: true },
    { clientSecret, certificatePem },
  ])
    expect(await refusalOf(given)).toMatch(/exactly one/);
});

it('shows when a secret expires, where that is given, and takes no past time', async () => {
  const { id } = await anOrganization(server.owner);
  const expiresAt = new Date(Date.now() + 50 * DAY).toISOString();
  const secret = { clientSecret: 'sandbox-x' };
  const shown = async () => (await server.owner.ask(QUERY, { id })).organization.azureCredential;
  await connect(id, { ...secret, clientSecretExpiresAt: expiresAt });
  expect(await shown()).toMatchObject({ kind: 'CLIENT_SECRET', expiresAt });
  await server.owner.must('disconnectAzure', { organizationId: id });
  await connect(id, secret);
  expect(await shown()).toMatchObject({ kind: 'CLIENT_SECRET', expiresAt: null });
  const past = { ...secret, clientSecretExpiresAt: new Date(Date.now() - DAY).toISOString() };
  expect(await refusalOf(past)).toMatch(/must be in the future/);
});

it('takes no expiry beside a certificate, which has its own', async () => {
  const { pem: certificatePem } = await aCertificate();
  const clientSecretExpiresAt = new Date(Date.now() + 50 * DAY).toISOString();
  const refusal = await refusalOf({ certificatePem, clientSecretExpiresAt });
  expect(refusal).toMatch(/^clientSecretExpiresAt/);
  expect(refusal).toContain('A certificate has an expiry of its own');
  const { id } = await anOrganization(server.owner);
  await connect(id, { certificatePem, clientSecretExpiresAt: null });
});

describe('another credential', () => {
  const REPLACEMENT = `query($id: ID!) { organization(id: $id) {
    azureConnected azureCredential { kind replacement { state } }
    azureConnection { replacement { state kind clientId access credentialKind expiresAt cause code } } } }`;
  const shown = async (id: string) =>
    (await server.owner.ask(REPLACEMENT, { id })).organization as Record<string, unknown>;

  it('is shown beside the stored one, which stays as it is, until it is deleted', async () => {
    const { id, uuid } = await anOrganization(server.owner);
    await connect(id, { clientSecret: 'sandbox-x' });
    expect((await connect(id, { federated: true, access: 'WRITE' })).userErrors).toEqual([]);
    expect(await shown(id)).toEqual({
      azureConnected: 'READ',
      azureCredential: { kind: 'CLIENT_SECRET', replacement: { state: 'PENDING' } },
      azureConnection: {
        replacement: {
          ...{ state: 'PENDING', kind: 'AZURE', clientId: ID, access: 'WRITE' },
          ...{ credentialKind: 'FEDERATED', expiresAt: null, cause: null, code: null },
        },
      },
    });
    const [trial] = (await server.store.trials.claim(50)).filter(
      ({ organizationId, replacement }) => organizationId === uuid && replacement !== null,
    );
    const refused = { code: 'AADSTS700213', message: 'No match', status: 401 };
    await server.store.trials.record(trial!, {
      ...{ result: 'failed', ...refused, againAfterSeconds: 60 },
    });
    const failed = (await shown(id))['azureConnection'] as { replacement: { cause: string } };
    expect(failed.replacement).toMatchObject({ state: 'FAILED', code: 'AADSTS700213' });
    expect(failed.replacement.cause).not.toBe('');
    await server.owner.must('withdrawReplacement', { organizationId: id, kind: 'AZURE' });
    expect(await shown(id)).toMatchObject({ azureConnection: { replacement: null } });
  });
});

describe('federation', () => {
  it('shows the same values before and after, and signs what the published keys verify', async () => {
    const { id, uuid } = await anOrganization(server.owner);
    const before = (await server.owner.ask(QUERY, { id })).organization;
    expect(before).toMatchObject({ azureCredential: null, azureConnection: null });
    const subject = federationSubject(uuid);
    expect(before.azureFederation).toMatchObject({
      subject,
      audience: 'api://AzureADTokenExchange',
    });
    await connect(id, { federated: true });
    const after = (await server.owner.ask(QUERY, { id })).organization;
    const values = before.azureFederation as { issuer: string; audience: string };
    expect(after.azureCredential).toEqual({
      ...{ kind: 'FEDERATED', clientId: ID, expiresAt: null, ...values },
    });
    expect(after.azureConnection).toEqual({ state: 'NOT_TRIED' });

    // As the worker does, without the api; as Entra does, from what is published.
    const { azure } = await server.store.system().connections({
      partnerId: server.partnerId,
      organizationId: uuid,
    });
    const assertion = await azure!.federation!.sign();
    const path = new URL(values.issuer).pathname;
    const found = await fetch(`${server.url}${path}/.well-known/openid-configuration`);
    const document = (await found.json()) as { issuer: string; jwks_uri: string };
    expect(document.issuer).toBe(values.issuer);
    const jwks = new URL(new URL(document.jwks_uri).pathname, server.url);
    const { payload } = await jwtVerify(assertion, createRemoteJWKSet(jwks), {
      ...values,
      subject,
    });
    expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(600);
    expect(JSON.stringify(await (await fetch(jwks)).json())).not.toMatch(/"[dpq]"/);
  });

  it('names another subject for each organization, and nobody reads it of another', async () => {
    const [one, other] = [await anOrganization(server.owner), await anOrganization(server.owner)];
    const subjects = await Promise.all(
      [one, other].map(
        async ({ id }) =>
          (await server.owner.ask(QUERY, { id })).organization.azureFederation.subject as string,
      ),
    );
    expect(new Set(subjects).size).toBe(2);
  });
});

it('claims no permission before a call needed it, and needs none without a credential', async () => {
  const { id } = await anOrganization(server.owner);
  const query = `query($id: ID!) { organization(id: $id) {
    permissions { permission scope step track state } } }`;
  const probes = async () =>
    (await server.owner.ask(query, { id })).organization.permissions as { state: string }[];
  expect(await probes()).toEqual([]);
  await connect(id, { clientSecret: 'sandbox-x', subscriptionId: ID });
  const shown = await probes();
  expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(['UNKNOWN']));
  const at = { scope: `/subscriptions/${ID}`, step: 'VAULT', track: null, state: 'UNKNOWN' };
  expect(shown).toContainEqual({ permission: 'Microsoft.KeyVault/vaults/read', ...at });
});

it('shows what Azure listed at the last test, also before a run', async () => {
  const { id, uuid } = await anOrganization(server.owner);
  await connect(id, { clientSecret: 'sandbox-x', subscriptionId: ID });
  const claimed = await server.store.trials.claim(100);
  const trial = claimed.find(({ organizationId }) => organizationId === uuid)!;
  const listed = {
    'Microsoft.KeyVault/vaults/read': 'GRANTED',
    'Microsoft.KeyVault/deletedVaults/read': 'MISSING',
  } as const;
  const readAt = new Date().toISOString();
  const permissions = [{ scope: `/subscriptions/${ID}`, readAt, listed }];
  const passed = { result: 'connected', code: null, message: null, status: null } as const;
  await server.store.trials.record(trial, { ...passed, againAfterSeconds: null, permissions });
  const query = `query($id: ID!) { organization(id: $id) { permissions { permission state } } }`;
  const shown = (await server.owner.ask(query, { id })).organization.permissions as object[];
  for (const [permission, state] of Object.entries(listed))
    expect(shown).toContainEqual({ permission, state });
  expect(shown).toContainEqual({
    ...{ permission: 'Microsoft.KeyVault/vaults/keys/read', state: 'UNKNOWN' },
  });
});

describe('the roles to paste', () => {
  const query =
    'query($id: ID!) { organization(id: $id) { azureRoles { name scope definition } } }';
  const rolesOf = async (id: string, by = server.owner): Promise<Payload[] | null> =>
    (await by.ask(query, { id })).organization?.azureRoles ?? null;
  const actionsOf = ({ definition }: Payload): string[] =>
    (JSON.parse(definition as string) as { Actions: string[] }).Actions;

  it('are none without a credential, and for reading change nothing', async () => {
    const { id } = await anOrganization(server.owner);
    expect(await rolesOf(id)).toEqual([]);
    await connect(id, { clientSecret: 'sandbox-x', subscriptionId: ID });
    const [reader, ...rest] = (await rolesOf(id))!;
    expect(rest).toEqual([]);
    expect(reader).toMatchObject({ name: 'Keyway reader' });
    expect(JSON.parse(reader.definition)).toMatchObject({
      ...{ Name: 'Keyway reader', DataActions: [], AssignableScopes: [reader.scope] },
    });
    expect(actionsOf(reader)).toContain('Microsoft.KeyVault/vaults/read');
    for (const action of actionsOf(reader)) expect(action).toMatch(/\/(read|list\/action)$/);
  });

  it('have more for a credential that may write, and delete nothing', async () => {
    const { id } = await anOrganization(server.owner);
    await connect(id, { clientSecret: 'sandbox-x', subscriptionId: ID, access: 'WRITE' });
    const roles = (await rolesOf(id))!;
    expect(roles.map(({ name }) => name)).toContain('Keyway set-up');
    const actions = roles.flatMap(actionsOf);
    expect(actions).toContain('Microsoft.KeyVault/vaults/write');
    for (const action of actions) expect(action).not.toMatch(/\/(delete|purge)(\/|$)|\*/);
  });

  it('are shown to nobody of another partner', async () => {
    const { id } = await anOrganization(server.owner);
    await connect(id, { clientSecret: 'sandbox-x', subscriptionId: ID });
    expect(await rolesOf(id, await server.otherOwner())).toBeNull();
  });
});
