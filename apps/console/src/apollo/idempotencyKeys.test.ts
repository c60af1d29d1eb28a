import { describe, expect, it } from 'vitest';
import { createIdempotencyKeys } from './idempotencyKeys.ts';

function counted() {
  let count = 0;
  return createIdempotencyKeys(() => `key-${(count += 1)}`);
}

describe('idempotency keys of an intent', () => {
  it('sends the same key again while no answer came', () => {
    const keys = counted();
    expect(keys.keyFor({ runId: 'r', step: 'VAULT' })).toBe('key-1');
    expect(keys.keyFor({ runId: 'r', step: 'VAULT' })).toBe('key-1');
  });

  it('takes a new key for another input, which the old key would be refused for', () => {
    const keys = counted();
    keys.keyFor({ reason: 'a' });
    expect(keys.keyFor({ reason: 'b' })).toBe('key-2');
  });

  it('takes a new key once the server answered, so that the same wish can be had again', () => {
    const keys = counted();
    keys.keyFor({ runId: 'r' });
    keys.settled();
    expect(keys.keyFor({ runId: 'r' })).toBe('key-2');
  });

  it('makes keys that differ', () => {
    expect(createIdempotencyKeys().keyFor({})).not.toBe(createIdempotencyKeys().keyFor({}));
  });
});
