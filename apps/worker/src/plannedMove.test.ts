/**
 * A planned move to another server, with submissions and a bulk job under way: nothing is lost,
 * nothing is asked for again, and nothing is sent twice (AEP-40).
 */
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkInput } from '@keyway/core';
import {
  beginMove,
  cancelMove,
  completeMove,
  type ClaimedEffect,
  type MoveOptions,
} from '@keyway/store';
import {
  aMember,
  anOccurrence,
  postgresServers,
  requireAccepted,
  requireDone,
  type PostgresServer,
  type PostgresServers,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaseClock } from './leaseClock.ts';
import { runEffect } from './runEffect.ts';
import { areThere, BINARIES, dumpOf, upgradeTo, urlOn, type Dump } from './testing/copies.ts';
import { address, failingOver, lateAdobe, primary } from './testing/failingOver.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import { nameOfDatabase, signedIn } from './testing/restored.ts';
import {
  approved,
  begin,
  database,
  dependencies,
  partner,
  postsOf,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
} from './testing/workerUnderTest.ts';

type Begun = Awaited<ReturnType<typeof begin>>;
const START: BulkInput = { action: 'START_RUNS', track: null, reason: null };

describe.skipIf(!areThere)('a planned move', () => {
  if (!areThere) return;
  // Last of all: the database is dropped before.
  afterAll(() => others.close());
  failingOver({}, BINARIES);
  let others: PostgresServers;
  let [next, again]: PostgresServer[] = [];
  let dump: Dump;
  let [unsent, sent]: Begun[] = [];
  let held: ClaimedEffect;
  let jobId: string;
  let session: string;

  const on = (server: PostgresServer, dataDir = database.dataDir): MoveOptions => {
    const url = urlOn(server, nameOfDatabase());
    return { url, migrationUrl: url, dataDir, report: () => undefined };
  };
  const anotherFolder = (): string => mkdtempSync(join(tmpdir(), 'keyway-other-'));
  /** A process that starts on this server. */
  const started = (server: PostgresServer, dataDir = database.dataDir) =>
    database.store({ url: on(server).url, migrationUrl: on(server).url, dataDir });
  const causesOn = async (server: PostgresServer) =>
    (
      await server.query<{ cause: string }>(
        'select cause from database_era order by number',
        [],
        nameOfDatabase(),
      )
    ).map(({ cause }) => cause);
  const jobNow = async () =>
    (
      await database.query<{ status: string; pending: number }>(
        `select j.status, (select count(*)::int from bulk_item i where i.job_id = j.id and i.status = 'PENDING') as pending
         from bulk_job j where j.id = $1`,
        [jobId],
      )
    )[0];

  /** No worker runs after it: what is due stays as it is. */
  async function aboutToSend({ customer, runId }: Begun): Promise<void> {
    await submit(customer, runId);
    await perform(await claim(runId, 'reread:AEP'));
    expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ status: 'sending' });
  }
  async function aBulkJob(): Promise<string> {
    const organizationIds: string[] = [];
    for (const name of ['One', 'Two', 'Three'])
      organizationIds.push((await partner.organization({ name })).id);
    const { id, name } = await aMember(store, partner.partnerId);
    const viewer = `MEMBER:${id}`;
    const view = store.forPartner({ partnerId: partner.partnerId, organizationIds: null, viewer });
    const actor = { principal: `member:${id}`, name, origin: 'console' } as const;
    const request = { principal: viewer, operation: 'startBulk', input: null };
    const job = await view.mutate(request, (unit) =>
      unit.bulk.start(
        { input: START, organizationIds, starter: viewer },
        { ...anOccurrence(), actor },
      ),
    );
    return requireDone<{ job: { id: string } }>(requireAccepted(job)).job.id;
  }

  beforeAll(async () => {
    others = await postgresServers(BINARIES);
    [next, again] = [await others.primary(), await others.primary()];
    [unsent, sent] = [await begin('happyPath'), await begin('happyPath')];
    await withWorkers(1, async () => {
      for (const { customer, runId } of [unsent!, sent!]) await approved(customer, runId, 'AEP');
    });
    for (const begun of [unsent, sent]) await aboutToSend(begun);
    // Adobe has it, and does not show it yet.
    await perform(await claim(sent.runId, 'submit'), lateAdobe().deps());
    jobId = await aBulkJob();
    session = await signedIn();
    held = await claim(unsent.runId, 'submit');
    await beginMove(on(primary));
    dump = dumpOf(primary, nameOfDatabase());
  });

  it('a worker that held a send before sends nothing, and can’t write', async () => {
    await runEffect(held, dependencies(), new AbortController().signal, leaseClock());
    expect(await postsOf(unsent!.customer)).toEqual([]);
    await expect(store.queue.claim(1)).rejects.toThrow('being moved');
    await expect(started(primary)).rejects.toThrow(/--complete.*--cancel/);
  });

  it('nothing runs on the copy until an operator says which it is', async () => {
    await dump.restoreTo(next!);
    for (const folder of [database.dataDir, anotherFolder()])
      await expect(started(next!, folder)).rejects.toThrow(/--complete.*npm run restored/);
    expect(await causesOn(next!)).toEqual(['FIRST', 'MOVING']);
    const attack = next!.query('delete from session', [], nameOfDatabase());
    await expect(attack).rejects.toThrow('being moved');
    await expect(cancelMove(on(next!))).rejects.toThrow(/another server.*--complete/);
  });

  it('after it everything continues: nothing waits, and nothing is sent twice', async () => {
    await completeMove(on(next!));
    expect((await completeMove(on(next!))).isRepeated).toBe(true);
    address.leadTo(next!.url, { closes: true });
    await store.eras.beat();
    expect(await causesOn(next!)).toEqual(['FIRST', 'MOVING', 'MOVED']);
    expect(await store.eras.settling(300)).toEqual({ era: 3, seconds: 0 });
    expect(await store.monitoring.era()).toEqual({ number: 3, cause: 'MOVED', settlingSeconds: 0 });
    expect(await store.system().authenticateSession(session)).not.toBeNull();
    expect(await jobNow()).toEqual({ status: 'RUNNING', pending: 3 });
    // What was claimed by no worker that lives, and what was put off until then.
    await database.query(
      'update effect set lease_token = null, lease_until = null, due_at = now()',
    );
    await withWorkers(2, () =>
      Promise.all(
        [unsent!, sent!].map(({ runId }) =>
          until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE'),
        ),
      ),
    );
    while ((await store.bulk.work()) > 0);
    expect(await jobNow()).toMatchObject({ pending: 0 });
    for (const { customer, runId } of [unsent!, sent!]) {
      expect(await postsOf(customer)).toHaveLength(1);
      const { organization, tracks } = await runOf(runId);
      expect(tracks.AEP.submission?.delayed).toBeUndefined();
      expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
    }
    while ((await store.eras.announce()) > 0);
    expect(
      await database.query(
        `select kind from history_entry where kind in ('databaseRestored', 'databaseFailedOver', 'configurationNotSent', 'configurationDelayed')`,
      ),
    ).toEqual([]);
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  });

  it('the former server is refused by whoever saw the new one, also once it is opened', async () => {
    await expect(started(primary)).rejects.toThrow('was replaced');
    await expect(cancelMove(on(primary))).rejects.toThrow('completed there');
    // With a data folder that saw nothing, an operator opens it all the same.
    await cancelMove(on(primary, anotherFolder()));
    await expect(started(primary)).rejects.toThrow('was replaced');
    address.leadTo(primary.url, { closes: false });
    await expect(store.eras.settling(300)).rejects.toThrow('was replaced');
    // Who saw neither reads by name before it sends.
    const other = await started(primary, sealedFolder());
    expect((await other.eras.settling(300)).delay).toMatchObject({ cause: 'RESUMED' });
    address.leadTo(next!.url, { closes: true });
  });

  it('the same dump once again is an old copy', async () => {
    await dump.restoreTo(again!);
    await expect(completeMove(on(again!))).rejects.toThrow(/worked on it since.*npm run restored/);
    const weeksLater = (set: string) =>
      again!.query(
        `begin; alter table database_era disable trigger database_is_moving;
         update database_era set began_at = began_at ${set} where cause = 'MOVING';
         alter table database_era enable always trigger database_is_moving; commit`,
        [],
        nameOfDatabase(),
      );
    await weeksLater(`- interval '8 days'`);
    const fresh = on(again!, anotherFolder());
    await expect(completeMove(fresh)).rejects.toThrow(/7 days ago.*npm run restored/);
    await weeksLater(`+ interval '8 days'`);
    await again!.query('drop trigger database_is_moving on partner', [], nameOfDatabase());
    await expect(completeMove(fresh)).rejects.toThrow(/incomplete.*public\.partner/);
    const url = on(again!).url;
    const restored = await database.store({ url, migrationUrl: url, isRestored: true });
    expect(await causesOn(again!)).toEqual(['FIRST', 'MOVING', 'RESTORED']);
    expect(await restored.system().authenticateSession(session)).toBeNull();
    expect((await restored.eras.settling(300)).delay).toMatchObject({ cause: 'RESTORED' });
  });

  it('pg_upgrade is a move, too', async () => {
    await next!.query(`update database_era set beat_at = now()`, [], nameOfDatabase());
    await beginMove(on(next!));
    const upgraded = await others.primary();
    await upgradeTo(next!, upgraded);
    await expect(started(upgraded)).rejects.toThrow('--complete');
    await completeMove(on(upgraded));
    address.leadTo(upgraded.url, { closes: true });
    await store.eras.beat();
    expect((await causesOn(upgraded)).at(-1)).toBe('MOVED');
    expect(await store.eras.settling(300)).toMatchObject({ seconds: 0 });
    expect(await store.system().authenticateSession(session)).not.toBeNull();
    const triggers = await database.query(
      `select from pg_trigger where tgname = 'database_is_moving'`,
    );
    expect(triggers).toEqual([]);
    // The first server of all is not forgotten either.
    await expect(started(primary)).rejects.toThrow('was replaced');
    address.leadTo(primary.url, { closes: true });
    await expect(store.eras.settling(300)).rejects.toThrow('was replaced');
    address.leadTo(upgraded.url, { closes: true });
  });

  function sealedFolder(): string {
    const folder = anotherFolder();
    copyFileSync(join(database.dataDir, 'sealing.key'), join(folder, 'sealing.key'));
    return folder;
  }
});
