/**
 * How often a read is repeated, and what stops it. Waits are zero or not waited for: no time
 * decides here.
 */
import { ConnectorError } from '@keyway/core';
import type { ConnectorErrorKind } from '@keyway/core';
import { expect, it } from 'vitest';
import { repeatRead } from './repeatRead.ts';
import { DEFAULT_RETRY_LIMITS } from './retryDelay.ts';

const LIMITS = { ...DEFAULT_RETRY_LIMITS, firstDelayMs: 0 };
const failing = (kind: ConnectorErrorKind, retryAfterSeconds: number | null = null) =>
  new ConnectorError({ kind, message: kind, retryAfterSeconds });

it('ends with the first success', async () => {
  let reads = 0;
  const read = () =>
    (reads += 1) < 3 ? Promise.reject(failing('unavailable')) : Promise.resolve(reads);
  await expect(repeatRead({ signal: null, waitedMs: 0 }, LIMITS, read)).resolves.toBe(3);
});

it.each([
  ['unavailable', 4],
  ['throttled', 4],
  ['denied', 1],
  ['badResponse', 1],
] as const)(
  'a read that stays %s is made %i times, and its last failure is thrown',
  async (kind, times) => {
    const thrown: ConnectorError[] = [];
    const read = () => {
      thrown.push(failing(kind));
      return Promise.reject(thrown.at(-1)!);
    };
    const error: unknown = await repeatRead({ signal: null, waitedMs: 0 }, LIMITS, read).catch(
      (reason: unknown) => reason,
    );
    expect(thrown).toHaveLength(times);
    expect(error).toBe(thrown.at(-1));
  },
);

it('shares its waiting among all reads of one call', async () => {
  const call = { signal: null, waitedMs: DEFAULT_RETRY_LIMITS.maxTotalWaitMs - 1 };
  let reads = 0;
  const read = () => {
    reads += 1;
    return Promise.reject(failing('unavailable'));
  };
  await expect(repeatRead(call, { ...LIMITS, firstDelayMs: 1 }, read)).rejects.toThrow();
  expect(reads).toBe(2);
  expect(call.waitedMs).toBe(DEFAULT_RETRY_LIMITS.maxTotalWaitMs);
});

it('stops waiting when the caller gives up', async () => {
  const caller = new AbortController();
  let reads = 0;
  const read = () => {
    reads += 1;
    setImmediate(() => caller.abort());
    return Promise.reject(failing('throttled', 5));
  };
  await expect(
    repeatRead({ signal: caller.signal, waitedMs: 0 }, LIMITS, read),
  ).rejects.toMatchObject({ failure: { code: 'ABORT_ERR' } });
  expect(reads).toBe(1);
});
