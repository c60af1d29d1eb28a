import { ROLES, type Role } from '@keyway/core';
import { z } from 'zod';
import { withModels } from '../database/models.ts';
import type { Member } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
import type { MemberRecord } from './accessRecords.ts';

const Roles = z.enum(ROLES);
export const roleOf = (stored: string): Role => Roles.parse(stored);

export const memberRecord = (row: Member): MemberRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  email: row.email,
  role: roleOf(row.role),
  organizationIds: row.everyOrganization ? null : row.organizationIds,
  createdAt: row.createdAt.toISOString(),
});

/** In the order in which they joined. */
export async function listMembers({ visibility, transaction }: View): Promise<MemberRecord[]> {
  const where = { ...visibility.wherePartner(), removedAt: null };
  const orderBy = [{ createdAt: 'asc' }, { id: 'asc' }] as const;
  const rows = await transaction((sql) =>
    withModels(sql, ({ member }) => member.findMany({ where, orderBy: [...orderBy] })),
  );
  return rows.filter((row) => visibility.seesAllOf(row)).map(memberRecord);
}
