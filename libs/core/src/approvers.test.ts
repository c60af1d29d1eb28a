import { expect, it } from 'vitest';
import {
  APPROVING_ROLES,
  couldApprove,
  noApprover,
  onlyApprover,
  type Approver,
} from './approvers.ts';

const ANA: Approver = { principal: 'member:ana', own: false, isPerson: true };
const BEA: Approver = { principal: 'member:bea', own: true, isPerson: true };
const TOKEN: Approver = { principal: 'token:t', own: false, isPerson: false };
const OTHER_TOKEN: Approver = { ...TOKEN, principal: 'token:u' };
const OWN_TOKEN: Approver = { ...TOKEN, own: true };

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
  // Tokens that act for nobody.
  ['ANOTHER_MEMBER', [TOKEN], null, 'ONLY_TOKENS'],
  ['ANOTHER_MEMBER', [TOKEN], 'member:omar', 'ONLY_TOKENS'],
  ['ANOTHER_MEMBER', [TOKEN], 'token:t', 'ONLY_REQUESTER'],
  ['ANOTHER_MEMBER', [TOKEN, OTHER_TOKEN], 'token:t', 'ONLY_TOKENS'],
  ['ANOTHER_MEMBER', [ANA, TOKEN], 'member:ana', 'ONLY_TOKENS'],
  ['ANOTHER_MEMBER', [ANA, TOKEN], 'token:t', null],
  ['ANOTHER_MEMBER', [ANA, TOKEN], null, null],
  ['OWN_APPROVER', [ANA, TOKEN], null, 'NO_OWN_APPROVER'],
  ['OWN_APPROVER', [ANA, OWN_TOKEN], 'member:omar', 'ONLY_TOKENS'],
  ['OWN_APPROVER', [BEA, OWN_TOKEN], 'member:bea', 'ONLY_TOKENS'],
] as const)('%s with %j, requested by %s: %s', (fourEyes, approvers, requester, expected) => {
  expect(noApprover(fourEyes, approvers, requester)).toBe(expected);
});

it.each([
  ['ANOTHER_MEMBER', [], null],
  ['ANOTHER_MEMBER', [ANA], 'member:ana'],
  ['ANOTHER_MEMBER', [ANA, BEA], null],
  // Whoever else requests it, the answer is the same.
  ['ANOTHER_MEMBER', [ANA, TOKEN], 'member:ana'],
  ['ANOTHER_MEMBER', [TOKEN], 'token:t'],
  ['ANOTHER_MEMBER', [TOKEN, OTHER_TOKEN], null],
  ['OWN_APPROVER', [ANA, BEA], 'member:bea'],
] as const)('%s with %j depends on %s as the requester', (fourEyes, approvers, expected) => {
  expect(onlyApprover(fourEyes, approvers)).toBe(expected);
});

it('knows the roles that allow to approve', () => {
  expect(APPROVING_ROLES).toEqual(['OWNER', 'APPROVER']);
});

it.each([
  ['ANOTHER_MEMBER', 'APPROVER', null, true],
  ['ANOTHER_MEMBER', 'OWNER', 'contoso', true],
  ['ANOTHER_MEMBER', 'OPERATOR', null, false],
  ['ANOTHER_MEMBER', 'APPROVER', 'adatum', false],
  ['OWN_APPROVER', 'APPROVER', null, false],
  ['OWN_APPROVER', 'APPROVER', 'contoso', true],
  ['OWN_APPROVER', 'AUDITOR', 'contoso', false],
] as const)('%s: %s of %j could approve for contoso: %s', (fourEyes, role, organizationId, can) => {
  const other = { role: 'AUDITOR', organizationId: 'contoso' } as const;
  expect(couldApprove([other, { role, organizationId }], 'contoso', fourEyes)).toBe(can);
});
