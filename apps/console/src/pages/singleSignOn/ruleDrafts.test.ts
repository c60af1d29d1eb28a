import { describe, expect, it } from 'vitest';
import { areSameRules, putRule, refusedPlace, toRuleInput } from './ruleDrafts.ts';
import type { Rule } from './ruleDrafts.ts';

const aRule = (value: string, id?: string): Rule => ({
  issuer: null,
  claim: 'groups',
  value,
  grant: { role: 'OPERATOR', organization: id ? { id, name: `Name of ${id}` } : null },
});

describe('rules that are edited', () => {
  it('are sent with their organization, or for all', () => {
    expect(toRuleInput(aRule('a', 'contoso')).grant).toEqual({
      role: 'OPERATOR',
      organizationId: 'contoso',
    });
    expect(toRuleInput(aRule('a')).grant.organizationId).toBeNull();
  });

  it('are the same where what is sent is', () => {
    const renamed: Rule = { ...aRule('a', 'contoso') };
    renamed.grant = { ...renamed.grant, organization: { id: 'contoso', name: 'New name' } };
    expect(areSameRules([aRule('a', 'contoso')], [renamed])).toBe(true);
    expect(areSameRules([aRule('a')], [aRule('b')])).toBe(false);
    expect(areSameRules([aRule('a')], [])).toBe(false);
  });

  it('keep their order', () => {
    const rules = [aRule('a'), aRule('b')];
    expect(putRule(rules, aRule('c')).map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(putRule(rules, aRule('c'), 0).map(({ value }) => value)).toEqual(['c', 'b']);
  });
});

describe('the place of a refused rule', () => {
  it('is in its field', () => {
    expect(refusedPlace(['rules', '2', 'claim'])).toBe(2);
    expect(refusedPlace(['rules'])).toBeNull();
    expect(refusedPlace(null)).toBeNull();
  });
});
