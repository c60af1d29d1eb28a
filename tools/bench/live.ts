/**
 * From the write of a change to its arrival at one viewer of the run and at two hundred,
 * over graphql-transport-ws. Beside it the least that a live page can be: LISTEN and an
 * event stream. Both are timed from before the write, so that the transaction counts as well.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { parseGlobalId, type RunEvent } from '@keyway/core';
import { openDatabase } from '@keyway/postgres';
import { openStore, type Store } from '@keyway/store';
import { createClient, type Client } from 'graphql-ws';
import pg from 'pg';
import { driveRun } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { peerProcess } from './peerProcess.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';

const MANY = 200;
const EVENTS = { one: 300, many: 60 };
const PAUSE_MILLISECONDS = 15;
const WARM_UP = 10;
const PATIENCE_MILLISECONDS = 10_000;

/** How many viewers have seen each change, and who waits for all of them. */
class Sightings {
  private readonly seen = new Map<number, number>();
  private wanted: { change: number; viewers: number; notify: () => void } | null = null;

  note(change: number): void {
    const count = (this.seen.get(change) ?? 0) + 1;
    this.seen.set(change, count);
    if (this.wanted?.change === change && count >= this.wanted.viewers) this.wanted.notify();
  }

  /** Resolves when all viewers have seen the change. */
  all(change: number, viewers: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () =>
          reject(
            new Error(`change ${change} was seen by ${this.seen.get(change) ?? 0} of ${viewers}`),
          ),
        PATIENCE_MILLISECONDS,
      );
      const notify = (): void => (clearTimeout(late), resolve());
      this.wanted = { change, viewers, notify };
      if ((this.seen.get(change) ?? 0) >= viewers) notify();
    });
  }
}

/** Milliseconds from before each write until the last of the viewers has seen it. */
async function measure(
  events: number,
  viewers: number,
  sightings: Sightings,
  write: () => Promise<number>,
): Promise<number[]> {
  const took: number[] = [];
  for (let event = -WARM_UP; event < events; event += 1) {
    const begun = performance.now();
    await sightings.all(await write(), viewers);
    if (event >= 0) took.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  return took;
}

/**
 * A run that has begun, in an organization without connections, so that nobody but us changes it.
 */
async function quietRun(product: Product): Promise<{ id: string; customer: SandboxCustomer }> {
  const both = await people(product.url, product.token, 'Bench');
  const customer = await product.sandbox<SandboxCustomer>('POST', '/scenario', {
    scenario: 'happyPath',
  });
  const id = await driveRun(
    { customer, organization: { name: 'Bench live' }, connected: false, until: 'started' },
    both,
  );
  return { id: id!, customer };
}

/** One change by the write path itself; answers the run's version after it. */
function changing(
  store: Store,
  runId: string,
  keys: readonly [string, string],
): () => Promise<number> {
  let turn = 0;
  return async () => {
    const data = { track: 'AEP', keyIdentifier: keys[(turn += 1) % 2]!, vaultResourceId: null };
    const actor = { principal: 'member:bench', name: 'Bench' };
    const event = {
      id: randomUUID(),
      at: new Date().toISOString(),
      actor,
      kind: 'keyProvided',
      data,
    } as RunEvent;
    const outcome = await store.system().advance(runId, event);
    if (!('run' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.run.run.version;
  };
}

/** `viewers` sockets that view one run. */
async function openViewers(
  product: Product,
  runId: string,
  viewers: number,
  sightings: Sightings,
): Promise<Client[]> {
  const clients = Array.from({ length: viewers }, () =>
    createClient({
      url: `${product.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${product.token}` },
    }),
  );
  const query =
    'subscription($id: ID!) { runChanged(runId: $id) { id version status tracks { id steps { id status since } } } }';
  await Promise.all(
    clients.map(
      (client) =>
        new Promise<void>((subscribed, reject) => {
          client.subscribe<{ runChanged: { version: number } }>(
            { query, variables: { id: runId } },
            {
              // The first is the run as it is.
              next: ({ data }) => (subscribed(), data && sightings.note(data.runChanged.version)),
              error: (error) => reject(new Error(JSON.stringify(error))),
              complete: () => undefined,
            },
          );
        }),
    ),
  );
  return clients;
}

async function ours(events: number, viewers: number): Promise<number[]> {
  const product = await startProduct({ LOG_LEVEL: 'warn' });
  const database = await openDatabase({ dataDir: product.dataDir });
  const store = await openStore({
    url: database.url,
    migrationUrl: database.migrationUrl,
    dataDir: product.dataDir,
    applicationName: 'keyway-bench',
  });
  try {
    const { id, customer } = await quietRun(product);
    const sightings = new Sightings();
    const clients = await openViewers(product, id, viewers, sightings);
    const keys = [customer.keys.AEP, customer.keys.AEP.replace(/[^/]+$/, 'f'.repeat(32))] as const;
    const took = await measure(
      events,
      viewers,
      sightings,
      changing(store, parseGlobalId('Run', id)!, keys),
    );
    for (const client of clients) await client.dispose();
    return took;
  } finally {
    await store.close();
    await database.close();
    await product.stop();
  }
}

/** The same with a row and a NOTIFY in one statement, and an event stream. */
async function theirs(databaseUrl: string, events: number, viewers: number): Promise<number[]> {
  const page = await peerProcess('notifySse.mjs', { DATABASE_URL: databaseUrl });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TEMPORARY TABLE change (id int PRIMARY KEY)');
  const sightings = new Sightings();
  const streams = await Promise.all(
    Array.from({ length: viewers }, () => openStream(page.url, sightings)),
  );
  let change = 0;
  const took = await measure(events, viewers, sightings, async () => {
    change += 1;
    await client.query(
      `WITH changed AS (INSERT INTO change VALUES ($1) RETURNING id) SELECT pg_notify('bench_live', id::text) FROM changed`,
      [change],
    );
    return change;
  });
  for (const close of streams) close();
  await client.end();
  await page.stop();
  return took;
}

function openStream(url: string, sightings: Sightings): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = get(url, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [, change] of text.matchAll(/^data: (\d+)$/gm)) sightings.note(Number(change));
      });
      response.once('data', () => resolve(() => request.destroy()));
      response.on('error', () => undefined);
    });
    request.once('error', reject);
  });
}

async function peers(): Promise<{ one: number[]; many: number[] }> {
  const dataDir = mkdtempSync(`${tmpdir()}/keyway-bench-live-`);
  const database = await openDatabase({ dataDir });
  try {
    return {
      one: await theirs(database.migrationUrl, EVENTS.one, 1),
      many: await theirs(database.migrationUrl, EVENTS.many, MANY),
    };
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const own = { one: await ours(EVENTS.one, 1), many: await ours(EVENTS.many, MANY) };
const bare = await peers();
const name = 'bare NOTIFY and event stream';
const figure = (what: string, values: number[], others: number[], part: number, goal?: number) => ({
  what: `write to seen, ${what}`,
  unit: 'ms',
  measured: quantile(values, part),
  peer: { name, measured: quantile(others, part) },
  ...(goal ? { goal: { atMost: goal } } : {}),
});
report(
  'live',
  [
    figure('one viewer, p99', own.one, bare.one, 0.99, 100),
    figure('one viewer, median', own.one, bare.one, 0.5),
    figure(`the last of ${MANY} viewers, p99`, own.many, bare.many, 0.99, 250),
    figure(`the last of ${MANY} viewers, median`, own.many, bare.many, 0.5),
  ],
  { changes: EVENTS, viewers: MANY },
);
