/** Which entries of history one change of a policy made: its own, and one for each open run. */
import { SYSTEM } from '@keyway/core';
import type { Database } from '../database/database.ts';
import type { Parameters } from '../database/parameters.ts';

/** The kind of all entries of a change. */
export const POLICY_CHANGED = 'policyChanged';

/** A change of the partner's policy, by its own entry. */
export interface PartnerChange {
  position: string;
  /** As it is stored, which is its canonical form. */
  policy: string;
  principal: string | null;
}

/** Entries of older changes are listed each for itself. */
const MOST_CHANGES = 1000;

/**
 * With the system's view: the partner's own entries are hidden from viewers of some organizations,
 * who see the entries of their runs. Nothing of it is shown to them.
 */
export const findPartnerChanges = (
  database: Database,
  partnerId: string,
): Promise<PartnerChange[]> =>
  database.read<PartnerChange>(
    `select h.position::text as position, (h.data -> 'policy')::text as policy, h.principal from history_entry h
     where h.partner_id = $1 and h.organization_id is null and h.run_id is null and h.kind = '${POLICY_CHANGED}'
     order by h.position desc limit ${MOST_CHANGES}`,
    [partnerId],
  );

/** SQL for the position of the entry of the change that made an entry; null for every other. */
export function changePosition(
  parameters: Parameters,
  changes: readonly PartnerChange[],
): (alias: string) => string {
  const positions = parameters.add(changes.map(({ position }) => position));
  const policies = parameters.add(changes.map(({ policy }) => policy));
  const principals = parameters.add(changes.map(({ principal }) => principal));
  return (alias) => {
    const samePolicy = `(${alias}.data -> 'policy')::text`;
    // An organization's own change reaches its run in the same transaction: its entry is the next.
    const own = `(select o.position from history_entry o
      where o.chain_id = ${alias}.chain_id and o.seq = ${alias}.seq - 1 and o.partner_id = ${alias}.partner_id
        and o.kind = '${POLICY_CHANGED}' and o.run_id is null and o.principal = ${alias}.principal
        and (o.data -> 'policy')::text = ${samePolicy})`;
    // Keyway's are those of a change that the version before made.
    const partners = `(select max(c.position) from unnest(${positions}::bigint[], ${policies}::text[], ${principals}::text[]) as c(position, policy, principal)
      where c.position < ${alias}.position and c.policy = ${samePolicy} and ${alias}.principal in (c.principal, '${SYSTEM.principal}'))`;
    return `case when ${alias}.kind = '${POLICY_CHANGED}' then
      case when ${alias}.run_id is null then ${alias}.position else coalesce(${own}, ${partners}) end end`;
  };
}

/**
 * SQL for entries before which none of the same change is in the list. An entry that is appended
 * later never comes before, so that a list's pages fit together.
 * @param isListed SQL for whether an entry would be listed
 */
export function isFirstOfChange(
  change: (alias: string) => string,
  isListed: (alias: string) => string,
): string {
  // Backwards from the entry: the one before it of the same change is near.
  const earlier = `select g.id from history_entry g
    where ${isListed('g')} and g.kind = '${POLICY_CHANGED}' and g.position < h.position
      and g.position >= (select ${change('h')}) and ${change('g')} = (select ${change('h')})
    order by g.position desc limit 1`;
  return `case when h.kind = '${POLICY_CHANGED}' and h.run_id is not null then (${earlier}) is null else true end`;
}
