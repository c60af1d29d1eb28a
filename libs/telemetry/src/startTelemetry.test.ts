/** What a receiver gets, and what one costs that is slow, refuses or is not there. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { anOtlpReceiver, type OtlpReceiver } from '../testing/index.ts';
import { asAttempt, currentAttempt, currentSpan, inSpan, isTracing } from './tracing.ts';
import { carriedTrace, readCarriedTrace, startOfCarried } from './carriedTrace.ts';
import type { TelemetrySettings } from './settings.ts';
import { startTelemetry, type Telemetry } from './startTelemetry.ts';
import { traceFields } from './traceFields.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let running: Telemetry | undefined;
beforeEach(() => void (warnings.length = 0));
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const warnings: string[] = [];
/** As that of pino, it needs its own `this`. */
const log = {
  written: warnings,
  warn(_details: object, message: string): void {
    this.written.push(message);
  },
};

async function receiver(): Promise<OtlpReceiver> {
  const one = await anOtlpReceiver();
  onTestFinished(() => one.close());
  return one;
}

async function begin(endpoint: string, changes: Partial<TelemetrySettings> = {}) {
  const settings: TelemetrySettings = {
    ...{ endpoint, headers: {}, serviceName: 'a-test', resourceAttributes: {} },
    ...{ sampler: 'parentbased_always_on', samplerRatio: 1 },
    ...{ exportsTraces: true, exportsMetrics: true, metricIntervalMilliseconds: 60_000 },
    ...changes,
  };
  running = await startTelemetry(settings, { version: '1.2.3', instance: 'one', log });
  return running;
}

const spanOf = (name: string, work: () => Promise<unknown> = () => Promise.resolve()) =>
  inSpan(name, () => ({}), work);

describe('traces', () => {
  it('are exported with their parents, links, resource and headers', async () => {
    const one = await receiver();
    const telemetry = await begin(one.endpoint, {
      headers: { authorization: 'Bearer of-the-receiver' },
      resourceAttributes: { 'deployment.environment.name': 'test', 'service.version': '9' },
    });
    await spanOf('outer', async () => {
      const stored = JSON.parse(JSON.stringify(carriedTrace('parent'))) as unknown;
      const linked = JSON.parse(JSON.stringify(carriedTrace('link'))) as unknown;
      await spanOf('inner');
      await inSpan(
        'later',
        () => startOfCarried(readCarriedTrace(stored)),
        () => Promise.resolve(),
      );
      await inSpan(
        'apart',
        () => startOfCarried(readCarriedTrace(linked)),
        () => Promise.resolve(),
      );
    });
    await telemetry.stop();
    const [outer, inner, later, apart] = ['outer', 'inner', 'later', 'apart'].map((name) =>
      one.spans.find((span) => span.name === name)!,
    );
    expect(outer!.parentSpanId).toBe('');
    for (const child of [inner!, later!])
      expect([child.traceId, child.parentSpanId]).toEqual([outer!.traceId, outer!.spanId]);
    expect(apart!.traceId).not.toBe(outer!.traceId);
    expect(apart!.parentSpanId).toBe('');
    expect(apart!.links).toEqual([{ traceId: outer!.traceId, spanId: outer!.spanId }]);
    expect(outer!.resource).toMatchObject({
      ...{ 'service.name': 'a-test', 'service.version': '9', 'service.instance.id': 'one' },
      'deployment.environment.name': 'test',
    });
    expect(one.headers()['authorization']).toBe('Bearer of-the-receiver');
  });

  it('say the type of an error and never its message', async () => {
    const one = await receiver();
    const telemetry = await begin(one.endpoint);
    const failing = spanOf('fails', () =>
      Promise.reject(Object.assign(new TypeError('Ana kw_secret'), { code: 'ECONNRESET' })),
    );
    await expect(failing).rejects.toThrow('Ana');
    await telemetry.stop();
    expect(one.spans).toMatchObject([
      { name: 'fails', isError: true, attributes: { 'error.type': 'ECONNRESET' } },
    ]);
    expect(one.texts.join('')).not.toMatch(/Ana|kw_secret/);
  });

  it('keep the attempt and the current span over awaits, and name them to the log', async () => {
    const one = await receiver();
    await begin(one.endpoint);
    expect(traceFields()).toEqual({});
    await spanOf('outer', async () => {
      const outer = currentSpan()!;
      await asAttempt(2, async () => {
        await sleep(1);
        expect(currentAttempt()).toBe(2);
        expect(currentSpan()).toBe(outer);
        await spanOf('inner', async () => {
          expect(currentAttempt()).toBe(0);
          await sleep(1);
          expect(traceFields()).toEqual({
            trace_id: outer.parent.traceId,
            span_id: currentSpan()!.parent.spanId,
          });
        });
      });
      expect(currentAttempt()).toBe(0);
    });
    expect(currentSpan()).toBeNull();
  });

  it('are sampled as configured, and the decision of the parent counts', async () => {
    const one = await receiver();
    const telemetry = await begin(one.endpoint, {
      ...{ sampler: 'parentbased_traceidratio', samplerRatio: 0 },
    });
    const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };
    await spanOf('alone', () => spanOf('child of alone'));
    await inSpan(
      'asked for',
      () => ({ parent }),
      () => spanOf('child'),
    );
    await inSpan(
      'linked',
      () => ({ link: parent, isRoot: true }),
      () => Promise.resolve(),
    );
    await telemetry.stop();
    expect(one.spans.map(({ name }) => name).sort()).toEqual(['asked for', 'child']);
    expect(one.spans.every(({ traceId }) => traceId === parent.traceId)).toBe(true);
  });
});

describe('without a configured receiver', () => {
  it('work is only called', async () => {
    running = await startTelemetry(null, { version: '1', instance: 'one', log });
    const starts: string[] = [];
    const made = await inSpan(
      'none',
      () => (starts.push('made'), {}),
      (span) => Promise.resolve([span, currentSpan(), carriedTrace('parent'), isTracing()]),
    );
    expect(made).toEqual([null, null, null, false]);
    expect(starts).toEqual([]);
  });
});

describe('a receiver that takes nothing', () => {
  it.each(['refuse', 'silent', 'trickle'] as const)(
    '%s: work continues, and the end is not held up',
    async (mode) => {
      const one = await receiver();
      one.mode(mode);
      const telemetry = await begin(one.endpoint);
      // More than are kept: the others are dropped.
      for (let made = 0; made < 5000; made += 1) await spanOf('one of many');
      await expect.poll(one.requests).toBeGreaterThan(0);
      // Said once, however many batches are refused.
      if (mode === 'refuse') await expect.poll(() => warnings.length).toBe(1);
      await telemetry.stop();
      expect(one.spans).toEqual([]);
      expect(isTracing()).toBe(false);
      expect(warnings).toHaveLength(mode === 'refuse' ? 1 : 0);
    },
  );

  it.each(['silent', 'trickle'] as const)('%s: once it is back, exports continue', async (mode) => {
    const one = await receiver();
    one.mode(mode);
    const telemetry = await begin(one.endpoint);
    await spanOf('taken by nobody');
    await expect.poll(one.requests).toBeGreaterThan(0);
    // What only waits for a time to pass must survive this.
    collectGarbage();
    one.mode('accept');
    await spanOf('once it is back');
    await expect.poll(() => one.spans.map(({ name }) => name)).toContain('once it is back');
    await telemetry.stop();
  });

  it('gets what came while it was away, once it is back in time', async () => {
    const one = await receiver();
    one.mode('unavailable');
    const telemetry = await begin(one.endpoint);
    await spanOf('while it was away');
    await expect.poll(one.requests).toBeGreaterThan(0);
    one.mode('accept');
    await expect.poll(() => one.spans.length).toBe(1);
    await telemetry.stop();
    expect(warnings).toEqual([]);
  });
});

describe('metrics', () => {
  it('are what the registry has, and the last ones come at the end', async () => {
    const one = await receiver();
    const telemetry = await begin(one.endpoint, { exportsTraces: false });
    expect(isTracing()).toBe(false);
    const bucket = (le: string | number, value: number) => ({
      ...{ metricName: 'keyway_t_seconds_bucket', labels: { le, route: '/a' }, value },
    });
    telemetry.exportFigures(() =>
      Promise.resolve([
        { name: 'keyway_g', help: 'g', type: 'gauge', values: [{ labels: { a: 'b' }, value: 3 }] },
        { name: 'keyway_c_total', help: 'c', type: 'counter', values: [{ labels: {}, value: 7 }] },
        { name: 'keyway_none', help: 'n', type: 'gauge', values: [] },
        {
          ...{ name: 'keyway_t_seconds', help: 't', type: 'histogram' },
          values: [
            ...[bucket(0.1, 2), bucket(1, 5), bucket('+Inf', 6)],
            { metricName: 'keyway_t_seconds_sum', labels: { route: '/a' }, value: 4.5 },
            { metricName: 'keyway_t_seconds_count', labels: { route: '/a' }, value: 6 },
          ],
        },
      ]),
    );
    await telemetry.stop();
    expect(one.metrics).toMatchObject([
      { name: 'keyway_g', kind: 'gauge', points: [{ attributes: { a: 'b' }, value: 3 }] },
      { name: 'keyway_c_total', kind: 'sum', points: [{ attributes: {}, value: 7 }] },
      {
        ...{ name: 'keyway_t_seconds', kind: 'histogram', unit: 's' },
        points: [
          {
            ...{ attributes: { route: '/a' }, value: 4.5, count: 6 },
            ...{ buckets: [2, 3, 1], bounds: [0.1, 1] },
          },
        ],
      },
    ]);
  });
});
