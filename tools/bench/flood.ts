/**
 * What one auditor waits for while another floods the api: 8 and 96 parallel expensive lists, and
 * 64 parallel questions whether it is ready. Beside it the same without a flood, in the same run.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped } from '../bundle/bundles.ts';
import { freePorts } from '../product/startProduct.ts';
import type { Figure } from './figure.ts';
import type { Turn } from './longestTurn.ts';
import { peerProcess, type PeerProcess } from './peerProcess.ts';
import { median, quantile } from './quantile.ts';
import { report } from './report.ts';
import { watchMemory } from './residentMemory.ts';
import { seededApi, type SeededApi } from './seededApi.ts';

const RUNS = 500;
const SAMPLES = 100;
const PAUSE_MS = 10;
const GOAL = { milliseconds: 50, megabytes: 250, stallMilliseconds: 20 };
const HEAVY = `{ runs(first: 100) { nodes { id status waitingOn organization { id name } tracks { id status steps { id status actor since checks { id verdict } } } } } }`;
const LIGHT = `{ runs(first: 10) { nodes { id status } } }`;

interface Answer {
  status: number;
  milliseconds: number;
}

async function ask(url: string, token: string, query: string): Promise<Answer> {
  const begun = performance.now();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await answer.arrayBuffer();
  return { status: answer.status, milliseconds: performance.now() - begun };
}

async function auditor({ url, token }: SeededApi, name: string): Promise<string> {
  const query =
    'mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }';
  const input = { name, role: 'AUDITOR', scopes: ['read'] };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await answer.json()) as { data: { createApiToken: { token: string } } };
  return data.createApiToken.token;
}

interface Measured {
  median: number;
  p99: number;
  turn: Turn;
  /** Of a process that does nothing, at the same time. */
  idleTurn: Turn;
  megabytes: number;
  answered: number;
  refused: number;
}

/** Samples one caller's light question while `flood` runs in so many loops. */
async function during(
  { api, bystander }: { api: SeededApi; bystander: PeerProcess },
  token: string,
  parallel: number,
  flood: () => Promise<number>,
): Promise<Measured> {
  let over = false;
  const statuses: number[] = [];
  await Promise.all([api.longestTurn(), bystander.longestTurn()]);
  const memory = watchMemory(api.pid);
  const floods = Array.from({ length: parallel }, async () => {
    while (!over) {
      const status = await flood();
      statuses.push(status);
      if (status === 429) await sleep(50);
    }
  });
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    times.push((await ask(api.url, token, LIGHT)).milliseconds);
    await sleep(PAUSE_MS);
  }
  over = true;
  const [turn, idleTurn] = await Promise.all([api.longestTurn(), bystander.longestTurn()]);
  await Promise.all(floods);
  const refused = statuses.filter((status) => status === 429).length;
  return {
    median: median(times),
    p99: quantile(times, 0.99),
    turn,
    idleTurn,
    megabytes: Math.max(...memory.stop()),
    answered: statuses.length - refused,
    refused,
  };
}

function figuresOf(what: string, measured: Measured, idle: Measured): Figure[] {
  const peer = (of: number) => ({ name: 'idle', measured: of });
  return [
    {
      what: `another, ${what}: median`,
      unit: 'ms',
      measured: measured.median,
      peer: peer(idle.median),
      goal: { atMost: GOAL.milliseconds },
    },
    { what: `another, ${what}: p99`, unit: 'ms', measured: measured.p99, peer: peer(idle.p99) },
    {
      what: `${what}: longest turn, processor time`,
      unit: 'ms',
      measured: measured.turn.processorTime,
      peer: peer(idle.turn.processorTime),
      goal: { atMost: GOAL.stallMilliseconds },
    },
    {
      what: `${what}: longest stall`,
      unit: 'ms',
      measured: measured.turn.elapsed,
      peer: { name: 'node:http beside it, idle', measured: measured.idleTurn.elapsed },
      goal: { atMost: GOAL.stallMilliseconds },
    },
    {
      what: `${what}: api`,
      unit: 'MB',
      measured: measured.megabytes,
      peer: peer(idle.megabytes),
      goal: { atMost: GOAL.megabytes },
    },
  ];
}

await buildStamped(buildBundles);
const api = await seededApi(RUNS, { probed: true });
const answer = join(mkdtempSync(join(tmpdir(), 'keyway-bench-flood-')), 'answer.json');
writeFileSync(answer, '{}');
const [port] = await freePorts();
const bystander = await peerProcess(
  'bareList.mjs',
  { ANSWER: answer, PORT: String(port) },
  { probed: true },
);
const both = { api, bystander };
try {
  const [flooding, other] = [await auditor(api, 'flood'), await auditor(api, 'other')];
  for (let warmUp = 0; warmUp < 20; warmUp += 1)
    await Promise.all([ask(api.url, flooding, HEAVY), ask(api.url, other, LIGHT)]);
  const alone = [];
  for (let sample = 0; sample < 10; sample += 1)
    alone.push((await ask(api.url, flooding, HEAVY)).milliseconds);
  const idle = await during(both, other, 0, () => Promise.resolve(0));
  const heavy = async (): Promise<number> => (await ask(api.url, flooding, HEAVY)).status;
  const eight = await during(both, other, 8, heavy);
  const many = await during(both, other, 96, heavy);
  const ready = await during(
    both,
    other,
    64,
    async () => (await fetch(api.url.replace('/graphql', '/readyz'))).status,
  );
  report(
    'flood',
    [
      ...figuresOf('8 expensive lists', eight, idle),
      ...figuresOf('96 expensive lists', many, idle),
      ...figuresOf('64 ask /readyz', ready, idle),
      { what: 'an expensive list alone', unit: 'ms', measured: median(alone) },
    ],
    {
      runs: RUNS,
      samples: SAMPLES,
      answered: [eight.answered, many.answered, ready.answered],
      refused: [eight.refused, many.refused, ready.refused],
    },
  );
} finally {
  await bystander.stop();
  rmSync(dirname(answer), { recursive: true, force: true });
  await api.stop();
}
