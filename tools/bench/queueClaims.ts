/**
 * What a claim of 32 effects costs PostgreSQL among none, a hundred thousand and a million due
 * ones, beside the former statement, which sorted all of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import { openStore } from '@keyway/store';
import pg from 'pg';
import { cpuMilliseconds } from './cpuTime.ts';
import type { Figure } from './figure.ts';

const CLAIM = 32;
const SIZES = [
  { due: 0, goal: 3 },
  { due: 100_000, goal: 5 },
  { due: 1_000_000, goal: 5 },
];
const PARTNERS = 1000;
const CLAIMS = 100;
const PEER_CLAIMS = 5;

const dueOf = (retrying: boolean, left: string): string => `(
  select id from effect
  where due_at <= now() and (lease_until is null or lease_until < clock_timestamp())
    and coalesce((data->>'attempt')::int, 0) ${retrying ? '> 0' : '= 0'}
  order by type = 'observeStep', due_at, id limit ${left} for update skip locked)`;
const SORTING_CLAIM = `
  with first as materialized ${dueOf(true, '16')},
  second as materialized ${dueOf(false, `${CLAIM} - (select count(*) from first)`)}
  update effect e set lease_token = gen_random_uuid(), lease_holder = 'bench', claims = claims + 1,
    lease_until = clock_timestamp() + interval '7 s'
  from (select id from first union all select id from second) as due where e.id = due.id returning e.id`;

/** Waiting effects of a thousand partners, and these that are due. */
async function seed(pool: pg.Pool, due: number): Promise<void> {
  const client = await pool.connect();
  // No run is needed to claim.
  await client.query('set session_replication_role = replica');
  await client.query('truncate effect');
  const times = {
    waitingSince: '2026-01-01T00:00:00.000Z',
    pollingSince: '2026-01-01T00:00:00.000Z',
  };
  await client.query(
    `insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
     select gen_random_uuid(), gen_random_uuid(), 'bench', md5('partner' || case when i % 2 = 0 then 0 else i % ${PARTNERS} end)::uuid, gen_random_uuid(),
       case when i % 4 = 1 then 'pollConfiguration' else 'observeStep' end, $2::jsonb || jsonb_build_object('attempt', (i % 10 = 0)::int),
       now() + case when i < ${PARTNERS} then interval '1 day' else (i - ${PARTNERS} - $1) * interval '10 ms' end
     from generate_series(0, ${PARTNERS} + $1 - 1) as i`,
    [due, { track: 'AEP', step: 'VAULT', submissionId: 's', ...times }],
  );
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze effect');
  client.release();
}

/** Processor time of all of the server's connections. */
async function serverTime(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend'`,
  );
  return rows.reduce((sum, { pid }) => sum + cpuMilliseconds(pid), 0);
}

/** Milliseconds of PostgreSQL a claim; each is given back, outside of what is measured. */
async function measure(
  pool: pg.Pool,
  claim: () => Promise<string[]>,
  claims: number,
): Promise<number> {
  let spent = 0;
  for (let count = 0; count < claims; count += 1) {
    const before = await serverTime(pool);
    const ids = await claim();
    spent += (await serverTime(pool)) - before;
    await pool.query(
      'update effect set lease_token = null, lease_until = null where id = any ($1)',
      [ids],
    );
  }
  return spent / claims;
}

export async function claimFigures(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-claims-'));
  const settings = { synchronous_commit: 'off', max_wal_size: '4GB' };
  const database = await openDatabase({ dataDir, settings });
  const { url, migrationUrl } = database;
  const pool = new pg.Pool({ connectionString: migrationUrl, max: 2 });
  const store = await openStore({ url, migrationUrl, dataDir });
  const figures: Figure[] = [];
  try {
    for (const { due, goal } of SIZES) {
      await seed(pool, due);
      const claim = async (): Promise<string[]> =>
        (await store.queue.claim(CLAIM)).map(({ lease }) => lease.effectId);
      const sorting = async (): Promise<string[]> =>
        (await pool.query<{ id: string }>(SORTING_CLAIM)).rows.map(({ id }) => id);
      // The first claims prepare the statements.
      await measure(pool, claim, 10);
      const measured = await measure(pool, claim, CLAIMS);
      figures.push({
        what: `claim of ${CLAIM}, ${due.toLocaleString('en-US')} due, PostgreSQL`,
        unit: 'ms CPU',
        measured,
        goal: { atMost: goal },
        peer: { name: 'sorting all due', measured: await measure(pool, sorting, PEER_CLAIMS) },
      });
    }
    return figures;
  } finally {
    await store.close();
    await pool.end();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
