/**
 * A backup is restored after thirty runs were driven to the end: as a disk that is put back, and by
 * archived WAL to a point in time. Nothing is sent twice, and everything comes to its end.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_WAIT_MILLISECONDS, type PostgresServer } from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { copied, diskBackup } from './testing/diskBackup.ts';
import { address, failingOver, primary, servers } from './testing/failingOver.ts';
import {
  aPortfolio,
  expectRight,
  toTheEnd,
  type Azure,
  type Portfolio,
} from './testing/portfolio.ts';
import {
  aDayLater,
  begunBefore,
  expectResumed,
  refusesOtherKey,
  sentAfter,
  signedIn,
} from './testing/restored.ts';
import { database, store } from './testing/workerUnderTest.ts';

const archive = mkdtempSync(join(tmpdir(), 'keyway-archive-'));
spawnSync('chmod', ['777', archive]);
afterAll(() => rmSync(archive, { recursive: true, force: true }));
failingOver({ archive_mode: 'on', archive_command: `cp %p ${archive}/%f` });

const before = {
  portfolio: null as Portfolio | null,
  attacked: null as Azure | null,
  ...{ session: '', backup: '', disk: '', target: '' },
};

/** Ends the server, and leads to one that was made meanwhile. */
async function replacedBy(make: () => Promise<PostgresServer>): Promise<void> {
  address.cut();
  await primary.kill();
  const server = await make();
  await aDayLater(server);
  address.leadTo(server.url, { closes: true });
}

/** Everything that was written is in the archive. */
async function archived(): Promise<void> {
  const [last] = await primary.query<{ file: string }>(
    'select pg_walfile_name(pg_switch_wal()) as file',
  );
  await vi.waitFor(
    async () => {
      const [is] = await primary.query<{ file: string | null }>(
        'select last_archived_wal as file from pg_stat_archiver',
      );
      expect(is!.file! >= last!.file).toBe(true);
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );
}

/** The same server, on the disk of before. It would replace archived WAL by its own. */
async function theDisk(): Promise<PostgresServer> {
  copied(before.disk, primary.data);
  await primary.start({ archive_mode: 'off' });
  return primary;
}

beforeAll(async () => {
  before.backup = await servers.baseBackup(primary);
  before.portfolio = await aPortfolio();
  before.attacked = await begunBefore();
  before.session = await signedIn();
  const [now] = await primary.query<{ at: string }>('select clock_timestamp()::text as at');
  before.target = now!.at;
  before.disk = await diskBackup('snapshot');
  await sentAfter(before.attacked);
  await toTheEnd(before.portfolio);
  await expectRight(before.portfolio);
  await archived();
});

it('resumes on a disk that was put back, under the same timeline', async () => {
  await replacedBy(theDisk);
  await refusesOtherKey(before.attacked!);
  await expectResumed(before.portfolio!, before.session);
});

it('resumes on a base backup with archived WAL, at a point in time', async () => {
  const settings = {
    ...{ archive_mode: 'off', restore_command: `cp ${archive}/%f %p` },
    recovery_target_time: before.target,
  };
  await replacedBy(() => servers.recover(before.backup, settings));
  await refusesOtherKey(before.attacked!);
  await expectResumed(before.portfolio!, before.session);
});

it('refuses a disk of before that recovery, until an operator says that it is meant', async () => {
  await replacedBy(theDisk);
  await expect(database.store()).rejects.toThrow('was replaced by another one');
  await expect(store.eras.settling(1)).rejects.toThrow('was replaced by another one');
  await (await database.store({ isRestored: true })).close();
  await refusesOtherKey(before.attacked!);
  await expectResumed(before.portfolio!, before.session);
});
