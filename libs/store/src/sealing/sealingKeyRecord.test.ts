/**
 * One database, one local key file: whoever comes with another, or with none, does not start, and
 * gets the way out.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { StartError } from '@keyway/config';
import {
  aDatabase,
  requireAccepted,
  anOccurrence,
  aPartner,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../database/database.ts';
import type { Store } from '../store.ts';
import { openLocalKeyFile } from './sealingKeyRecord.ts';

let database: TestDatabase;
let partner: TestPartner;
beforeEach(async () => {
  database = await aDatabase();
  partner = await aPartner(database, await database.store());
});
afterEach(() => database.close());

const request = { principal: 'member:1', operation: 'test', input: null };
const adobe = { clientId: 'client', clientSecret: 'sandbox-secret', scopes: [] };

async function connected(store: Store): Promise<string> {
  const organizationId = (await partner.organization()).id;
  const own = store.forPartner(partner.store.scope);
  requireDone(
    requireAccepted(
      await own.mutate(request, (unit) =>
        unit.connections.set(organizationId, { kind: 'adobe', connection: adobe }, anOccurrence()),
      ),
    ),
  );
  return organizationId;
}
const elsewhere = () => `${database.dataDir}/elsewhere`;
const refusalOf = (options: Parameters<TestDatabase['store']>[0]): Promise<StartError> =>
  database.store(options).then(
    () => Promise.reject(new Error('It started.')),
    (error: unknown) => (error instanceof StartError ? error : Promise.reject(error as Error)),
  );
const fingerprint = async (): Promise<string> =>
  (await database.query<{ fingerprint: string }>('select fingerprint from sealing_key'))[0]!
    .fingerprint;

it('refuses a process with another DATA_DIR, makes no file there, and says what to do', async () => {
  await connected(await database.store());
  const { message } = await refusalOf({ dataDir: elsewhere() });
  expect(message).toContain(`${elsewhere()}/sealing.key does not exist`);
  expect(message).toContain(`KEYWAY_SEALING_KEY_LOST=${await fingerprint()}`);
  expect(existsSync(`${elsewhere()}/sealing.key`)).toBe(false);
  await copyFile(`${database.dataDir}/sealing.key`, `${elsewhere()}/sealing.key`);
  await database.store({ dataDir: elsewhere() });
});

it('refuses another file before anything was sealed, too', async () => {
  const other = await aDatabase();
  await other.store();
  expect((await refusalOf({ dataDir: other.dataDir })).message).toContain(
    'is not the key that seals',
  );
  await other.close();
});

it('lets one of two first processes with folders of their own win', async () => {
  await database.query('delete from sealing_key');
  const folders = [1, 2, 3, 4].map((one) => `${database.dataDir}/${one}`);
  const started = await Promise.allSettled(folders.map((dataDir) => database.store({ dataDir })));
  expect(started.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ]);
});

it('continues without the file only where it is named as lost; what it sealed is then to be connected again', async () => {
  const organizationId = await connected(await database.store());
  await rm(`${database.dataDir}/sealing.key`);
  await refusalOf({});
  await refusalOf({ lostSealingKey: '0123456789abcdef' });
  const lost = await fingerprint();
  const warnings: string[] = [];
  const store = await database.store({
    lostSealingKey: lost,
    onWarning: (message) => warnings.push(message),
  });
  expect(warnings.join()).toContain(lost);
  expect(await store.system().connections(partner.of(organizationId))).toMatchObject({
    adobe: null,
    unopenable: ['adobe'],
  });
  expect(await fingerprint()).not.toBe(lost);
  // The setting that was left behind gives nobody else's file a way in.
  await mkdir(elsewhere());
  await refusalOf({ dataDir: elsewhere(), lostSealingKey: lost });
  await connected(await database.store({ lostSealingKey: lost }));
});

it('knows the file of a database from before fingerprints by what it opens', async () => {
  await connected(await database.store());
  const kept = await fingerprint();
  await database.query('delete from sealing_key');
  expect((await refusalOf({ dataDir: elsewhere() })).message).toContain(
    'KEYWAY_SEALING_KEY_LOST=unrecorded',
  );
  const other = await aDatabase();
  await other.store();
  expect((await refusalOf({ dataDir: other.dataDir })).message).toContain(
    'is not the key that seals',
  );
  await other.close();
  await database.store();
  expect(await fingerprint()).toBe(kept);
});

it('keeps no trace of the key itself in the database', async () => {
  const key = Buffer.from(
    (await readFile(`${database.dataDir}/sealing.key`, 'utf8')).trim(),
    'base64',
  );
  expect(key.toString('hex')).not.toContain(await fingerprint());
  expect(await fingerprint()).toMatch(/^[0-9a-f]{16}$/);
});

it('starts beside another process that makes the file at the same moment', async () => {
  await database.query('delete from sealing_key');
  const dataDir = `${database.dataDir}/new`;
  const options = { dataDir, wraps: true, lost: null, onWarning: () => undefined };
  const read = (text: unknown, values?: unknown[]): Promise<unknown[]> =>
    database.query(text as string, values);
  const other = { read } as unknown as Database;
  let others = 0;
  const interrupted = {
    read: async (text: unknown, values?: unknown[]) => {
      others += 1;
      // Between this process's first questions the other one starts, from nothing to the end.
      if (others === 1) await openLocalKeyFile(other, options);
      return read(text, values);
    },
  } as unknown as Database;
  const file = await openLocalKeyFile(interrupted, options);
  expect(file?.fingerprint).toBe(await fingerprint());
});
