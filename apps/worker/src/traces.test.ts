/** One trace from what a person does through the queue to the calls of clouds. */
import { inSpan, startTelemetry, type Telemetry } from '@keyway/telemetry';
import { anOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '@keyway/telemetry/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applyRunEvent,
  begin,
  database,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

let receiver: OtlpReceiver;
let telemetry: Telemetry;
beforeEach(async () => {
  receiver = await anOtlpReceiver();
  telemetry = await startTelemetry(
    {
      ...{ endpoint: receiver.endpoint, headers: {}, serviceName: 'keyway-worker' },
      ...{ resourceAttributes: {}, sampler: 'parentbased_always_on', samplerRatio: 1 },
      ...{ exportsTraces: true, exportsMetrics: false, metricIntervalMilliseconds: 60_000 },
    },
    { version: '0', instance: 'test', log: { warn: () => undefined } },
  );
});
afterEach(async () => {
  await telemetry.stop();
  await receiver.close();
});

/** From the one that begins its trace to itself. */
function lineage(span: ReceivedSpan): string[] {
  const parent = receiver.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? lineage(parent) : []), span.name];
}

/** Of the same key. */
const otherVersion = (key: string, by: number): string =>
  key.slice(0, -1) + ((Number.parseInt(key.slice(-1), 16) + by) % 16).toString(16);

const asPerson = <T>(work: () => Promise<T>): Promise<T> =>
  inSpan('mutation of a test', () => ({ isRoot: true }), work);

describe('a trace', () => {
  it('leads from a mutation over the effect to each call, and names nothing of a customer', async () => {
    const { customer, runId } = await asPerson(() => begin('happyPath'));
    await withWorkers(2, () =>
      until('VAULT read', runId, (run) => statusOf(run, 'AEP', 'VAULT') === 'DONE'),
    );
    await telemetry.stop();
    const root = receiver.spans.find(({ name }) => name === 'mutation of a test')!;
    const ofTrace = receiver.spans.filter(({ traceId }) => traceId === root.traceId);
    const calls = ofTrace.filter(
      ({ kind, attributes }) =>
        kind === 3 && attributes['server.address'] === 'management.azure.com',
    );
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const names = lineage(call);
      expect(names.slice(0, 2)).toEqual(['mutation of a test', 'advanceRun']);
      expect(names.at(-2)).toMatch(/^effect /);
      expect(call.attributes).toMatchObject({
        'http.request.method': 'GET',
        'http.response.status_code': 200,
      });
      expect(call.attributes['url.template']).toMatch(/^\/subscriptions(\/\{\}|\/[A-Za-z.]+)+$/);
    }
    expect(JSON.stringify(receiver.spans)).not.toContain('@');
    const all = receiver.texts.join('');
    for (const secret of [
      ...['sandbox-azure', 'sandbox-adobe', customer.imsOrgId, customer.tenantId],
      ...[customer.subscriptionId, 'access_token', 'client_secret', 'Bearer', 'api-version'],
    ])
      expect(all.includes(secret), secret).toBe(false);
  });

  it('a poll begins its own, linked to what asked for it, with its attempt', async () => {
    await asPerson(() => begin('roleMissing'));
    await withWorkers(1, async () => {
      await expect
        .poll(
          () =>
            receiver.spans.filter(
              ({ name, links }) => name.startsWith('effect ') && links.length > 0,
            ).length,
        )
        .toBeGreaterThan(1);
    });
    await telemetry.stop();
    const polls = receiver.spans.filter(
      ({ name, links }) => name === 'effect observeStep' && links.length === 1,
    );
    for (const poll of polls) {
      expect(poll.parentSpanId).toBe('');
      expect(poll.attributes['keyway.effect.attempt']).toEqual(expect.any(Number));
      const cause = receiver.spans.find(({ spanId }) => spanId === poll.links[0]!.spanId);
      // What was under way when the test ended is not there.
      if (cause) expect(cause.traceId).not.toBe(poll.traceId);
    }
    const traces = Map.groupBy(receiver.spans, ({ traceId }) => traceId);
    for (const spans of traces.values()) expect(spans.length).toBeLessThan(100);
  });
});

describe('what is stored with an effect', () => {
  const tracesOf = async (runId: string): Promise<unknown[]> => {
    const rows = await database.query<{ trace: unknown }>(
      "select data -> 'trace' as trace from effect where run_id = $1 and slot = 'observe:AEP:VAULT'",
      [runId],
    );
    return rows.map(({ trace }) => trace);
  };

  it('is gone where a process without traces requests it again, as one of the version before', async () => {
    const { customer, runId } = await begin('happyPath');
    const provide = (keyIdentifier: string) =>
      applyRunEvent(runId, 'keyProvided', { track: 'AEP', keyIdentifier, vaultResourceId: null });
    await asPerson(() => provide(otherVersion(customer.keys.AEP, 1)));
    const parent = expect.stringMatching(/^00-[\da-f]{32}-[\da-f]{16}-01$/) as unknown;
    expect(await tracesOf(runId)).toEqual([{ parent }]);
    await telemetry.stop();
    await provide(otherVersion(customer.keys.AEP, 2));
    expect(await tracesOf(runId)).toEqual([null]);
  });

  it.each([
    ['nonsense', '"x"'],
    ['another form', '{"parent":7}'],
    ['no traceparent', '{"parent":"00-0-0-00"}'],
    ['null', 'null'],
  ])('may be %s: the effect is done all the same', async (_name, trace) => {
    const { runId } = await begin('happyPath');
    await database.query(
      "update effect set data = jsonb_set(data::jsonb, '{trace}', $2::jsonb) where run_id = $1",
      [runId, trace],
    );
    await withWorkers(1, () =>
      until('VAULT read', runId, (run) => statusOf(run, 'AEP', 'VAULT') === 'DONE'),
    );
  });
});
