/** What somebody may do now who asked for something earlier, without their token or cookie. */
import { visibleOrganizations, type Rights } from '@keyway/core';
import type { Query, Sql } from '../database/database.ts';
import { grantsOf, parseGrants } from './grantRows.ts';
import { ALL_SCOPES, rightsOfToken, type TokenRights } from './authentication.ts';

/** As in `Authenticated`. */
export interface RightsNow extends Rights {
  scopes: string[];
  organizationIds: string[] | null;
}

/** `now()` is when the transaction began, which may have waited for a lock since. */
const NOW = 'clock_timestamp()';

/** By ID and partner. */
export const RIGHTS_OF_MEMBER: Query = {
  name: 'rights_of_member',
  text: `select ${grantsOf('m', NOW)} as grants from member m
    where m.id = $1 and m.partner_id = $2 and m.removed_at is null`,
};
/** By ID and partner. */
export const RIGHTS_OF_TOKEN: Query = {
  name: 'rights_of_token',
  text: `
    select t.role, t.scopes, t.every_organization as "everyOrganization", t.organization_ids as "organizationIds",
      t.member_id as "memberId", case when m.id is not null then ${grantsOf('m', NOW)} end as "makerGrants"
    from api_token t left join member m on m.id = t.member_id
    where t.id = $1 and t.partner_id = $2 and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${NOW})
      and m.removed_at is null`,
};

/**
 * Null: removed, revoked, expired or without any grant.
 * @param who `MEMBER:{id}`, `TOKEN:{id}` or `BOOTSTRAP:{id}`
 */
export async function rightsNow(
  sql: Sql,
  { partnerId, who }: { partnerId: string; who: string },
): Promise<RightsNow | null> {
  const [kind, id] = who.split(':');
  const rights = kind === 'MEMBER' ? ofMember(sql, [id, partnerId]) : ofToken(sql, [id, partnerId]);
  const found = await rights;
  if (!found || found.grants.length === 0 || found.makerGrants?.length === 0) return null;
  return { ...found, organizationIds: visibleOrganizations(found) };
}

type Found = Rights & { scopes: string[] };

async function ofMember(sql: Sql, values: unknown[]): Promise<Found | null> {
  const [row] = await sql.query<{ grants: unknown }>(RIGHTS_OF_MEMBER, values);
  return row ? { grants: parseGrants(row.grants), makerGrants: null, scopes: ALL_SCOPES } : null;
}

async function ofToken(sql: Sql, values: unknown[]): Promise<Found | null> {
  const [row] = await sql.query<TokenRights & { scopes: string[] }>(RIGHTS_OF_TOKEN, values);
  return row ? { ...rightsOfToken(row), scopes: row.scopes } : null;
}
