import {
  mayMutate,
  missingFor,
  organizationsToMutate,
  REQUIREMENTS,
  ROLES,
  SCOPES,
  scopesOfRole,
  type Grant,
  type Role,
} from '@keyway/core';
import type { Authenticated } from '@keyway/store';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRINTED_CONTRACT } from '../schema/typeDefinitions.ts';
import { scopesOf, type MutationName } from './permissions.ts';

const everywhere = (role: Role): Grant => ({ role, organizationId: null });
const as = (role: Role): Partial<Authenticated> => ({ grants: [everywhere(role)] });
const viewer = (changes: Partial<Authenticated>): Authenticated => ({
  kind: 'TOKEN',
  id: 't',
  partnerId: 'p',
  partnerName: 'Partner',
  principal: 'token:t',
  memberId: null,
  name: 'robot',
  email: null,
  grants: [everywhere('OWNER')],
  makerGrants: null,
  scopes: [...SCOPES],
  organizationIds: null,
  expiresAt: null,
  session: null,
  ...changes,
});
const MANAGE = [
  'createApiToken',
  'revokeApiToken',
  'inviteMember',
  'revokeInvitation',
  'changeGrants',
  'removeMember',
  'setSignInPolicy',
  'setPolicy',
  'createWebhook',
  'updateWebhook',
  'deleteWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'redeliver',
  ...['setChat', 'removeChat', 'testChat'],
];
/** Of oneself: sessions and views. Others' are asked for by the objects. */
const OWN = [
  ...['endSession', 'endSessions'],
  ...['saveView', 'updateView', 'deleteView', 'setDefaultView', 'markInboxRead'],
  'setNotificationSettings',
];
/** What both operators and approvers do. */
const SHARED = ['addComment', 'acknowledgeAlert'];
const DECIDE = ['approve', 'refuse', 'withdrawApproval', ...SHARED, 'acceptDrift'];
/** Every mutation of the schema: the scope and role it needs, and whether it can end access. */
const EXPECTED = {
  'runs:write OPERATOR': `
    createOrganization createPracticeOrganization importOrganizations updateOrganization archiveOrganization
    restoreOrganization connectAdobe connectAzure connectAws disconnectAdobe
    disconnectAzure disconnectAws tryConnection withdrawReplacement
    startRun startRuns provideKey provideKeyPolicy planSetup confirmSetup cancelSetup
    verify attestStep overrideCheck
    requestApproval submitConfiguration recordTicket confirmCja retryStep cancelRun assignRun addComment startBulk
    cancelBulk startDryRun cancelDryRun createHandOff revokeHandOff checkHealth acknowledgeAlert createEventGridAddress`,
  'approve APPROVER': 'approve refuse withdrawApproval acceptDrift',
  'admin OWNER': `createApiToken inviteMember revokeInvitation setPolicy createWebhook updateWebhook
    deleteWebhook rotateWebhookSecret testWebhook redeliver setChat removeChat testChat`,
  'admin OWNER, ends access': 'revokeApiToken changeGrants removeMember setSignInPolicy',
  'read AUDITOR':
    'saveView updateView deleteView setDefaultView markInboxRead setNotificationSettings',
  'read AUDITOR, ends access': 'endSession endSessions',
  'a hand-off': 'checkHandedOff attestHandedOff',
};
const all = Object.keys(REQUIREMENTS) as MutationName[];
const may = (changes: Partial<Authenticated>): string[] =>
  all.filter((mutation) => mayMutate(viewer(changes), mutation, null));

describe('permissions', () => {
  it('are stated for each mutation of the schema', () => {
    const schema = buildSchema(readFileSync(PRINTED_CONTRACT, 'utf8'));
    const stated = Object.keys(schema.getMutationType()!.getFields()).map((name) => {
      if (!Object.hasOwn(REQUIREMENTS, name)) return [name, 'a hand-off'];
      const { scope, role, endsAccess } = REQUIREMENTS[name as MutationName];
      return [name, `${scope} ${role}${endsAccess ? ', ends access' : ''}`];
    });
    const expected = Object.entries(EXPECTED).flatMap(([needed, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, needed]),
    );
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(expected));
  });

  it('gives a member the scopes that their role can use, and a token those it was made with', () => {
    const scopes = (changes: Partial<Authenticated>): readonly string[] =>
      scopesOf(viewer(changes));
    expect(scopes({ kind: 'MEMBER', ...as('AUDITOR') })).toEqual(['read']);
    expect(scopes({ kind: 'MEMBER', ...as('APPROVER') })).toEqual(['read', 'approve']);
    expect(scopes({ kind: 'MEMBER', ...as('OPERATOR') })).toEqual(['read', 'runs:write']);
    expect(scopes({ kind: 'MEMBER', ...as('OWNER') })).toEqual(SCOPES);
    expect(scopes({ ...as('AUDITOR'), scopes: ['read', 'approve'] })).toEqual(['read', 'approve']);
  });

  it('know which scopes a role can use', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, scopesOfRole(role)]))).toEqual({
      AUDITOR: ['read'],
      OPERATOR: ['read', 'runs:write'],
      APPROVER: ['read', 'approve'],
      OWNER: [...SCOPES],
    });
    // A scope is of use exactly where some mutation needs it that the role may run.
    for (const role of ROLES)
      for (const scope of SCOPES.filter((one) => one !== 'read'))
        expect([role, scope, scopesOfRole(role).includes(scope)]).toEqual([
          ...[role, scope, may({ ...as(role), scopes: [scope] }).length > 0],
        ]);
  });

  it('gives each role what the contract says', () => {
    const drive = all.filter(
      (mutation) => ![...DECIDE, ...MANAGE, ...OWN].includes(mutation) || SHARED.includes(mutation),
    );
    expect(may(as('AUDITOR'))).toEqual(OWN);
    expect(may(as('APPROVER'))).toEqual([...DECIDE, ...OWN]);
    expect(may(as('OPERATOR'))).toEqual([...drive, ...OWN]);
    expect(may(as('OWNER'))).toEqual(all);
  });

  it('needs the scope as well as the role', () => {
    expect(may({ scopes: ['read'] })).toEqual(OWN);
    expect(may({ scopes: ['approve'] })).toEqual(DECIDE);
    expect(may({ scopes: ['admin'] })).toEqual(MANAGE);
    expect(may({ ...as('APPROVER'), scopes: ['runs:write'] })).toEqual([]);
  });

  it.each(ROLES)('never lets a token do more than its maker, now %s, may', (makerRole) => {
    expect(may({ ...as('OWNER'), makerGrants: [everywhere(makerRole)] })).toEqual(
      may(as(makerRole)),
    );
  });

  it('says what is missing', () => {
    expect(
      missingFor(
        viewer({ principal: 'member:m', memberId: 'm', scopes: ['read'] }),
        'approve',
        null,
      ),
    ).toMatchObject({
      reason: 'scopeMissing',
      values: { scope: 'approve' },
    });
    expect(missingFor(viewer(as('OPERATOR')), 'approve', null)).toMatchObject({
      reason: 'roleMissing',
      values: { role: 'OPERATOR', needed: 'APPROVER' },
    });
    expect(missingFor(viewer(as('AUDITOR')), 'addComment', null)).toMatchObject({
      reason: 'roleMissing',
      values: { role: 'AUDITOR', needed: 'OPERATOR, APPROVER' },
    });
    const approveAlone = { ...as('AUDITOR'), scopes: ['read', 'approve'] };
    expect(missingFor(viewer(approveAlone), 'addComment', null)).toMatchObject({
      reason: 'roleMissing',
      values: { role: 'AUDITOR', needed: 'APPROVER' },
    });
  });

  it('takes one of two ways whole, never the scope of one and the role of the other', () => {
    const [first, second] = ['a', 'b'] as const;
    const grants: Grant[] = [
      { role: 'OPERATOR', organizationId: first },
      { role: 'APPROVER', organizationId: second },
    ];
    const somewhere = (scopes: string[]) =>
      organizationsToMutate(viewer({ grants, scopes }), 'addComment');
    expect(somewhere(['read', 'runs:write', 'approve'])).toEqual([first, second]);
    expect(somewhere(['read', 'runs:write'])).toEqual([first]);
    expect(somewhere(['read', 'approve'])).toEqual([second]);
    expect(may({ ...as('OPERATOR'), makerGrants: [everywhere('APPROVER')] })).toEqual(OWN);
  });
});
