/** A database that the version before this one works on, too. Imported by tests only. */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { aDatabase, type ProbeResult, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect } from 'vitest';
import { checkOutVersion, startProbe, versionMissing } from './previousVersion.ts';

const missing = versionMissing();
/** A checkout without history may skip this; a build that decides over a change may not. */
export const mayBeSkipped = missing !== null && !process.env['CI'];

export let database: TestDatabase;
/** Its source. */
export let folder: string;

/** To be called once by a file. */
export function besidePreviousVersion(): void {
  beforeAll(async () => {
    database = await aDatabase();
    folder = await mkdtemp(join(tmpdir(), 'keyway-previous-'));
    if (mayBeSkipped) return;
    if (missing) throw new Error(missing);
    checkOutVersion(folder);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
}

/** Its process on an empty database, which it migrated; it works between `go` and its result. */
export async function openedByPreviousVersion(): Promise<{
  probe: ChildProcess;
  result: () => Promise<ProbeResult>;
}> {
  await database.query('drop schema public cascade; create schema public');
  const probe = startProbe(folder, database.url, database.dataDir);
  const lines = createInterface({ input: probe.stdout! })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  expect(await nextLine()).toBe('open');
  return { probe, result: async () => JSON.parse(await nextLine()) as ProbeResult };
}
