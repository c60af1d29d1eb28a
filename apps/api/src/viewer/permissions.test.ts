import { ROLES } from '@keyway/core';
import type { Authenticated } from '@keyway/store';
import { describe, expect, it } from 'vitest';
import {
  REQUIREMENTS,
  mayMutate,
  missingFor,
  SCOPES,
  scopesOf,
  type MutationName,
} from './permissions.ts';

const viewer = (changes: Partial<Authenticated>): Authenticated => ({
  kind: 'TOKEN',
  id: 't',
  partnerId: 'p',
  partnerName: 'Partner',
  principal: 'token:t',
  name: 'robot',
  email: null,
  role: 'OWNER',
  makerRole: null,
  scopes: [...SCOPES],
  organizationIds: null,
  expiresAt: null,
  ...changes,
});
const all = Object.keys(REQUIREMENTS) as MutationName[];
const may = (changes: Partial<Authenticated>): string[] =>
  all.filter((mutation) => mayMutate(viewer(changes), mutation));

describe('permissions', () => {
  it('gives a member the scopes that their role can use, and a token those it was made with', () => {
    const scopes = (changes: Partial<Authenticated>): readonly string[] =>
      scopesOf(viewer(changes));
    expect(scopes({ kind: 'MEMBER', role: 'AUDITOR' })).toEqual(['read']);
    expect(scopes({ kind: 'MEMBER', role: 'APPROVER' })).toEqual(['read', 'approve']);
    expect(scopes({ kind: 'MEMBER', role: 'OPERATOR' })).toEqual(['read', 'runs:write']);
    expect(scopes({ kind: 'MEMBER', role: 'OWNER' })).toEqual(SCOPES);
    expect(scopes({ role: 'AUDITOR', scopes: ['read', 'approve'] })).toEqual(['read', 'approve']);
  });

  it('gives each role what the contract says', () => {
    const decide = ['approve', 'refuse', 'withdrawApproval'];
    const manage = ['createApiToken', 'revokeApiToken'];
    const drive = all.filter(
      (mutation) => !decide.includes(mutation) && !manage.includes(mutation),
    );
    expect(may({ role: 'AUDITOR' })).toEqual([]);
    expect(may({ role: 'APPROVER' })).toEqual(decide);
    expect(may({ role: 'OPERATOR' })).toEqual(drive);
    expect(may({ role: 'OWNER' })).toEqual(all);
  });

  it('needs the scope as well as the role', () => {
    expect(may({ scopes: ['read'] })).toEqual([]);
    expect(may({ scopes: ['approve'] })).toEqual(['approve', 'refuse', 'withdrawApproval']);
    expect(may({ scopes: ['admin'] })).toEqual(['createApiToken', 'revokeApiToken']);
    expect(may({ role: 'APPROVER', scopes: ['runs:write'] })).toEqual([]);
  });

  it.each(ROLES)('never lets a token do more than its maker, now %s, may', (makerRole) => {
    expect(may({ role: 'OWNER', makerRole })).toEqual(may({ role: makerRole }));
  });

  it('says what is missing', () => {
    expect(missingFor(viewer({ scopes: ['read'] }), 'approve')).toMatchObject({
      reason: 'scopeMissing',
      values: { scope: 'approve' },
    });
    expect(missingFor(viewer({ role: 'OPERATOR' }), 'approve')).toMatchObject({
      reason: 'roleMissing',
      values: { role: 'OPERATOR', needed: 'APPROVER' },
    });
  });
});
