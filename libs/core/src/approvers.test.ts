import { expect, it } from 'vitest';
import { APPROVING_ROLES, noApprover, type Approver } from './approvers.ts';

const ANA: Approver = { principal: 'member:ana', own: false };
const BEA: Approver = { principal: 'member:bea', own: true };

it.each([
  // Any approver but the requester.
  ['ANOTHER_MEMBER', [], null, 'NO_APPROVER'],
  ['ANOTHER_MEMBER', [ANA], null, null],
  ['ANOTHER_MEMBER', [ANA], 'member:omar', null],
  ['ANOTHER_MEMBER', [ANA], 'member:ana', 'ONLY_REQUESTER'],
  ['ANOTHER_MEMBER', [ANA, BEA], 'member:ana', null],
  // One who has a grant for the organization and one for all is one person.
  ['ANOTHER_MEMBER', [BEA, { ...BEA, own: false }], 'member:bea', 'ONLY_REQUESTER'],
  // An approver of the organization itself.
  ['OWN_APPROVER', [], null, 'NO_APPROVER'],
  ['OWN_APPROVER', [ANA], null, 'NO_OWN_APPROVER'],
  ['OWN_APPROVER', [ANA, BEA], 'member:omar', null],
  ['OWN_APPROVER', [ANA, BEA], 'member:bea', 'ONLY_REQUESTER'],
] as const)('%s with %j, requested by %s: %s', (fourEyes, approvers, requester, expected) => {
  expect(noApprover(fourEyes, approvers, requester)).toBe(expected);
});

it('knows the roles that allow to approve', () => {
  expect(APPROVING_ROLES).toEqual(['OWNER', 'APPROVER']);
});
