/**
 * Changes of runs a second through the store's one write path, beside the raw driver writing as
 * many rows of the same tables in one statement, and beside steps of DBOS's workflows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WORKER } from '@keyway/core';
import { openDatabase } from '@keyway/postgres';
import { openStore, type Store } from '@keyway/store';
import pg from 'pg';
import { startDbosOn } from './dbosPeer.ts';
import type { EnginePeer } from './enginePeer.ts';
import { median } from './quantile.ts';
import { report } from './report.ts';
import { makeTemplates } from './seedPartner.ts';
import { vaultObservation } from './vaultObservation.ts';

const ROUNDS = 5;
const PER_ROUND_MILLISECONDS = 3_000;
/** Of one workflow of DBOS: so many that its own rows count for little. */
const STEPS = 250;
const WORKFLOWS_A_ROUND = 10;

/** What a change of a run writes, as one writes it who knows all values beforehand. */
const RAW = `
  with saved as (
    update run set packed_state = $4, version = version + 1, status = 'BLOCKED', updated_at = now() where id = $1
  ), steps as (
    insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since)
    select $1, 'AEP', 'VAULT', $2, $3, $5, 'AZURE_ADMIN', now() where $5 = 'BLOCKED'
    on conflict (run_id, track, step) do update set status = excluded.status, since = excluded.since
  ), closed as (
    delete from run_step where run_id = $1 and track = 'AEP' and step = 'VAULT' and $5 = 'DONE'
  ), observed as (
    insert into step_look (run_id, track, step, partner_id, organization_id, looked_at, packed)
    values ($1, 'AEP', 'VAULT', $2, $3, now(), $8)
    on conflict (run_id, track, step) do update set looked_at = excluded.looked_at, packed = excluded.packed
  ), effects as (
    insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
    values (gen_random_uuid(), $1, 'observe:AEP:VAULT', $2, $3, 'observeStep', '{}', now() + interval '1 day')
    on conflict (run_id, slot) do update set due_at = excluded.due_at, generation = effect.generation + 1
  ), head as (
    update chain_head set seq = seq + 1, hash = $6, at = now() where chain_id = $3 returning seq
  )
  insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, kind, data, previous_hash, hash)
  select gen_random_uuid(), $2, $3, $1, $3, seq, now(), '${WORKER.name}', 'factsObserved', $7::json, $6, $6 from head`;

interface Target {
  id: string;
  partner_id: string;
  organization_id: string;
  state: Buffer;
  /** Of the vault. */
  observation: Buffer;
}

/** Changes a second with a writer for each run. */
async function rate(
  targets: readonly Target[],
  change: (target: Target, turn: number) => Promise<unknown>,
): Promise<number> {
  const begun = performance.now();
  let count = 0;
  await Promise.all(
    targets.map(async (target) => {
      for (let turn = 1; performance.now() - begun < PER_ROUND_MILLISECONDS; turn += 1, count += 1)
        await change(target, turn);
    }),
  );
  return (count / (performance.now() - begun)) * 1000;
}

/** Steps a second that do nothing but are durable, as many workflows at once as we have writers. */
async function stepsOf(dbos: EnginePeer, writers: number): Promise<number> {
  const begun = performance.now();
  const callsOfSteps = Array.from({ length: STEPS }, () => 0);
  await dbos.ask('/runs', { count: WORKFLOWS_A_ROUND, atATime: writers, callsOfSteps });
  return (WORKFLOWS_A_ROUND * STEPS * 1000) / (performance.now() - begun);
}

async function advance(store: Store, { id }: Target, turn: number): Promise<void> {
  const result = await store.system().advance(id, vaultObservation(turn));
  if (!('applied' in result)) throw new Error(JSON.stringify(result));
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-durable-'));
const database = await openDatabase({ dataDir });
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: 8 });
const store = await openStore({ url: database.url, migrationUrl: database.migrationUrl, dataDir });
try {
  const open = `select id, partner_id, organization_id, packed_state as state,
      (select packed from step_look where run_id = run.id and track = 'AEP' and step = 'VAULT') as observation
    from run where status not in ('COMPLETED', 'CANCELLED')`;
  // Runs of their own for each, since the raw driver leaves states and chains behind that are none.
  await makeTemplates(pool, store);
  const ours = (await pool.query<Target>(open)).rows;
  await makeTemplates(pool, store);
  const others = async (): Promise<Target[]> =>
    (await pool.query<Target>(`${open} and not id = any ($1)`, [ours.map(({ id }) => id)])).rows;
  const theirs = await others();
  // What two events write in turns: of a value that stays, PostgreSQL would log nothing.
  const written: Map<string, Target>[] = [];
  for (const turn of [0, 1]) {
    for (const target of theirs) await advance(store, target, turn);
    written.push(new Map((await others()).map((target) => [target.id, target])));
  }
  const { data } = vaultObservation(0);
  const raw = ({ id, partner_id, organization_id }: Target, turn: number): Promise<unknown> => {
    const { state, observation } = written[turn % 2]!.get(id)!;
    return pool.query({
      name: 'raw',
      text: RAW,
      values: [
        id,
        partner_id,
        organization_id,
        state,
        turn % 2 ? 'BLOCKED' : 'DONE',
        '0'.repeat(64),
        JSON.stringify(data),
        observation,
      ],
    });
  };
  const dbos = await startDbosOn(pool, database.migrationUrl);
  const rates: { own: number; raw: number; dbos: number }[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1)
      rates.push({
        own: await rate(ours, (target, turn) => advance(store, target, turn)),
        raw: await rate(theirs, raw),
        dbos: await stepsOf(dbos, ours.length),
      });
  } finally {
    await dbos.stop();
  }
  rates.shift(); // The first round warms up.
  const measured = median(rates.map(({ own }) => own));
  report(
    'durable',
    [
      {
        what: 'durable changes of runs, median',
        unit: 'per s',
        measured,
        peer: { name: 'raw driver, the same rows', measured: median(rates.map(({ raw }) => raw)) },
        goal: { atLeast: 0.5, of: 'ratio' },
      },
      {
        what: 'durable changes of runs, median, beside DBOS',
        unit: 'per s',
        measured,
        peer: { name: 'DBOS, empty steps', measured: median(rates.map((each) => each.dbos)) },
        goal: { atLeast: 1, of: 'ratio' },
      },
    ],
    { writers: ours.length, rounds: ROUNDS },
  );
} finally {
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
