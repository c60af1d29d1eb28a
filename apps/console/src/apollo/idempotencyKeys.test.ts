import { describe, expect, it } from 'vitest';
import { createIdempotencyKeys } from './idempotencyKeys.ts';

describe('createIdempotencyKeys', () => {
  it('repeats the key for the same input while the server has not answered', () => {
    const keys = createIdempotencyKeys();
    const first = keys.keyFor({ runId: 'r', step: 'VAULT' });
    expect(keys.keyFor({ runId: 'r', step: 'VAULT' })).toBe(first);
  });

  it('makes a new key for another input, which the server would refuse under the first', () => {
    const keys = createIdempotencyKeys();
    expect(keys.keyFor({ reason: 'a' })).not.toBe(keys.keyFor({ reason: 'b' }));
  });

  it('makes a new key for the same input after the server has answered', () => {
    const keys = createIdempotencyKeys();
    const first = keys.keyFor({ runId: 'r' });
    keys.settled();
    expect(keys.keyFor({ runId: 'r' })).not.toBe(first);
  });
});
