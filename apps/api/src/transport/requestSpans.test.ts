/** Whose `traceparent` counts: that of trusted peers, and none that others forward or claim. */
import { inSpan, startTelemetry, type Telemetry } from '@keyway/telemetry';
import { anOtlpReceiver, type OtlpReceiver } from '@keyway/telemetry/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import ipaddr from 'ipaddr.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { trustedProxies } from './clientAddress.ts';
import { addRequestSpans } from './requestSpans.ts';

const PARENT = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
const traceparent = `00-${PARENT.traceId}-${PARENT.spanId}-01`;

const PROBES = ['/healthz', '/readyz', '/metrics'];

let receiver: OtlpReceiver;
let telemetry: Telemetry;
let server: FastifyInstance;
beforeEach(async () => {
  receiver = await anOtlpReceiver();
  telemetry = await startTelemetry(
    {
      ...{ endpoint: receiver.endpoint, headers: {}, serviceName: 'keyway-api' },
      // Nothing of its own is sampled.
      ...{ resourceAttributes: {}, sampler: 'parentbased_always_off', samplerRatio: 1 },
      ...{ exportsTraces: true, exportsMetrics: false, metricIntervalMilliseconds: 60_000 },
    },
    { version: '0', instance: 'test', log: { warn: () => undefined } },
  );
});
afterEach(async () => {
  await telemetry.stop();
  await server.close();
  await receiver.close();
});

async function ask(trusted: readonly string[], headers: Record<string, string>): Promise<void> {
  server = Fastify({ trustProxy: true });
  addRequestSpans(server, trustedProxies(trusted.map((address) => [ipaddr.parse(address), 32])));
  server.post('/graphql', () =>
    inSpan(
      'inside',
      () => ({}),
      () => Promise.resolve({}),
    ),
  );
  for (const path of PROBES) server.get(path, () => ({}));
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const body = JSON.stringify({ long: 'x'.repeat(100_000) });
  const sent = { 'content-type': 'application/json', ...headers };
  for (const path of PROBES) await fetch(`${url}${path}?x`, { headers });
  await fetch(`${url}/graphql`, { method: 'POST', body, headers: sent });
  await telemetry.stop();
}

it('is the parent where the peer is trusted, with its sampling', async () => {
  await ask(['127.0.0.1'], { traceparent });
  const [inside, request] = ['inside', 'POST /graphql'].map((name) =>
    receiver.spans.find((span) => span.name === name)!,
  );
  expect([request!.traceId, request!.parentSpanId]).toEqual([PARENT.traceId, PARENT.spanId]);
  expect([inside!.traceId, inside!.parentSpanId]).toEqual([PARENT.traceId, request!.spanId]);
  expect(request!.attributes).toMatchObject({
    ...{ 'http.request.method': 'POST', 'http.route': '/graphql' },
    'http.response.status_code': 200,
  });
});

it('is no request of a probe or of Prometheus, even with a parent that counts', async () => {
  await ask(['127.0.0.1'], { traceparent });
  const requests = receiver.spans.filter(({ kind }) => kind === 2).map(({ name }) => name);
  expect(requests).toEqual(['POST /graphql']);
});

it.each([
  ['nobody is trusted', [], {}],
  ['another is trusted', ['10.0.0.1'], {}],
  ['a trusted address is only claimed', ['10.0.0.1'], { 'x-forwarded-for': '10.0.0.1' }],
])('forces no sampling where %s', async (_case, trusted, headers) => {
  await ask(trusted, { traceparent, ...headers });
  expect(receiver.spans).toEqual([]);
});

it.each(['nonsense', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, ''])(
  'is nothing where it is %j',
  async (text) => {
    await ask(['127.0.0.1'], { traceparent: text });
    expect(receiver.spans).toEqual([]);
  },
);
