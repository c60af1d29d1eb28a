/** The canonical text of any value is that of the reference implementation, byte for byte. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { canonicalJson, sha256Hex } from './canonicalJson.ts';
import { evidenceOf } from './evidence.ts';
import { TRACK_IDS } from './vocabulary.ts';

type Answer = { text: string | undefined } | { thrown: true };
/** A value without a text is refused by one and undefined for the other. */
function answerOf(write: () => string | undefined): Answer {
  try {
    const text = write();
    return text === undefined ? { thrown: true } : { text };
  } catch {
    return { thrown: true };
  }
}
const expectSame = (value: unknown): void => {
  expect(answerOf(() => canonicalJson(value))).toEqual(answerOf(() => canonicalize(value)));
};

class Money {
  b = 1;
  a = 2;
}
const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a', 'B', 'b', 'é', '\u{1F511}', '\uFB33', '10', '9', '01', '', '"', '\\ud'),
  fc.constantFrom('__proto__', 'constructor', 'toJSON', 'length', '\ud800', '\ud83d\udd11'),
);
const scalar = fc.oneof(
  name,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, undefined, true, -0, NaN, Infinity, 1e21, 1e-7, 10n, Symbol('s')),
);
/** Made for each case, since these are objects. */
const unusual = fc.constantFrom<(() => unknown)[]>(
  () => new Date(0),
  () => new Money(),
  () => new Map([['a', 1]]),
  () => Object('boxed'),
  () => Object.assign(Object.create(null), { b: 1, a: 2 }) as unknown,
  () => ({ b: 1, toJSON: () => ({ d: 1, c: [undefined] }) }),
  () => () => 'function',
  () => Array(2),
);
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: scalar, weight: 6 },
    { arbitrary: unusual.map((make) => make()), weight: 1 },
    { arbitrary: fc.array(tie('value'), { maxLength: 4 }), weight: 3 },
    {
      arbitrary: fc.array(fc.tuple(name, tie('value')), { maxLength: 24 }).map(Object.fromEntries),
      weight: 6,
    },
  ),
})).value;

describe('the canonical form', () => {
  it('is that of the reference implementation, which refuses the same values', () => {
    fc.assert(fc.property(value, expectSame), { numRuns: 3000 });
  });

  it('is the same of JSON, in any order of members', () => {
    const json = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(fc.property(json, expectSame), { numRuns: 1000 });
  });

  it('is the same of a run and its evidence', () => {
    const { run } = new DrivenRun().prepare().approve('AEP').approve('CJA');
    expectSame(run);
    for (const track of TRACK_IDS) expectSame(evidenceOf(run, track));
  });

  it('is the same of values that hold themselves, many or deep ones', () => {
    const cycle: Record<string, unknown> = { b: 1 };
    cycle.a = { cycle };
    expectSame(cycle);
    let nested: unknown = 'end';
    for (let depth = 0; depth < 20_000; depth += 1) nested = { z: depth, inner: nested };
    expectSame(nested);
    const names = Array.from({ length: 1000 }, (_, index) => `n${index * 7919}`);
    expectSame(Object.fromEntries(names.map((name) => [name, 1])));
  });
});

it('hashes the UTF-8 bytes of a text', () => {
  expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
