/**
 * From the write of a change to its arrival at one viewer and at two hundred, and its cost for the
 * api, beside LISTEN and an event stream.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { parseGlobalId, type RunEvent } from '@keyway/core';
import { openDatabase } from '@keyway/postgres';
import { openStore, type Store } from '@keyway/store';
import pg from 'pg';
import { driveRun } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import { makeTokens, openSubscriptions, openViewers, type ConsolePage } from './consoleViewers.ts';
import { cpuMilliseconds } from './cpuTime.ts';
import { peerProcess } from './peerProcess.ts';
import { quantile } from './quantile.ts';
import { report } from './report.ts';
import { ViewedChanges } from './viewedChanges.ts';

const MANY = 200;
const EVENTS = { one: 300, many: 60 };
const PAUSE_MILLISECONDS = 15;
const WARM_UP = 10;

interface Measured {
  /** Milliseconds from before each write until the last of the viewers has seen it. */
  took: number[];
  /** Milliseconds of processor time of a change, in the process that sends it. */
  cpu: number;
}

async function measure(
  events: number,
  viewers: number,
  viewed: ViewedChanges,
  pid: number,
  write: () => Promise<number>,
): Promise<Measured> {
  const took: number[] = [];
  let before = 0;
  for (let event = -WARM_UP; event < events; event += 1) {
    if (event === 0) before = cpuMilliseconds(pid);
    const begun = performance.now();
    await viewed.all(await write(), viewers);
    if (event >= 0) took.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  return { took, cpu: (cpuMilliseconds(pid) - before) / events };
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
    const actor = { principal: 'member:bench', name: 'Bench', origin: 'console' } as const;
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

interface Own {
  one: Measured;
  sameToken: Measured;
  principals: Measured;
  portfolios: Measured;
}

async function ours(): Promise<Own> {
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
    const keys = [customer.keys.AEP, customer.keys.AEP.replace(/[^/]+$/, 'f'.repeat(32))] as const;
    const write = changing(store, parseGlobalId('Run', id)!, keys);
    const view = async (page: ConsolePage, tokens: string[], events: number): Promise<Measured> => {
      const viewed = new ViewedChanges();
      const clients = await openViewers(product, page, id, tokens, viewed);
      const measured = await measure(events, tokens.length, viewed, product.pid('api')!, write);
      for (const client of clients) await client.dispose();
      await openSubscriptions(product.url, 0);
      return measured;
    };
    const tokens = await makeTokens(product, MANY);
    const same = Array<string>(MANY).fill(tokens[0]!);
    return {
      one: await view('run', [tokens[0]!], EVENTS.one),
      sameToken: await view('run', same, EVENTS.many),
      principals: await view('run', tokens, EVENTS.many),
      portfolios: await view('portfolio', tokens, EVENTS.many),
    };
  } finally {
    await store.close();
    await database.close();
    await product.stop();
  }
}

/** The same with a row and a NOTIFY in one statement, and an event stream. */
async function theirs(databaseUrl: string, events: number, viewers: number): Promise<Measured> {
  const page = await peerProcess('notifySse.mjs', { DATABASE_URL: databaseUrl });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TEMPORARY TABLE change (id int PRIMARY KEY)');
  const viewed = new ViewedChanges();
  const streams = await Promise.all(
    Array.from({ length: viewers }, () => openStream(page.url, viewed)),
  );
  let change = 0;
  const measured = await measure(events, viewers, viewed, page.pid, async () => {
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
  return measured;
}

function openStream(url: string, viewed: ViewedChanges): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const request = get(url, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const [, change] of text.matchAll(/^data: (\d+)$/gm)) viewed.note(Number(change));
      });
      response.once('data', () => resolve(() => request.destroy()));
      response.on('error', () => undefined);
    });
    request.once('error', reject);
  });
}

async function peers(): Promise<{ one: Measured; many: Measured }> {
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

const own = await ours();
const bare = await peers();
const name = 'bare NOTIFY and event stream';
const seen = (what: string, by: Measured, peer: Measured, part: number, goal?: number) => ({
  what: `write to seen, ${what}`,
  unit: 'ms',
  measured: quantile(by.took, part),
  peer: { name, measured: quantile(peer.took, part) },
  ...(goal ? { goal: { atMost: goal } } : {}),
});
const cpu = (what: string, by: Measured, peer: Measured, goal?: number) => ({
  what: `api, CPU of a change, ${what}`,
  unit: 'ms',
  measured: by.cpu,
  peer: { name, measured: peer.cpu },
  ...(goal ? { goal: { atMost: goal } } : {}),
});
report(
  'live',
  [
    seen('one viewer, p99', own.one, bare.one, 0.99, 100),
    seen('one viewer, median', own.one, bare.one, 0.5),
    seen(`the last of ${MANY} viewers of a run, p99`, own.principals, bare.many, 0.99, 250),
    seen(`the last of ${MANY} viewers of a run, median`, own.principals, bare.many, 0.5),
    seen(`the last of ${MANY} sockets of one principal, p99`, own.sameToken, bare.many, 0.99, 250),
    seen(`the last of ${MANY} portfolios, p99`, own.portfolios, bare.many, 0.99, 250),
    cpu('one viewer of a run', own.one, bare.one),
    cpu(`${MANY} viewers of a run`, own.principals, bare.many, 70),
    cpu(`${MANY} sockets of one principal`, own.sameToken, bare.many, 70),
    cpu(`${MANY} portfolios`, own.portfolios, bare.many, 70),
  ],
  { changes: EVENTS, viewers: MANY },
);
