/**
 * Behind a pooler that keeps nothing of a session: everything works, and nothing is asked but in a
 * transaction that says as whom.
 */
import { randomUUID } from 'node:crypto';
import {
  aDatabase,
  aMember,
  anOccurrence,
  aPartner,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPooler, type Pooler } from '../testing/aPooler.ts';
import type { Store } from '../store.ts';

let database: TestDatabase;
let pooler: Pooler;
let store: Store;
let partner: TestPartner;
const warnings: string[] = [];

beforeAll(async () => {
  database = await aDatabase();
  pooler = await aPooler(database.runtimeUrl);
  store = await database.store({
    url: pooler.url,
    migrationUrl: database.url,
    onWarning: (message) => warnings.push(message),
  });
  partner = await aPartner(database, store);
});
afterAll(async () => {
  await database.close();
  await pooler.close();
});

describe('behind a pooler in transaction mode', () => {
  it('people sign in, runs continue and work is claimed, though prepared statements are lost', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    await Promise.all(
      Array.from({ length: 12 }, () => partner.store.organization(organization.id)),
    );
    const stored = await partner.play(run.id, (builder) => builder.at('network'));
    expect(stored.run.version).toBeGreaterThan(1);
    const { id } = await aMember(store, partner.partnerId);
    const { token } = await store
      .system()
      .createSession(id, { idleSeconds: 60, longestSeconds: 60 });
    expect((await store.system().authenticateSession(token))?.id).toBe(id);
    await store.system().endSession(token);
    expect(await store.system().authenticateSession(token)).toBeNull();
    expect(await store.queue.claim(1)).toHaveLength(1);
    expect((await partner.store.runs({ first: 10 })).edges).toHaveLength(1);
    expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
    await store.ping();
    expect(warnings.join()).toMatch(/keeps no prepared statements/);
  });

  it('live updates come by asking, and it is said what makes them come at once', async () => {
    expect(warnings.join()).toMatch(/connection pooler.*DATABASE_DIRECT_URL/);
    const { run } = await partner.run((await partner.organization()).id);
    const changes: string[] = [];
    const stop = store.onChange(
      (change) => change.runId === run.id && changes.push(`${change.runId} ${change.version}`),
    );
    await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'Done with it.' }),
    );
    await expect.poll(() => changes).toContain(`${run.id} 2`);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(new Set(changes).size).toBe(changes.length);
    stop();
  });

  it('they come at once past the pooler', async () => {
    const said: string[] = [];
    const direct = { directUrl: database.runtimeUrl, migrationUrl: database.url };
    const other = await database.store({
      url: pooler.url,
      ...direct,
      onWarning: (message) => said.push(message),
    });
    const { run } = await partner.run((await partner.organization()).id);
    const changes: number[] = [];
    other.onChange(({ runId, version }) => runId === run.id && changes.push(version));
    await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'Done with it.' }),
    );
    // Of the start as well, where that notification comes late.
    await expect.poll(() => changes).toContain(2);
    expect(said.join()).not.toMatch(/DATABASE_DIRECT_URL/);
  });

  it('a limited viewer sees what is listed and nothing else, whoever had the connection before', async () => {
    const [listed, hidden] = [await partner.organization(), await partner.organization()];
    const view = store.forPartner({ partnerId: partner.partnerId, organizationIds: [listed.id] });
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, turn) => {
        if (turn % 2) return (await partner.store.organization(hidden.id))?.id === hidden.id;
        return (
          (await view.organization(hidden.id)) === null &&
          (await view.organization(listed.id)) !== null
        );
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  it('no statement was sent outside a transaction', () => {
    // Who one is and whether a pooler is there shows no row.
    const ownRow = /^select (session_user as login|pg_backend_pid\(\) as pid)$/;
    // Without BEGIN, the scope is the first of the statements that one Sync ends.
    const scoped = /^(begin\b|set_scope_\w{12} |\s*select 1 \/ \(current_user = s.role)/i;
    const others = pooler.begun.filter((text) => !scoped.test(text) && !ownRow.test(text));
    expect(others).toEqual([]);
    expect(pooler.begun.length).toBeGreaterThan(20);
  });
});

describe('a database whose row-level security does not hold', () => {
  it('answers nothing and takes nothing', async () => {
    const organization = await partner.organization();
    await database.query('alter table run disable row level security');
    try {
      await expect(partner.store.organization(organization.id)).rejects.toThrow(
        /row-level security.*nothing was read or written/,
      );
      const name = randomUUID();
      const create = partner.store.mutate({ principal: 'p', operation: 'o', input: null }, (unit) =>
        unit.history.append(null, name, {}, anOccurrence()),
      );
      await expect(create).rejects.toThrow(/row-level security/);
      await expect(store.system().run(randomUUID())).rejects.toThrow(/row-level security/);
      expect(await database.query('select 1 from history_entry where kind = $1', [name])).toEqual(
        [],
      );
    } finally {
      await database.query('alter table run enable row level security');
    }
    expect((await partner.store.organization(organization.id))?.id).toBe(organization.id);
  });
});
