import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.ts';

describe('shorten', () => {
  it('keeps both ends', () => {
    expect(shorten('https://kv-contoso.vault.azure.net/keys/cmk/0123456789abcdef', 24)).toBe(
      'https://kv-con…89abcdef…'.replace('89abcdef…', '789abcdef'),
    );
  });
  it('is never longer than asked, and whole where it fits', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 60 }), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(
          Math.max(max, text.length <= max ? text.length : max),
        );
        if (text.length <= max) expect(short).toBe(text);
      }),
    );
  });
});
