/** Grants as they are stored: rows of members and rules, JSON in invitations. */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import type { Grant, Instant } from '@keyway/core';
import { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import { Roles } from './roles.ts';

/** A grant that somebody has, and the rule it is from: null where an owner gave it. */
export interface MemberGrant extends Grant {
  rule: { claim: string; value: string } | null;
}

const Grants: z.ZodType<Grant[]> = z.array(
  z.object({ role: Roles, organizationId: z.string().nullable() }),
);
export const parseGrants = (stored: unknown): Grant[] => Grants.parse(stored);

const MemberGrants: z.ZodType<MemberGrant[]> = z.array(
  z.object({
    role: Roles,
    organizationId: z.string().nullable(),
    rule: z.object({ claim: z.string(), value: z.string() }).nullable(),
  }),
);
export const parseMemberGrants = (stored: unknown): MemberGrant[] => MemberGrants.parse(stored);

/** SQL: whether a grant `g` is in effect; `now` is SQL too. */
export const IN_EFFECT = (now: string): string => `(g.expires_at is null or g.expires_at > ${now})`;

const isOf = (member: string, id = `${member}.id`): string =>
  `g.member_id = ${id} and ${ofPartner('g.partner_id', `${member}.partner_id`)}`;

/**
 * SQL: the grants of a member that are in effect, as JSON, always in the same order: sockets end
 * where they change. `member` is the alias of its row, `now` is SQL too.
 */
export const grantsOf = (member: string, now: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'organizationId', g.organization_id) order by g.role, g.organization_id), '[]')
    from member_grant g where ${isOf(member)} and ${IN_EFFECT(now)})`;

/** SQL: as `grantsOf`, with the rule that each is from; those that an owner gave come first. */
export const describedGrantsOf = (member: string, now: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'organizationId', g.organization_id,
      'rule', case when r.id is not null then jsonb_build_object('claim', r.claim, 'value', r.value) end)
      order by g.rule_id is not null, g.organization_id is not null, o.name_key, o.id, g.role), '[]')
    from member_grant g left join sign_in_rule r on r.id = g.rule_id and r.partner_id = g.partner_id
      left join organization o on o.id = g.organization_id and o.partner_id = g.partner_id
    where ${isOf(member)} and ${IN_EFFECT(now)})`;

/**
 * SQL: as `grantsOf`, those that hold for an organization, whose ID is SQL; without columns. `id`
 * is the member's, where the row is another one of the same partner.
 */
export const grantsFor = (member: string, organizationId: string, id?: string): string =>
  `select from member_grant g where ${isOf(member, id)} and ${IN_EFFECT('now()')}
    and (g.organization_id is null or g.organization_id = ${organizationId})`;

/** Each grant once. */
export function distinctGrants(grants: readonly Grant[]): Grant[] {
  const found = new Map(grants.map((grant) => [`${grant.role} ${grant.organizationId}`, grant]));
  return [...found.values()].map(({ role, organizationId }) => ({ role, organizationId }));
}

/**
 * Gives grants to a member; those they have already stay. An invitation may name an organization
 * that was deleted since: its other grants still count.
 */
export async function addGrants(
  sql: Transaction,
  member: { id: string; partnerId: string },
  grants: readonly Grant[],
): Promise<void> {
  const rows = distinctGrants(grants);
  await sql.query(
    `insert into member_grant (id, partner_id, member_id, role, organization_id)
     select g.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) as g(id, partner_id, member_id, role, organization_id)
     where g.organization_id is null or exists (select from organization o where o.id = g.organization_id and o.partner_id = g.partner_id)
     on conflict do nothing`,
    [
      rows.map(() => randomUUID()),
      rows.map(() => member.partnerId),
      rows.map(() => member.id),
      rows.map(({ role }) => role),
      rows.map(({ organizationId }) => organizationId),
    ],
  );
}

/**
 * SQL: grants `g` of members that make somebody an owner of the partner. Those of rules don't
 * count: they end without anybody deciding it.
 */
export const OWNERS = `member_grant g join member m on m.id = g.member_id and m.partner_id = g.partner_id
  where g.partner_id = $1 and m.removed_at is null
    and g.role = 'OWNER' and g.organization_id is null and g.rule_id is null`;

/** Ends a member's sessions and revokes their tokens and hand-offs. */
export async function endAccess(
  sql: Transaction,
  memberId: string,
  at: Instant | Date,
): Promise<void> {
  await sql.query('delete from session where member_id = $1', [memberId]);
  for (const table of ['api_token', 'hand_off'])
    await sql.query(
      `update ${table} set revoked_at = $2 where member_id = $1 and revoked_at is null`,
      [memberId, at],
    );
}
