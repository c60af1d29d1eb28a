/**
 * How long verifying a history of a million entries (`ENTRIES`) takes, in elapsed and processor
 * time, and whether a changed byte anywhere in it is found.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import { openStore, type PartnerStore } from '@keyway/store';
import pg from 'pg';
import { median } from './quantile.ts';
import { report } from './report.ts';
import { seedChain } from './seedChain.ts';
import { makePartner } from './seedPartner.ts';

const ENTRIES = Number(process.env['ENTRIES'] ?? 1_000_000);
const ROUNDS = 2;
const GOAL_SECONDS = 5;
/** Where in the chain one byte is changed. */
const PLACES = [1, ENTRIES / 2, ENTRIES].map(Math.round);

/**
 * Processor seconds of this process and of the database's servers of the application; NaN where the
 * system does not say.
 */
async function cpuSeconds(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'keyway-bench-partner'`,
  );
  const { user, system } = process.cpuUsage();
  return rows.reduce((sum, { pid }) => sum + serverSeconds(pid), (user + system) / 1e6);
}

function serverSeconds(pid: number): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user! + system!) / 100;
  } catch {
    return Number.NaN;
  }
}

/** How many changed bytes were found, one change at a time. */
async function found(pool: pg.Pool, store: PartnerStore, organizationId: string): Promise<number> {
  const client = await pool.connect();
  await client.query('set session_replication_role = replica');
  const change = (seq: number, actor: string) =>
    client.query('update history_entry set actor = $3 where chain_id = $1 and seq = $2', [
      ...[organizationId, seq, actor],
    ]);
  let count = 0;
  for (const seq of PLACES) {
    const { rows } = await client.query<{ id: string; actor: string }>(
      'select id, actor from history_entry where chain_id = $1 and seq = $2',
      [...[organizationId, seq]],
    );
    const { id, actor } = rows[0]!;
    await change(seq, `${actor.slice(0, -1)}~`);
    const { ok, brokenAt } = await store.verifyHistory(organizationId);
    if (!ok && brokenAt === id) count += 1;
    await change(seq, actor);
  }
  client.release(true);
  return count;
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-history-'));
const database = await openDatabase({
  dataDir,
  settings: { synchronous_commit: 'off', max_wal_size: '4GB' },
});
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: 2 });
const store = await openStore({
  url: database.url,
  migrationUrl: database.migrationUrl,
  dataDir,
  applicationName: 'keyway-bench',
});
try {
  const scope = await makePartner(pool, 'Bench');
  const organizationId = await seedChain(pool, scope, ENTRIES);
  const partner = store.forPartner(scope);
  const [passed, spent]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [begun, cpu] = [performance.now(), await cpuSeconds(pool)];
    const verified = await partner.verifyHistory(organizationId);
    if (!verified.ok || verified.entries !== ENTRIES) throw new Error(JSON.stringify(verified));
    passed.push((performance.now() - begun) / 1000);
    spent.push((await cpuSeconds(pool)) - cpu);
  }
  const what = `${ENTRIES.toLocaleString('en-US')} entries verified`;
  report(
    'history',
    [
      {
        what: `${what}, median`,
        unit: 's',
        measured: median(passed),
        goal: { atMost: GOAL_SECONDS },
      },
      {
        what: `${what}, processor time of program and database, median`,
        unit: 's',
        measured: median(spent),
      },
      {
        what: `a byte changed in the first, a middle, the last entry: found and placed, of ${PLACES.length}`,
        unit: '',
        measured: await found(pool, partner, organizationId),
        goal: { atLeast: PLACES.length },
      },
    ],
    { entries: ENTRIES, rounds: ROUNDS },
  );
} finally {
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
