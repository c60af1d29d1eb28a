import { describe, expect, it } from 'vitest';
import type { ConnectorErrorKind, ReadFailure } from '@keyway/core';
import { DEFAULT_RETRY_LIMITS, retryDelay } from './retryDelay.ts';

const failure = (
  kind: ConnectorErrorKind,
  retryAfterSeconds: number | null = null,
): ReadFailure => ({
  kind,
  message: '',
  status: null,
  code: null,
  permission: null,
  retryAfterSeconds,
});
const delay = (kind: ConnectorErrorKind, retry: number, asked: number | null = null, waited = 0) =>
  retryDelay(failure(kind, asked), retry, waited, DEFAULT_RETRY_LIMITS);

describe('retryDelay', () => {
  it('backs off where no wait is named, and ends after three repetitions (KV-12)', () => {
    for (const kind of ['throttled', 'unavailable'] as const)
      expect([0, 1, 2, 3].map((retry) => delay(kind, retry))).toEqual([250, 500, 1000, null]);
  });

  it('honors a short wait and leaves a long one to the queue', () => {
    expect(delay('throttled', 0, 5)).toBe(5000);
    expect(delay('throttled', 0, 6)).toBeNull();
    expect(delay('unavailable', 0, 0)).toBe(0);
  });

  it('never waits more than twelve seconds in all', () => {
    expect(delay('throttled', 1, 5, 7000)).toBe(5000);
    expect(delay('throttled', 1, 5, 7001)).toBeNull();
  });

  it('leaves a host that hangs to the queue: one time-out is longer than all waiting', () => {
    expect(
      retryDelay({ ...failure('unavailable'), code: 'ETIMEDOUT' }, 0, 0, DEFAULT_RETRY_LIMITS),
    ).toBeNull();
  });

  it('repeats nothing that is an answer', () => {
    for (const kind of ['denied', 'credential', 'notFound', 'badResponse', 'rejected'] as const)
      expect(delay(kind, 0)).toBeNull();
  });
});
