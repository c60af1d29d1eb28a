/**
 * Fourteen hostile requests of a signed-in client: whether each is refused, at which processor
 * time, beside Apollo Server with its defaults and the same schema.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMilliseconds } from './cpuTime.ts';
import { HOSTILE } from './hostileQueries.ts';
import { peerProcess } from './peerProcess.ts';
import { report } from './report.ts';
import { seededApi } from './seededApi.ts';

const REQUESTS = 100;
const WARM_UP = 20;
const GOAL_MILLISECONDS = 10;
const LIST = `{ runs(first: 50) { nodes { id status tracks { id steps { id status since } } organization { id name } } } }`;

interface Server {
  url: string;
  pid: number;
  headers: Record<string, string>;
}

async function post(
  { url, headers }: Server,
  body: string,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

interface Outcome {
  refused: boolean;
  /** Milliseconds of processor time a request. */
  cost: number;
}

async function outcome(server: Server, body: string): Promise<Outcome> {
  let refused = true;
  for (let count = 0; count < WARM_UP; count += 1)
    refused &&= (await post(server, body)).status === 400;
  const before = cpuMilliseconds(server.pid);
  for (let count = 0; count < REQUESTS; count += 1) await post(server, body);
  return { refused, cost: (cpuMilliseconds(server.pid) - before) / REQUESTS };
}

const folder = mkdtempSync(join(tmpdir(), 'keyway-bench-hostile-'));
const api = await seededApi(1_000);
try {
  const own = { url: api.url, pid: api.pid, headers: { authorization: `Bearer ${api.token}` } };
  const file = join(folder, 'answer.json');
  writeFileSync(file, (await post(own, JSON.stringify({ query: LIST }))).text);
  const schema = fileURLToPath(new URL('../../apps/api/schema.graphql', import.meta.url));
  const peer = {
    ...(await peerProcess('apolloList.mjs', { ANSWER: file, SCHEMA: schema })),
    headers: {},
  };
  const outcomes: { name: string; ours: Outcome; theirs: Outcome }[] = [];
  for (const [name, body] of Object.entries(HOSTILE))
    outcomes.push({ name, ours: await outcome(own, body), theirs: await outcome(peer, body) });
  await peer.stop();
  const apollo = 'Apollo by its defaults';
  const all = outcomes.length;
  const refusedBy = (client: 'ours' | 'theirs'): number =>
    outcomes.filter((one) => one[client].refused).length;
  const most = (client: 'ours' | 'theirs'): number =>
    Math.max(...outcomes.map((one) => one[client].cost));
  report(
    'hostile',
    [
      {
        what: `refused, of ${all}`,
        unit: '',
        measured: refusedBy('ours'),
        peer: { name: apollo, measured: refusedBy('theirs') },
        goal: { atLeast: all },
      },
      {
        what: 'processor time of the dearest',
        unit: 'ms',
        measured: most('ours'),
        peer: { name: apollo, measured: most('theirs') },
        goal: { atMost: GOAL_MILLISECONDS },
      },
      ...outcomes.map(({ name, ours, theirs }) => ({
        what: ours.refused ? name : `${name} (answered)`,
        unit: 'ms',
        measured: ours.cost,
        peer: { name: theirs.refused ? apollo : `${apollo}, answered`, measured: theirs.cost },
      })),
    ],
    { requests: REQUESTS },
  );
} finally {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
}
