import { describe, expect, it } from 'vitest';
import {
  hasRoleFor,
  organizationsWithRole,
  visibleOrganizations,
  type Grant,
  type Rights,
} from './grants.ts';
import { ROLES } from './vocabulary.ts';

const everywhere = (role: Grant['role']): Grant => ({ role, organizationId: null });
const at = (organizationId: string, role: Grant['role']): Grant => ({ role, organizationId });
const member = (...grants: Grant[]): Rights => ({ grants, makerGrants: null });

describe('grants', () => {
  it('for the partner hold for every organization, and those for one for it alone', () => {
    const rights = member(everywhere('AUDITOR'), at('a', 'OPERATOR'), at('b', 'APPROVER'));
    const has = (where: string | null) => ROLES.filter((role) => hasRoleFor(rights, role, where));
    expect(has(null)).toEqual(['AUDITOR']);
    expect(has('a')).toEqual(['OPERATOR', 'AUDITOR']);
    expect(has('b')).toEqual(['APPROVER', 'AUDITOR']);
    expect(has('c')).toEqual(['AUDITOR']);
  });

  it('give nothing where there are none', () => {
    expect(ROLES.some((role) => hasRoleFor(member(), role, 'a'))).toBe(false);
    expect(ROLES.some((role) => hasRoleFor(member(at('a', 'OWNER')), role, null))).toBe(false);
    expect(visibleOrganizations(member())).toEqual([]);
  });

  it('add up: an operator who approves too has both roles', () => {
    const rights = member(at('a', 'OPERATOR'), at('a', 'APPROVER'));
    expect(hasRoleFor(rights, 'OPERATOR', 'a') && hasRoleFor(rights, 'APPROVER', 'a')).toBe(true);
    expect(hasRoleFor(rights, 'OWNER', 'a')).toBe(false);
  });
});

describe('a token', () => {
  it('has at most the rights of its maker, for each organization', () => {
    const rights: Rights = {
      grants: [everywhere('OWNER')],
      makerGrants: [at('a', 'APPROVER'), at('b', 'OPERATOR')],
    };
    expect(visibleOrganizations(rights)).toEqual(['a', 'b']);
    expect(hasRoleFor(rights, 'APPROVER', 'a')).toBe(true);
    expect(hasRoleFor(rights, 'APPROVER', 'b')).toBe(false);
    expect(hasRoleFor(rights, 'AUDITOR', null)).toBe(false);
    expect(organizationsWithRole(rights, 'OPERATOR')).toEqual(['b']);
  });

  it('of a maker without grants has none', () => {
    const rights: Rights = { grants: [everywhere('OWNER')], makerGrants: [] };
    expect(visibleOrganizations(rights)).toEqual([]);
    expect(ROLES.some((role) => hasRoleFor(rights, role, 'a'))).toBe(false);
  });
});

it.each([
  [member(everywhere('OWNER'), at('a', 'AUDITOR')), null, null],
  [member(everywhere('AUDITOR'), at('a', 'OWNER')), null, ['a']],
  [member(at('a', 'AUDITOR'), at('b', 'OWNER'), at('b', 'AUDITOR')), ['a', 'b'], ['b']],
])('%j sees %j and may operate %j', (rights, visible, operated) => {
  expect(visibleOrganizations(rights)).toEqual(visible);
  expect(organizationsWithRole(rights, 'OPERATOR')).toEqual(operated);
});
