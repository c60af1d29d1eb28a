/** Fails a test in which a text was shown by its ID, as it was not loaded where it is needed. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

const missing = new Set<string>();

beforeEach(() => {
  missing.clear();
  const { warn } = console;
  vi.spyOn(console, 'warn').mockImplementation((...parts: unknown[]) => {
    if (String(parts[0]).includes('MISSING_TRANSLATION')) missing.add(String(parts[0]));
    else warn(...parts);
  });
});

afterEach(() => {
  expect([...missing]).toEqual([]);
});
