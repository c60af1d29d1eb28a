/** A member as the store tells of it. */
import type { Role } from '@keyway/core';
import type { Member } from './generated/client.ts';
import type { MemberRecord } from './store.ts';

export const memberRecord = (row: Member): MemberRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  organizationIds: row.everyOrganization ? null : row.organizationIds,
  createdAt: row.createdAt.toISOString(),
});
