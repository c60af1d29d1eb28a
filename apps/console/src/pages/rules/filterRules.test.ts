import { describe, expect, it } from 'vitest';
import { groupChecksByRule, filterRules } from './filterRules.ts';

const rule = (id: string, title: string, sources: string[] = []) => ({ id, title, sources });
const ALL = [
  rule('VAL-10', 'Purge protection is on'),
  rule('VAL-15', 'The network admits Adobe'),
  rule('KV-03', 'Purge protection is off by default', ['docs: key-vault/overview.md']),
];

describe('filterRules', () => {
  it.each([
    ['VAL-15', ['VAL-15']],
    ['val purge', ['VAL-10']],
    ['overview.md', ['KV-03']],
    ['  ', ['VAL-10', 'VAL-15', 'KV-03']],
    [undefined, ['VAL-10', 'VAL-15', 'KV-03']],
    ['nothing of the kind', []],
  ])('%s finds %j', (text, found) => {
    expect(filterRules(ALL, text).map(({ id }) => id)).toEqual(found);
  });
});

describe('groupChecksByRule', () => {
  it('counts a check once, though it is in the catalog for each track', () => {
    const found = groupChecksByRule([
      { id: 'vaultUsesRbac', rules: ['VAL-13', 'AEP-03'] },
      { id: 'vaultUsesRbac', rules: ['VAL-13', 'GAP-19'] },
      { id: 'vaultExists', rules: ['AEP-03'] },
    ]);
    expect([...found].map(([id, checks]) => [id, checks.size])).toEqual([
      ['VAL-13', 1],
      ['AEP-03', 2],
      ['GAP-19', 1],
    ]);
  });
});
