/** Who could approve for organizations, and for which organizations nobody could. */
import { APPROVING_ROLES, noApprover, type Approver, type FourEyes } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { IN_EFFECT } from './grantRows.ts';
import { principalOf } from './principals.ts';

/** What counts besides members. */
export interface ApproverOptions {
  /** Tokens that act for nobody may approve in the sandbox alone (docs/reference/api.md). */
  withTokensOfNobody: boolean;
}

interface Owned {
  id: string;
  partnerId: string;
}
interface ApproverRow {
  organizationId: string;
  memberId: string | null;
  principal: string | null;
  own: boolean;
}

/** One may be the requester, so two of a kind decide whether somebody else can. */
const ENOUGH = 2;

const ofMembers = (scope: string, own: boolean): string =>
  `(select distinct g.member_id, null::text as principal, ${own} as own
    from member_grant g join member m on m.id = g.member_id and m.removed_at is null
    where g.partner_id = w.partner_id and ${scope} and g.role = any ($3::text[]) and ${IN_EFFECT('now()')} limit ${ENOUGH})`;

const ofTokens = (scope: string, own: boolean): string =>
  `(select null::uuid, t.principal, ${own} from api_token t
    where t.partner_id = w.partner_id and ${scope} and t.member_id is null and t.role = any ($3::text[])
      and 'approve' = any (t.scopes) and t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) limit ${ENOUGH})`;

/** Enough of those who could approve for each, with the system's view, each of its own partner. */
async function approversOf(
  database: Database,
  organizations: readonly Owned[],
  { withTokensOfNobody }: ApproverOptions,
): Promise<Map<string, Approver[]>> {
  const found = new Map<string, Approver[]>(organizations.map(({ id }) => [id, []]));
  if (organizations.length === 0) return found;
  const sources = [
    ofMembers('g.organization_id = w.id', true),
    ofMembers('g.organization_id is null', false),
  ];
  if (withTokensOfNobody)
    sources.push(
      ofTokens('not t.every_organization and w.id = any (t.organization_ids)', true),
      ofTokens('t.every_organization', false),
    );
  const rows = await database.read<ApproverRow>(
    `select w.id as "organizationId", a.member_id as "memberId", a.principal, a.own
     from unnest($1::uuid[], $2::uuid[]) as w(id, partner_id) cross join lateral (${sources.join(' union all ')}) a`,
    [
      organizations.map(({ id }) => id),
      organizations.map(({ partnerId }) => partnerId),
      APPROVING_ROLES,
    ],
  );
  for (const { organizationId, memberId, principal, own } of rows)
    found.get(organizationId)?.push({ principal: principal ?? principalOf(memberId!), own });
  return found;
}

/**
 * For each organization that the viewer sees, whether it has approvers: at most two by a grant for
 * it, and two by one for every organization. Policies hide members from some viewers, so that the
 * organizations are read as the viewer, and only then who could approve for these.
 */
export async function findApprovers(
  { sql, visibility }: View,
  database: Database,
  ids: readonly string[],
  options: ApproverOptions,
): Promise<Map<string, Approver[]>> {
  const parameters = new Parameters();
  const seen = await sql.query<Owned>(
    `select o.id, o.partner_id as "partnerId" from organization o
     where o.id = any (${parameters.add(ids.filter(isUuid))}::uuid[]) and ${visibility.condition(parameters, 'o', 'id')}`,
    parameters.values,
  );
  return approversOf(database, seen, options);
}

export interface PolicyReach {
  fourEyes: FourEyes;
  /** Null: every organization that follows the partner's policy. */
  organizationId: string | null;
}

/**
 * By name, the organizations of a policy where nobody could approve, whoever requests it; without
 * those that are archived.
 */
export async function listWithoutApprover(
  { sql, visibility }: View,
  database: Database,
  { fourEyes, organizationId }: PolicyReach,
  options: ApproverOptions,
): Promise<string[]> {
  if (organizationId !== null && !isUuid(organizationId)) return [];
  const parameters = new Parameters();
  const where = [visibility.condition(parameters, 'o', 'id'), 'o.archived_at is null'];
  if (organizationId !== null) where.push(`o.id = ${parameters.add(organizationId)}::uuid`);
  else
    where.push(
      'not exists (select from approval_policy p where p.partner_id = o.partner_id and p.organization_id = o.id)',
    );
  const reached = await sql.query<Owned>(
    `select o.id, o.partner_id as "partnerId" from organization o
     where ${where.join(' and ')} order by o.name_key, o.id`,
    parameters.values,
  );
  const approvers = await approversOf(database, reached, options);
  return reached.flatMap(({ id }) =>
    noApprover(fourEyes, approvers.get(id) ?? [], null) ? [id] : [],
  );
}
