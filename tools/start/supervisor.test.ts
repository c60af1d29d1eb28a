/** What the supervisor does where the database cannot start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, it } from 'vitest';
import { RunFolder } from './runFolder.ts';
import { Supervisor, type SupervisorNeeds } from './supervisor.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { smallDisk } from './testing/smallDisk.ts';

const folder = mkdtempSync(`${tmpdir()}/keyway-supervisor-`);
const disk = smallDisk(48 * 1024);
afterAll(() => {
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Its database fails as given; before it would open, the supervisor is stopped. */
function aSupervisor(dataDir: string, failures: Error[]): { it: Supervisor; said: string[] } {
  const said: string[] = [];
  const settings: Partial<Settings> = { dataDir, databaseUrl: undefined, startsSandbox: false };
  const openDatabase: SupervisorNeeds['openDatabase'] = async () => {
    const failure = failures.shift();
    if (failure) throw failure;
    await supervisor.stop();
    throw Object.assign(new Error('stopped'), { code: 'ENOSPC' });
  };
  const supervisor = new Supervisor({
    root: folder,
    // Casts: no part is started, and so nothing else of them is read.
    settings: settings as Settings,
    terminal: { say: (line: string) => said.push(line) } as unknown as Terminal,
    environment: {},
    runFolder: new RunFolder(folder),
    openDatabase,
    onHopeless: () => undefined,
  });
  return { it: supervisor, said };
}

const failed = (message: string, code?: string): Error =>
  Object.assign(new Error(message), { code });

it.each(['ENOSPC', 'EDQUOT'])(
  'waits while the disk is full (%s), and says so once',
  async (code) => {
    const supervisor = aSupervisor(folder, [failed('write', code), failed('write', code)]);
    expect(await supervisor.it.start()).toBe(false);
    expect(supervisor.said).toEqual([
      'Starting the database …',
      `The database cannot start: the disk of ${folder} is full. Waiting for space …`,
    ]);
  },
);

it.skipIf(!disk)('sees a full disk also where PostgreSQL could not even say so', async () => {
  disk!.fill();
  const supervisor = aSupervisor(disk!.path, [failed('PostgreSQL did not start: ')]);
  expect(await supervisor.it.start()).toBe(false);
  expect(supervisor.said.at(-1)).toContain('is full');
  disk!.empty();
  await expect(
    aSupervisor(disk!.path, [failed('PostgreSQL did not start: ')]).it.start(),
  ).rejects.toThrow('PostgreSQL did not start');
});

it('fails at once for any other reason', async () => {
  const supervisor = aSupervisor(folder, [failed('denied', 'EACCES')]);
  await expect(supervisor.it.start()).rejects.toThrow('denied');
});
