/** A member as the store tells of it. */
import type { Role } from '@keyway/core';
import type { MemberRecord } from '../store.ts';

export interface MemberRow {
  id: string;
  partnerId: string;
  name: string;
  email: string | null;
  role: string;
  everyOrganization: boolean;
  organizationIds: string[];
  createdAt: Date;
}

/** Needs the table under the alias `m`. */
export const MEMBER_COLUMNS = `m.id, m.partner_id as "partnerId", m.name, m.email, m.role, m.every_organization as "everyOrganization",
  m.organization_ids as "organizationIds", m.created_at as "createdAt"`;

export const memberRecord = (row: MemberRow): MemberRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  organizationIds: row.everyOrganization ? null : row.organizationIds,
  createdAt: row.createdAt.toISOString(),
});
