/** What is never deleted, however long it was archived, and what nobody may delete. */
import { randomUUID } from 'node:crypto';
import { aDatabase, aPartner, WORKER, type TestDatabase, type TestPartner } from '@keyway/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesOf, type DatabaseRoles } from '../startup/databaseRoles.ts';
import type { Store } from '../index.ts';
import { ageArchived, anArchived, archive, restore } from '../testing/anArchived.ts';

let database: TestDatabase;
let store: Store;
let sweeping: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  sweeping = await database.store({ retention: { archivedDays: 30 } });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const sweep = (): Promise<void> => sweeping.system().sweep();
const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await database.query(text, values)).length;
const entriesOf = (id: string) => count('select from history_entry where chain_id = $1', id);
const isMarked = async (id: string): Promise<boolean> =>
  (await count('select from organization_deletion where organization_id = $1', id)) > 0;
const deletions = () => count(`select from history_entry where kind = 'organizationDeleted'`);

/** Swept, and exactly as it was. */
async function expectKept(id: string): Promise<void> {
  const [before, recorded] = [await entriesOf(id), await deletions()];
  await sweep();
  expect([await entriesOf(id), await deletions()]).toEqual([before, recorded]);
  expect(before).toBeGreaterThan(0);
  expect(await isMarked(id)).toBe(false);
  expect(await partner.store.organization(id)).not.toBeNull();
  expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true });
}

describe('an organization is kept', () => {
  it('without a period, and while its period lasts', async () => {
    const { id } = await anArchived(database, partner, { days: 29 });
    await expectKept(id);
    await ageArchived(database, id, 4000);
    await store.system().sweep();
    expect(await partner.store.organization(id)).not.toBeNull();
    await sweep();
    expect(await partner.store.organization(id)).toBeNull();
  });

  it('that is not archived, or was archived again', async () => {
    const open = await partner.organization();
    await expectKept(open.id);
    const { id } = await anArchived(database, partner);
    await restore(partner, id);
    await expectKept(id);
    await archive(partner, id);
    await expectKept(id);
  });

  it('whose configuration was sent and whose run is still under way', async () => {
    const { id } = await partner.organization();
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at('activation'));
    await archive(partner, id);
    await ageArchived(database, id, 4000);
    await expectKept(id);
    await partner.play(run.id, (builder) => builder.completed());
    await sweep();
    expect(await partner.store.organization(id)).toBeNull();
  });

  it('while an effect, an item of a bulk job or a dry run is left of it', async () => {
    const { id, runId } = await anArchived(database, partner);
    const ids = [randomUUID(), partner.partnerId, id];
    const leave = async (text: string, values: unknown[], remove: string) => {
      await database.query(text, values);
      await expectKept(id);
      await database.query(remove, [id]);
    };
    await leave(
      `insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at, lease_token, lease_until)
       values ($1, $4, 'poll', $2, $3, 'pollConfiguration', '{}', now(), gen_random_uuid(), now() - interval '1 hour')`,
      [...ids, runId],
      'delete from effect where organization_id = $1',
    );
    await leave(
      `with job as (insert into bulk_job (id, partner_id, action, input, total, starter, actor, started_at)
         values ($1, $2, 'START_RUNS', '{}', 1, 's', '{}', now()) returning id)
       insert into bulk_item (job_id, position, partner_id, organization_id) select id, 0, $2, $3 from job`,
      ids,
      `update bulk_item set status = 'DONE' where organization_id = $1`,
    );
    await leave(
      `with run as (insert into dry_run (id, partner_id, tracks, starter, actor, started_at)
         values ($1, $2, '{AEP}', 's', '{}', now()) returning id)
       insert into dry_run_item (dry_run_id, position, partner_id, organization_id, keys) select id, 0, $2, $3, '{}' from run`,
      ids,
      `update dry_run_item set status = 'DONE' where organization_id = $1`,
    );
    await sweep();
    expect(await partner.store.organization(id)).toBeNull();
    // What was done for many stays, without this one.
    expect(await count('select from bulk_job where id = $1', ids[0])).toBe(1);
    expect(await count('select from bulk_item where job_id = $1', ids[0])).toBe(0);
  });

  it('for a week after the database may have lost that it was restored', async () => {
    const { id } = await anArchived(database, partner);
    for (const cause of ['RESTORED', 'FAILED_OVER']) {
      await database.query('update database_era set cause = $1, began_at = now()', [cause]);
      await expectKept(id);
    }
    await database.query(`update database_era set began_at = now() - interval '8 days'`);
    await sweep();
    expect(await partner.store.organization(id)).toBeNull();
    await database.query(`update database_era set cause = 'FIRST'`);
  });

  it('of another partner, whatever becomes of those beside it', async () => {
    const other = await aPartner(database, store, 'Other');
    const kept = await anArchived(database, other, { days: 10 });
    const entries = await entriesOf(kept.id);
    const { id } = await anArchived(database, partner);
    await sweep();
    expect(await partner.store.organization(id)).toBeNull();
    expect(await other.store.organization(kept.id)).toMatchObject({ id: kept.id });
    expect(await entriesOf(kept.id)).toBe(entries);
    for (const chain of [kept.id, null])
      expect(await other.store.verifyHistory(chain)).toMatchObject({ ok: true });
    expect(
      await count(
        `select from history_entry where chain_id = $1 and kind = 'organizationDeleted'`,
        other.partnerId,
      ),
    ).toBe(0);
  });
});

describe('at the same moment', () => {
  /** Both wait for the chain's lock, in this order. */
  async function inOrder<A, B>(id: string, first: () => Promise<A>, second: () => Promise<B>) {
    return database.holding(
      `select from chain_head where chain_id = '${id}' for update`,
      async (waiting) => {
        const one = first();
        while ((await waiting()) < 1) await new Promise(setImmediate);
        const two = second();
        // The second waits behind the first, not for the lock itself.
        while ((await behind()) < 2) await new Promise(setImmediate);
        return [one, two] as const;
      },
    );
  }
  const behind = () =>
    count(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );

  it('somebody who restores it first keeps it', async () => {
    const { id } = await anArchived(database, partner);
    const [restored, swept] = await inOrder(id, () => restore(partner, id), sweep);
    expect(await restored).toMatchObject({ result: { organization: { archivedAt: null } } });
    await swept;
    await expectKept(id);
  });

  it('somebody who restores it too late finds none', async () => {
    const { id } = await anArchived(database, partner);
    const [swept, restored] = await inOrder(id, sweep, () => restore(partner, id));
    await swept;
    expect(await restored).toMatchObject({ result: { refusal: { code: 'NOT_FOUND' } } });
    expect(await partner.store.organization(id)).toBeNull();
    expect(await entriesOf(id)).toBe(0);
  });

  it('a writer who waited for its lock finds no chain', async () => {
    const { id } = await anArchived(database, partner);
    const client = new pg.Client({ connectionString: database.runtimeUrl });
    await client.connect();
    await client.query(`set role ${(await rolesOf(client))!.system}`);
    const lock = () => client.query(`select from chain_head where chain_id = '${id}' for update`);
    const [swept, locked] = await inOrder(id, sweep, lock);
    expect((await locked).rowCount).toBe(0);
    await swept;
    await client.end();
  });
});

it('a worker that still holds a lease of before finds no run, and brings nothing back', async () => {
  const { id } = await partner.organization();
  const { run } = await partner.run(id);
  await partner.play(run.id, (builder) => builder.at('key'));
  await database.query('update effect set due_at = now() where run_id = $1', [run.id]);
  const claimed = (await store.queue.claim(100)).filter(({ runId }) => runId === run.id);
  expect(claimed.length).toBeGreaterThan(0);
  await archive(partner, id);
  await ageArchived(database, id, 31);
  await sweep();
  for (const { lease } of claimed) {
    const event = {
      ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER },
      ...{ kind: 'workResumed' as const, data: { missing: [] } },
    };
    const late = await store.system().advance(run.id, event, { fromEffect: lease });
    expect(late).toMatchObject({ refusal: { reason: 'runNotFound' } });
    expect(await store.system().discard(run.id, lease)).toBeDefined();
  }
  expect(await entriesOf(id)).toBe(0);
  expect(await count('select from effect where run_id = $1', run.id)).toBe(0);
  expect(await count('select from chain_head where chain_id = $1', id)).toBe(0);
});

describe('nobody deletes history', () => {
  let client: pg.Client;
  let roles: DatabaseRoles;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: database.runtimeUrl });
    await client.connect();
    roles = (await rolesOf(client))!;
  });
  afterEach(() => client.end());
  const codeAs = async (role: string, ...texts: string[]): Promise<string> => {
    await client.query('begin');
    try {
      await client.query(`set local role ${role}`);
      for (const text of texts) await client.query(text);
      return 'done';
    } catch (error) {
      return String((error as { code: unknown }).code);
    } finally {
      await client.query('rollback');
    }
  };
  const DENIED = '42501';
  const RESTRICTED = '23001';

  it('as a partner’s role, also not of a marked organization', async () => {
    const { id, runId } = await anArchived(database, partner);
    await database.holding(`select from run where id = '${runId}' for update`, async () => {
      await sweep();
      expect(await isMarked(id)).toBe(true);
      for (const role of [roles.app, roles.limited]) {
        const scope = `select set_config('keyway.partner_id', '${partner.partnerId}', true), set_config('keyway.retention', 'on', true)`;
        const attack = (text: string) => codeAs(role, scope, text);
        expect(await attack(`delete from history_entry where chain_id = '${id}'`)).toBe(DENIED);
        expect(await attack(`delete from organization_deletion`)).toBe(DENIED);
        expect(await attack(`update organization_deletion set deleted_at = now()`)).toBe(DENIED);
        expect(
          await attack(
            `insert into organization_deletion (organization_id, partner_id, archived_at, entry_id, seq, hash) values ('${id}', '${partner.partnerId}', now(), '${id}', 1, '')`,
          ),
        ).toBe(DENIED);
      }
    });
    await sweep();
  });

  it('as a partner’s role that ends a chain', async () => {
    const { id } = await anArchived(database, partner, { days: 1 });
    const scope = `select set_config('keyway.partner_id', '${partner.partnerId}', true), set_config('keyway.retention', 'on', true)`;
    const end = `update chain_head set ended_at = now() where chain_id = '${id}'`;
    expect(await codeAs(roles.app, scope, end)).toBe(DENIED);
  });

  it('as the system, without a mark, of another organization, or after the end', async () => {
    const { id } = await anArchived(database, partner, { days: 1 });
    const gone = await anArchived(database, partner);
    await sweep();
    const { system } = roles;
    const ofChain = (chain: string) => `delete from history_entry where chain_id = '${chain}'`;
    expect(await codeAs(system, ofChain(id))).toBe(RESTRICTED);
    expect(await codeAs(system, ofChain(partner.partnerId))).toBe(RESTRICTED);
    expect(await codeAs(system, `update history_entry set actor = 'x'`)).toBe(DENIED);
    expect(
      await codeAs(
        system,
        `update organization_deletion set hash = '' where organization_id = '${gone.id}'`,
      ),
    ).toBe(RESTRICTED);
    expect(await codeAs(system, `delete from organization_deletion`)).toBe(DENIED);
    for (const table of ['checkpoint', 'approval_evidence'])
      expect(await codeAs(system, `delete from ${table}`)).toBe(DENIED);
  });

  it('as the system that marks what is not due, or says nothing of it', async () => {
    const young = await anArchived(database, partner, { days: 29 });
    const due = await anArchived(database, partner);
    const mark = (id: string, entry: string) =>
      `insert into organization_deletion (organization_id, partner_id, archived_at, entry_id, seq, hash)
       select o.id, o.partner_id, o.archived_at, ${entry}, h.seq, h.hash from organization o join chain_head h on h.chain_id = o.id where o.id = '${id}'`;
    const seeing = `select set_config('keyway.retention', 'on', true)`;
    const end = (id: string) => `update chain_head set ended_at = now() where chain_id = '${id}'`;
    const anyEntry = `(select e.id from history_entry e where e.chain_id = o.partner_id order by (e.kind = 'organizationDeleted') desc limit 1)`;
    for (const [id, entry] of [
      [young.id, anyEntry],
      [due.id, anyEntry],
      [due.id, 'gen_random_uuid()'],
    ] as const)
      expect(await codeAs(roles.system, seeing, end(id), mark(id, entry))).toBe(RESTRICTED);
    // The chain has not ended.
    expect(await codeAs(roles.system, mark(due.id, anyEntry))).toBe(RESTRICTED);
  });
});
