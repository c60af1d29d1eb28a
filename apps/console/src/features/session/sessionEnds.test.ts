import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWarning, isWorthUse } from './sessionEnds.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const after = (minutes: number) => START + minutes * MINUTE;
const session = (idleMinutes: number, endMinutes: number) => ({
  idleSeconds: idleMinutes * 60,
  endsAt: new Date(after(endMinutes)).toISOString(),
});

describe('findWarning', () => {
  it('warns two minutes before an idle session ends, at the earliest that it can', () => {
    const limits = session(240, 24 * 60);
    const first = findWarning(limits, START, START);
    expect(first).toEqual({ waitMilliseconds: 237 * MINUTE });
    expect(findWarning(limits, START, after(237))).toEqual({ reason: 'idle', endsAt: after(239) });
    // Used meanwhile, in this tab or another.
    expect(findWarning(limits, after(236), after(237))).toMatchObject({
      waitMilliseconds: expect.any(Number),
    });
  });

  it('warns ten minutes before its last instant, which no use moves', () => {
    const limits = session(240, 24 * 60);
    const used = after(23 * 60 + 49);
    expect(findWarning(limits, used, used)).toEqual({ waitMilliseconds: MINUTE });
    const now = after(23 * 60 + 50);
    expect(findWarning(limits, now, now)).toEqual({ reason: 'end', endsAt: after(24 * 60) });
  });

  it('leaves twenty seconds to react, or a third, however short the session is', () => {
    const { endsAt, ...found } = findWarning(session(1, 60), START, after(0.5)) as {
      reason: string;
      endsAt: number;
    };
    expect(found).toEqual({ reason: 'idle' });
    expect(endsAt - after(0.5)).toBeGreaterThanOrEqual(20_000);
  });

  it('always warns before the session can end, and never waits for nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 43_200 }),
        fc.integer({ min: 1, max: 720 * 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (idleMinutes, endMinutes, part) => {
          const limits = session(idleMinutes, endMinutes);
          const used = START + part * endMinutes * MINUTE;
          // As the server counts it, whose last move may be a minute or a tenth old.
          const late = Math.min(MINUTE, idleMinutes * 6_000);
          const ends = Math.min(used - late + idleMinutes * MINUTE, after(endMinutes));
          const found = findWarning(limits, used, used);
          if ('reason' in found) return;
          expect(found.waitMilliseconds).toBeGreaterThan(0);
          expect(used + found.waitMilliseconds).toBeLessThan(ends);
          expect(findWarning(limits, used, used + found.waitMilliseconds)).toHaveProperty('reason');
        },
      ),
    );
  });
});

it('counts typing as a use long before the session would end, and not each key', () => {
  expect(isWorthUse(600, START, START + 100_000)).toBe(false);
  expect(isWorthUse(600, START, START + 151_000)).toBe(true);
});
