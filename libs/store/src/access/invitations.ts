/** Invitations: a link for one email address, which works once. */
import { randomUUID } from 'node:crypto';
import {
  APPROVING_ROLES,
  globalId,
  refuse,
  type Grant,
  type Instant,
  type Refusal,
} from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Sql } from '../database/database.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { Invitation } from '../generated/client.ts';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { ClosedInvitation, InvitationRecord } from './accessRecords.ts';
import { newToken, tokenHash } from './apiToken.ts';
import { distinctGrants, parseGrants } from './grantRows.ts';
import { grantsForHistory } from './grantsForHistory.ts';

const FIELDS = [
  'id',
  'email',
  'grants',
  'invitedBy',
  'invitedAt',
  'expiresAt',
  'acceptedAt',
  'revokedAt',
] as const satisfies readonly (keyof Invitation)[];
type InvitationRow = RowOf<Invitation, (typeof FIELDS)[number]> & { expired: boolean };

const COLUMNS = `${columns('i', FIELDS)}, i.expires_at <= now() as expired`;

/** SQL: an invitation that can be accepted now. */
export const isOpen = (alias: string): string =>
  `${alias}.accepted_at is null and ${alias}.revoked_at is null and ${alias}.expires_at > now()`;

const statusOf = ({
  acceptedAt,
  revokedAt,
  expired,
}: InvitationRow): InvitationRecord['status'] => {
  if (acceptedAt) return 'ACCEPTED';
  if (revokedAt) return 'REVOKED';
  return expired ? 'EXPIRED' : 'OPEN';
};

const invitationRecord = (row: InvitationRow): InvitationRecord => ({
  id: row.id,
  email: row.email,
  grants: parseGrants(row.grants),
  status: statusOf(row),
  invitedBy: row.invitedBy,
  invitedAt: row.invitedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

/** Addresses are compared in lower case. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

/** Newest first. */
export function listInvitations(
  { visibility, sql }: View,
  request: PageRequest,
): Promise<Page<InvitationRecord>> {
  const parameters = new Parameters();
  const where = [visibility.accessCondition(parameters, 'i')];
  const rows = { columns: COLUMNS, from: 'invitation i', where, parameters };
  return listPage(sql, 'invitations', request, rows, {
    key: (row: InvitationRow) => [row.invitedAt.toISOString(), row.id],
    node: invitationRecord,
  });
}

export async function findInvitation(
  { visibility, sql }: View,
  id: string,
): Promise<InvitationRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<InvitationRow>(
    `select ${COLUMNS} from invitation i
     where i.id = ${parameters.add(id)} and ${visibility.accessCondition(parameters, 'i')}`,
    parameters.values,
  );
  return row ? invitationRecord(row) : null;
}

/** Open invitations of people who could approve for the organization, newest first. */
export async function listInvitedApprovers(
  { visibility, sql }: View,
  organizationId: string,
): Promise<InvitationRecord[]> {
  if (!isUuid(organizationId)) return [];
  const parameters = new Parameters();
  const [roles, organization] = [APPROVING_ROLES, organizationId].map((one) => parameters.add(one));
  const rows = await sql.query<InvitationRow>(
    `select ${COLUMNS} from invitation i
     where ${visibility.accessCondition(parameters, 'i')} and ${isOpen('i')} and exists
       (select from jsonb_array_elements(i.grants) g where g ->> 'role' = any (${roles}::text[])
          and (g ->> 'organizationId' is null or g ->> 'organizationId' = ${organization}::text))
     order by i.invited_at desc, i.id desc limit 20`,
    parameters.values,
  );
  return rows.map(invitationRecord);
}

export interface NewInvitation {
  email: string;
  grants: readonly Grant[];
  expiresAt: Instant;
}

/** Returns the link's token once; only its SHA-256 is kept. Replaces an open one of the address. */
export async function invite(
  unit: Unit,
  { email, grants, expiresAt }: NewInvitation,
  occurrence: Occurrence,
): Promise<{ token: string; invitation: InvitationRecord } | { refusal: Refusal }> {
  const { partnerId } = unit.visibility.scope;
  await lockChain(unit.sql, { partnerId, organizationId: null });
  const key = emailKey(email);
  const [member] = await unit.sql.query<{ name: string }>(
    `select m.name from member m where m.partner_id = $1 and lower(m.email) = $2 and m.removed_at is null limit 1`,
    [partnerId, key],
  );
  if (member) return { refusal: refuse('alreadyMember', ['email'], { name: member.name }) };
  await unit.sql.query(
    `update invitation set revoked_at = $3
     where partner_id = $1 and email_key = $2 and accepted_at is null and revoked_at is null`,
    [partnerId, key, occurrence.at],
  );
  const token = newToken('kwi_');
  const id = randomUUID();
  const wanted = distinctGrants(grants);
  const { query, values } = insertRow<Invitation>('invitation', {
    ...{ id, partnerId, email, emailKey: key },
    sha256: new Uint8Array(tokenHash(token)),
    grants: JSON.stringify(wanted),
    invitedBy: occurrence.actor.name,
    invitedAt: new Date(occurrence.at),
    expiresAt: new Date(expiresAt),
  });
  await unit.sql.query(query, values);
  const data = {
    invitationId: globalId('Invitation', id),
    ...{ email, grants: await grantsForHistory(unit.sql, wanted), expiresAt },
  };
  await appendHistory(unit, null, 'memberInvited', data, occurrence);
  return { token, invitation: (await findInvitation(unit, id))! };
}

/** May be called twice. One that was accepted can't be revoked: the member is removed instead. */
export async function revokeInvitation(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<{ invitation: InvitationRecord } | { refusal: Refusal }> {
  await lockChain(unit.sql, { partnerId: unit.visibility.scope.partnerId, organizationId: null });
  const invitation = await findInvitation(unit, id);
  if (!invitation) return { refusal: refuse('invitationNotFound', ['id']) };
  if (invitation.status === 'ACCEPTED') return { refusal: refuse('invitationAccepted', ['id']) };
  if (invitation.status === 'REVOKED') return { invitation };
  await unit.sql.query('update invitation set revoked_at = $2 where id = $1', [id, occurrence.at]);
  const data = { invitationId: globalId('Invitation', id), email: invitation.email };
  await appendHistory(unit, null, 'invitationRevoked', data, occurrence);
  return { invitation: (await findInvitation(unit, id))! };
}

/** SQL: why an invitation can't be accepted by anybody; null where it can. */
export const closedAs = (alias: string): string =>
  `case when ${alias}.accepted_at is not null then 'invitationUsed'
        when ${alias}.revoked_at is not null then case when exists
          (select from invitation newer where newer.partner_id = ${alias}.partner_id and newer.email_key = ${alias}.email_key
             and newer.id <> ${alias}.id and newer.invited_at >= ${alias}.revoked_at)
          then 'invitationReplaced' else 'invitationRevoked' end
        when ${alias}.expires_at <= now() then 'invitationExpired' end`;

/** Why the link of an invitation lets nobody in, for whoever has it; null where it is open. */
export async function closedInvitation(
  sql: Sql,
  partnerId: string,
  token: string,
): Promise<ClosedInvitation | null> {
  const [found] = await sql.query<{ closed: ClosedInvitation | null }>(
    `select ${closedAs('i')} as closed from invitation i where i.partner_id = $1 and i.sha256 = $2`,
    [partnerId, tokenHash(token)],
  );
  return found ? found.closed : 'invitationUnknown';
}
