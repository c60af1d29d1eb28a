/**
 * A primary that stands still while another one takes its place, and then continues: no connection
 * leads to it any more, and nobody waits until it ends one.
 */
import { aDatabase, anAddress, type MovableAddress, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rolesOf } from '../startup/databaseRoles.ts';
import { aStandstill, type Standstill } from '../testing/aStandstill.ts';
import { Database } from './database.ts';
import { Notifications } from './notifications.ts';

let database: TestDatabase;
let former: Standstill;
let address: MovableAddress;
beforeAll(async () => {
  database = await aDatabase();
  await (await database.store()).close();
});
beforeEach(async () => {
  former = await aStandstill(database.runtimeUrl);
  address = await anAddress(former.url);
});
afterEach(() => Promise.all([address.close(), former.close()]));
afterAll(() => database.close());

const CONNECTIONS = 4;
async function aPool(url = address.url): Promise<Database> {
  const client = new pg.Client({ connectionString: database.runtimeUrl });
  await client.connect();
  const roles = (await rolesOf(client))!;
  await client.end();
  return new Database({
    ...{ url, roles, now: null, onWarning: () => undefined },
    ...{ applicationName: 'test', maxConnections: CONNECTIONS },
  });
}

const listening = (url = address.url): Notifications =>
  new Notifications(url, 'keyway-test', () => undefined, ['keyway_run']);

/** The address leads past it, and connections are kept. */
const replace = (): void => address.leadTo(database.runtimeUrl, { closes: false });

describe('connections that are being made when the address moves', () => {
  it('are given up with all others of a pool', async () => {
    const pool = await aPool();
    former.stop();
    const reads = Array.from({ length: CONNECTIONS }, () => pool.read(`select 'asked' as said`));
    await expect.poll(former.made).toBe(CONNECTIONS);
    replace();
    pool.reconnect();
    former.resume();
    expect(await Promise.all(reads)).toEqual(reads.map(() => [{ said: 'asked' }]));
    expect(former.arrived()).not.toContain('asked');
    await pool.close();
  });

  it('are given up where they would listen', async () => {
    const notifications = listening();
    await notifications.start();
    const again = new Promise((resolve) => notifications.onReconnect(resolve));
    const before = former.arrived().split('listen keyway_run').length;
    former.stop();
    address.leadTo(former.url, { closes: true });
    await expect.poll(former.made).toBe(2);
    replace();
    notifications.reconnect();
    former.resume();
    await again;
    expect(former.arrived().split('listen keyway_run')).toHaveLength(before);
    await notifications.close();
  });

  it('are given up where they are for monitoring', async () => {
    const store = await database.store({ url: address.url });
    await store.monitoring.ping();
    replace();
    await database.query(`update database_era set timeline = timeline + 1`);
    await store.eras.beat();
    const before = former.arrived();
    await store.monitoring.ping();
    expect(former.arrived()).toBe(before);
    await store.close();
  });
});

describe('a server that stands still and ends no connection', () => {
  it('holds up no pool that is closed', async () => {
    const pool = await aPool(former.url);
    await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.ping()));
    former.stop();
    await pool.close();
  });

  it('holds up no listener that is closed', async () => {
    const notifications = listening(former.url);
    await notifications.start();
    former.stop();
    await notifications.close();
  });
});
