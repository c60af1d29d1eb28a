import { randomUUID } from 'node:crypto';
import type { Role } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import { columns } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import type { Member } from '../generated/client.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import type { MemberRecord, SignedIn } from './accessRecords.ts';
import { MEMBER_FIELDS, memberRecord, type MemberRow } from './members.ts';

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
export function signIn(
  database: Database,
  partnerId: string,
  person: SignedIn,
  at: Date,
  roles: SignInRoles = DEFAULT_ROLES,
  imsOrgIds: readonly string[] | null = null,
): Promise<MemberRecord> {
  const { issuer, subject, name, email } = person;
  const key = [partnerId, issuer, subject];
  return database.transaction('system', async (transaction) => {
    const [known] = await transaction.query(`select from member where ${IS_PERSON}`, key);
    if (!known) await join(transaction, { ...person, partnerId, at }, roles);
    const [member] = await transaction.query<MemberRow>(UPDATE, [...key, name, email, imsOrgIds]);
    if (!member) throw new Error('There is no such member.');
    return memberRecord(member);
  });
}

const IS_PERSON = 'partner_id = $1 and issuer = $2 and subject = $3';
/** Of the partner's organizations alone; IDs that are none of its are left out. */
const UPDATE = `
  update member set name = $4, email = $5, every_organization = every_organization and $6::text[] is null,
    organization_ids = case when $6::text[] is null then organization_ids else
      array(select o.id from organization o where o.partner_id = $1 and o.ims_org_id = any ($6::text[])) end
  where ${IS_PERSON} returning ${columns('member', MEMBER_FIELDS)}`;

async function join(
  transaction: Transaction,
  person: SignedIn & { partnerId: string; at: Date },
  { firstRole, laterRole }: SignInRoles,
): Promise<void> {
  const { partnerId, issuer, subject, name, email, at } = person;
  // The partner's lock: of two who come first only one is the first.
  if (!(await lockChain(transaction, partnerId))) throw new Error('There is no such partner.');
  const [other] = await transaction.query('select from member where partner_id = $1 limit 1', [
    partnerId,
  ]);
  const role = other ? laterRole : firstRole;
  const id = randomUUID();
  const { query, values } = insertRow<Member>(
    'member',
    {
      ...{ id, partnerId, issuer, subject, name, email, role },
      ...{ everyOrganization: true, organizationIds: [], createdAt: at },
    },
    'on conflict do nothing returning id',
  );
  const [made] = await transaction.query(query, values);
  if (!made) return;
  const actor = { principal: `member:${id}`, name, origin: 'console' } as const;
  await writeHistory(
    transaction,
    { partnerId, organizationId: null },
    'memberJoined',
    { memberId: id, name, role },
    { id: randomUUID(), at: at.toISOString(), actor },
  );
}
