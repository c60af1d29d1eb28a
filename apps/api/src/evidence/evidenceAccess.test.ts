/** Sessions, links of hand-offs, and clients that go away while evidence is sent. */
import { PassThrough } from 'node:stream';
import { ConnectorError } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { packOfBytes, PackWriter, verifyPack } from '@keyway/evidence';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RateExceeded } from '../limits/rateLimiter.ts';
import {
  anOrganization,
  aRun,
  aServer,
  BOOTSTRAP,
  missingId,
  type TestServer,
} from '../testing/aServer.ts';
import { ExportLimit } from './exportLimit.ts';
import { sinkOf, Unread } from './sinkOf.ts';

let server: TestServer;
let organization: Awaited<ReturnType<typeof anOrganization>>;
beforeAll(async () => {
  server = await aServer();
  organization = await anOrganization(server.owner);
});
afterAll(() => server.close());

const statusOf = async (path: string, headers: Record<string, string>): Promise<number> => {
  const response = await fetch(`${server.url}${path}`, { headers });
  await response.arrayBuffer();
  return response.status;
};

describe('a session', () => {
  it('exports for pages of this installation, and for no link elsewhere', async () => {
    const { id } = await aMember(server.store, server.partnerId, { name: 'Aud' });
    const limits = { idleSeconds: 600, longestSeconds: 600 };
    const { token } = await server.store.system().createSession(id, limits);
    const cookie = `__Host-keyway=${token}`;
    for (const path of [
      `/evidence/${organization.id}.zip`,
      `/checkpoints/${organization.id}.jsonl`,
    ]) {
      expect(await statusOf(path, { cookie })).toBe(200);
      expect(await statusOf(path, { cookie, 'sec-fetch-site': 'same-origin' })).toBe(200);
      expect(await statusOf(path, { cookie, 'sec-fetch-site': 'cross-site' })).toBe(401);
      expect(await statusOf(path, { cookie, 'sec-fetch-site': 'same-site' })).toBe(401);
      expect(await statusOf(path, { cookie, origin: 'https://elsewhere.example' })).toBe(401);
    }
  });
});

describe('the link of a hand-off', () => {
  it('reads no evidence', async () => {
    const runId = await aRun(server.owner, organization.id);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { url } = (await server.owner.must(
      'createHandOff',
      { runId, actor: 'AZURE_ADMIN', expiresAt },
      'url',
    )) as { url: string };
    const authorization = `Bearer ${url.split('/').at(-1)!}`;
    expect(authorization).toContain('kwh_');
    for (const path of [
      `/evidence/${organization.id}.zip`,
      `/checkpoints/${organization.id}.jsonl`,
    ])
      expect(await statusOf(path, { authorization })).toBe(401);
  });
});

describe('a stream that breaks off', () => {
  it('stops the writing, and is no pack', async () => {
    const stream = new PassThrough({ highWaterMark: 1000 });
    const sink = sinkOf(stream);
    const taken: Buffer[] = [];
    const pack = new PackWriter(async (chunk) => {
      taken.push(Buffer.from(chunk));
      await sink(chunk);
    });
    function* endless(): Generator<Buffer> {
      for (let line = 0; ; line += 1) yield Buffer.from(`${Math.random()} ${line}\n`.repeat(100));
    }
    const written = pack.add('history.jsonl', endless());
    setTimeout(() => stream.destroy(), 50);
    await expect(written).rejects.toThrow(Unread);
    const verified = await verifyPack(await packOfBytes(Buffer.concat(taken)));
    expect(verified.ok).toBe(false);
    expect(verified.problems[0]).toMatchObject({ code: 'archive' });
  });
});

describe('exports at a time', () => {
  it('are two of one caller and four of all, and free their places once', () => {
    const limit = new ExportLimit();
    const first = limit.take('a');
    const second = limit.take('a');
    expect(() => limit.take('a')).toThrow(RateExceeded);
    const others = [limit.take('b'), limit.take('c')];
    expect(() => limit.take('d')).toThrow(RateExceeded);
    first();
    first();
    limit.take('d');
    expect(() => limit.take('e')).toThrow(RateExceeded);
    for (const free of [second, ...others]) free();
    expect(limit.take('e')).toBeTypeOf('function');
  });
});

describe('HEAD, by which a page asks before it downloads,', () => {
  const ask = (id = organization.id) =>
    fetch(`${server.url}/evidence/${id}.zip`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${BOOTSTRAP}` },
    });
  afterEach(() => vi.restoreAllMocks());

  it('is refused while too many are written, and takes no place itself', async () => {
    const statuses = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await ask()).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    vi.spyOn(ExportLimit.prototype, 'take').mockImplementation(() => {
      throw new RateExceeded(5);
    });
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect(refused.headers.get('content-disposition')).toBeNull();
    expect((await ask(missingId('Organization'))).status).toBe(404);
  });

  it('is refused while nothing can be signed', async () => {
    const unavailable = new ConnectorError({ kind: 'unavailable', message: 'No vault.' });
    const { evidenceKeys } = server.store.system();
    vi.spyOn(evidenceKeys, 'obtain').mockRejectedValue(unavailable);
    const refused = await ask();
    expect([refused.status, refused.headers.get('content-disposition')]).toEqual([503, null]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
