import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CREDENTIAL_MARKS,
  credentialExpiryState,
  credentialWarning,
  daysUntilExpiry,
  type CredentialMark,
} from './credentialExpiry.ts';

const EXPIRES = '2026-12-31T12:00:00.000Z';
const before = (days: number, milliseconds = 0): string =>
  new Date(Date.parse(EXPIRES) - days * 86_400_000 - milliseconds).toISOString();

describe('credentialWarning', () => {
  it.each([
    ['before the first mark', null, before(30, 1), null, before(30)],
    ['at 30 days', null, before(30), 30, before(7)],
    ['later, with nothing said yet', null, before(12), 30, before(7)],
    ['between the marks', 30, before(8), null, before(7)],
    ['at 7 days', 30, before(7), 7, EXPIRES],
    ['past both marks at once: the nearest alone', null, before(3), 7, EXPIRES],
    ['at the expiry', 7, EXPIRES, 0, null],
    ['past all marks at once', null, before(-400), 0, null],
    ['after everything was said', 0, before(-400), null, null],
    ['with a clock that was set back', 7, before(20), null, EXPIRES],
  ] as const)('%s', (_, warned, at, mark, nextAt) => {
    expect(credentialWarning(EXPIRES, warned, at)).toEqual({ mark, nextAt });
  });

  it('says each mark once at most, nearer ones later, whatever the clock does', () => {
    const days = fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 40 });
    const said = (left: number[]): CredentialMark[] => {
      const marks: CredentialMark[] = [];
      for (const day of left) {
        const { mark } = credentialWarning(EXPIRES, marks.at(-1) ?? null, before(day));
        if (mark !== null) marks.push(mark);
      }
      return marks;
    };
    fc.assert(
      fc.property(days, (left) => {
        const marks = said(left);
        expect(marks).toEqual(CREDENTIAL_MARKS.filter((mark) => marks.includes(mark)));
      }),
    );
  });
});

describe('credentialExpiryState and daysUntilExpiry', () => {
  it.each([
    [before(30, 1), 'LATER', 31],
    [before(30), 'WITHIN_30_DAYS', 30],
    [before(7, 1), 'WITHIN_30_DAYS', 8],
    [before(7), 'WITHIN_7_DAYS', 7],
    [before(0, 1), 'WITHIN_7_DAYS', 1],
    [EXPIRES, 'EXPIRED', 0],
    [before(-9), 'EXPIRED', 0],
  ])('at %s: %s, %i days', (at, state, days) => {
    expect([credentialExpiryState(EXPIRES, at), daysUntilExpiry(EXPIRES, at)]).toEqual([
      state,
      days,
    ]);
  });
});
