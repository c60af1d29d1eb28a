/**
 * Whether somebody may still do what they could when their request was authenticated: asked in the
 * transaction of what they do, since they may have been removed meanwhile.
 */
import { refuse, type Grant } from '@keyway/core';
import type { Statement, Transaction } from '../database/database.ts';
import type { DatabaseRoles } from '../startup/databaseRoles.ts';
import type { PartnerScope } from '../tenancy/visibility.ts';
import { Refused } from '../tenancy/refused.ts';
import { lockChain } from '../history/appendHistory.ts';
import type { Authenticated } from './accessRecords.ts';
import { RIGHTS_OF_MEMBER, RIGHTS_OF_TOKEN } from './rightsNow.ts';

/** Who asks, as they were authenticated. */
export type Asker = Pick<Authenticated, 'kind' | 'id' | 'grants' | 'makerGrants' | 'session'>;

/** What fails in PostgreSQL where a count is nothing, with an error that nothing else has here. */
const mustBeOne = (from: string): string => `select ln((select count(*) from ${from})::float8)`;
const NOT_ONE = '2201E';

const MEMBER = {
  name: 'member_still_may',
  text: mustBeOne(`(${RIGHTS_OF_MEMBER.text}) r
    where r.grants = $3::jsonb and ($4::uuid is null or exists (select from session s where s.id = $4 and s.member_id = $1))`),
};
const TOKEN = {
  name: 'token_still_may',
  text: mustBeOne(
    `(${RIGHTS_OF_TOKEN.text}) r where r."makerGrants" is not distinct from $3::jsonb`,
  ),
};
const SET_ROLE = { name: 'set_role', text: `select set_config('role', $1, true)` };

const json = (grants: readonly Grant[] | null): string | null => grants && JSON.stringify(grants);

/** Statements that fail where the asker was removed, or has other rights now. */
function statements(
  { kind, id, grants, makerGrants, session }: Asker,
  { partnerId, organizationIds }: PartnerScope,
  roles: DatabaseRoles,
): Statement[] {
  const still =
    kind === 'MEMBER'
      ? { query: MEMBER, values: [id, partnerId, json(grants), session?.id ?? null] }
      : { query: TOKEN, values: [id, partnerId, json(makerGrants)] };
  if (organizationIds === null) return [still];
  // Who is limited to some organizations sees no members, so it is asked for them.
  return [
    { query: SET_ROLE, values: [roles.system] },
    still,
    { query: SET_ROLE, values: [roles.limited] },
  ];
}

/**
 * Lets nothing be changed by somebody who may no longer: what takes rights away was answered before
 * COMMIT, or it waits for a lock that this has. `endsAccess`: it may take the asker's own rights,
 * so it is asked before the work, with the lock of everything that takes rights.
 */
export function holdRights(
  sql: Transaction,
  { asker, endsAccess }: { asker: Asker; endsAccess: boolean },
  scope: PartnerScope,
  roles: DatabaseRoles,
): void {
  const asked = statements(asker, scope, roles);
  if (!endsAccess) return sql.beforeCommit(asked);
  const locked = lockChain(sql, { partnerId: scope.partnerId, organizationId: null });
  const holds = asked.map(({ query, values }) => sql.query(query, values));
  sql.answerOnlyIf(Promise.all([locked, ...holds]));
}

/** Whether a transaction failed because its asker has other rights than it began with. */
export const isAccessChanged = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === NOT_ONE;

/** The refusal of a request whose asker may no longer; any other error as it is. */
export const asRefused = (error: unknown): unknown =>
  isAccessChanged(error) ? new Refused(refuse('accessChanged', null)) : error;
