import { describe, expect, it } from 'vitest';
import { DateTime } from './scalars.ts';

describe('DateTime', () => {
  it.each([
    ['2026-11-25T08:30:00Z', '2026-11-25T08:30:00.000Z'],
    ['2026-11-25t08:30:00.123456z', '2026-11-25T08:30:00.123Z'],
    ['2026-11-25T00:30:00+02:00', '2026-11-24T22:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(DateTime.parseValue(text)).toBe(instant);
  });

  it.each([
    '',
    'tomorrow',
    '2026-11-25',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T25:00:00Z',
    '2026-11-25T08:30:00',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00Z',
    5,
    null,
  ])('refuses %j', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('RFC 3339');
  });
});
