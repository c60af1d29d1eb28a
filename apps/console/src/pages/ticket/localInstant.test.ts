import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './localInstant.ts';

describe('local date and time', () => {
  it('comes back to the same minute', () => {
    const instant = new Date(2026, 10, 5, 9, 7);
    expect(toLocalField(instant)).toBe('2026-11-05T09:07');
    expect(fromLocalField(toLocalField(instant))).toBe(instant.toISOString());
  });

  it('is nothing where nothing was given', () => {
    expect(fromLocalField('')).toBeNull();
    expect(fromLocalField('2026-13-45T99:99')).toBeNull();
  });
});
