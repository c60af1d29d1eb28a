import { describe, expect, it } from 'vitest';
import { isLongWait, measureSpan, chooseTickMilliseconds } from './timeSpan.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const ago = (hours: number) => NOW - hours * 3_600_000;

describe('measureSpan', () => {
  it.each([
    [0, 0, 'second'],
    [0.01, -36, 'second'],
    [0.5, -30, 'minute'],
    [0.9999, -1, 'hour'],
    [23.4, -23, 'hour'],
    [23.9, -1, 'day'],
    [13.4 * 24, -13, 'day'],
    [13.9 * 24, -2, 'week'],
    [15 * 24, -2, 'week'],
    [89.999 * 24, -3, 'month'],
    [-89.999 * 24, 3, 'month'],
    [90 * 24, -3, 'month'],
    [719.999 * 24, -2, 'year'],
    [800 * 24, -2, 'year'],
    [-3, 3, 'hour'],
  ] as const)('%d hours ago is %d %s', (hours, value, unit) => {
    expect(measureSpan(ago(hours), NOW)).toEqual({ value, unit });
  });

  it('never makes a negative zero', () => {
    expect(Object.is(measureSpan(NOW - 400, NOW).value, -0)).toBe(false);
  });
});

describe('isLongWait', () => {
  it('begins after three days', () => {
    expect(isLongWait(ago(72), NOW)).toBe(false);
    expect(isLongWait(ago(72.1), NOW)).toBe(true);
  });
});

describe('chooseTickMilliseconds', () => {
  it('slows down as the text changes less often', () => {
    const [fresh, hourly, old] = [
      chooseTickMilliseconds(ago(0), NOW),
      chooseTickMilliseconds(ago(0.5), NOW),
      chooseTickMilliseconds(ago(50), NOW),
    ];
    expect(fresh).toBeLessThan(hourly);
    expect(hourly).toBeLessThan(old);
  });
});
