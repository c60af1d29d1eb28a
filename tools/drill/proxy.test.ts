/**
 * Two apis behind nginx, with the configuration that the repository has for it: each is restarted
 * in its place, while programs work through https and a socket listens.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  aDatabase,
  aSandbox,
  freePort,
  type TestDatabase,
  type TestSandbox,
} from '@keyway/testing';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { anEmptyDatabase, type EmptyDatabase } from '../testing/emptyDatabase.ts';
import { LISTENING, WORKING, type Started } from '../testing/listenTo.ts';
import { sharedBundles } from '../testing/sharedBundles.ts';
import { findTool } from '../toolCache/tools.ts';
import { nginxBefore, type Nginx } from './testing/nginx.ts';
import { brokenHistories, countPosts } from './testing/outcome.ts';
import { Processes, requireEnd, STOPPING } from './testing/processes.ts';
import { aProgram, twoPrograms } from './testing/program.ts';
import { underLoad } from './testing/underLoad.ts';

const proxy = await findTool('nginx');
const token = `kw_${randomBytes(24).toString('hex')}`;
const authorities = getCACertificates('default');

let folder: string;
let bundles: string;
let server: TestDatabase;
let database: EmptyDatabase;
let sandbox: TestSandbox;
let processes: Processes;
let nginx: Nginx;
let certificate: string;
let ports: [number, number];
const apis: Started[] = [];

beforeAll(async () => {
  if ('missing' in proxy) return;
  folder = mkdtempSync(join(tmpdir(), 'keyway-proxied-'));
  [server, sandbox, bundles] = await Promise.all([aDatabase(), aSandbox(0.01), sharedBundles()]);
  database = await anEmptyDatabase(server);
  ports = [await freePort(), await freePort()];
  const made = await generate([{ name: 'commonName', value: 'keyway-test' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  certificate = made.cert;
  setDefaultCACertificates([...authorities, certificate]);
  nginx = await nginxBefore(proxy.path, { ports, certificate, key: made.private });
  await nginx.start();
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, sandbox.ca);
  processes = new Processes(folder, randomBytes(32).toString('base64'), {
    PATH: process.env['PATH'],
    DATABASE_URL: database.owner,
    KEYWAY_CLOUD: 'sandbox',
    KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}`,
    KEYWAY_SANDBOX_CA: ca,
    KEYWAY_POLL_SCALE: '0.01',
  });
  await Promise.all([startApi(0), startApi(1)]);
  await processes.start([join(bundles, 'worker.js')], {}).said(WORKING);
});
afterAll(async () => {
  setDefaultCACertificates(authorities);
  await nginx?.close();
  await processes?.killAll();
  await sandbox?.close();
  await database?.drop();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function startApi(place: 0 | 1): Promise<void> {
  const api = processes.start([join(bundles, 'api.js')], {
    PORT: String(ports[place]),
    PUBLIC_URL: nginx.url,
    KEYWAY_TRUST_PROXY: '127.0.0.1',
    KEYWAY_BOOTSTRAP_TOKEN: token,
  });
  await api.said(LISTENING);
  apis[place] = api;
}

/** As a service manager does: the same port, and the drain that an installation has. */
async function restart(place: 0 | 1): Promise<void> {
  const api = apis[place]!;
  api.child.kill('SIGTERM');
  await api.said(STOPPING);
  await requireEnd(api);
  await startApi(place);
}

/** Resolves once the api has taken the socket. */
const aSocket = () =>
  new Promise<WebSocket>((resolve, reject) => {
    const address = `${nginx.url.replace('https', 'wss')}/graphql`;
    const socket = new WebSocket(address, 'graphql-transport-ws', { ca: certificate });
    const init = { type: 'connection_init', payload: { authorization: `Bearer ${token}` } };
    socket.once('open', () => socket.send(JSON.stringify(init)));
    socket.once('message', () => resolve(socket)).once('error', reject);
    socket.once('close', (code) => reject(new Error(`The socket was closed with ${code}.`)));
  });
const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', resolve));

const title = 'missing' in proxy ? `(not run: ${proxy.missing}) ` : '';
it.skipIf('missing' in proxy)(
  `${title}restarts each api behind nginx under load: no request fails, and sockets move`,
  async () => {
    const owner = aProgram(nginx.url, token);
    const { operator, approver } = await twoPrograms(nginx.url, owner);
    const sockets = [await aSocket(), await aSocket()];
    const ends = sockets.map(closed);
    const begun = await underLoad({ owner, operator, approver }, sandbox, async () => {
      for (const place of [0, 1, 0] as const) await restart(place);
    });
    for (const { failures } of [owner, operator, approver]) expect(failures).toEqual([]);
    expect(await Promise.all(ends)).toEqual([1001, 1001]);
    (await aSocket()).close();
    expect(
      await countPosts(
        sandbox,
        begun.map(({ customer }) => customer),
      ),
    ).toEqual(begun.map(() => 1));
    expect(await brokenHistories(owner, begun)).toEqual([]);
  },
);

it.skipIf('missing' in proxy)(
  `${title}keeps metrics to those who ask an api itself, and gives pages over https alone`,
  async () => {
    expect((await fetch(`${nginx.url}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${ports[0]}/metrics`)).status).toBe(200);
    const page = await fetch(`${nginx.url}/sign-in`);
    expect(page.status).toBe(200);
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age/);
  },
);

it.skipIf('missing' in proxy)(
  `${title}logs no path of a hand-off, also where an api does not answer`,
  async () => {
    apis[0]!.child.kill('SIGKILL');
    await apis[0]!.ended;
    for (const _ of [1, 2, 3, 4])
      expect((await fetch(`${nginx.url}/hand-off/kwh_secret`)).status).toBeLessThan(500);
    expect(nginx.logged()).not.toContain('kwh_secret');
  },
);
