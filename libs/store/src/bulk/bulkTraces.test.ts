/** A bulk job names the request that started it in the trace of each batch. */
import { globalId } from '@keyway/core';
import { inSpan, setTracer, type Span, type SpanStart } from '@keyway/telemetry';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { BulkWorld } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const { startJob, shown, workAll, organizations } = world;
beforeAll(world.open);
beforeEach(world.renew);
afterEach(() => setTracer(null));
afterAll(world.close);

interface Started extends SpanStart {
  name: string;
  traceId: string;
}

/** Keeps how each span began. */
function record(): Started[] {
  const started: Started[] = [];
  setTracer({
    start: (name, start, current): Span => {
      const traceId =
        (start.isRoot ? undefined : (start.parent ?? current?.parent)?.traceId) ??
        String(started.length + 1).padStart(32, '0');
      const spanId = String(started.length + 1).padStart(16, '0');
      started.push({ ...start, name, traceId });
      const ignore = (): void => undefined;
      const parent = { traceId, spanId, isSampled: true };
      return { parent, rename: ignore, set: ignore, fail: ignore, end: ignore };
    },
  });
  return started;
}

it('and what its items ask for belongs to the batch', async () => {
  const started = record();
  const ids = await organizations(30);
  const job = await inSpan(
    'request',
    () => ({ isRoot: true }),
    () => startJob(ids),
  );
  await workAll(world.store);
  const request = started.find(({ name }) => name === 'request')!;
  const batches = started.filter(({ name }) => name === 'bulk batch');
  expect(batches.length).toBeGreaterThanOrEqual(2);
  for (const batch of batches) {
    expect(batch).toMatchObject({
      ...{ isRoot: true, link: { traceId: request.traceId } },
      attributes: {
        'keyway.bulk.action': 'START_RUNS',
        'keyway.bulk.job.id': globalId('BulkJob', job.id),
      },
    });
    expect(batch.traceId).not.toBe(request.traceId);
  }
  const traces = batches.map(({ traceId }) => traceId);
  const events = started.filter(({ name }) => name === 'advanceRun');
  expect(events.length).toBeGreaterThanOrEqual(30);
  for (const { traceId } of events) expect(traces).toContain(traceId);
  // What the API shows of it is what was asked for.
  expect((await shown(job)).input).not.toHaveProperty('trace');
});

it('also where nothing was traced when it was started, as by a version before', async () => {
  const job = await startJob(await organizations(1));
  const started = record();
  await workAll(world.store);
  expect(started.find(({ name }) => name === 'bulk batch')).toMatchObject({ isRoot: true });
  expect(await shown(job)).toMatchObject({ status: 'DONE', done: 1 });
});
