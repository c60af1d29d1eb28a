/** Members by their names, for people who don't manage them: who is responsible, and who can be. */
import { refuse, type Grant, type Refusal } from '@keyway/core';
import type { Database, Sql } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import { comparable } from '../textFilter.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { NamedMember } from './accessRecords.ts';
import { grantsFor, grantsOf, parseGrants } from './grantRows.ts';

/** Who may operate an organization; everybody with a grant sees it. */
const OPERATING = `and g.role in ('OWNER', 'OPERATOR')`;

interface NamedRow {
  id: string;
  name: string;
  createdAt: Date;
  removedAt: Date | null;
}
const COLUMNS = `m.id, m.name, m.created_at as "createdAt", m.removed_at as "removedAt"`;
const namedMember = ({ createdAt, removedAt, ...member }: NamedRow): NamedMember => ({
  ...member,
  createdAt: createdAt.toISOString(),
  removedAt: removedAt?.toISOString() ?? null,
});

/**
 * Policies hide members from viewers of some organizations. So what makes a name visible, the run
 * or the organization, is read as the viewer; then the names of that with the system's view.
 */
interface PartnerRow {
  partnerId: string;
}

/** The partner of an organization that the viewer sees, or null. */
async function partnerOf(
  { sql, visibility }: View,
  organizationId: string,
): Promise<string | null> {
  if (!isUuid(organizationId)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<PartnerRow>(
    `select o.partner_id as "partnerId" from organization o
     where o.id = ${parameters.add(organizationId)}::uuid and ${visibility.condition(parameters, 'o', 'id')}`,
    parameters.values,
  );
  return row?.partnerId ?? null;
}

/** Of these, those who are responsible for a run that the viewer sees; also who was removed. */
export async function findRunOwners(
  { sql, visibility }: View,
  database: Database,
  ids: readonly string[],
): Promise<Map<string, NamedMember>> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids.filter(isUuid));
  const owners = await sql.query<OwnerRow>(
    `select w.id as "ownerId", o.partner_id as "partnerId" from unnest(${wanted}::uuid[]) as w(id) cross join lateral
       (select r.partner_id from run r where r.owner_id = w.id and ${visibility.condition(parameters, 'r')} limit 1) o`,
    parameters.values,
  );
  const members = await membersOf(database, owners, { text: '', first: owners.length });
  return new Map(members.map((member) => [member.id, member]));
}

interface OwnerRow extends PartnerRow {
  ownerId: string;
}

/** Members by name, each of the partner with whose run it was found. */
async function membersOf(
  database: Database,
  owners: readonly OwnerRow[],
  { text, first }: RunOwnerFilter,
): Promise<NamedMember[]> {
  if (owners.length === 0) return [];
  const rows = await database.read<NamedRow>(
    `select ${COLUMNS} from unnest($1::uuid[], $2::uuid[]) as w(id, partner_id)
     join member m on m.id = w.id and m.partner_id = w.partner_id
     where strpos(lower(m.name), $3::text) > 0 order by lower(m.name), m.id limit $4::int`,
    [
      owners.map(({ ownerId }) => ownerId),
      owners.map(({ partnerId }) => partnerId),
      comparable(text ?? ''),
      first,
    ],
  );
  return rows.map(namedMember);
}

const OWNER_COLUMNS = 'r.owner_id as "ownerId", r.partner_id as "partnerId"';

/** Which of those who are responsible a list has. */
export interface RunOwnerFilter {
  /** In the name. */
  text?: string | null;
  first: number;
}

/** Who is responsible for a run that the viewer sees, by name; also who was removed. */
export async function listRunOwners(
  { sql, visibility }: View,
  database: Database,
  filter: RunOwnerFilter,
): Promise<NamedMember[]> {
  const parameters = new Parameters();
  const seen = visibility.condition(parameters, 'r');
  // From one owner to the next in the index, however many runs each has. Viewers of some
  // organizations have few runs.
  const select = visibility.scope.organizationIds
    ? `select distinct ${OWNER_COLUMNS} from run r where r.owner_id is not null and ${seen}`
    : `with recursive o as (
         (select ${OWNER_COLUMNS} from run r where r.owner_id is not null and ${seen} order by r.owner_id limit 1)
         union all
         select n.* from o cross join lateral (
           select ${OWNER_COLUMNS} from run r where r.owner_id > o."ownerId" and ${seen} order by r.owner_id limit 1) n)
       select * from o`;
  return membersOf(database, await sql.query<OwnerRow>(select, parameters.values), filter);
}

/** Which members a list of candidates has. */
export interface AssigneeFilter {
  /** Null: every organization of the partner. */
  organizationId: string | null;
  /** In the name. */
  text?: string | null;
  first: number;
}

/** Members who may operate an organization, by name; nobody where the viewer doesn't see it. */
export async function listAssignees(
  view: View,
  database: Database,
  { organizationId, text, first }: AssigneeFilter,
): Promise<NamedMember[]> {
  const { scope } = view.visibility;
  // Whoever sees some organizations asks for one of them.
  const ofPartner = scope.organizationIds === null ? scope.partnerId : null;
  const partnerId = organizationId === null ? ofPartner : await partnerOf(view, organizationId);
  if (partnerId === null) return [];
  const rows = await database.read<NamedRow>(
    `select ${COLUMNS} from member m where m.partner_id = $1 and m.removed_at is null
       and exists (${grantsFor('m', '$2::uuid')} ${OPERATING}) and strpos(lower(m.name), $3::text) > 0
     order by lower(m.name), m.id limit $4::int`,
    [partnerId, organizationId, comparable(text ?? ''), first],
  );
  return rows.map(namedMember);
}

/** Members who see an organization, by name; nobody where the viewer doesn't. */
export async function listColleagues(
  view: View,
  database: Database,
  organizationId: string,
  { text, first }: RunOwnerFilter,
): Promise<NamedMember[]> {
  const partnerId = await partnerOf(view, organizationId);
  if (partnerId === null) return [];
  const rows = await database.read<NamedRow>(
    `select ${COLUMNS} from member m where m.partner_id = $1 and m.removed_at is null
       and exists (${grantsFor('m', '$2::uuid')}) and strpos(lower(m.name), $3::text) > 0
     order by lower(m.name), m.id limit $4::int`,
    [partnerId, organizationId, comparable(text ?? ''), first],
  );
  return rows.map(namedMember);
}

/** A member of the partner, and whether they see an organization. */
export type Colleague = NamedMember & { hasAccess: boolean };

/** Of these, who is a member now; nobody where the viewer doesn't see the organization. */
export async function findColleagues(
  view: View,
  database: Database,
  organizationId: string,
  memberIds: readonly string[],
): Promise<Colleague[]> {
  const partnerId = await partnerOf(view, organizationId);
  if (partnerId === null) return [];
  const rows = await database.read<NamedRow & { hasAccess: boolean }>(
    `select ${COLUMNS}, exists (${grantsFor('m', '$3::uuid')}) as "hasAccess"
     from member m where m.id = any ($2::uuid[]) and m.partner_id = $1 and m.removed_at is null order by lower(m.name), m.id`,
    [partnerId, memberIds.filter(isUuid), organizationId],
  );
  return rows.map((row) => ({ ...namedMember(row), hasAccess: row.hasAccess }));
}

/** A member, and whether they see the organization; null where the viewer doesn't. */
export async function findAssignee(
  view: View,
  database: Database,
  { memberId, organizationId }: { memberId: string; organizationId: string },
): Promise<(NamedMember & { hasAccess: boolean }) | null> {
  if (!isUuid(memberId)) return null;
  const partnerId = await partnerOf(view, organizationId);
  if (partnerId === null) return null;
  const [row] = await database.read<NamedRow & { hasAccess: boolean }>(
    `select ${COLUMNS}, exists (${grantsFor('m', '$3::uuid')}) as "hasAccess"
     from member m where m.id = $2 and m.partner_id = $1`,
    [partnerId, memberId, organizationId],
  );
  return row ? { ...namedMember(row), hasAccess: row.hasAccess } : null;
}

/** A member who is to become responsible for runs, with what they have access to. */
export type Candidate = NamedMember & { grants: Grant[] };

/** A member of the partner, also one who was removed. */
export async function findCandidate(
  sql: Sql,
  { partnerId, memberId }: { partnerId: string; memberId: string },
): Promise<Candidate | null> {
  if (!isUuid(memberId)) return null;
  const [row] = await sql.query<NamedRow & { grants: unknown }>(
    `select ${COLUMNS}, ${grantsOf('m', 'now()')} as grants from member m where m.id = $1 and m.partner_id = $2`,
    [memberId, partnerId],
  );
  return row ? { ...namedMember(row), grants: parseGrants(row.grants) } : null;
}

export const hasAccessTo = ({ grants }: Candidate, id: string): boolean =>
  grants.some(({ organizationId }) => organizationId === null || organizationId === id);

/** Why a member can't become responsible for a run. */
export function ownerProblem(
  found: (Pick<NamedMember, 'name' | 'removedAt'> & { hasAccess: boolean }) | null,
): Refusal | null {
  if (!found) return refuse('memberNotFound', ['ownerId']);
  const { name, removedAt, hasAccess } = found;
  if (removedAt !== null) return refuse('ownerRemoved', ['ownerId'], { name });
  return hasAccess ? null : refuse('ownerWithoutAccess', ['ownerId'], { name });
}
