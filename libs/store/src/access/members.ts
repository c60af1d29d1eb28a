/** A member as the store tells of it. */
import type { Role } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import type { MemberRecord } from './accessRecords.ts';

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

/** In the order in which they joined. */
export async function listMembers({ sql, visibility }: View): Promise<MemberRecord[]> {
  const parameters = new Parameters();
  const where = `${visibility.condition(parameters, 'm', null)}
    and ${visibility.tokenCondition(parameters, 'm')}`;
  const rows = await sql.query<MemberRow>(
    `select ${MEMBER_COLUMNS} from member m where ${where} and m.removed_at is null
     order by m.created_at, m.id`,
    parameters.values,
  );
  return rows.map(memberRecord);
}
