/** A closed database may be an older copy of itself: which command opens it then, and which not. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aDatabase, aMember, aPartner, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { causesOf, moveOptions } from '../testing/moveOptions.ts';
import { beginMove, cancelMove, completeMove } from './moveDatabase.ts';
import { CLOSED } from './movingDatabase.ts';

let database: TestDatabase;
let store: Store;
let token: string;
const warnings: string[] = [];

beforeEach(async () => {
  database = await aDatabase();
  warnings.length = 0;
  store = await database.store({ onWarning: (message) => void warnings.push(message) });
  const partner = await aPartner(database, store);
  const member = await aMember(store, partner.partnerId);
  const limits = { idleSeconds: 86_400, longestSeconds: 864_000 };
  ({ token } = await store.system().createSession(member.id, limits));
  await beginMove(options());
});
afterEach(() => database.close());

const options = (folder = '') => moveOptions(database, { dataDir: join(database.dataDir, folder) });
const seenFile = () => join(database.dataDir, 'database-seen.json');
const seenNow = async () => JSON.parse(await readFile(seenFile(), 'utf8')) as { number: number };
const causes = () => causesOf(database);
/** What was closed says so of itself; its triggers stay. */
const changeEras = (statement: string) =>
  database.query(
    `begin; alter table database_era disable trigger database_is_moving; ${statement};
     alter table database_era enable always trigger database_is_moving; commit`,
  );
const isMoving = `where cause = 'MOVING' and number = (select max(number) from database_era)`;
const isSignedIn = async (on: Store) => (await on.system().authenticateSession(token)) !== null;

/** It is refused, and stays closed; the only way is that of a backup. */
async function opensAsBackup(refusal: RegExp, folder = ''): Promise<void> {
  const before = await causes();
  await expect(cancelMove(options(folder))).rejects.toThrow(refusal);
  expect(await causes()).toEqual(before);
  await expect(database.query('delete from session')).rejects.toThrow(CLOSED);
  await expect(database.store()).rejects.toThrow('npm run restored');
  const restored = await database.store({ isRestored: true });
  expect(await causes()).toEqual([...before, 'RESTORED']);
  expect(await isSignedIn(restored)).toBe(false);
  expect((await restored.eras.settling(300)).delay).toMatchObject({ cause: 'RESTORED' });
}

describe('canceling', () => {
  it('refuses what processes with this folder worked on since', async () => {
    await cancelMove(options());
    await store.eras.beat();
    // A backup of then is put back.
    await database.query('delete from database_era where number = 3');
    expect((await beginMove(options('other'))).isRepeated).toBe(true);
    await opensAsBackup(/older copy.*worked on it since.*npm run restored/);
  });

  it('refuses what was opened as a backup on another server', async () => {
    const seen = { ...(await seenNow()), systemIdentifier: '1', number: 3, movedFrom: [] };
    await writeFile(seenFile(), JSON.stringify(seen));
    await opensAsBackup(/opened on another server.*npm run restored/);
  });

  it.each(['', 'other'])('refuses another timeline, with the folder "%s"', async (folder) => {
    await changeEras(`update database_era set timeline = timeline + 1 ${isMoving}`);
    await opensAsBackup(/older copy.*promoted.*npm run restored/, folder);
  });

  it.each(['', 'other'])('refuses what was closed long ago, with "%s"', async (folder) => {
    await changeEras(`update database_era set began_at = began_at - interval '8 days' ${isMoving}`);
    await opensAsBackup(/older copy.*7 days ago.*npm run restored/, folder);
  });

  it.each(['', 'other'])('opens what was closed days ago, with "%s"', async (folder) => {
    await changeEras(`update database_era set began_at = began_at - interval '6 days' ${isMoving}`);
    await cancelMove(options(folder));
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESUMED']);
    expect(await isSignedIn(store)).toBe(true);
  });

  it('is repeated until something else happens, and changes nothing then', async () => {
    const { closedAt } = await cancelMove(options());
    expect(await cancelMove(options())).toEqual({ isRepeated: true, closedAt });
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESUMED']);
    await database.query(`update database_era set beat_at = now() - interval '1 hour'`);
    await store.eras.beat();
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESUMED', 'RESUMED']);
    await expect(cancelMove(options())).rejects.toThrow('not closed');
  });

  it('is not repeated by another server that has a copy', async () => {
    await cancelMove(options());
    await database.query(`update database_era set system_identifier = '1' where number = 3`);
    await expect(cancelMove(options())).rejects.toThrow('not closed');
  });
});

describe('`npm run restored`', () => {
  it('does not count the original as a backup', async () => {
    await expect(database.store({ isRestored: true })).rejects.toThrow(
      /no backup.*DATABASE_URL.*--cancel/,
    );
    expect(await causes()).toEqual(['FIRST', 'MOVING']);
    await expect(database.query('delete from session')).rejects.toThrow(CLOSED);
    await cancelMove(options());
    expect(await isSignedIn(store)).toBe(true);
    // As it was put back together with the data folder.
    expect(await isSignedIn(await database.store({ isRestored: true }))).toBe(false);
  });

  it('opens it on a server that does not say which one it is', async () => {
    await database.query('revoke execute on function pg_control_system() from public');
    for (const step of [beginMove, completeMove, cancelMove])
      await expect(step(options())).rejects.toThrow(/which one it is.*npm run restored/);
    const restored = await database.store({ isRestored: true });
    expect(await causes()).toEqual(['FIRST', 'MOVING', 'RESTORED']);
    expect(await isSignedIn(restored)).toBe(false);
    await (await database.store()).close();
    await expect(beginMove(options())).rejects.toThrow(/which one it is.*Restore a dump instead/);
  });
});

it('remembers every server that it was moved from', async () => {
  const movedFrom = async (systemIdentifier: string) => {
    await changeEras(
      `update database_era set system_identifier = '${systemIdentifier}' ${isMoving}`,
    );
    await completeMove(options());
  };
  await movedFrom('1');
  await beginMove(options());
  await movedFrom('2');
  const former = ['1', '2'].map((systemIdentifier) =>
    expect.objectContaining({ systemIdentifier }),
  );
  expect(await seenNow()).toMatchObject({ number: 5, movedFrom: former });
  await rm(seenFile());
  await store.eras.beat();
  expect(await seenNow()).toMatchObject({ number: 5, movedFrom: former });
});

it('says that it is closed once of each server that the address leads to', async () => {
  const said = async () => {
    for (let beat = 0; beat < 2; beat += 1) await store.eras.beat();
    return warnings.splice(0);
  };
  expect(await said()).toEqual([expect.stringContaining('To stay on this server')]);
  await changeEras(`update database_era set system_identifier = '1' ${isMoving}`);
  expect(await said()).toEqual([expect.stringContaining('the copy of a database')]);
  expect(await said()).toEqual([]);
});
