import { describe, expect, it } from 'vitest';
import { cleanCode } from './cleanCode.ts';

describe('cleanCode', () => {
  it.each([
    ['403025', '403025'],
    [403025, '403025'],
    ['ForbiddenByFirewall', 'ForbiddenByFirewall'],
    ['urn:x:y-1', 'urn:x:y-1'],
  ])('%j is a code', (given, code) => expect(cleanCode(given)).toBe(code));

  it.each([
    '',
    'two parts',
    'x'.repeat(101),
    'a\u0000b',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
    { code: 'x' },
    null,
    1.5,
    Number.NaN,
  ])('%j is none', (given) => expect(cleanCode(given)).toBeNull());

  it('repeats no secret of ours', () => expect(cleanCode('p8e-secret', ['p8e-secret'])).toBeNull());
});
