import { randomUUID } from 'node:crypto';
import type { Role } from '@keyway/core';
import type { Database, Transaction } from '../database/database.ts';
import { withModels, type Models } from '../database/models.ts';
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
export function signIn(
  database: Database,
  partnerId: string,
  person: SignedIn,
  at: Date,
  roles: SignInRoles = DEFAULT_ROLES,
  imsOrgIds: readonly string[] | null = null,
): Promise<MemberRecord> {
  const { issuer, subject, name, email } = person;
  const where = { partnerId_issuer_subject: { partnerId, issuer, subject } };
  return database.transaction('system', (transaction) =>
    withModels(transaction, async (models) => {
      if (!(await models.member.findUnique({ where })))
        await join(transaction, models, { ...person, partnerId, at }, roles);
      const limits = imsOrgIds
        ? { everyOrganization: false, organizationIds: await idsOf(models, partnerId, imsOrgIds) }
        : {};
      return memberRecord(await models.member.update({ where, data: { name, email, ...limits } }));
    }),
  );
}

/** Of the partner's organizations alone; IDs that are none of its are left out. */
async function idsOf(
  { organization }: Models,
  partnerId: string,
  imsOrgIds: readonly string[],
): Promise<string[]> {
  const where = { partnerId, imsOrgId: { in: [...imsOrgIds] } };
  return (await organization.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

async function join(
  transaction: Transaction,
  { member }: Models,
  person: SignedIn & { partnerId: string; at: Date },
  { firstRole, laterRole }: SignInRoles,
): Promise<void> {
  const { partnerId, issuer, subject, name, email, at } = person;
  // The partner's lock: of two who come first only one is the first.
  if (!(await lockChain(transaction, partnerId))) throw new Error('There is no such partner.');
  const role = (await member.count({ where: { partnerId } })) === 0 ? firstRole : laterRole;
  const id = randomUUID();
  const { count } = await member.createMany({
    data: {
      ...{ id, partnerId, issuer, subject, name, email, role },
      ...{ everyOrganization: true, organizationIds: [], createdAt: at },
    },
    skipDuplicates: true,
  });
  if (count === 0) return;
  const actor = { principal: `member:${id}`, name, origin: 'console' } as const;
  await writeHistory(
    transaction,
    { partnerId, organizationId: null },
    'memberJoined',
    { memberId: id, name, role },
    { id: randomUUID(), at: at.toISOString(), actor },
  );
}
