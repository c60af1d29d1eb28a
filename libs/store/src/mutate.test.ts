/**
 * Mutations: one transaction, idempotency keys, refusals that change nothing; tokens, connections
 * and the history they write.
 */
import { randomUUID } from 'node:crypto';
import {
  requireAccepted,
  anImsOrgId,
  anOccurrence,
  aDatabase,
  aMember,
  aPartner,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { refuse } from '@keyway/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasChecksum, newToken } from './access/apiToken.ts';
import type { MutationRequest } from './tenancy/mutation.ts';
import { Refused } from './tenancy/refused.ts';
import type { Authenticated, NewOrganization, UnitOfWork, Store } from './index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const given = (name = 'Contoso'): NewOrganization => ({
  ...{
    name,
    imsOrgId: anImsOrgId(),
    cloud: 'AZURE',
    region: 'VA7',
    shield: 'HEALTHCARE_SHIELD',
    ownsCja: false,
    azureTenantId: null,
  },
});
const request = (change: Partial<MutationRequest> = {}): MutationRequest => ({
  principal: 'member:x',
  operation: 'createOrganization',
  input: { a: 1 },
  ...change,
});
const create = (organization: NewOrganization) => async (unit: UnitOfWork) => {
  const created = await unit.organizations.create(organization, anOccurrence());
  return { id: requireDone<{ organization: { id: string } }>(created).organization.id };
};
const named = async (name: string) =>
  (await partner.store.organizations({ first: 100 }, { text: name })).edges.length;

describe('idempotency keys', () => {
  it('answer the first result again for the same input, and do nothing again', async () => {
    const once = request({ idempotencyKey: randomUUID() });
    const first = await partner.store.mutate(once, create(given('Once')));
    const second = await partner.store.mutate(once, create(given('Once')));
    expect(second).toEqual({ ...first, replayed: true });
    expect(await named('Once')).toBe(1);
  });

  it('answer the first result where the work would fail now, and keep nothing of it', async () => {
    const once = request({ idempotencyKey: randomUUID() });
    const first = await partner.store.mutate(once, create(given('First')));
    const again = await partner.store.mutate(once, async (unit) => {
      await create(given('Again'))(unit);
      throw new Refused(refuse('organizationArchived', null));
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await partner.store.mutate(once, () => Promise.reject(new Error('bug')))).toEqual(again);
    expect(await named('Again')).toBe(0);
  });

  it('keep a result that is known before with the claim, unless the work fails', async () => {
    const once = request({ idempotencyKey: randomUUID(), result: { id: 'known' } });
    const asKnown = async (unit: UnitOfWork) => (await create(given())(unit), { id: 'known' });
    const no = new Refused(refuse('organizationArchived', null));
    expect(await partner.store.mutate(once, () => Promise.reject(no))).toHaveProperty('refusals');
    const first = await partner.store.mutate(once, asKnown);
    expect(first).toEqual({ result: { id: 'known' }, replayed: false });
    expect(await partner.store.mutate(once, asKnown)).toEqual({ ...first, replayed: true });
  });

  it('are claimed in the round trip of the first statement of the work', async () => {
    const order: string[] = [];
    interface Sent {
      name?: string;
      callback?: (...answer: unknown[]) => void;
    }
    // Cast: pg declares a signature for each way to call it.
    const client = pg.Client.prototype as unknown as { query(...sent: [Sent]): unknown };
    const asked = client.query;
    const spy = vi.spyOn(client, 'query').mockImplementation(function (
      this: typeof client,
      ...[query]
    ) {
      const name = query.name?.replace(/_\w{12}$/, '');
      if (name) order.push(name);
      const { callback } = query;
      if (name === 'idempotency_claim')
        query.callback = (...answer) => {
          order.push('claimed');
          callback?.(...answer);
        };
      return asked.call(this, query);
    });
    await partner.store.mutate(request({ idempotencyKey: randomUUID() }), create(given()));
    spy.mockRestore();
    expect(order.slice(1, 4)).toEqual(['idempotency_claim', 'create_organizations', 'claimed']);
  });

  it('are refused for other input or another mutation', async () => {
    const once = request({ idempotencyKey: randomUUID() });
    await partner.store.mutate(once, create(given()));
    for (const change of [{ input: { a: 2 } }, { operation: 'startRun' }]) {
      const outcome = await partner.store.mutate({ ...once, ...change }, create(given('Never')));
      expect(outcome).toMatchObject({
        refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
      });
    }
    expect(await named('Never')).toBe(0);
  });

  it('do not mind the order of the input’s fields', async () => {
    const key = { idempotencyKey: randomUUID() };
    await partner.store.mutate(
      request({ ...key, input: { a: 1, b: [2, { c: 3, d: 4 }] } }),
      create(given()),
    );
    const again = await partner.store.mutate(
      request({ ...key, input: { b: [2, { d: 4, c: 3 }], a: 1 } }),
      create(given()),
    );
    expect(again).toMatchObject({ replayed: true });
  });

  it('let one of many at once do it, and give the others its result', async () => {
    const once = request({ idempotencyKey: randomUUID() });
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => partner.store.mutate(once, create(given('AtOnce')))),
    );
    expect(outcomes.filter((outcome) => 'result' in outcome && !outcome.replayed)).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => requireAccepted(outcome).id)).size).toBe(1);
    expect(await named('AtOnce')).toBe(1);
  });

  it('belong to one principal', async () => {
    const key = { idempotencyKey: randomUUID() };
    const mine = await partner.store.mutate(request(key), create(given()));
    const yours = await partner.store.mutate(
      request({ ...key, principal: 'member:y' }),
      create(given()),
    );
    expect(yours).toMatchObject({ replayed: false });
    expect(requireAccepted(yours).id).not.toBe(requireAccepted(mine).id);
  });

  it('are forgotten after 24 hours, and where the mutation was refused or failed', async () => {
    const once = request({ idempotencyKey: randomUUID() });
    await expect(
      partner.store.mutate(once, () => Promise.reject(new Error('bug'))),
    ).rejects.toThrow('bug');
    const no = await partner.store.mutate(once, () =>
      Promise.reject(new Refused(refuse('organizationArchived', null))),
    );
    expect(no).toEqual({ refusals: [refuse('organizationArchived', null)] });
    expect(await partner.store.mutate(once, create(given()))).toMatchObject({ replayed: false });
    await database.query(`update idempotency set at = at - interval '25 hours' where key = $1`, [
      once.idempotencyKey,
    ]);
    expect(await partner.store.mutate(once, create(given()))).toMatchObject({ replayed: false });
    await database.query(`update idempotency set at = at - interval '25 hours' where key = $1`, [
      once.idempotencyKey,
    ]);
    await store.system().sweep();
    expect(
      await database.query('select 1 from idempotency where key = $1', [once.idempotencyKey]),
    ).toEqual([]);
  });
});

describe('a refused mutation', () => {
  it('changes nothing, whatever it did before', async () => {
    const outcome = await partner.store.mutate(request(), async (unit) => {
      await create(given('Undone'))(unit);
      throw new Refused(refuse('organizationArchived', null), refuse('nameNotVisible', ['name']));
    });
    expect(outcome).toEqual({
      refusals: [refuse('organizationArchived', null), refuse('nameNotVisible', ['name'])],
    });
    expect(await named('Undone')).toBe(0);
  });
});

describe('connections', () => {
  it('seal the secret, update the open run, and write history without it', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    const connection = {
      clientId: 'new-client',
      clientSecret: 'sandbox-very-secret',
      scopes: ['openid'],
    };
    const outcome = await partner.store.mutate(request(), async (unit) => {
      requireDone(await unit.connections.remove(organization.id, 'adobe', anOccurrence()));
      return unit.connections.set(organization.id, { kind: 'adobe', connection }, anOccurrence());
    });
    expect(requireAccepted(outcome)).toMatchObject({
      organization: { adobeConnected: true, azureConnected: 'READ' },
    });
    expect((await store.system().run(run.id))?.run.connections.adobe).toEqual({
      clientId: 'new-client',
    });
    const opened = await store.system().connections(partner.of(organization.id));
    expect(opened).toMatchObject({
      adobe: connection,
      azure: { clientSecret: 'sandbox-azure-secret' },
      public: { adobe: { clientId: 'new-client' } },
    });
    const everything = await database.query<{ row: string }>(
      `select to_jsonb(c)::text as row from connection c union all select to_jsonb(h)::text from history_entry h union all select to_jsonb(r)::text from run r`,
    );
    expect(everything.length).toBeGreaterThan(5);
    for (const { row } of everything) expect(row).not.toMatch(/secret"?: ?"?sandbox|very-secret/);
    const kinds = (
      await partner.store.history({ first: 10 }, { organizationId: organization.id })
    ).edges.map(({ node }) => node.kind);
    expect(kinds.slice(0, 2)).toEqual(['connectionsChanged', 'adobeConnected']);
  });

  it('do not open with another sealing key, until they are connected again', async () => {
    const organization = await partner.organization();
    await partner.run(organization.id);
    const [recorded] = await database.query<{ fingerprint: string }>(
      'select fingerprint from sealing_key',
    );
    const outsider = await database.store({
      dataDir: `${database.dataDir}/outsider`,
      lostSealingKey: recorded!.fingerprint,
    });
    const opened = () => outsider.system().connections(partner.of(organization.id));
    const shown = { adobe: { clientId: expect.any(String) }, azure: { access: 'READ' } };
    expect(await opened()).toMatchObject({
      adobe: null,
      azure: null,
      unopenable: ['adobe', 'azure'],
      public: shown,
    });
    const adobe = { clientId: 'again', clientSecret: 'sandbox-again', scopes: [] };
    const outcome = await outsider
      .forPartner({ partnerId: partner.partnerId, organizationIds: null })
      .mutate(request(), (unit) =>
        unit.connections.set(organization.id, { kind: 'adobe', connection: adobe }, anOccurrence()),
      );
    requireDone(requireAccepted(outcome));
    expect(await opened()).toMatchObject({ adobe, azure: null, unopenable: ['azure'] });
    await database.query('update sealing_key set fingerprint = $1', [recorded!.fingerprint]);
  });
});

describe('API tokens', () => {
  const bootstrapToken = `kw_${'b'.repeat(32)}`;
  const made = (
    maker: Pick<Authenticated, 'kind' | 'id' | 'principal' | 'name'>,
    idempotencyKey: string | null = null,
  ) =>
    partner.store.mutate(
      {
        principal: maker.principal,
        operation: 'createApiToken',
        idempotencyKey,
        input: {},
        secretResult: true,
      },
      (unit) =>
        unit.tokens.create(
          {
            name: 'CI',
            role: 'OPERATOR',
            scopes: ['read'],
            organizationIds: null,
            expiresAt: null,
            maker,
          },
          anOccurrence(),
        ),
    );

  it('carry a checksum, are shown once and kept hashed', async () => {
    const key = randomUUID();
    const maker = { kind: 'BOOTSTRAP', id: 'b', principal: 'token:b', name: 'Bootstrap' } as const;
    const { token, apiToken } = requireAccepted(await made(maker, key));
    expect(token).toMatch(/^kw_[0-9A-Za-z]{46}$/);
    expect(hasChecksum(token)).toBe(true);
    expect(hasChecksum(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`)).toBe(false);
    const kept = await database.query<{ row: string }>(
      'select to_jsonb(t)::text as row from api_token t union all select to_jsonb(i)::text from idempotency i',
    );
    for (const { row } of kept) expect(row).not.toContain(token.slice(12));
    expect(apiToken.prefix).toBe(token.slice(0, 9));
    // Its answer may have been lost: the same key brings the token again.
    expect(requireAccepted(await made(maker, key)).token).toBe(token);
  });

  it('stand for their maker, but a token of the bootstrap token for itself alone', async () => {
    const bootstrap = {
      kind: 'BOOTSTRAP',
      id: 'b',
      principal: 'token:b',
      name: 'Bootstrap',
    } as const;
    const first = requireAccepted(await made(bootstrap)).apiToken;
    const second = requireAccepted(await made(bootstrap)).apiToken;
    expect([first.principal, second.principal]).toEqual([
      `token:${first.id}`,
      `token:${second.id}`,
    ]);
    const third = requireAccepted(
      await made({ kind: 'TOKEN', id: first.id, principal: first.principal, name: 'CI' }),
    ).apiToken;
    expect(third.principal).toBe(first.principal);
    const member = await aMember(store, partner.partnerId);
    const ofMember = requireAccepted(
      await made({ kind: 'MEMBER', id: member.id, principal: `member:${member.id}`, name: 'Ana' }),
    );
    const authenticated = await store.system().authenticateToken(ofMember.token);
    expect(authenticated).toMatchObject({
      kind: 'TOKEN',
      principal: `member:${member.id}`,
      grants: [{ role: 'OPERATOR', organizationId: null }],
      makerGrants: [{ role: 'OWNER', organizationId: null }],
      scopes: ['read'],
    });
    await database.query('update member set removed_at = now() where id = $1', [member.id]);
    expect(await store.system().authenticateToken(ofMember.token)).toBeNull();
  });

  it('end with expiry and revocation, and note their last use', async () => {
    const maker = { kind: 'BOOTSTRAP', id: 'b', principal: 'token:b', name: 'Bootstrap' } as const;
    const { token, apiToken } = requireAccepted(await made(maker));
    expect((await partner.store.apiToken(apiToken.id))?.lastUsedAt).toBeNull();
    expect(await store.system().authenticateToken(token)).toMatchObject({ id: apiToken.id });
    expect((await partner.store.apiToken(apiToken.id))?.lastUsedAt).not.toBeNull();
    await database.query(
      `update api_token set expires_at = now() - interval '1 second' where id = $1`,
      [apiToken.id],
    );
    expect(await store.system().authenticateToken(token)).toBeNull();
    await database.query('update api_token set expires_at = null where id = $1', [apiToken.id]);
    const revoke = () =>
      partner.store.mutate(request(), (unit) => unit.tokens.revoke(apiToken.id, anOccurrence()));
    const first = requireDone<{ apiToken: { revokedAt: string | null } }>(
      requireAccepted(await revoke()),
    ).apiToken.revokedAt;
    expect(first).not.toBeNull();
    expect(requireAccepted(await revoke())).toMatchObject({ apiToken: { revokedAt: first } });
    expect(await store.system().authenticateToken(token)).toBeNull();
    for (const text of ['', 'kw_', 'nonsense', `${token}x`, `kw_${'z'.repeat(500)}`])
      expect(await store.system().authenticateToken(text)).toBeNull();
  });

  it('never see more organizations than their maker', async () => {
    const [mine, other] = [await partner.organization(), await partner.organization()];
    const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: [mine.id] });
    const maker = { kind: 'TOKEN', id: 't', principal: 'token:t', name: 'T' } as const;
    const make = (organizationIds: string[] | null) =>
      limited.mutate(request(), (unit) =>
        unit.tokens.create(
          { name: 'n', role: 'AUDITOR', scopes: ['read'], organizationIds, expiresAt: null, maker },
          anOccurrence(),
        ),
      );
    expect(requireAccepted(await make(null)).apiToken.organizationIds).toEqual([mine.id]);
    expect(requireAccepted(await make([mine.id, other.id])).apiToken.organizationIds).toEqual([
      mine.id,
    ]);
  });

  it('come from the configuration on an empty database, once', async () => {
    const empty = await aDatabase();
    try {
      const [one, two] = [await empty.store(), await empty.store()];
      const options = { partnerName: 'First', bootstrapToken };
      const outcomes = await Promise.all(
        [one, two].map((each) => each.system().bootstrap(options)),
      );
      expect(outcomes.filter(({ created }) => created)).toHaveLength(1);
      expect(outcomes[0]!.partnerId).toBe(outcomes[1]!.partnerId);
      const authenticated = await one.system().authenticateToken(bootstrapToken);
      expect(authenticated).toMatchObject({
        kind: 'BOOTSTRAP',
        grants: [{ role: 'OWNER', organizationId: null }],
        partnerName: 'First',
        organizationIds: null,
      });
      await expect(async () =>
        one.system().bootstrap({ partnerName: 'x', bootstrapToken: 'short' }),
      ).rejects.toThrow(/32 to 200/);
    } finally {
      await empty.close();
    }
  });
});

describe('a session', () => {
  it('ends unused after its idle time and used at its longest; being asked about is no use (ASVS 5, 7.3.1 and 7.3.2)', async () => {
    const start = Date.now();
    let minutes = 0;
    const clocked = await database.store({ now: () => new Date(start + minutes * 60_000) });
    const system = clocked.system();
    const member = await aMember(clocked, partner.partnerId);
    const limits = { idleSeconds: 3600, longestSeconds: 3 * 3600 };
    const at = async (token: string, when: number, keepAlive = true): Promise<boolean> => {
      minutes = when;
      return (await system.authenticateSession(token, { keepAlive })) !== null;
    };
    const used = (await system.createSession(member.id, limits)).token;
    for (const when of [50, 100, 150, 179])
      expect([when, await at(used, when)]).toEqual([when, true]);
    expect(await at(used, 180)).toBe(false);
    minutes = 0;
    const watched = (await system.createSession(member.id, limits)).token;
    expect([
      await at(watched, 50, false),
      await at(watched, 59, false),
      await at(watched, 60, false),
    ]).toEqual([true, true, false]);
    for (const token of [used, watched]) await system.endSession(token);
  });
});

describe('a text that is no token', () => {
  it('is recognized by its checksum, without the database being asked for it', async () => {
    const system = store.system();
    const [wrong, right] = [`kw_${'x'.repeat(46)}`, newToken()];
    // What is known of configured tokens is asked for again after a second.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    expect(await system.authenticateToken(wrong)).toBeNull();
    await database.query('alter table api_token rename to api_token_away');
    try {
      expect(await system.authenticateToken(wrong)).toBeNull();
      await expect(system.authenticateToken(right)).rejects.toThrow('api_token');
    } finally {
      clock.mockRestore();
      await database.query('alter table api_token_away rename to api_token');
    }
  });
});

describe('members and sessions', () => {
  it('follow the provider’s name, and end sessions', async () => {
    const other = await aPartner(database, store, 'Others');
    const person = { subject: '1', email: '1@example.com' };
    const before = await aMember(store, other.partnerId, { ...person, role: 'OPERATOR' });
    const renamed = await aMember(store, other.partnerId, { ...person, name: 'Renamed' });
    expect(renamed).toEqual({ ...before, name: 'Renamed', lastSeenAt: renamed.lastSeenAt });
    const { token } = await store
      .system()
      .createSession(renamed.id, { idleSeconds: 60, longestSeconds: 600 });
    expect(await store.system().authenticateSession(token)).toMatchObject({
      kind: 'MEMBER',
      id: renamed.id,
      principal: `member:${renamed.id}`,
      makerGrants: null,
    });
    await store.system().endSession(token);
    expect(await store.system().authenticateSession(token)).toBeNull();
    const late = await store
      .system()
      .createSession(renamed.id, { idleSeconds: -1, longestSeconds: 600 });
    expect(await store.system().authenticateSession(late.token)).toBeNull();
    await store.system().sweep();
    expect(await database.query('select 1 from session')).toEqual([]);
  });
});
