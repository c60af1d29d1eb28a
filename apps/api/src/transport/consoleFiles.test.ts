import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addConsoleFiles } from './consoleFiles.ts';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);
const PAGE = '<!doctype html><title>Keyway</title>';
const SIGN_IN = '<!doctype html><title>Sign in</title>';
const SESSION = '__Host-keyway=anything';
const HASHED = '/assets/index-Ab12Cd34.js';

let folder: string;
let server: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-files-'));
  await mkdir(join(folder, 'assets'));
  const put = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${name}.gz`), gzipSync(text));
  };
  await put('index.html', PAGE);
  await put('signIn.html', SIGN_IN);
  await put(HASHED, SCRIPT);
  await writeFile(join(folder, 'assets/plain-Ab12Cd34.js'), SCRIPT);
  server = fastify();
  await addConsoleFiles(server, folder);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

describe('a file that is there compressed', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliCompressSync(SCRIPT)],
    ['br;q=0, gzip', 'gzip', gzipSync(SCRIPT)],
    ['gzip;q=1, br;q=0.5', 'gzip', gzipSync(SCRIPT)],
    ['br;q=0, gzip;q=0', undefined, Buffer.from(SCRIPT)],
    ['identity', undefined, Buffer.from(SCRIPT)],
    ['', undefined, Buffer.from(SCRIPT)],
    ['zstd', undefined, Buffer.from(SCRIPT)],
  ])('is served to who accepts "%s" as %s', async (accepted, encoding, bytes) => {
    const { statusCode, headers, rawPayload } = await get(HASHED, { 'accept-encoding': accepted });
    expect([statusCode, headers['content-encoding'], headers['vary']]).toEqual([
      200,
      encoding,
      'accept-encoding',
    ]);
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(rawPayload.equals(bytes)).toBe(true);
  });

  it('is itself to who says nothing about encodings', async () => {
    const { headers, body } = await get(HASHED);
    expect([headers['content-encoding'], body]).toEqual([undefined, SCRIPT]);
  });

  it('has another ETag in each encoding, and is not sent again to who has it', async () => {
    const etags = new Set<string>();
    for (const accepted of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': accepted };
      const etag = String((await get(HASHED, headers)).headers['etag']);
      etags.add(etag);
      expect((await get(HASHED, { ...headers, 'if-none-match': etag })).statusCode).toBe(304);
    }
    expect(etags.size).toBe(3);
  });
});

it.each(['/', '/runs/abc'])(
  'the page at %s is compressed, and requested again each time',
  async (url) => {
    const { headers, rawPayload } = await get(url, { 'accept-encoding': 'br', cookie: SESSION });
    expect([
      headers['content-encoding'],
      headers['cache-control'],
      headers['content-type'],
    ]).toEqual(['br', 'no-cache', 'text/html; charset=utf-8']);
    expect(rawPayload.equals(brotliCompressSync(PAGE))).toBe(true);
  },
);

it('a file without a compressed one is served as it is', async () => {
  const { statusCode, headers, body } = await get('/assets/plain-Ab12Cd34.js', {
    'accept-encoding': 'br, gzip',
  });
  expect([statusCode, headers['content-encoding'], headers['vary'], body]).toEqual([
    200,
    undefined,
    'accept-encoding',
    SCRIPT,
  ]);
});

it('what is not there is not found, whatever is accepted', async () => {
  const { statusCode } = await get('/assets/gone-Ab12Cd34.js', { 'accept-encoding': 'br' });
  expect(statusCode).toBe(404);
});

describe('where nobody is signed in', () => {
  const page = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body } = await get(url, headers);
    return [statusCode, body];
  };
  it.each(['/', '/runs/abc?x=1', '/sign-in?returnTo=%2F', '/signed-in'])(
    'the sign-in page is sent at %s',
    async (url) => {
      expect(await page(url)).toEqual([200, SIGN_IN]);
      expect(await page(url, { cookie: 'other=1; __Host-keyway=' })).toEqual([200, SIGN_IN]);
    },
  );

  it('the console is sent to who has a session or a token, but for the sign-in page', async () => {
    const known: Record<string, string>[] = [{ cookie: SESSION }, { authorization: 'Bearer x' }];
    for (const headers of known) {
      expect(await page('/runs/abc', headers)).toEqual([200, PAGE]);
      expect(await page('/sign-in', headers)).toEqual([200, SIGN_IN]);
    }
  });

  it('no browser keeps one page for the other', async () => {
    const first = await get('/');
    expect([first.headers['vary'], first.headers['cache-control']]).toEqual([
      expect.stringContaining('cookie'),
      'no-cache',
    ]);
    const again = { 'if-none-match': String(first.headers['etag']) };
    expect((await get('/', again)).statusCode).toBe(304);
    expect(await page('/', { ...again, cookie: SESSION })).toEqual([200, PAGE]);
  });

  it('the console’s own files are sent, so that they are there after signing in', async () => {
    expect(await page('/index.html')).toEqual([200, PAGE]);
    expect((await get(HASHED)).statusCode).toBe(200);
  });
});
