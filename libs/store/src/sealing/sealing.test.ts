import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealing.ts';

describe('seal', () => {
  const key = randomBytes(32);

  it('opens with the same key and binding, and is never twice the same', () => {
    const sealed = seal(key, 'sécret', 'a');
    expect(unseal(key, sealed, 'a').toString()).toBe('sécret');
    expect(seal(key, 'sécret', 'a').equals(sealed)).toBe(false);
    expect(sealed.includes(Buffer.from('sécret'))).toBe(false);
  });

  it('does not open with another key, another binding, or a changed byte', () => {
    const sealed = seal(key, 'secret', 'a');
    expect(() => unseal(randomBytes(32), sealed, 'a')).toThrow();
    expect(() => unseal(key, sealed, 'b')).toThrow();
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => unseal(key, changed, 'a')).toThrow();
    }
    expect(() => unseal(key, sealed.subarray(0, 10), 'a')).toThrow();
  });
});
