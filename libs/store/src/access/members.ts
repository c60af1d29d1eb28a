/** Reads members. */
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { Member } from '../generated/client.ts';
import {
  countRows,
  listPage,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { comparable } from '../textFilter.ts';
import type { MemberRecord } from './accessRecords.ts';
import { describedGrantsOf, grantsFor, OWNERS, parseMemberGrants } from './grantRows.ts';

const MEMBER_FIELDS = [
  'id',
  'partnerId',
  'name',
  'email',
  'createdAt',
  'lastSeenAt',
  'removedAt',
] as const satisfies readonly (keyof Member)[];
export type MemberRow = RowOf<Member, (typeof MEMBER_FIELDS)[number]> & { grants: unknown };

/** SQL of what `memberRecord` reads. */
export const memberColumns = (alias: string): string =>
  `${columns(alias, MEMBER_FIELDS)}, ${describedGrantsOf(alias, 'now()')} as grants`;

export const memberRecord = (row: MemberRow): MemberRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  email: row.email,
  grants: parseMemberGrants(row.grants),
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  removedAt: row.removedAt?.toISOString() ?? null,
});

/** Which members a list has; without anything, all of them. */
export interface MemberFilter {
  /** In the name or the email address. */
  text?: string | null;
  /** Who has access to this organization, by a grant for it or for every one of the partner. */
  organizationId?: string | null;
  /** Only those who were removed. */
  isRemoved?: boolean;
}

function memberRows({ visibility }: View, { text, organizationId, isRemoved }: MemberFilter): Rows {
  const parameters = new Parameters();
  const where = [visibility.accessCondition(parameters, 'm')];
  if (text) {
    const wanted = `${parameters.add(comparable(text))}::text`;
    where.push(`strpos(lower(m.name || E'\\n' || coalesce(m.email, '')), ${wanted}) > 0`);
  }
  if (organizationId)
    where.push(`exists (${grantsFor('m', `${parameters.add(organizationId)}::uuid`)})`);
  if (isRemoved) where.push('m.removed_at is not null');
  return { from: 'member m', where, parameters };
}

/** In the order in which they joined, with those who were removed. */
export const listMembers = (
  view: View,
  request: PageRequest,
  filter: MemberFilter = {},
): Promise<Page<MemberRecord>> =>
  listPage(
    view.sql,
    'members',
    request,
    { ...memberRows(view, filter), columns: memberColumns('m') },
    {
      key: (row: MemberRow) => [row.createdAt.toISOString(), row.id],
      node: memberRecord,
    },
  );

export const countMembers = (view: View, filter: MemberFilter = {}): Promise<Count> =>
  countRows(view.sql, memberRows(view, filter));

/** By their IDs; absent: the viewer sees no such member. */
export async function findMembers(
  { visibility, sql }: View,
  ids: readonly string[],
): Promise<Map<string, MemberRecord>> {
  const parameters = new Parameters();
  const rows = await sql.query<MemberRow>(
    `select ${memberColumns('m')} from member m
     where m.id = any (${parameters.add(ids.filter(isUuid))}::uuid[]) and ${visibility.accessCondition(parameters, 'm')}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, memberRecord(row)]));
}

export async function findMember(
  { visibility, sql }: View,
  id: string,
): Promise<MemberRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<MemberRow>(
    `select ${memberColumns('m')} from member m
     where m.id = ${parameters.add(id)} and ${visibility.accessCondition(parameters, 'm')}`,
    parameters.values,
  );
  return row ? memberRecord(row) : null;
}

/** The partner's only owner by a grant that an owner gave; null where there are several. */
export async function findLastOwner(view: View): Promise<MemberRecord | null> {
  const { sql, visibility } = view;
  // The first parameter of `OWNERS` is the partner.
  const parameters = new Parameters();
  parameters.add(visibility.scope.partnerId);
  const [owner, another] = await sql.query<{ id: string }>(
    `select distinct m.id from ${OWNERS} and ${visibility.accessCondition(parameters, 'm')} limit 2`,
    parameters.values,
  );
  return owner && !another ? findMember(view, owner.id) : null;
}
