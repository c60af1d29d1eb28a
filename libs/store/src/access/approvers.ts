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
  partnerId: string;
  /** Null: of every organization of the partner. */
  organizationId: string | null;
  memberId: string | null;
  principal: string | null;
  isPerson: boolean;
}

/** One may be the requester, so two of a kind decide whether somebody else can. */
const ENOUGH = 2;

/** SQL: the organizations that are asked about, and their partners, each once. */
const ASKED = `w as (select * from unnest($1::uuid[], $2::uuid[]) as w(id, partner_id)),
  p as (select distinct partner_id from w)`;

const membersWith = (scope: string): string =>
  `(select distinct g.member_id from member_grant g join member m on m.id = g.member_id and m.partner_id = g.partner_id and m.removed_at is null
    where ${scope} and g.role = any ($3::text[]) and ${IN_EFFECT('now()')} limit ${ENOUGH})`;

const MEMBERS = [
  `select w.partner_id, w.id, a.member_id, null::text, true
   from w cross join lateral ${membersWith('g.partner_id = w.partner_id and g.organization_id = w.id')} a`,
  `select p.partner_id, null::uuid, a.member_id, null::text, true
   from p cross join lateral ${membersWith('g.partner_id = p.partner_id and g.organization_id is null')} a`,
];

/** Whom a rule admits at their next sign-in: who that is, only their provider knows. */
const RULES = [
  `select w.partner_id, w.id, null::uuid, 'rule:' || r.id, true
   from w join sign_in_rule r on r.partner_id = w.partner_id and r.organization_id = w.id and r.role = any ($3::text[])`,
  `select p.partner_id, null::uuid, null::uuid, a.rule, true
   from p cross join lateral (select 'rule:' || r.id as rule from sign_in_rule r
     where r.partner_id = p.partner_id and r.organization_id is null and r.role = any ($3::text[]) limit ${ENOUGH}) a`,
];

const MAY_APPROVE = `t.member_id is null and t.role = any ($3::text[]) and 'approve' = any (t.scopes)
  and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())`;

/** The tokens are read once and not for each organization: no index finds those of one. */
const TOKENS_OF_NOBODY = [
  `select o.partner_id, o.id, null::uuid, o.principal, false
   from (select w.*, t.principal, row_number() over (partition by w.id) as place
     from p join api_token t on t.partner_id = p.partner_id cross join unnest(t.organization_ids) as named(id)
       join w on w.id = named.id and w.partner_id = t.partner_id
     where not t.every_organization and ${MAY_APPROVE}) o where o.place <= ${ENOUGH}`,
  `select p.partner_id, null::uuid, null::uuid, a.principal, false
   from p cross join lateral (select t.principal from api_token t
     where t.partner_id = p.partner_id and t.every_organization and ${MAY_APPROVE} limit ${ENOUGH}) a`,
];

const toApprover = ({ organizationId, memberId, principal, isPerson }: ApproverRow): Approver => ({
  principal: principal ?? principalOf(memberId!),
  own: organizationId !== null,
  isPerson,
});

/** Enough of those who could approve for each, with the system's view, each of its own partner. */
async function approversOf(
  database: Database,
  organizations: readonly Owned[],
  { withTokensOfNobody }: ApproverOptions,
): Promise<Map<string, Approver[]>> {
  if (organizations.length === 0) return new Map();
  const people = [...MEMBERS, ...RULES];
  const sources = withTokensOfNobody ? [...people, ...TOKENS_OF_NOBODY] : people;
  const rows = await database.read<ApproverRow>(
    `with ${ASKED} select a.partner_id as "partnerId", a.organization_id as "organizationId", a.member_id as "memberId", a.principal, a.is_person as "isPerson"
     from (${sources.join(' union all ')}) as a(partner_id, organization_id, member_id, principal, is_person)`,
    [
      organizations.map(({ id }) => id),
      organizations.map(({ partnerId }) => partnerId),
      APPROVING_ROLES,
    ],
  );
  const found = Map.groupBy(rows, ({ partnerId, organizationId }) => organizationId ?? partnerId);
  return new Map(
    organizations.map(({ id, partnerId }) => [
      id,
      [...(found.get(id) ?? []), ...(found.get(partnerId) ?? [])].map(toApprover),
    ]),
  );
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
