/**
 * A database that goes away and comes back: nothing crashes, reads and claims wait for it, changes
 * are still delivered.
 */
import { randomUUID } from 'node:crypto';
import {
  aDatabase,
  anOccurrence,
  aPartner,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunChange, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
const warnings: string[] = [];

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store({ onWarning: (message) => warnings.push(message) });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

/** Ends every connection of the store, as a restart of the server does. */
const cutConnections = () =>
  database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );

async function untilNotified(
  stop: (changes: RunChange[]) => boolean,
  act: () => Promise<unknown>,
): Promise<RunChange[]> {
  const changes: RunChange[] = [];
  const delivered = new Promise<void>((resolve) => {
    store.onChange((change) => {
      changes.push(change);
      if (stop(changes)) resolve();
    });
  });
  await act();
  await delivered;
  return changes;
}

describe('lost connections', () => {
  it('do not show in reads, claims and advances', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    for (let round = 0; round < 5; round += 1) {
      await cutConnections();
      const event = {
        ...anOccurrence(),
        kind: 'verificationRequested',
        data: { track: null, step: null },
      } as const;
      const [found, claimed, advanced] = await Promise.all([
        partner.store.organization(organization.id),
        store.queue.claim(1),
        store.system().advance(run.id, { ...event, id: randomUUID() }),
      ]);
      expect(found?.id).toBe(organization.id);
      expect(claimed).toEqual([]);
      expect(advanced).toHaveProperty('run');
    }
    await store.ping();
  });

  it('do not keep changes from being delivered', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    await cutConnections();
    const cancel = () =>
      partner.play(run.id, (builder) => builder.apply('runCancelled', { reason: 'Done with it.' }));
    const changes = await untilNotified(
      (seen) => seen.some((change) => change.runId === run.id && change.version === 2),
      cancel,
    );
    expect(changes.at(-1)).toMatchObject({
      partnerId: partner.partnerId,
      organizationId: organization.id,
    });
    expect(warnings.join()).not.toMatch(/password|postgresql:/);
  });

  it('leave out nothing that was written beside a run, which changes no version', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    const changes: RunChange[] = [];
    const other = await database.store();
    other.onChange((change) => changes.push(change));
    const ofRun = () => changes.filter(({ runId }) => runId === run.id);
    const change = { partnerId: partner.partnerId, organizationId: organization.id };
    await database.query(`select pg_notify('keyway_run', $1)`, [
      JSON.stringify({ ...change, runId: run.id, version: run.version }),
    ]);
    await expect.poll(ofRun).toHaveLength(1);
    // As an entry does that nobody heard of.
    await database.query(
      `update chain_head set at = now() + interval '1 hour', written_at = now() + interval '1 hour' where chain_id = $1`,
      [organization.id],
    );
    await cutConnections();
    await expect
      .poll(() => ofRun().slice(1))
      .toContainEqual({ ...change, runId: run.id, version: run.version });
  });

  it('leave no change out where the missed ones cannot be read at first', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    // Missed, however long it takes until the connection is lost.
    await database.query(`update run set updated_at = now() + interval '1 hour' where id = $1`, [
      run.id,
    ]);
    const said: string[] = [];
    const other = await database.store({ onWarning: (message) => said.push(message) });
    const changes: RunChange[] = [];
    other.onChange((change) => changes.push(change));
    await database.query('alter table run rename to moved_run');
    await cutConnections();
    await expect.poll(() => said.join()).toMatch(/Missed changes could not be read/);
    expect(changes).toEqual([]);
    await database.query('alter table moved_run rename to run');
    await expect
      .poll(() => changes)
      .toContainEqual({
        ...{ partnerId: partner.partnerId, organizationId: organization.id },
        ...{ runId: run.id, version: run.version },
      });
  });
});
