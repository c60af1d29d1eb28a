import { describe, expect, it } from 'vitest';
import { filterChecks, groupByStep } from './catalogFilter.ts';
import type { CatalogCheck } from './catalogFilter.ts';

const check = (
  id: string,
  step: CatalogCheck['step'],
  rules: string[],
  track: CatalogCheck['track'] = ['AEP', 'CJA'],
): CatalogCheck => ({
  id,
  title: `Title of ${id}`,
  rules,
  track,
  step,
});
const ALL = [
  check('vaultHasPurgeProtection', 'VAULT', ['VAL-10', 'KV-04']),
  check('keyIsRsa', 'KEY', ['VAL-17'], ['AEP']),
  check('vaultIsInTenant', 'VAULT', ['VAL-16']),
];

describe('filterChecks', () => {
  it.each([
    ['val-1', 3],
    ['VAL-17', 1],
    ['vault tenant', 1],
    ['  ', 3],
    ['nothing of the kind', 0],
  ])('%s finds %d', (text, found) => {
    expect(filterChecks(ALL, { text })).toHaveLength(found);
  });
  it('keeps to a track', () => {
    expect(filterChecks(ALL, { track: 'CJA' }).map((one) => one.id)).not.toContain('keyIsRsa');
  });
});

describe('groupByStep', () => {
  it('puts a step together wherever its checks stand', () => {
    expect(groupByStep(ALL).map(({ step, checks }) => [step, checks.length])).toEqual([
      ['VAULT', 2],
      ['KEY', 1],
    ]);
  });
});
