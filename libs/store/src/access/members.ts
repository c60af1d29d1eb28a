import { ROLES, type Role } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { Member } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
import type { MemberRecord } from './accessRecords.ts';

const Roles = z.enum(ROLES);
export const roleOf = (stored: string): Role => Roles.parse(stored);

/** What `memberRecord` reads. */
export const MEMBER_FIELDS = [
  'id',
  'partnerId',
  'name',
  'email',
  'role',
  'everyOrganization',
  'organizationIds',
  'createdAt',
] as const satisfies readonly (keyof Member)[];
export type MemberRow = RowOf<Member, (typeof MEMBER_FIELDS)[number]>;

export const memberRecord = (row: MemberRow): MemberRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  email: row.email,
  role: roleOf(row.role),
  organizationIds: row.everyOrganization ? null : row.organizationIds,
  createdAt: row.createdAt.toISOString(),
});

/** In the order in which they joined. */
export async function listMembers({ visibility, sql }: View): Promise<MemberRecord[]> {
  const parameters = new Parameters();
  const rows = await sql.query<MemberRow>(
    `select ${columns('m', MEMBER_FIELDS)} from member m
     where ${visibility.granteeCondition(parameters, 'm')} and m.removed_at is null
     order by m.created_at, m.id`,
    parameters.values,
  );
  return rows.map(memberRecord);
}
