/**
 * What a run's main job makes the database do: statements, write-ahead log and history entries.
 * Counts, so that a busy machine changes nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { immediateObservations, transition, type Run, type RunEvent } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { openDatabase } from '@keyway/postgres';
import {
  openStore,
  type AdvanceResult,
  type ClaimedEffect,
  type Following,
  type PartnerScope,
  type Store,
} from '@keyway/store';
import pg from 'pg';
import { report } from './report.ts';
import { makePartner, startDriven, type StartedRun } from './seedPartner.ts';
import { vaultObservation } from './vaultObservation.ts';

const RUNS = 10;
const EVENTS = 200;
/** Full-page images depend on when the last checkpoint was, so they are left out. */
const SETTINGS = {
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_keep_size: '512MB',
  shared_preload_libraries: 'pg_stat_statements',
};

/** Every event of the main job, by the processes that bring it. */
const mainJob = (): DrivenRun =>
  new DrivenRun()
    .prepare()
    .approve('AEP')
    .submit()
    .accepted()
    .reported('RUNNING')
    .reported('COMPLETED')
    .approve('CJA')
    .observe()
    .confirmCja();

/** The job key of the effect that the worker answers with this event; null for what people do. */
function jobKeyOf(event: RunEvent): string | null {
  switch (event.kind) {
    case 'factsObserved':
      return `observe:${event.data.track}:${event.data.facts.step}`;
    case 'trackReread':
      return `reread:${event.data.track}`;
    case 'configurationSending':
    case 'configurationAccepted':
      return 'submit';
    case 'configurationObserved':
      return 'poll';
    default:
      return null;
  }
}

/** Plays what follows of a run with the calls of api and worker. */
class Player {
  private readonly store: Store;
  private readonly scope: PartnerScope;
  private readonly held = new Map<string, ClaimedEffect>();

  constructor(store: Store, scope: PartnerScope) {
    this.store = store;
    this.scope = scope;
  }

  async play({ runId, events }: StartedRun): Promise<void> {
    const left = events.map((event) => ({ ...event, at: new Date().toISOString() }));
    for (let event = left.shift(); event; event = left.shift()) {
      const jobKey = jobKeyOf(event);
      if (jobKey === null) await this.byPerson(runId, event);
      else {
        const { lease, work } = await this.effect(runId, jobKey);
        const isLast = event.kind !== 'configurationSending';
        if (isLast) this.held.delete(jobKey);
        const leases = isLast ? { fromEffect: lease } : { underLease: lease };
        const following = readAhead(work.run(runId)!, event, left);
        must(await this.store.system().advance(runId, event, { ...leases, following }));
      }
    }
    this.held.clear();
  }

  private async byPerson(runId: string, event: RunEvent): Promise<void> {
    const request = { principal: event.actor.principal!, operation: 'bench', input: event.id };
    const done = await this.store
      .forPartner(this.scope)
      .mutate(request, (unit) => unit.runs.advance(runId, event));
    if ('refusals' in done) throw new Error(JSON.stringify(done.refusals));
    if ('refusal' in done.result) throw new Error(JSON.stringify(done.result.refusal));
  }

  /** Claims it, with what handlers need: the run and the credentials. */
  private async effect(runId: string, jobKey: string): Promise<ClaimedEffect> {
    const known = this.held.get(jobKey);
    if (known) return known;
    const claimed = await this.store.queue.claim(8);
    for (const effect of claimed) if (effect.runId === runId) this.held.set(effect.jobKey, effect);
    const effect = this.held.get(jobKey);
    if (!effect) throw new Error(`${jobKey} is not due.`);
    return effect;
  }
}

/** What the worker would read with it, as the core asks for it; taken from what is left. */
function readAhead(run: Run, event: RunEvent, left: RunEvent[]): Following[] {
  if (event.kind !== 'factsObserved') return [];
  const following: Following[] = [];
  const asked = new Set<string>();
  const since = new Date().toISOString();
  const apply = (current: Run, applied: RunEvent): Run => {
    const result = transition(current, applied);
    if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
    for (const { jobKey } of immediateObservations(result.effects)) asked.add(jobKey);
    return result.run;
  };
  let current = apply(run, event);
  for (const next of [...left]) {
    const jobKey = jobKeyOf(next);
    if (jobKey === null || !asked.delete(jobKey)) continue;
    left.splice(left.indexOf(next), 1);
    following.push({ event: next, jobKey, reading: { since, run: current } });
    current = apply(current, next);
  }
  return following;
}

function must(result: AdvanceResult): void {
  if (!('run' in result)) throw new Error(JSON.stringify(result));
}

interface Written {
  statements: number;
  walBytes: number;
  entries: number;
}

/**
 * Bytes of the log by table and index, and by kind of record; a table's long values are apart from
 * its rows. What names no block, such as commits, is `other`.
 */
const BY_RELATION = `
  with record as (
    select start_lsn, resource_manager || ' ' || record_type as record, record_length::numeric as bytes from pg_get_wal_records_info($1, $2)
  ), block as (
    select r.record, b.relfilenode, r.bytes / count(*) over (partition by r.start_lsn) as bytes, 1.0 / count(*) over (partition by r.start_lsn) as share
    from record r left join pg_get_wal_block_info($1, $2) b using (start_lsn)
  )
  select coalesce(p.relname || ' (out of line)', c.relname, 'other') as relation, record, round(sum(share) / $3, 1)::float as records, (sum(bytes) / $3)::int as bytes
  from block b left join pg_class c on c.relfilenode = b.relfilenode left join pg_index i on i.indexrelid = c.oid
    left join pg_class p on p.reltoastrelid = coalesce(i.indrelid, c.oid)
  group by 1, 2 having sum(bytes) / $3 >= 20 order by 4 desc`;

const BY_STATEMENT = `
  select left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as statement, sum(calls)::float / $1 as calls, (sum(wal_bytes) / $1)::int as bytes
  from pg_stat_statements group by 1 having sum(wal_bytes) > 0 order by 3 desc limit 25`;

async function showWrites(from: string, to: string, of: number): Promise<void> {
  console.table((await pool.query(BY_STATEMENT, [of])).rows);
  await pool.query('checkpoint');
  console.table((await pool.query(BY_RELATION, [from, to, of])).rows);
}

/** What `work` made the database do, as the server counts it; each of `times` alike. */
async function written(times: number, work: () => Promise<unknown>): Promise<Written> {
  const position = async (): Promise<{ lsn: string; entries: number }> => {
    const { rows } = await pool.query<{ lsn: string; entries: number }>(
      'select pg_current_wal_insert_lsn() as lsn, (select count(*)::int from history_entry) as entries',
    );
    return rows[0]!;
  };
  await pool.query('checkpoint');
  await pool.query('select pg_stat_statements_reset()');
  const before = await position();
  await work();
  const after = await position();
  const { rows } = await pool.query<{ calls: number; bytes: number }>(
    `select (select sum(calls)::int from pg_stat_statements s join pg_roles r on r.oid = s.userid where not r.rolsuper) as calls,
       pg_wal_lsn_diff($1, $2)::int as bytes`,
    [after.lsn, before.lsn],
  );
  await showWrites(before.lsn, after.lsn, times);
  return {
    statements: rows[0]!.calls / times,
    walBytes: rows[0]!.bytes / times,
    entries: (after.entries - before.entries) / times,
  };
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-writes-'));
const database = await openDatabase({ dataDir, settings: SETTINGS });
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: 1 });
// Polls are due at once, and what is read again every hour is not.
const store = await openStore({
  url: database.url,
  migrationUrl: database.migrationUrl,
  dataDir,
  pollScale: 0.001,
  now: () => new Date(Date.now() + 2_000),
});
try {
  await pool.query('create extension pg_stat_statements');
  await pool.query('create extension pg_walinspect');
  const scope = await makePartner(pool, 'Writes');
  const start = (index: number): Promise<StartedRun> => startDriven(store, scope, index, mainJob());
  const player = new Player(store, scope);
  const playAll = async (from: number): Promise<void> => {
    for (let index = from; index < from + RUNS; index += 1) await player.play(await start(index));
  };
  // Prepares every statement.
  await player.play(await start(0));
  const runs = await written(RUNS, () => playAll(1));
  const prepared = await startDriven(store, scope, RUNS + 1, new DrivenRun().prepare());
  await player.play(prepared);
  const { run } = (await store.system().run(prepared.runId))!;
  const events = await written(EVENTS, async () => {
    for (let turn = 1; turn <= EVENTS; turn += 1)
      must(await store.system().advance(prepared.runId, vaultObservation(turn)));
  });
  report(
    'writes',
    [
      { what: 'statements of a run', unit: '', measured: runs.statements, goal: { atMost: 154 } },
      { what: 'WAL of a run', unit: 'kB', measured: runs.walBytes / 1000, goal: { atMost: 113 } },
      { what: 'history entries of a run', unit: '', measured: runs.entries },
      { what: 'statements of an event', unit: '', measured: events.statements },
      {
        what: 'WAL of an event',
        unit: 'kB',
        measured: events.walBytes / 1000,
        goal: { atMost: 8 },
      },
    ],
    { runs: RUNS, events: EVENTS, stateBytes: JSON.stringify(run).length, fullPageImages: 'none' },
  );
} finally {
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
