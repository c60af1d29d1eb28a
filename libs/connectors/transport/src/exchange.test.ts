/**
 * What an exchange comes to when a connection ends at any point: before the head, within the body,
 * by the clock, by the caller.
 */
import { OWN_CODES } from '@keyway/core';
import { afterEach, expect, it, vi } from 'vitest';
import { startFakeCloud } from '../testing/startFakeCloud.ts';
import type { FakeAnswer, FakeCloud } from '../testing/startFakeCloud.ts';
import { exchange } from './exchange.ts';
import type { ExchangeLimits } from './exchange.ts';
import { MAX_BODY_BYTES } from './readBody.ts';

const HOST = 'management.azure.com';

let cloud: FakeCloud;
afterEach(() => cloud.close());

async function answered(
  answer: FakeAnswer,
  limits: Partial<ExchangeLimits> = {},
  url = `https://${HOST}/x?q=1`,
) {
  cloud = await startFakeCloud([HOST], () => answer);
  // As the SDKs ask.
  const headers = { 'accept-encoding': 'gzip,deflate' };
  return exchange(
    { method: 'GET', url, headers },
    { agent: cloud.agent, timeoutMs: 60_000, signal: null, ...limits },
  );
}

it('answers whatever came, errors and redirects included, and follows none', async () => {
  await expect(answered({ body: { a: 1 }, act: 'gzip' })).resolves.toMatchObject({
    status: 200,
    body: '{"a":1}',
    failure: null,
  });
  await cloud.close();
  await expect(
    answered({ status: 302, headers: { location: `https://${HOST}/y` } }),
  ).resolves.toMatchObject({ status: 302, body: '' });
  expect(cloud.requests.map(({ path }) => path)).toEqual(['/x']);
});

it('takes a body up to its bound, after decompression, and not a byte more', async () => {
  await expect(answered({ body: 'x'.repeat(MAX_BODY_BYTES), act: 'gzip' })).resolves.toMatchObject({
    failure: null,
  });
  await cloud.close();
  const { body, failure } = await answered({ body: 'x'.repeat(MAX_BODY_BYTES + 1), act: 'gzip' });
  expect(body).toBeNull();
  expect(failure?.failure).toMatchObject({
    kind: 'badResponse',
    status: 200,
    code: OWN_CODES.responseTooLong,
    message: '',
  });
});

it('keeps the head of an answer that breaks off: a success is not understood, an error is no answer', async () => {
  const success = await answered({ body: 'half of this', act: 'breakOff' });
  expect(success).toMatchObject({
    status: 200,
    body: null,
    failure: { failure: { kind: 'badResponse' } },
  });
  await cloud.close();
  const error = await answered({ status: 503, body: 'half of this', act: 'breakOff' });
  expect(error).toMatchObject({
    status: 503,
    body: null,
    failure: { failure: { kind: 'unavailable' } },
  });
});

it('throws where no head came, in doubt unless nothing can have been sent', async () => {
  await expect(answered({ act: 'reset' })).rejects.toMatchObject({
    failure: { kind: 'unavailable', code: 'ECONNRESET' },
    ambiguous: true,
  });
  await cloud.close();
  await expect(answered({}, {}, 'https://graph.microsoft.com/x')).rejects.toMatchObject({
    failure: { kind: 'unavailable', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ambiguous: false,
  });
});

/** Asks a cloud that stays silent; `arrived` is called once it has the request. */
async function silence(arrived: () => void, signal: AbortSignal | null = null) {
  cloud = await startFakeCloud([HOST], () => {
    arrived();
    return { act: 'silence' };
  });
  return () =>
    exchange(
      { method: 'GET', url: `https://${HOST}/`, headers: {} },
      { agent: cloud.agent, timeoutMs: 60_000, signal },
    );
}

it('ends by the clock', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const ask = await silence(() => vi.advanceTimersByTime(60_000));
    await expect(ask()).rejects.toMatchObject({
      failure: { code: 'ETIMEDOUT' },
      ambiguous: true,
    });
  } finally {
    vi.useRealTimers();
  }
});

it('ends by the caller, also before anything was sent', async () => {
  const caller = new AbortController();
  const ask = await silence(() => caller.abort(), caller.signal);
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'ABORT_ERR' }, ambiguous: true });
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'ABORT_ERR' }, ambiguous: false });
  expect(cloud.requests).toHaveLength(1);
});
