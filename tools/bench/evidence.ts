/**
 * What exporting the evidence of a history of a million entries (`ENTRIES`) costs the api: memory,
 * and time beside the raw driver, which reads the same rows and compresses them.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import { globalId } from '@keyway/core';
import { packOfBytes, parseKeySet, verifyPack } from '@keyway/evidence';
import { openDatabase } from '@keyway/postgres';
import { openStore } from '@keyway/store';
import pg from 'pg';
import { report } from './report.ts';
import { residentMegabytes, watchMemory } from './residentMemory.ts';
import { seedChain } from './seedChain.ts';
import { startApi } from './seededApi.ts';

const ENTRIES = Number(process.env['ENTRIES'] ?? 1_000_000);
const TOKEN = `kw_${'bench'.repeat(8)}`;
const BATCH = 1000;

/** Every row in order, as text, compressed and thrown away. */
async function readRaw(pool: pg.Pool, chainId: string): Promise<void> {
  const deflate = createDeflateRaw({ level: 1 }).on('data', () => undefined);
  for (let after = 0; after < ENTRIES; after += BATCH) {
    const { rows } = await pool.query<{ line: string }>(
      'select row_to_json(h)::text as line from history_entry h where chain_id = $1 and seq > $2 and seq <= $3 order by seq',
      [chainId, after, after + BATCH],
    );
    const text = rows.map(({ line }) => `${line}\n`).join('');
    if (!deflate.write(text)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
}

async function export_(url: string): Promise<Buffer[]> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  const parts: Buffer[] = [];
  for await (const part of response.body!) parts.push(Buffer.from(part as Uint8Array));
  return parts;
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-evidence-'));
const database = await openDatabase({
  dataDir,
  settings: { synchronous_commit: 'off', max_wal_size: '4GB' },
});
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: 2 });
const store = await openStore({ url: database.url, migrationUrl: database.migrationUrl, dataDir });
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};
let stop: (() => Promise<unknown>) | undefined;
try {
  const names = { partnerName: 'Bench', bootstrapToken: TOKEN };
  const { partnerId } = await store.system().bootstrap(names);
  const id = await seedChain(pool, { partnerId, organizationIds: null }, ENTRIES);
  await pool.query(
    `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
     values ($1, $2, 'Bench', 'bench', '0123456789ABCDEF01234567@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD', true, now())`,
    [id, partnerId],
  );
  const api = await startApi({ DATABASE_URL: database.url, DATA_DIR: dataDir }, false);
  stop = api.stop;
  const address = `${api.url}/evidence/${globalId('Organization', id)}.zip`;
  // A small one first: what the api needs for any pack is no growth.
  await export_(`${address}?since=2100-01-01`);
  const before = residentMegabytes(api.pid)!;
  const memory = watchMemory(api.pid);
  let parts: Buffer[] = [];
  const taken = await seconds(async () => (parts = await export_(address)));
  const highest = Math.max(...memory.stop());
  const raw = await seconds(() => readRaw(pool, id));
  const keys = parseKeySet(await (await fetch(`${api.url}/.well-known/keyway-keys.json`)).text());
  const pack = Buffer.concat(parts);
  parts = [];
  let entries = 0;
  const verified = await seconds(async () => {
    const found = await verifyPack(await packOfBytes(pack), { keys });
    if (!found.ok) throw new Error(JSON.stringify(found.problems[0]));
    ({ entries } = found);
  });
  const what = `a pack of ${ENTRIES.toLocaleString('en-US')} entries`;
  report(
    'evidence',
    [
      {
        what: `${what}: highest memory of the api, with Node’s own program`,
        unit: 'MB',
        measured: highest,
        peer: { name: 'before it', measured: before },
        goal: { atMost: 150 },
      },
      {
        what: `${what}: exported`,
        unit: 's',
        measured: taken,
        peer: { name: 'the same rows by the raw driver, compressed', measured: raw },
        goal: { atMost: 3, of: 'ratio' },
      },
      { what: `${what}: its size`, unit: 'MB', measured: pack.length / 1e6 },
      { what: `${what}: verified offline`, unit: 's', measured: verified },
      {
        what: `${what}: entries that were verified, of ${ENTRIES + 1}`,
        unit: '',
        measured: entries,
        goal: { atLeast: ENTRIES + 1 },
      },
    ],
    { entries: ENTRIES },
  );
} finally {
  await stop?.();
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
