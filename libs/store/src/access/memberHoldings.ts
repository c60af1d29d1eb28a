/** What members have: what ends when one is removed, and what stays without them. */
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import type { MemberHoldings } from './accessRecords.ts';
import { isUuid } from '../tenancy/visibility.ts';

const count = (from: string): string => `(select count(*)::int from ${from})`;

/** The organizations that rows are of. */
const organizations = (rows: string): string =>
  `array(select o.id from organization o where o.partner_id = m.partner_id
     and o.id in (select organization_id from ${rows}) order by o.name, o.id limit 500)`;

const OPEN_RUNS = `run r where r.partner_id = m.partner_id and r.owner_id = m.id and r.status not in ('COMPLETED', 'CANCELLED')`;
const HAND_OFFS =
  'hand_off h where h.partner_id = m.partner_id and h.member_id = m.id and h.revoked_at is null and h.expires_at > now()';

/** By the members' IDs; absent: the viewer sees no such member. Who sees members sees it all. */
export async function findMemberHoldings(
  { visibility, sql }: View,
  ids: readonly string[],
): Promise<Map<string, MemberHoldings>> {
  const parameters = new Parameters();
  const rows = await sql.query<MemberHoldings & { id: string }>(
    `select m.id,
       ${count(OPEN_RUNS)} as "openRuns",
       ${organizations(OPEN_RUNS)} as "runOrganizations",
       ${organizations(HAND_OFFS)} as "handOffOrganizations",
       ${count('api_token t where t.partner_id = m.partner_id and t.member_id = m.id and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())')} as "apiTokens",
       ${count(HAND_OFFS)} as "handOffs",
       ${count('saved_view v where v.partner_id = m.partner_id and v.member_id = m.id and v.shared')} as "sharedViews"
     from member m
     where m.id = any (${parameters.add(ids.filter(isUuid))}::uuid[]) and ${visibility.accessCondition(parameters, 'm')}`,
    parameters.values,
  );
  return new Map(rows.map(({ id, ...holdings }) => [id, holdings]));
}
