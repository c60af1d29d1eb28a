/** A run holds codes and values: its only sentences are what a person wrote or a cloud answered. */
import { expect, it } from 'vitest';
import { situations } from '../testing/situations.ts';
import stored from '../fixtures/runs-of-version-3.json' with { type: 'json' };
import { upcastRun } from './upcastRun.ts';

/** Keys whose text a person or the other side wrote. */
const THEIRS = new Set([
  'statement',
  'reason',
  'text',
  'upstreamMessage',
  'externalStatus',
  'detail',
]);

function sentencesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return !THEIRS.has(key) && /^\S+ \S+ .*[.!?]$/.test(value) ? [`${key}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    sentencesIn(inner, Array.isArray(value) ? key : name),
  );
}

it('no run in any situation holds a sentence of ours', () => {
  const found = situations().flatMap(([name, { run }]) =>
    sentencesIn(run).map((sentence) => `${name}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

it('nor does a run of an earlier version, once it is read', () => {
  const found = Object.values(stored).map((run) => sentencesIn(upcastRun(run)));
  expect([...new Set(found.flat())]).toEqual(['message: A configuration exists already.']);
});
