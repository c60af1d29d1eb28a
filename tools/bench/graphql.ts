/**
 * Processor time of a list of fifty runs, signed in and read from the database, beside bare
 * node:http, Apollo Server and Mercurius, which have the answer in memory.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../product/startProduct.ts';
import { cpuMilliseconds } from './cpuTime.ts';
import { peerProcess } from './peerProcess.ts';
import { median } from './quantile.ts';
import { report } from './report.ts';
import { seededApi } from './seededApi.ts';

const RUNS = 1_000;
const REQUESTS = 600;
const ROUNDS = 5;
const LIST = `query List($first: Int!) { runs(first: $first) { nodes { id status tracks { id steps { id status since } } organization { id name } } } }`;
const BODY = JSON.stringify({ query: LIST, variables: { first: 50 } });

interface Server {
  url: string;
  pid: number;
  headers: Record<string, string>;
}

async function ask({ url, headers }: Server): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: BODY,
  });
  const text = await answer.text();
  if (answer.status !== 200 || text.includes('"errors"'))
    throw new Error(`${url}: ${answer.status} ${text.slice(0, 300)}`);
  return text;
}

/** What was asked for; programs get the cost besides, which peers don't know. */
const dataOf = (text: string): string =>
  JSON.stringify((JSON.parse(text) as { data: unknown }).data);

/** Milliseconds of processor time a request. */
async function cost(server: Server): Promise<number> {
  const before = cpuMilliseconds(server.pid);
  for (let count = 0; count < REQUESTS; count += 1) await ask(server);
  return (cpuMilliseconds(server.pid) - before) / REQUESTS;
}

const folder = mkdtempSync(join(tmpdir(), 'keyway-bench-graphql-'));
const api = await seededApi(RUNS);
const peers = [];
try {
  const own = { url: api.url, pid: api.pid, headers: { authorization: `Bearer ${api.token}` } };
  const [file, schema] = [
    join(folder, 'answer.json'),
    fileURLToPath(new URL('../../apps/api/schema.graphql', import.meta.url)),
  ];
  const data = dataOf(await ask(own));
  writeFileSync(file, `{"data":${data}}`);
  const [port] = await freePorts();
  for (const program of ['bareList.mjs', 'apolloList.mjs', 'mercuriusList.mjs'])
    peers.push({
      ...(await peerProcess(program, { ANSWER: file, SCHEMA: schema, PORT: String(port) })),
      headers: {},
    });
  for (const peer of peers) {
    if (dataOf(await ask(peer)) !== data) throw new Error(`${peer.url} answers something else.`);
  }
  const servers: Server[] = [own, ...peers];
  const costs = servers.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, server] of servers.entries()) {
      const took = await cost(server);
      // The first round warms up.
      if (round > 0) costs[index]!.push(took);
    }
  }
  const [ours, bare, apollo, mercurius] = costs.map(median) as [number, number, number, number];
  const what = 'list of 50 runs, signed in, processor time a request';
  const figure = { what, unit: 'ms', measured: ours };
  report(
    'graphql',
    [
      {
        ...figure,
        peer: { name: 'bare node:http, the answer in memory', measured: bare },
        goal: { atMost: 6, of: 'ratio' },
      },
      {
        ...figure,
        peer: { name: 'Apollo by its defaults, in memory', measured: apollo },
        goal: { atMost: 0.5, of: 'ratio' },
      },
      { ...figure, peer: { name: 'Mercurius with graphql-jit, in memory', measured: mercurius } },
    ],
    { rows: 50, bytes: data.length, requests: REQUESTS, rounds: ROUNDS },
  );
} finally {
  for (const peer of peers) await peer.stop();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
}
