import { randomUUID } from 'node:crypto';
import type { Role } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import type { ModelClient } from '../database/modelClient.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import type { MemberRecord, SignedIn } from './accessRecords.ts';
import { memberRecord } from './members.ts';

export interface SignInRoles {
  /** Of the partner's first member. */
  firstRole: Role;
  laterRole: Role;
}

const DEFAULT_ROLES: SignInRoles = { firstRole: 'OWNER', laterRole: 'AUDITOR' };

/**
 * Finds the member by (issuer, subject), or creates it; name and email follow the provider.
 * `imsOrgIds` limits the member to these of the partner's organizations from now on; null leaves
 * the limits as they are.
 */
export async function signIn(
  { database, models, now }: { database: Database; models: ModelClient; now: () => Date },
  partnerId: string,
  person: SignedIn,
  roles: SignInRoles = DEFAULT_ROLES,
  imsOrgIds: readonly string[] | null = null,
): Promise<MemberRecord> {
  const key = { partnerId, issuer: person.issuer, subject: person.subject };
  const where = { partnerId_issuer_subject: key };
  if (!(await models.transaction(({ member }) => member.findUnique({ where })))) {
    await database.transaction('system', (transaction) =>
      join(transaction, { ...person, partnerId, at: now() }, roles),
    );
  }
  const { name, email } = person;
  const limits = imsOrgIds
    ? { everyOrganization: false, organizationIds: await idsOf(database, partnerId, imsOrgIds) }
    : {};
  return memberRecord(
    await models.transaction(({ member }) =>
      member.update({ where, data: { name, email, ...limits } }),
    ),
  );
}

/** Of the partner's organizations alone; IDs that are none of its are left out. */
async function idsOf(
  database: Database,
  partnerId: string,
  imsOrgIds: readonly string[],
): Promise<string[]> {
  const rows = await database.transaction('system', (transaction) =>
    transaction.query<{ id: string }>(
      'select id from organization where partner_id = $1 and ims_org_id = any($2)',
      [partnerId, imsOrgIds],
    ),
  );
  return rows.map(({ id }) => id);
}

async function join(
  transaction: Transaction,
  person: SignedIn & { partnerId: string; at: Date },
  { firstRole, laterRole }: SignInRoles,
): Promise<void> {
  const { partnerId, issuer, subject, name, email, at } = person;
  // The partner's lock: of two who come first only one is the first.
  if (!(await lockChain(transaction, partnerId))) throw new Error('There is no such partner.');
  const [count] = await transaction.query<{ members: number }>(
    'select count(*)::int as members from member where partner_id = $1',
    [partnerId],
  );
  const role = count?.members === 0 ? firstRole : laterRole;
  const id = randomUUID();
  const added = await transaction.query(
    `insert into member (id, partner_id, issuer, subject, name, email, role, every_organization, organization_ids, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, true, '{}', $8) on conflict (partner_id, issuer, subject) do nothing returning 1`,
    [id, partnerId, issuer, subject, name, email, role, at],
  );
  if (added.length === 0) return;
  const actor = { principal: `member:${id}`, name: `${name} (console)` };
  await writeHistory(
    transaction,
    { partnerId, organizationId: null },
    'memberJoined',
    { memberId: id, name, role },
    { id: randomUUID(), at: at.toISOString(), actor },
  );
}
