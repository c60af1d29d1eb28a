/** Gives a member other grants, and removes one. The partner keeps an owner. */
import { globalId, refuse, type Grant, type Refusal } from '@keyway/core';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import type { MemberRecord } from './accessRecords.ts';
import { addGrants, distinctGrants, endAccess, OWNERS } from './grantRows.ts';
import { grantsForHistory } from './grantsForHistory.ts';
import { deletePrivateViews } from '../views/changeSavedViews.ts';
import { findMember } from './members.ts';

type Changed = { member: MemberRecord } | { refusal: Refusal };

const isOwner = ({ role, organizationId }: Grant): boolean =>
  role === 'OWNER' && organizationId === null;

/**
 * The member, who may lose these grants; refuses where the partner would have no owner left. Those
 * that rules give don't count: they end without anybody deciding it.
 */
async function memberToChange(unit: Unit, id: string, kept: readonly Grant[]): Promise<Changed> {
  // Of two owners who remove each other at the same time, the second waits here.
  await lockChain(unit.sql, { partnerId: unit.visibility.scope.partnerId, organizationId: null });
  const member = await findMember(unit, id);
  if (!member || member.removedAt !== null)
    return { refusal: refuse('memberNotFound', ['memberId']) };
  const given = member.grants.filter(({ rule }) => rule === null);
  if (!given.some(isOwner) || kept.some(isOwner)) return { member };
  const [other] = await unit.sql.query(`select from ${OWNERS} and g.member_id <> $2 limit 1`, [
    member.partnerId,
    id,
  ]);
  return other ? { member } : { refusal: refuse('lastOwner', ['memberId']) };
}

/** Replaces the grants that owners gave; those of rules stay with their rule. */
export async function changeGrants(
  unit: Unit,
  { memberId, grants }: { memberId: string; grants: readonly Grant[] },
  occurrence: Occurrence,
): Promise<Changed> {
  const wanted = distinctGrants(grants);
  const found = await memberToChange(unit, memberId, wanted);
  if ('refusal' in found) return found;
  const { member } = found;
  const before = member.grants.filter(({ rule }) => rule === null);
  await takeGrants(unit, member, 'rule_id is null');
  await addGrants(unit.sql, member, wanted);
  const data = {
    memberId: globalId('Member', member.id),
    name: member.name,
    from: await grantsForHistory(unit.sql, before),
    to: await grantsForHistory(unit.sql, wanted),
  };
  await appendHistory(unit, null, 'grantsChanged', data, occurrence);
  return { member: (await findMember(unit, member.id))! };
}

/** Also from what the version before reads. */
async function takeGrants(unit: Unit, { id }: MemberRecord, which: string): Promise<void> {
  await unit.sql.query(`delete from member_grant where member_id = $1 and ${which}`, [id]);
  await unit.sql.query(
    `update member set role = 'AUDITOR', every_organization = false, organization_ids = '{}' where id = $1`,
    [id],
  );
}

/**
 * Ends the member's sessions, tokens and private views too, for good: an invitation brings none of
 * them back.
 */
export async function removeMember(
  unit: Unit,
  { memberId, reason }: { memberId: string; reason: string | null },
  occurrence: Occurrence,
): Promise<Changed> {
  const found = await memberToChange(unit, memberId, []);
  if ('refusal' in found) return found;
  const { member } = found;
  await takeGrants(unit, member, 'true');
  await unit.sql.query('update member set removed_at = $2 where id = $1', [
    member.id,
    occurrence.at,
  ]);
  await endAccess(unit.sql, member.id, occurrence.at);
  await deletePrivateViews(unit, member.id);
  const data = { memberId: globalId('Member', member.id), name: member.name, reason };
  await appendHistory(unit, null, 'memberRemoved', data, occurrence);
  return { member: (await findMember(unit, member.id))! };
}
