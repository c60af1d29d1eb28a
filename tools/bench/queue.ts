/**
 * What a job costs in the transaction that changes a run: a row of the effects table beside
 * pg-boss's transactional send. And what a claim costs (`queueClaims.ts`).
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { claimFigures } from './queueClaims.ts';
import { report } from './report.ts';

const WRITERS = 8;
const PER_ROUND_MILLISECONDS = 2_000;
const ROUNDS = 5;

type Job = (client: pg.PoolClient, runId: string) => Promise<unknown>;

const SCHEMA = `
  CREATE TABLE run (id uuid PRIMARY KEY, version int NOT NULL, state jsonb NOT NULL);
  CREATE TABLE history (id uuid PRIMARY KEY, run_id uuid NOT NULL, data jsonb NOT NULL);
  CREATE TABLE effect (id uuid PRIMARY KEY, run_id uuid NOT NULL, slot text NOT NULL, data jsonb NOT NULL, due_at timestamptz NOT NULL,
    generation int NOT NULL, UNIQUE (run_id, slot));
  CREATE INDEX effect_due ON effect (due_at);`;

const UPSERT_EFFECT = `INSERT INTO effect VALUES (gen_random_uuid(), $1, 'observe:AEP:VAULT', $2, now(), 1)
  ON CONFLICT (run_id, slot) DO UPDATE SET data = excluded.data, due_at = excluded.due_at, generation = effect.generation + 1`;

/** One change of a run with its history, and the job under test, in one transaction. */
async function change(pool: pg.Pool, runId: string, job: Job): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT version FROM run WHERE id = $1 FOR UPDATE', [runId]);
    await client.query('UPDATE run SET version = version + 1 WHERE id = $1', [runId]);
    await client.query('INSERT INTO history VALUES ($1, $2, $3)', [
      randomUUID(),
      runId,
      { kind: 'factsObserved' },
    ]);
    await job(client, runId);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** Transactions per second with `WRITERS` writers, each on a run of its own. */
async function rate(pool: pg.Pool, runs: readonly string[], job: Job): Promise<number> {
  const end = performance.now() + PER_ROUND_MILLISECONDS;
  const begun = performance.now();
  let count = 0;
  await Promise.all(
    runs.map(async (runId) => {
      while (performance.now() < end) {
        await change(pool, runId, job);
        count += 1;
      }
    }),
  );
  return (count / (performance.now() - begun)) * 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-'));
const database = await openDatabase({ dataDir });
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: WRITERS });
const boss = new PgBoss(database.migrationUrl);
try {
  await pool.query(SCHEMA);
  await boss.start();
  await boss.createQueue('effects');
  const runs = Array.from({ length: WRITERS }, () => randomUUID());
  for (const id of runs) await pool.query('INSERT INTO run VALUES ($1, 0, $2)', [id, {}]);
  const data = { track: 'AEP', step: 'VAULT', attempt: 0 };
  const jobs: Record<string, Job> = {
    'no job': async () => undefined,
    'effects table': async (client, runId) => {
      await client.query(UPSERT_EFFECT, [runId, data]);
      await client.query(`SELECT pg_notify('keyway_effect', '')`);
    },
    'pg-boss send': (client, runId) =>
      boss.send(
        'effects',
        { runId, ...data },
        { db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) } },
      ),
  };
  const rates: Record<string, number[]> = Object.fromEntries(
    Object.keys(jobs).map((name) => [name, []]),
  );
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const measured = await rate(pool, runs, job);
      if (round > 0) rates[name]!.push(measured); // the first round warms up
    }
  }
  const bare = median(rates['no job']!);
  const sent = { name: 'pg-boss send', measured: median(rates['pg-boss send']!) };
  report(
    'queue',
    [
      {
        what: 'change of a run with an effect',
        unit: 'tx/s',
        measured: median(rates['effects table']!),
        peer: sent,
      },
      { what: 'the same change without any job', unit: 'tx/s', measured: bare, peer: sent },
      ...(await claimFigures()),
    ],
    { writers: WRITERS, rounds: ROUNDS },
  );
} finally {
  await boss.stop({ graceful: false });
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
