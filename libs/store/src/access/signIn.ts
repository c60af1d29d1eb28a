/** Who may come in: by an invitation, by rules about claims, or as the partner's first owner. */
import { randomUUID } from 'node:crypto';
import { globalId, type Grant } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import { columns, type RowOf } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import type { Invitation, Member } from '../generated/client.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import type {
  Admission,
  ClosedInvitation,
  MemberRecord,
  NotAdmitted,
  SignedIn,
} from './accessRecords.ts';
import { tokenHash } from './apiToken.ts';
import { addGrants, endAccess, OWNERS, parseGrants } from './grantRows.ts';
import { grantsForHistory } from './grantsForHistory.ts';
import { closedAs, emailKey } from './invitations.ts';
import { memberColumns, memberRecord, type MemberRow } from './members.ts';
import { principalOf } from './principals.ts';
import { matchingRules, setGrantsOfRules } from './signInRules.ts';

export type SignInResult = { member: MemberRecord } | { notAdmitted: NotAdmitted };

/** A sign-in, in its transaction. */
interface Attempt {
  transaction: Transaction;
  partnerId: string;
  person: SignedIn;
  admission: Admission;
  at: Date;
}

/** Known by (issuer, subject), whether admitted or not. */
type KnownMember = RowOf<Member, 'id' | 'removedAt'>;

/**
 * Finds the member, or makes one of a person who is admitted; name and email follow the provider.
 * What rules give is decided at each sign-in. Sessions end where the member has no grant left.
 */
export function signIn(
  database: Database,
  partnerId: string,
  person: SignedIn,
  admission: Admission,
  at: Date,
): Promise<SignInResult> {
  return database.transaction('system', async (transaction) => {
    // Of two who come first, only one becomes the first owner.
    if (!(await lockChain(transaction, { partnerId, organizationId: null })))
      throw new Error('There is no such partner.');
    return decide({ transaction, partnerId, person, admission, at });
  });
}

async function decide(attempt: Attempt): Promise<SignInResult> {
  const { transaction, partnerId, person, admission, at } = attempt;
  const [known] = await transaction.query<KnownMember>(
    `select ${columns('m', ['id', 'removedAt'])} from member m
     where m.partner_id = $1 and m.issuer = $2 and m.subject = $3`,
    [partnerId, person.issuer, person.subject],
  );
  const invitation = await invitationOf(attempt, known);
  if (typeof invitation === 'string') return { notAdmitted: invitation };
  // Whom an owner removed comes back by an invitation alone.
  if (known?.removedAt && !invitation) return { notAdmitted: 'removed' };
  const rules = await matchingRules(transaction, partnerId, admission);
  const given = invitation ? parseGrants(invitation.grants) : await givenTo(attempt, known);
  if (!known && given.length === 0 && rules.length === 0) return { notAdmitted: 'notInvited' };
  const id = known?.id ?? randomUUID();
  // What was made while they were being removed.
  if (known?.removedAt) await endAccess(transaction, id, at);
  await (known ? update(attempt, id) : insert(attempt, id));
  await addGrants(transaction, { id, partnerId }, given);
  const until = new Date(at.getTime() + admission.ruleSeconds * 1000);
  await setGrantsOfRules(transaction, { id, partnerId }, rules, until);
  if (invitation) await accept(attempt, invitation, id);
  const member = await read(transaction, id);
  if (!known || invitation || given.length > 0)
    await record(attempt, member, invitation ? 'invitationAccepted' : 'memberJoined');
  if (member.grants.length > 0) return { member };
  await transaction.query('delete from session where member_id = $1', [id]);
  return { notAdmitted: 'notInvited' };
}

type OpenInvitation = RowOf<Invitation, 'id' | 'emailKey' | 'grants'>;

/** The invitation whose link was followed; null without one, and where it let them in before. */
async function invitationOf(
  { transaction, partnerId, person, admission }: Attempt,
  known: KnownMember | undefined,
): Promise<OpenInvitation | NotAdmitted | null> {
  const { invitationToken } = admission;
  if (invitationToken === null) return null;
  const [found] = await transaction.query<
    OpenInvitation & { closed: ClosedInvitation | null; acceptedBy: string | null }
  >(
    `select ${columns('i', ['id', 'emailKey', 'grants', 'acceptedBy'])}, ${closedAs('i')} as closed
     from invitation i where i.partner_id = $1 and i.sha256 = $2`,
    [partnerId, tokenHash(invitationToken)],
  );
  if (found?.acceptedBy && found.acceptedBy === known?.id) return null;
  if (!found) return 'invitationUnknown';
  if (found.closed) return found.closed;
  if (!person.email || !person.emailVerified) return 'emailNotVerified';
  return emailKey(person.email) === found.emailKey ? found : 'invitationForOther';
}

/** What nobody has to invite for: the first owner's, and those of the sandbox's people. */
async function givenTo(
  { transaction, partnerId, person, admission }: Attempt,
  known: KnownMember | undefined,
): Promise<Grant[]> {
  const { ownerEmail, demo, provider } = admission;
  const isNamed =
    ownerEmail !== null &&
    provider.isMain &&
    person.email !== null &&
    person.emailVerified &&
    emailKey(person.email) === emailKey(ownerEmail);
  if (isNamed && !(await hasOwner(transaction, partnerId)))
    return [{ role: 'OWNER', organizationId: null }];
  if (!demo) return [];
  const [decided] = known
    ? await transaction.query('select from member_grant where member_id = $1 limit 1', [known.id])
    : [];
  if (decided) return [];
  const { role, imsOrgIds } = demo;
  if (imsOrgIds === null) return [{ role, organizationId: null }];
  const organizations = await transaction.query<{ id: string }>(
    'select o.id from organization o where o.partner_id = $1 and o.ims_org_id = any ($2::text[])',
    [partnerId, imsOrgIds],
  );
  return organizations.map(({ id }) => ({ role, organizationId: id }));
}

/** Somebody whom a person made owner. */
async function hasOwner(transaction: Transaction, partnerId: string): Promise<boolean> {
  const [owner] = await transaction.query(`select from ${OWNERS} limit 1`, [partnerId]);
  return owner !== undefined;
}

async function insert({ transaction, partnerId, person, at }: Attempt, id: string): Promise<void> {
  const { issuer, subject, name, email } = person;
  const { query, values } = insertRow<Member>('member', {
    ...{ id, partnerId, issuer, subject, name, email, createdAt: at, lastSeenAt: at },
    // What the version before reads: nothing.
    ...{ role: 'AUDITOR', everyOrganization: false, organizationIds: [] },
  });
  await transaction.query(query, values);
}

async function update({ transaction, person, at }: Attempt, id: string): Promise<void> {
  await transaction.query(
    'update member set name = $2, email = $3, last_seen_at = $4, removed_at = null where id = $1',
    [id, person.name, person.email, at],
  );
}

async function accept(
  { transaction, at }: Attempt,
  invitation: OpenInvitation,
  memberId: string,
): Promise<void> {
  await transaction.query(
    'update invitation set accepted_at = $2, accepted_by = $3 where id = $1',
    [invitation.id, at, memberId],
  );
}

async function read(transaction: Transaction, id: string): Promise<MemberRecord> {
  const [row] = await transaction.query<MemberRow>(
    `select ${memberColumns('m')} from member m where m.id = $1`,
    [id],
  );
  return memberRecord(row!);
}

async function record(
  { transaction, partnerId, person, at }: Attempt,
  { id, name, grants }: MemberRecord,
  kind: 'invitationAccepted' | 'memberJoined',
): Promise<void> {
  const actor = { principal: principalOf(id), name, origin: 'console' } as const;
  await writeHistory(
    transaction,
    { partnerId, organizationId: null },
    kind,
    {
      ...{ memberId: globalId('Member', id), name, email: person.email },
      grants: await grantsForHistory(transaction, grants),
      rules: grants.flatMap(({ rule }) => (rule ? [rule] : [])),
    },
    { id: randomUUID(), at: at.toISOString(), actor },
  );
}
