/**
 * For the test of rolling upgrades: runs from a copy of the previous version's source, so it uses
 * only what both versions have. Prints `open`, works from `go` to `stop`.
 */
import { createInterface } from 'node:readline';
import { openStore, type Store } from '@keyway/store';
import pg from 'pg';
import { aPartner } from './aPartner.ts';

/** What a program of the previous version did on a database that a newer one migrated. */
export interface ProbeResult {
  runIds: string[];
  claimed: number;
  /** What went wrong in runs of its own: nothing may. */
  failures: string[];
  /** What it said of runs that only the newer version understands. */
  refusedToRead: string[];
}

/** Claims what is due and gives it back, as a worker that is stopping does. */
async function claimAndGiveBack(store: Store, result: ProbeResult): Promise<void> {
  for (const effect of await store.queue.claim(5)) {
    result.claimed += 1;
    await store
      .system()
      .run(effect.runId)
      .catch((error: unknown) => result.refusedToRead.push(String(error)));
    await store.queue.heartbeat(effect.lease);
    await store.queue.postpone(effect.lease, new Date().toISOString());
  }
}

const [url = '', dataDir = ''] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
const store = await openStore({ url, dataDir });
const query = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await client.query(text, values)).rows as R[];
const partner = await aPartner({ query }, store, 'Previous version');
const result: ProbeResult = { runIds: [], claimed: 0, failures: [], refusedToRead: [] };
let stopped = false;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
process.stdout.write('open\n');
await lines.next();
void lines.next().then(() => (stopped = true));
while (!stopped) {
  try {
    const { run } = await partner.run((await partner.organization()).id);
    result.runIds.push(run.id);
    await partner.play(run.id, (builder) => builder.at('submission'));
    // Whatever waits is due, so that each version claims what the other asked for, too.
    await query(`update effect set due_at = now() - interval '1 day' where lease_token is null`);
    await claimAndGiveBack(store, result);
  } catch (error) {
    result.failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (result.failures.length > 3) break;
  }
}
await store.close();
await client.end();
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
