import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, BOOTSTRAP, type TestServer } from '../testing/aServer.ts';
import { chooseEncoding, compressResponse } from './compressResponse.ts';

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['zstd;q=0, br;q=0, gzip', 'gzip'],
    ['GZIP;q=1.0, zstd;q=0.5', 'gzip'],
    ['gzip;q=0', undefined],
    ['identity', undefined],
    ['gzip;q=nonsense', undefined],
    ['*', 'zstd'],
    ['zstd;q=0, *', 'br'],
    ['*;q=0', undefined],
    ['identity, gzip;q=0.5', undefined],
    [',;q=1,gzip;q="', 'gzip'],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (header, encoding) => {
    expect(chooseEncoding(header)?.name).toBe(encoding);
  });
});

describe('compressResponse', () => {
  const large = JSON.stringify(Array.from({ length: 5_000 }, (_, id) => ({ id, name: 'Ærø' })));

  it.each([
    ['zstd', zstdDecompressSync],
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('by %s gives back what was there, smaller', async (name, decompress) => {
    const compressed = await compressResponse(large, name);
    expect(compressed?.encoding).toBe(name);
    expect(decompress(compressed!.bytes).toString()).toBe(large);
    expect(compressed!.bytes.length).toBeLessThan(large.length / 4);
  });

  it('leaves what is short, and what the client cannot read', async () => {
    expect(await compressResponse(large.slice(0, 15_999), 'zstd')).toBeNull();
    expect(await compressResponse(large.slice(0, 99_999), 'gzip')).toBeNull();
    expect(await compressResponse(large, 'identity')).toBeNull();
  });
});

describe('the api', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aServer();
  });
  afterAll(() => server.close());

  const send = (query: string, acceptEncoding: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${BOOTSTRAP}`,
        'accept-encoding': acceptEncoding,
      },
      body: JSON.stringify({ query }),
    });
  const INTROSPECTION = '{ __schema { types { name description fields { name description } } } }';

  it('compresses a large response to a query', async () => {
    const plain = await send(INTROSPECTION, 'identity');
    const compressed = await send(INTROSPECTION, 'br');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(compressed.headers.get('content-encoding')).toBe('br');
    for (const { headers } of [plain, compressed]) {
      expect(headers.get('vary')).toContain('accept-encoding');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    const text = await plain.text();
    expect(await compressed.text()).toBe(text); // fetch decompresses
    expect(Number(compressed.headers.get('content-length'))).toBeLessThan(text.length / 3);
  });

  it('never compresses a response to a mutation, which may hold a new token (BREACH)', async () => {
    const answer = await send(
      'mutation { createApiToken(input: { name: "x", role: AUDITOR, scopes: ["read"] }) { token } }',
      'br, gzip',
    );
    expect(await answer.text()).toContain('"token":"kw_');
    expect(answer.headers.get('cache-control')).toBe('no-store, no-transform');
    // It does not even depend on what the client accepts.
    expect(answer.headers.get('vary') ?? '').not.toContain('accept-encoding');
  });
});
