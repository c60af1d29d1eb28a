/**
 * How far the processes of a data folder saw the database, beside the database: what was put back
 * from a disk's snapshot does not know that it is older.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SeenEra } from './eraRecord.ts';

const Stored = z.object({
  systemIdentifier: z.string().nullable(),
  databaseOid: z.string(),
  timeline: z.int().nullable(),
  number: z.int(),
  beats: z.int(),
  // The database has it, too: what else a former version kept is read there again.
  movedFrom: z
    .array(z.object({ systemIdentifier: z.string().nullable(), databaseOid: z.string() }))
    .catch([]),
});

const fileIn = (dataDir: string): string => join(dataDir, 'database-seen.json');

/** Null where nothing was seen, or the file is none of ours. */
export async function readSeenEra(dataDir: string): Promise<SeenEra | null> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return Stored.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Best effort: a folder that can't be written to keeps nothing from working. */
export async function keepSeenEra(dataDir: string, seen: SeenEra): Promise<void> {
  const next = `${fileIn(dataDir)}.${randomUUID()}`;
  try {
    await writeFile(next, `${JSON.stringify(seen)}\n`, { mode: 0o600 });
    await rename(next, fileIn(dataDir));
  } catch {
    await rm(next, { force: true }).catch(() => undefined);
  }
}
