/**
 * The embedded database on a disk that is full: its refusals are reported as such, it comes back
 * after it had to end, and everything continues when there is space.
 */
import { openDatabase } from '@keyway/postgres';
import { unavailabilityOf } from '@keyway/store';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { smallDisk } from './testing/smallDisk.ts';

const disk = smallDisk(200_000);
afterAll(() => disk?.remove());

async function attempt(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test.skipIf(!disk)(
  'refuses while it is full, also after it had to end, and continues when there is space',
  async () => {
    const database = await openDatabase({ dataDir: disk!.path, settings: { fsync: 'off' } });
    const grow =
      'insert into kept select repeat(md5(i::text), 200) from generate_series(1, 20000) as i';
    try {
      expect(await attempt(database.migrationUrl, 'create table kept (text text)')).toBeNull();
      expect(await attempt(database.migrationUrl, "insert into kept values ('before')")).toBeNull();
      disk!.fill();
      let refusal: unknown = null;
      for (let round = 0; round < 20 && !refusal; round += 1)
        refusal = await attempt(database.migrationUrl, grow);
      expect(unavailabilityOf(refusal)).toBe('full');

      // It ends itself where it cannot even write its log.
      let ended = false;
      database.onExit(() => (ended = true));
      const log =
        "select pg_logical_emit_message(false, 'full', repeat('x', 900000)), pg_switch_wal()";
      for (let round = 0; round < 40 && !ended; round += 1) {
        const error = await attempt(database.migrationUrl, log);
        if (error) expect(['full', 'away']).toContain(unavailabilityOf(error));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }

      disk!.empty();
      while (await attempt(database.migrationUrl, "insert into kept values ('after')"))
        await new Promise((resolve) => setTimeout(resolve, 100));
      const client = new pg.Client({ connectionString: database.migrationUrl });
      await client.connect();
      const { rows } = await client.query<{ text: string }>(
        "select text from kept where text in ('before', 'after') order by text desc",
      );
      await client.end();
      expect(rows.map(({ text }) => text)).toEqual(['before', 'after']);
    } finally {
      disk!.empty();
      await database.close();
    }
  },
);
