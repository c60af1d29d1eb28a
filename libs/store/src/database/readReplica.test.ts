/** When a read replica is read, and when the primary answers in its place. */
import {
  aDatabase,
  anOccurrence,
  aPartner,
  MAX_WAIT_MILLISECONDS,
  postgresServers,
  type PostgresServer,
  type PostgresServers,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PartnerStore } from '../partnerStore.ts';
import type { Store } from '../store.ts';
import type { PartnerScope } from '../tenancy/visibility.ts';
import { whyNotRead, type ReplicaState } from './readReplica.ts';

const STANDBY: ReplicaState = { era: '1 now', migration: '2', isStandby: true, behindSeconds: 3 };
it.each<[string, Partial<ReplicaState>, string | null]>([
  ['that follows', {}, null],
  ['that follows closely enough', { behindSeconds: 30 }, null],
  ['that was promoted', { isStandby: false }, 'it is not a standby'],
  ['that lost its stream', { behindSeconds: 31 }, 'it is 31 s behind'],
  ['that never replayed', { behindSeconds: null }, 'it does not say how far it is behind'],
  ['of another database', { era: '1 before' }, 'it is not a copy of this database'],
  ['that lags', { migration: '1' }, 'it has not replayed the migration 2 yet'],
])('a server %s is %#', (_which, replica, reason) => {
  const primary = { era: '1 now', migration: '2', isStandby: false, behindSeconds: null };
  expect(whyNotRead(primary, { ...STANDBY, ...replica })).toBe(reason);
});

describe('a standby', () => {
  let servers: PostgresServers;
  let primary: PostgresServer;
  let standby: PostgresServer;
  let database: TestDatabase;
  let store: Store;
  let partner: TestPartner;
  const warnings: string[] = [];

  const at = (server: PostgresServer): string => {
    const url = new URL(database.runtimeUrl);
    url.host = new URL(server.url).host;
    return url.href;
  };
  const open = (replicaUrl: string): Promise<Store> =>
    database.store({ replicaUrl, onWarning: (message) => void warnings.push(message) });
  const scopeOf = (one: TestPartner) => ({ partnerId: one.partnerId, organizationIds: null });
  const viewOf = (scope: PartnerScope): Promise<PartnerStore> =>
    vi.waitFor(
      async () => {
        const view = await store.fromReplica(scope, 'p');
        if (!view) throw new Error(`The standby is not read: ${warnings.at(-1)}`);
        return view;
      },
      { timeout: MAX_WAIT_MILLISECONDS },
    );
  const replayed = (view: PartnerStore, organizationId: string) =>
    vi.waitFor(async () => expect(await view.organization(organizationId)).not.toBeNull(), {
      timeout: MAX_WAIT_MILLISECONDS,
    });

  beforeAll(async () => {
    servers = await postgresServers();
    primary = await servers.primary();
    process.env.DATABASE_URL = primary.url;
    database = await aDatabase();
    partner = await aPartner(database, await database.store());
    standby = await servers.standby(await servers.baseBackup(primary), primary.url, 'standby');
    store = await open(at(standby));
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await database.close();
    await servers.close();
  });

  it('answers what it has, and not what the primary has since', async () => {
    const before = await partner.organization();
    const view = await viewOf(scopeOf(partner));
    await replayed(view, before.id);
    await standby.query('select pg_wal_replay_pause()');
    const after = await partner.organization();
    expect(await view.organization(after.id)).toBeNull();
    expect((await view.organizations({ first: 10 }, {})).edges).toHaveLength(1);
    expect(await view.countOrganizations({})).toMatchObject({ count: 1 });
    expect((await partner.store.organizations({ first: 10 }, {})).edges).toHaveLength(2);
    await standby.query('select pg_wal_replay_resume()');
  });

  it('keeps partners and limited viewers apart, as the primary does', async () => {
    const other = await aPartner(database, store);
    const [own, hidden] = [await partner.organization(), await partner.organization()];
    await replayed(await viewOf(scopeOf(partner)), hidden.id);
    const foreign = await viewOf(scopeOf(other));
    expect(await foreign.organization(own.id)).toBeNull();
    const view = await viewOf({ partnerId: partner.partnerId, organizationIds: [own.id] });
    expect((await view.organizations({ first: 10 }, {})).edges).toHaveLength(1);
    expect(await view.organization(hidden.id)).toBeNull();
  });

  it('is never written to: the primary is', async () => {
    const view = await viewOf(scopeOf(partner));
    const request = { principal: 'p', operation: 'o', input: null };
    await view.mutate(request, (unit) => unit.history.append(null, 'written', {}, anOccurrence()));
    expect(
      await database.query(`select count(*)::int as n from history_entry where kind = 'written'`),
    ).toEqual([{ n: 1 }]);
  });

  it('of another database is not read, nor is one that is gone', async () => {
    const foreign = await servers.primary();
    const wrong = await open(at(foreign));
    expect(await wrong.fromReplica(scopeOf(partner), 'p')).toBeNull();
    expect(warnings.at(-1)).toMatch(/DATABASE_REPLICA_URL.*not used: .*primary answers/);
    const itself = await open(at(primary));
    expect(await itself.fromReplica(scopeOf(partner), 'p')).toBeNull();
    expect(warnings.at(-1)).toMatch(/it is not a standby/);
    const view = await viewOf(scopeOf(partner));
    await standby.kill();
    expect(await view.organizations({ first: 1 }, {})).toMatchObject({ edges: [{}] });
    const gone = await open(at(standby));
    expect(await gone.fromReplica(scopeOf(partner), 'p')).toBeNull();
    expect(await partner.store.organizations({ first: 1 }, {})).toMatchObject({ edges: [{}] });
  });

  it('is none where none is named', async () => {
    const alone = await database.store();
    expect(await alone.fromReplica(scopeOf(partner), 'p')).toBeNull();
  });
});
