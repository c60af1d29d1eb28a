import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newToken } from '@keyway/store';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  aClient,
  anOrganization,
  aServer,
  BOOTSTRAP,
  TEST_CONFIG,
  type TestServer,
} from './testing/aServer.ts';
import { makeLog } from './log.ts';
import { startServer } from './server.ts';

let server: TestServer;
let outside: string;
let build: string;
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'keyway-console-'));
  build = join(outside, 'dist');
  await mkdir(join(build, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'not the console’s');
  await writeFile(join(build, '.hidden'), 'not for browsers');
  await writeFile(join(build, 'index.html'), '<!doctype html><title>Keyway</title>');
  await writeFile(join(build, 'assets/index-Ab12Cd34.js'), 'export {}');
  await writeFile(
    join(build, 'csp.json'),
    JSON.stringify({ styles: ['sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='] }),
  );
  server = await aServer({}, { consoleBuild: build });
});
afterAll(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});
const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

describe('a body that is too large', () => {
  it('is refused with a message that reaches a client which is still sending', async () => {
    const body = JSON.stringify({
      query: '{ viewer { id } }',
      padding: 'x'.repeat(10 * 1024 * 1024),
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${BOOTSTRAP}` };
    for (let round = 0; round < 3; round += 1) {
      const response = await get('/graphql', { method: 'POST', headers, body });
      expect([response.status, await response.text()]).toEqual([
        413,
        expect.stringContaining('larger than 6 MiB'),
      ]);
    }
  });
});

describe('the console’s files', () => {
  it('are served for good where hashed, fresh otherwise, and for every page of the console', async () => {
    const asset = await get('/assets/index-Ab12Cd34.js');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of ['/', '/runs/abc', '/organizations']) {
      const page = await get(path);
      expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
        200,
        'no-cache',
        '<!doctype html><title>Keyway</title>',
      ]);
    }
  });

  it('are those of the newest build without a restart', async () => {
    expect((await get('/assets/later-Ef56Gh78.js')).status).toBe(404);
    await writeFile(join(build, 'assets/later-Ef56Gh78.js'), 'export {}');
    expect((await get('/assets/later-Ef56Gh78.js')).status).toBe(200);
    await rm(join(build, 'assets/later-Ef56Gh78.js'));
    expect((await get('/assets/later-Ef56Gh78.js')).status).toBe(404);
  });

  it.each([
    '/assets/missing-Ab12Cd34.js',
    '/assets',
    '/assets/',
    '/.hidden',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '//../secret.txt',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/.env',
    '/auth/none',
    '/assets/../../package.json',
  ])('hold nothing at %s', async (path) => {
    const status = await new Promise((resolve) =>
      request(
        `${server.url}/`,
        { path },
        (response) => (response.resume(), resolve(response.statusCode)),
      ).end(),
    );
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('come with a policy that allows nothing inline and nothing from elsewhere (ASVS 5)', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    // Inline styles by their hashes alone: the console's, and those of the sign-in pages.
    expect(policy).toMatch(/style-src 'self'(?: 'sha256-[A-Za-z0-9+/]{43}=')+;/);
    expect(policy).toContain("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('metrics and health', () => {
  it('answers alive and ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('counts requests by route, without customer data', async () => {
    const { id } = await anOrganization(server.owner, { name: 'Nobody Elses' });
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(
      /keyway_http_request_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/,
    );
    expect(text).toContain('keyway_effects{state="due"}');
    expect(text).toMatch(/^keyway_effects_failing 0$/m);
    expect(text).toMatch(/^keyway_statuses_unread 0$/m);
    expect(text).toMatch(/^keyway_effects_oldest_due_seconds \d/m);
    for (const secret of [id, 'Nobody', BOOTSTRAP]) expect(text).not.toContain(secret);
  });

  it('is not ready while the database is gone, and is again when it is back', async () => {
    const other = await aServer();
    const [{ name }] = (await other.database.query<{ name: string }>(
      'select current_database() as name',
    )) as [{ name: string }];
    const status = async (): Promise<number> => (await fetch(`${other.url}/readyz`)).status;
    const admin = (text: string) => server.database.query(text);
    try {
      expect(await status()).toBe(200);
      await admin(`alter database ${name} allow_connections false`);
      await admin(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      // what is said is up to a second old
      while ((await status()) !== 503) await new Promise(setImmediate);
      const answer = await other.owner.raw({ query: '{ viewer { id } }' });
      expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([
        503,
        'SERVICE_UNAVAILABLE',
      ]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
      await admin(`alter database ${name} allow_connections true`);
      while ((await status()) !== 200) await new Promise(setImmediate);
      expect((await other.owner.raw({ query: '{ viewer { id } }' })).status).toBe(200);
    } finally {
      await admin(`alter database ${name} allow_connections true`);
      await other.close();
    }
  });
});

describe('the rate', () => {
  it('is kept per token, with 429 and when to come again', async () => {
    const lines: string[] = [];
    const log = makeLog('info', { write: (line) => void lines.push(line) });
    const { store, partnerId } = server;
    const limited = await startServer({
      config: TEST_CONFIG,
      store,
      partnerId,
      log,
      rate: { max: 3, windowMs: 60_000 },
    });
    try {
      const other = await server.person('AUDITOR');
      const ask = (token: string) =>
        aClient(limited.url, token).raw({ query: '{ viewer { id } }' });
      for (let i = 0; i < 3; i += 1) expect((await ask(BOOTSTRAP)).status).toBe(200);
      const refused = await ask(BOOTSTRAP);
      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask(other.token)).status).toBe(200);
      expect((await fetch(`${limited.url}/healthz`)).status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});

describe('the rate of sockets', () => {
  const open = (url: string, token: string) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const messages: Record<string, unknown>[] = [];
    socket.on('message', (data: Buffer) =>
      messages.push(JSON.parse(data.toString()) as Record<string, unknown>),
    );
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }),
      ),
    );
    return { socket, messages };
  };

  it('is the same: operations with RATE_LIMITED, connections with 429 and when to come again', async () => {
    const { store, partnerId } = server;
    const log = makeLog('silent');
    const limited = await startServer({
      config: TEST_CONFIG,
      store,
      partnerId,
      log,
      rate: { max: 3, windowMs: 60_000 },
    });
    try {
      const { socket, messages } = open(limited.url, BOOTSTRAP);
      await once(socket, 'message');
      const subscribe = {
        type: 'subscribe',
        payload: { query: 'subscription { runsChanged { id } }' },
      };
      for (const id of ['1', '2', '3', '4']) socket.send(JSON.stringify({ ...subscribe, id }));
      await once(socket, 'message');
      expect(messages.slice(1)).toMatchObject([
        {
          id: '4',
          type: 'error',
          payload: [
            { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } },
          ],
        },
      ]);
      const answer = await aClient(limited.url, BOOTSTRAP).raw({ query: '{ viewer { id } }' });
      expect([answer.status, answer.headers.get('x-ratelimit-remaining')]).toEqual([429, '0']);
      socket.close();
      for (let more = 0; more < 2; more += 1) {
        const { socket: another } = open(limited.url, BOOTSTRAP);
        await once(another, 'message');
        another.close();
      }
      const [, response] = (await once(
        open(limited.url, BOOTSTRAP).socket,
        'unexpected-response',
      )) as [unknown, IncomingMessage];
      response.resume();
      expect([response.statusCode, Number(response.headers['retry-after']) > 0]).toEqual([
        429,
        true,
      ]);
    } finally {
      await limited.close();
    }
  });
});

describe('an address that tries wrong credentials', () => {
  it('is refused, and keeps nobody out whose token is valid, also one that was never seen (ASVS 5, 6.3.1)', async () => {
    const { store, partnerId } = server;
    const log = makeLog('silent');
    const guarded = await startServer({
      config: TEST_CONFIG,
      store,
      partnerId,
      log,
      failureRate: { max: 3, windowMs: 60_000 },
    });
    try {
      const other = await server.person('AUDITOR');
      const ask = (token: string) =>
        aClient(guarded.url, token).raw({ query: '{ viewer { id } }' });
      expect((await ask(BOOTSTRAP)).status).toBe(200);
      for (let i = 0; i < 3; i += 1) expect((await ask(newToken())).status).toBe(401);
      const refused = await ask(newToken());
      expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await ask(other.token)).status).toBe(200);
      expect((await ask(newToken())).status).toBe(429);
      expect((await ask(BOOTSTRAP)).status).toBe(200);
      const closed = await new Promise((resolve) => {
        const socket = new WebSocket(
          `${guarded.url.replace('http', 'ws')}/graphql`,
          'graphql-transport-ws',
        );
        socket.on('open', () =>
          socket.send(
            JSON.stringify({
              type: 'connection_init',
              payload: { authorization: `Bearer ${newToken()}` },
            }),
          ),
        );
        socket.on('close', resolve);
      });
      expect(closed).toBe(1013);
    } finally {
      await guarded.close();
    }
  });
});

describe('/graphql', () => {
  it('is kept by no cache, refusals included (ASVS 5, V14.3.2)', async () => {
    for (const token of [BOOTSTRAP, ''])
      expect(
        (await server.client(token).raw({ query: '{ viewer { id } }' })).headers.get(
          'cache-control',
        ),
      ).toBe('no-store');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'answers %s with what it takes instead',
    async (method) => {
      const answer = await get('/graphql', {
        method,
        headers: { authorization: `Bearer ${BOOTSTRAP}` },
      });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
      expect(await answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }],
      });
    },
  );
});

describe('stopping', () => {
  it('finishes what is under way and takes nothing new', async () => {
    const stopping = await aServer();
    // A request that is under way: its transaction waits for a lock that the test holds.
    const { id } = await anOrganization(stopping.owner);
    const blocker = new pg.Client({ connectionString: stopping.database.url });
    await blocker.connect();
    await blocker.query('begin; lock table run in access exclusive mode');
    const answer = stopping.owner.mutate('startRun', { organizationId: id }, 'run { id }');
    for (let waiting = 0; waiting === 0;) {
      const [row] = await stopping.database.query<{ n: number }>(
        'select count(*)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
      );
      waiting = row!.n;
    }
    const closed = stopping.running.close();
    const statuses = new Set<number>();
    await expect(async () => {
      for (;;) statuses.add((await fetch(`${stopping.url}/healthz`)).status);
    }).rejects.toThrow();
    // served or not let in, never sent away
    expect([...statuses].filter((status) => status !== 200)).toEqual([]);
    await blocker.query('rollback');
    expect((await answer).run.id).toBeTruthy();
    await closed;
    await blocker.end();
    await stopping.database.close();
  });
});

describe('the log', () => {
  it('holds no secret, wherever one turns up', () => {
    const lines: string[] = [];
    const log = makeLog('info', { write: (line) => void lines.push(line) });
    const secret = `kw_${'s3cret'.repeat(6)}`;
    log.info({
      headers: { authorization: `Bearer ${secret}`, cookie: 'c00kie' },
      clientSecret: 'c00kie',
    });
    log.error({ err: new Error(`failed with ${secret} at postgresql://user:c00kie@host/db`) });
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/s3cret|c00kie/);
  });
});
