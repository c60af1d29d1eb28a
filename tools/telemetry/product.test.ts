/** Traces and metrics of a whole product: api, queue and worker as processes of their own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '@keyway/telemetry/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driveRun } from '../product/driveRun.ts';
import { people } from '../product/people.ts';
import { startProduct, type Product } from '../product/startProduct.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';

const RECEIVER_KEY = 'key-of-the-receiver';
let receiver: OtlpReceiver;
let product: Product | undefined;
let customer: SandboxCustomer;
/** A supervisor starts another one where it ends. */
let apiAtStart: number | undefined;

beforeAll(async () => {
  receiver = await anOtlpReceiver();
  product = await startProduct({
    KEYWAY_POLL_SCALE: '0.01',
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: `x-key=${RECEIVER_KEY}`,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    OTEL_METRIC_EXPORT_INTERVAL: '1000',
  });
  apiAtStart = product.pid('api');
  customer = await product!.sandbox<SandboxCustomer>('POST', '/scenario', {
    scenario: 'happyPath',
  });
  const both = await people(product!.url, product!.token, 'Traced');
  const organization = { name: 'Contoso Traced' };
  await driveRun({ customer, organization, until: 'approvalAsked' }, both);
});
afterAll(async () => {
  await product?.stop();
  await receiver?.close();
});

const serviceOf = ({ resource }: ReceivedSpan): unknown => resource['service.name'];
const isCall = ({ kind, attributes }: ReceivedSpan): boolean =>
  kind === 3 && attributes['server.address'] === 'management.azure.com';

/** From the one that begins its trace to itself. */
function lineage(span: ReceivedSpan): ReceivedSpan[] {
  const parent = receiver.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? lineage(parent) : []), span];
}

/** Requests to the api beside those of the drive. */
const ask = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${product!.url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${product!.token}` },
      ...headers,
    },
    body: JSON.stringify(body),
  });

const named = (name: string): ReceivedSpan | undefined =>
  receiver.spans.find((span) => span.name === name);

describe('one trace', () => {
  test('leads from the request over the queue to the call of a cloud', async () => {
    const path = (): string[] => {
      const paths = receiver.spans.filter(isCall).map(lineage);
      const whole = paths.find(([first]) => first!.name === 'POST /graphql');
      return (whole ?? []).map((span) => `${String(serviceOf(span))} ${span.name}`);
    };
    await expect.poll(path).not.toEqual([]);
    const [request, operation, mutation, event, effect, ...rest] = path();
    expect([request, operation]).toEqual(['keyway-api POST /graphql', 'keyway-api mutation']);
    expect(mutation).toMatch(/^keyway-api mutation \w+$/);
    expect(event).toBe('keyway-api advanceRun');
    expect(effect).toMatch(/^keyway-worker effect \w+$/);
    expect(rest.at(-1)).toBe('keyway-worker GET management.azure.com');
  });

  test('has no secret, no person and no name of a customer', () => {
    expect(receiver.spans.length).toBeGreaterThan(50);
    const shown = JSON.stringify(receiver.spans);
    const all = receiver.texts.join('');
    for (const secret of [
      ...[product!.token, 'sandbox-adobe-secret', 'sandbox-azure-secret', 'Contoso Traced'],
      ...[customer.imsOrgId, customer.tenantId, customer.subscriptionId, RECEIVER_KEY],
      ...['access_token', 'client_secret', 'Bearer ', 'Shield is in', 'SO-20261001', 'kw_'],
    ])
      expect(all.includes(secret), secret).toBe(false);
    expect(shown).not.toMatch(/@|[?&]code=|api-version|127\.0\.0\.1/);
    expect(receiver.headers()['x-key']).toBe(RECEIVER_KEY);
  });

  test('of a caller is linked: it forces neither the trace nor the sampling', async () => {
    const traceId = 'c'.repeat(32);
    const headers = { traceparent: `00-${traceId}-${'d'.repeat(16)}-00` };
    await ask({ query: 'query OfACaller { viewer { id } }' }, headers);
    await expect.poll(() => named('query OfACaller')).toBeDefined();
    const [request] = lineage(named('query OfACaller')!);
    // Not sampled, said the caller; the link is all that is left of it.
    expect(request!.links).toEqual([{ traceId, spanId: 'd'.repeat(16) }]);
    expect(request!.parentSpanId).toBe('');
    expect(receiver.spans.some((span) => span.traceId === traceId)).toBe(false);
  });

  test('names no token that a caller puts into the name of an operation', async () => {
    await ask({ query: `query kw_${'5e'.repeat(24)} { viewer { id } }` });
    await ask({ query: 'query Afterwards { viewer { id } }' });
    await expect.poll(() => named('query Afterwards')).toBeDefined();
    expect(receiver.texts.join('')).not.toContain('5e5e5e5e');
  });

  test('is named by the lines of the log', () => {
    const lines = globSync(join(product!.dataDir, 'logs', '*'))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => line.startsWith('{') && line.includes('"trace_id"'))
      .map((line) => JSON.parse(line) as { trace_id: string; span_id: string });
    expect(lines.length).toBeGreaterThan(0);
    const known = new Set(receiver.spans.map(({ traceId }) => traceId));
    expect(lines.some((line) => known.has(line.trace_id))).toBe(true);
    for (const line of lines) {
      expect(line.trace_id).toMatch(/^[\da-f]{32}$/);
      expect(line.span_id).toMatch(/^[\da-f]{16}$/);
    }
  });
});

test('metrics are those of /metrics, and the workers’ own', async () => {
  const exported = (service: string): string[] =>
    [
      ...new Set(
        receiver.metrics
          .filter(({ resource }) => resource['service.name'] === service)
          .map(({ name }) => name),
      ),
    ].sort();
  await expect.poll(() => exported('keyway-worker')).toContain('keyway_worker_effect_seconds');
  const text = await (await fetch(`${product!.url}/metrics`)).text();
  const withValues = [...text.matchAll(/^# TYPE (\w+) /gm)]
    .map(([, name]) => name!)
    .filter((name) => new RegExp(`^${name}(_bucket)?[ {]`, 'm').test(text));
  await expect.poll(() => exported('keyway-api')).toEqual(expect.arrayContaining(withValues));
  const hosts = receiver.metrics
    .filter(({ name }) => name === 'keyway_worker_outbound_call_seconds')
    .flatMap(({ points }) => points.map(({ attributes }) => attributes['host']));
  expect(hosts).toContain('management.azure.com');
  for (const host of hosts) expect(host).not.toMatch(/^(?!\*)[\w-]+\.vault\.azure\.net$/);
});

test.each(['refuse', 'silent', 'trickle'] as const)(
  'a receiver that is %s costs requests nothing',
  async (mode) => {
    receiver.mode(mode);
    const before = receiver.requests();
    const answers = Array.from({ length: 200 }, () => ask({ query: '{ viewer { id } }' }));
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
    await expect.poll(receiver.requests).toBeGreaterThan(before);
  },
);

test('a process that stops exports what is left, and is not held up by a silent receiver', async () => {
  receiver.mode('accept');
  // The batch that came while it was silent is given up first.
  await ask({ query: 'query ItIsBack { viewer { id } }' });
  await expect.poll(() => named('query ItIsBack')).toBeDefined();
  await ask({ query: 'query TheLastOne { viewer { id } }' });
  const pid = product!.pid('api')!;
  expect(pid).toBe(apiAtStart);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => named('query TheLastOne')).toBeDefined();
  await expect.poll(() => product!.pid('api') !== pid).toBe(true);
  receiver.mode('silent');
  // Resolves when all parts have ended.
  await product!.stop();
  product = undefined;
});
