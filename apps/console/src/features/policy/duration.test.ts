import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { formatDuration, toDuration, toSeconds } from './duration.ts';

describe('a time of a policy', () => {
  it.each([
    [0, 0, 'hour'],
    [1, 1, 'second'],
    [90, 90, 'second'],
    [3_600, 1, 'hour'],
    [5_400, 90, 'minute'],
    [129_600, 36, 'hour'],
    [604_800, 7, 'day'],
  ])('of %i seconds is %i %ss, and the same again', (seconds, value, unit) => {
    expect(toDuration(seconds)).toEqual({ value, unit });
    expect(toSeconds(toDuration(seconds))).toBe(seconds);
  });

  it.each([
    ['en', 604_800, '7 days'],
    ['en', 60, '1 minute'],
    ['es', 129_600, '36 horas'],
  ])('is formatted in %s', (locale, seconds, text) => {
    expect(formatDuration(seconds, createIntl({ locale }))).toBe(text);
  });
});
