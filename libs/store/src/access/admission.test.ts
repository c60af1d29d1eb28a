/** Who comes in, and who does not: invitations, rules about claims, the first owner, removal. */
import { randomUUID } from 'node:crypto';
import type { Grant } from '@keyway/core';
import {
  aDatabase,
  aMember,
  anOccurrence,
  aPartner,
  NO_ADMISSION,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Admission, ClaimRule, MemberRecord, Store, UnitOfWork } from '../index.ts';
import { newToken } from './apiToken.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterAll(() => database.close());

const everywhere = (role: Grant['role']): Grant => ({ role, organizationId: null });
const write = async <T>(partner: TestPartner, work: (unit: UnitOfWork) => Promise<T>): Promise<T> =>
  requireAccepted(
    await partner.store.mutate({ principal: 'p', operation: 't', input: null }, work),
  );
const person = (name: string, email: string | null = `${name}@example.com`) => ({
  ...{ issuer: 'https://id', subject: name, name, email },
  emailVerified: email !== null,
});
type Person = ReturnType<typeof person>;
const signIn = (partner: TestPartner, who: Person, admission: Partial<Admission> = {}) =>
  store.system().signIn(partner.partnerId, who, { ...NO_ADMISSION, ...admission });
const admitted = async (...given: Parameters<typeof signIn>): Promise<MemberRecord> => {
  const result = await signIn(...given);
  if ('notAdmitted' in result) throw new Error(result.notAdmitted);
  return result.member;
};
const invite = async (
  partner: TestPartner,
  email: string,
  grants: Grant[] = [everywhere('OPERATOR')],
  expiresAt = '2099-01-01T00:00:00.000Z',
) => {
  const made = await write(partner, (unit) =>
    unit.members.invite({ email, grants, expiresAt }, anOccurrence()),
  );
  if ('refusal' in made) throw new Error(made.refusal.reason);
  return made;
};
const statusOf = async (partner: TestPartner, id: string) =>
  (await partner.store.invitation(id))?.status;
const sessionOf = (member: MemberRecord) =>
  store.system().createSession(member.id, { idleSeconds: 600, longestSeconds: 600 });
const tokenOf = async (partner: TestPartner, { id, name }: MemberRecord) => {
  const maker = { kind: 'MEMBER', id, principal: `member:${id}`, name } as const;
  const scopes = ['read', 'runs:write', 'approve', 'admin'];
  const given = {
    name: 'T',
    role: 'OWNER',
    scopes,
    organizationIds: null,
    expiresAt: null,
  } as const;
  return (
    await write(partner, (unit) => unit.tokens.create({ ...given, scopes, maker }, anOccurrence()))
  ).token;
};

describe('somebody whom nobody invited', () => {
  it('is not admitted, also as the very first, and leaves no trace', async () => {
    const partner = await aPartner(database, store);
    expect(await signIn(partner, person('first'))).toEqual({ notAdmitted: 'notInvited' });
    expect((await partner.store.members({ first: 10 })).edges).toEqual([]);
  });

  it('is not admitted by a link that nobody was given', async () => {
    const partner = await aPartner(database, store);
    const invitationToken = newToken().replace('kw_', 'kwi_');
    expect(await signIn(partner, person('guess'), { invitationToken })).toEqual({
      notAdmitted: 'invitationUnknown',
    });
  });
});

describe('an invitation', () => {
  it('lets one verified address in, once', async () => {
    const partner = await aPartner(database, store);
    const { token, invitation } = await invite(partner, 'Ana@Example.com');
    const using = { invitationToken: token };
    expect(await signIn(partner, { ...person('ana'), emailVerified: false }, using)).toEqual({
      notAdmitted: 'emailNotVerified',
    });
    expect(await signIn(partner, person('thief'), using)).toEqual({
      notAdmitted: 'invitationForOther',
    });
    expect(await signIn(partner, person('silent', null), using)).toEqual({
      notAdmitted: 'emailNotVerified',
    });
    expect(await statusOf(partner, invitation.id)).toBe('OPEN');
    const ana = await admitted(partner, person('ana'), using);
    expect(ana.grants).toMatchObject([everywhere('OPERATOR')]);
    expect(await statusOf(partner, invitation.id)).toBe('ACCEPTED');
    // Another account with the same address.
    const twin = { ...person('ana'), subject: 'twin' };
    expect(await signIn(partner, twin, using)).toEqual({ notAdmitted: 'invitationUsed' });
    // Who used it may follow it again.
    expect((await admitted(partner, person('ana'), using)).id).toBe(ana.id);
  });

  it('still admits where an organization that it names was deleted since', async () => {
    const partner = await aPartner(database, store);
    const { id: organizationId } = await partner.organization();
    const grants: Grant[] = [{ role: 'OPERATOR', organizationId }];
    const { invitation, token } = await invite(partner, 'some@example.com', grants);
    const gone = JSON.stringify([{ role: 'APPROVER', organizationId: randomUUID() }]);
    await database.query('update invitation set grants = grants || $2::jsonb where id = $1', [
      ...[invitation.id, gone],
    ]);
    const member = await admitted(partner, person('some'), { invitationToken: token });
    expect(member.grants).toEqual([expect.objectContaining(grants[0])]);
  });

  it('is used once by two at the same time', async () => {
    const partner = await aPartner(database, store);
    const { token } = await invite(partner, 'ana@example.com');
    const results = await Promise.all(
      ['a', 'b', 'c'].map((subject) =>
        signIn(partner, { ...person('ana'), subject }, { invitationToken: token }),
      ),
    );
    expect(results.filter((result) => 'member' in result)).toHaveLength(1);
  });

  it('does not work once it was revoked, replaced or expired, nor at another partner', async () => {
    const partner = await aPartner(database, store);
    const other = await aPartner(database, store);
    const first = await invite(partner, 'ana@example.com');
    const second = await invite(partner, 'ANA@example.com');
    /** Why it lets nobody in: before somebody signs in for it, and after. */
    const closedAs = async ({ token }: { token: string }, where = partner) => {
      const before = await store.system().closedInvitation(where.partnerId, token);
      const after = await signIn(where, person('ana'), { invitationToken: token });
      expect(after).toEqual({ notAdmitted: before });
      return before;
    };
    expect(await store.system().closedInvitation(partner.partnerId, second.token)).toBeNull();
    expect(await closedAs(first)).toBe('invitationReplaced');
    expect(await closedAs(second, other)).toBe('invitationUnknown');
    await write(partner, (unit) =>
      unit.members.revokeInvitation(second.invitation.id, anOccurrence()),
    );
    expect(await closedAs(second)).toBe('invitationRevoked');
    const late = await invite(partner, 'ana@example.com', undefined, '2020-01-01T00:00:00.000Z');
    expect(await closedAs(late)).toBe('invitationExpired');
    expect(
      await Promise.all(
        [first, second, late].map(({ invitation }) => statusOf(partner, invitation.id)),
      ),
    ).toEqual(['REVOKED', 'REVOKED', 'EXPIRED']);
  });

  it('is kept without its token', async () => {
    const partner = await aPartner(database, store);
    const { token } = await invite(partner, 'ana@example.com');
    const rows = await database.query(
      `select to_jsonb(i)::text || (select string_agg(h.data::text, '') from history_entry h where h.chain_id = $1) as text
       from invitation i where i.partner_id = $1`,
      [partner.partnerId],
    );
    expect(JSON.stringify(rows)).not.toContain(token.slice(4));
  });
});

describe('a rule about a claim', () => {
  const admins: ClaimRule = {
    ...{ issuer: null, claim: 'groups', value: 'admins' },
    grant: everywhere('OPERATOR'),
  };
  const setRules = (partner: TestPartner, rules: ClaimRule[]) =>
    write(partner, (unit) => unit.members.setSignInRules(rules, anOccurrence()));
  const inGroups = (...groups: string[]): Partial<Admission> => ({ claims: { groups } });

  it('admits as long as the claim is there; sessions and tokens end with it', async () => {
    const partner = await aPartner(database, store);
    await setRules(partner, [
      admins,
      { ...admins, value: 'security', grant: everywhere('APPROVER') },
    ]);
    expect(await signIn(partner, person('eve'), inGroups('staff', 'Admins'))).toEqual({
      notAdmitted: 'notInvited',
    });
    const ana = await admitted(partner, person('ana'), inGroups('admins', 'security'));
    expect(ana.grants.map(({ role }) => role).toSorted()).toEqual(['APPROVER', 'OPERATOR']);
    expect(ana.grants[0]?.rule?.claim).toBe('groups');
    const text = { claims: { groups: 'admins' } };
    expect((await admitted(partner, person('ana'), text)).grants).toHaveLength(1);
    const [session, token] = [await sessionOf(ana), await tokenOf(partner, ana)];
    expect(await store.system().authenticateToken(token)).not.toBeNull();
    expect(await signIn(partner, person('ana'), inGroups('staff'))).toEqual({
      notAdmitted: 'notInvited',
    });
    expect(await store.system().authenticateSession(session.token)).toBeNull();
    expect(await store.system().authenticateToken(token)).toBeNull();
  });

  it('gives nothing longer than a session can last since the last sign-in', async () => {
    const partner = await aPartner(database, store);
    await setRules(partner, [admins]);
    let minutes = 0;
    const start = Date.now();
    const clocked = await database.store({ now: () => new Date(start + minutes * 60_000) });
    const ana = await admitted(partner, person('ana'), inGroups('admins'));
    const token = await tokenOf(partner, ana);
    minutes = 59;
    expect(await clocked.system().authenticateToken(token)).not.toBeNull();
    minutes = 61;
    expect(await clocked.system().authenticateToken(token)).toBeNull();
  });

  it('takes what it gave with it, and leaves what other rules and owners gave', async () => {
    const partner = await aPartner(database, store);
    const auditors = { ...admins, value: 'staff', grant: everywhere('AUDITOR') };
    await setRules(partner, [admins, auditors]);
    const ana = await admitted(partner, person('ana'), inGroups('admins', 'staff'));
    const session = await sessionOf(ana);
    await setRules(partner, [auditors]);
    expect((await partner.store.member(ana.id))?.grants.map(({ role }) => role)).toEqual([
      'AUDITOR',
    ]);
    expect((await store.system().authenticateSession(session.token))?.grants).toEqual([
      everywhere('AUDITOR'),
    ]);
    await setRules(partner, []);
    expect(await store.system().authenticateSession(session.token)).toBeNull();
  });
});

describe('what a provider that somebody else runs says', () => {
  const MAIN = { issuer: 'https://id', isMain: true };
  const FOREIGN = { issuer: 'https://foreign', isMain: false };
  const groups = { claims: { groups: ['admins'] } };
  const admins = { claim: 'groups', value: 'admins', grant: everywhere('OWNER') };
  const foreigner = (name: string) => ({ ...person(name), issuer: 'https://foreign/' });
  const setRules = (partner: TestPartner, issuers: (string | null)[]) =>
    write(partner, (unit) =>
      unit.members.setSignInRules(
        issuers.map((issuer) => ({ issuer, ...admins })),
        anOccurrence(),
        { mainIssuer: MAIN.issuer },
      ),
    );

  it.each([null, MAIN.issuer])('matches no rule of the main provider (%s)', async (issuer) => {
    const partner = await aPartner(database, store);
    await setRules(partner, [issuer]);
    expect(await signIn(partner, foreigner('eve'), { ...groups, provider: FOREIGN })).toEqual({
      notAdmitted: 'notInvited',
    });
    const ana = await admitted(partner, person('ana'), groups);
    expect(ana.grants).toMatchObject([{ role: 'OWNER' }]);
  });

  it('matches rules for it, which the main one does not match', async () => {
    const partner = await aPartner(database, store);
    await setRules(partner, [FOREIGN.issuer]);
    await admitted(partner, foreigner('eve'), { ...groups, provider: FOREIGN });
    expect(await signIn(partner, person('ana'), groups)).toEqual({ notAdmitted: 'notInvited' });
    // Beside it, the same rule for the main one is another rule.
    await setRules(partner, [FOREIGN.issuer, MAIN.issuer]);
    await admitted(partner, person('ana'), groups);
  });

  it('makes nobody the first owner', async () => {
    const partner = await aPartner(database, store);
    const ownerEmail = 'eve@example.com';
    expect(await signIn(partner, foreigner('eve'), { ownerEmail, provider: FOREIGN })).toEqual({
      notAdmitted: 'notInvited',
    });
    expect((await admitted(partner, person('eve'), { ownerEmail })).grants).toHaveLength(1);
  });

  it('loses what a rule without an issuer gave, once it names the main one; others keep it', async () => {
    const partner = await aPartner(database, store);
    await setRules(partner, [null]);
    const ana = await admitted(partner, person('ana'), groups);
    // As the version before admitted them.
    const eve = await admitted(partner, foreigner('eve'), groups);
    const [ofAna, ofEve] = [await sessionOf(ana), await sessionOf(eve)];
    await setRules(partner, [MAIN.issuer]);
    expect(await store.system().authenticateSession(ofAna.token)).not.toBeNull();
    expect(await store.system().authenticateSession(ofEve.token)).toBeNull();
    expect((await partner.store.signInRules()).map(({ issuer }) => issuer)).toEqual([MAIN.issuer]);
  });
});

describe('the first owner', () => {
  const named = { ownerEmail: 'Olga@example.com' };

  it('is who has the configured address, verified, while there is none', async () => {
    const partner = await aPartner(database, store);
    const unverified = { ...person('olga'), emailVerified: false };
    expect(await signIn(partner, unverified, named)).toEqual({ notAdmitted: 'notInvited' });
    const results = await Promise.all(
      ['1', '2'].map((subject) => signIn(partner, { ...person('olga'), subject }, named)),
    );
    expect(results.filter((result) => 'member' in result)).toHaveLength(1);
    expect(await signIn(partner, { ...person('olga'), subject: '3' }, named)).toEqual({
      notAdmitted: 'notInvited',
    });
  });
});

describe('the last owner', () => {
  it('can’t be lost, also not by two who remove each other at the same time', async () => {
    const partner = await aPartner(database, store);
    const [ana, ben] = [
      await aMember(store, partner.partnerId),
      await aMember(store, partner.partnerId),
    ];
    const remove = (memberId: string) =>
      write(partner, (unit) => unit.members.remove({ memberId, reason: null }, anOccurrence()));
    const demote = (memberId: string) =>
      write(partner, (unit) =>
        unit.members.changeGrants({ memberId, grants: [everywhere('AUDITOR')] }, anOccurrence()),
      );
    const results = await Promise.all([remove(ana.id), demote(ben.id)]);
    const refused = results.filter((result) => 'refusal' in result);
    expect(refused).toMatchObject([{ refusal: { code: 'LAST_OWNER', field: ['memberId'] } }]);
    const owners = (await partner.store.members({ first: 10 })).edges.filter(({ node }) =>
      node.grants.some(({ role }) => role === 'OWNER'),
    );
    expect(owners).toHaveLength(1);
  });

  it('is not replaced by one whom a rule made owner', async () => {
    const partner = await aPartner(database, store);
    const ana = await aMember(store, partner.partnerId);
    const rule = { issuer: null, claim: 'groups', value: 'admins', grant: everywhere('OWNER') };
    await write(partner, (unit) => unit.members.setSignInRules([rule], anOccurrence()));
    await admitted(partner, person('ben'), { claims: { groups: ['admins'] } });
    expect(
      await write(partner, (unit) =>
        unit.members.remove({ memberId: ana.id, reason: null }, anOccurrence()),
      ),
    ).toMatchObject({ refusal: { code: 'LAST_OWNER' } });
  });
});

describe('a member who is removed', () => {
  it('loses sessions and tokens for good, and comes back by an invitation alone', async () => {
    const partner = await aPartner(database, store);
    await aMember(store, partner.partnerId);
    const rule = { issuer: null, claim: 'groups', value: 'admins', grant: everywhere('OPERATOR') };
    await write(partner, (unit) => unit.members.setSignInRules([rule], anOccurrence()));
    const { token: link } = await invite(partner, 'ana@example.com', [everywhere('OWNER')]);
    const ana = await admitted(partner, person('ana'), { invitationToken: link });
    const [session, token] = [await sessionOf(ana), await tokenOf(partner, ana)];
    const { member } = requireDone<{ member: MemberRecord }>(
      await write(partner, (unit) =>
        unit.members.remove({ memberId: ana.id, reason: 'Left.' }, anOccurrence()),
      ),
    );
    expect(member).toMatchObject({ id: ana.id, grants: [], removedAt: expect.any(String) });
    const claims = { groups: ['admins'] };
    for (const admission of [{ claims }, { ownerEmail: 'ana@example.com' }, {}])
      expect(await signIn(partner, person('ana'), admission)).toEqual({ notAdmitted: 'removed' });
    // Made by a request that was still running.
    const [lateSession, lateToken] = [await sessionOf(ana), await tokenOf(partner, ana)];
    const again = await invite(partner, 'ana@example.com', [everywhere('AUDITOR')]);
    const back = await admitted(partner, person('ana'), { invitationToken: again.token });
    expect(back).toMatchObject({ id: ana.id, grants: [everywhere('AUDITOR')], removedAt: null });
    for (const one of [session, lateSession])
      expect(await store.system().authenticateSession(one.token)).toBeNull();
    for (const one of [token, lateToken])
      expect(await store.system().authenticateToken(one)).toBeNull();
  });
});

describe('grants', () => {
  it('that change hold for the next request of sessions and tokens', async () => {
    const partner = await aPartner(database, store);
    const [mine, other] = [await partner.organization(), await partner.organization()];
    const ana = await aMember(store, partner.partnerId, { role: 'OPERATOR' });
    const [session, token] = [await sessionOf(ana), await tokenOf(partner, ana)];
    const change = async (...grants: Grant[]) =>
      requireDone(
        await write(partner, (unit) =>
          unit.members.changeGrants({ memberId: ana.id, grants }, anOccurrence()),
        ),
      );
    const rights = async () => [
      (await store.system().authenticateSession(session.token))?.organizationIds,
      (await store.system().authenticateToken(token))?.organizationIds,
    ];
    expect(await rights()).toEqual([null, null]);
    await change({ role: 'APPROVER', organizationId: mine.id });
    expect(await rights()).toEqual([[mine.id], [mine.id]]);
    await change(
      { role: 'APPROVER', organizationId: mine.id },
      { role: 'APPROVER', organizationId: mine.id },
      { role: 'OPERATOR', organizationId: other.id },
    );
    expect((await rights()).map((ids) => ids?.length)).toEqual([2, 2]);
    const foreigner = await aPartner(database, store);
    expect(
      await write(foreigner, (unit) =>
        unit.members.changeGrants(
          { memberId: ana.id, grants: [everywhere('OWNER')] },
          anOccurrence(),
        ),
      ),
    ).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await write(partner, (unit) => unit.members.changeGrants({ memberId: randomUUID(), grants: [everywhere('OWNER')] }, anOccurrence()))).toMatchObject({ refusal: { code: 'NOT_FOUND', field: ['memberId'] } }); // prettier-ignore
  });
});
