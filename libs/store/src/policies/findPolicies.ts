/** The rules of approvals that hold for organizations: their own, or else the partner's. */
import { DEFAULT_POLICY, FOUR_EYES, normalPolicy, type Policy } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { ApprovalPolicy } from '../generated/client.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';

/** A policy, and whether it is the organization's own. */
export interface EffectivePolicy extends Policy {
  isOwn: boolean;
}

/** What its version is of. */
export const policyContent = (policy: Policy, isOwn: boolean): unknown => ({
  ...normalPolicy(policy),
  isOwn,
});

const FIELDS = [
  'organizationId',
  'fourEyes',
  'coolingOffSeconds',
  'approvalValidForSeconds',
  'neverAccept',
] as const satisfies readonly (keyof ApprovalPolicy)[];
/** What is read of a stored policy. */
export type PolicyRow = RowOf<ApprovalPolicy, (typeof FIELDS)[number]>;

const FourEyes = z.enum(FOUR_EYES);

/** SQL: what `policyOf` reads of a row `p`. */
export const POLICY_COLUMNS = columns('p', FIELDS);

/** The policy of a row. */
export const policyOf = ({ fourEyes, organizationId: _, ...row }: PolicyRow): Policy =>
  normalPolicy({ ...row, fourEyes: FourEyes.parse(fourEyes) });

/** The policies of a partner and of some of its organizations, by the organization's ID. */
export interface Policies {
  partner: Policy;
  of(organizationId: string): EffectivePolicy;
}

function policiesOf(rows: readonly PolicyRow[]): Policies {
  const found = new Map(rows.map((row) => [row.organizationId, policyOf(row)]));
  const partner = found.get(null) ?? DEFAULT_POLICY;
  return {
    partner,
    of: (organizationId) => {
      const own = found.get(organizationId);
      return { ...(own ?? partner), isOwn: own !== undefined };
    },
  };
}

/** @param organizationIds whose own policies to read, beside the partner's */
export async function findPolicies(
  { visibility, sql }: Pick<View, 'visibility' | 'sql'>,
  organizationIds: readonly string[],
): Promise<Policies> {
  const parameters = new Parameters();
  const where = visibility.policyCondition(parameters, 'p');
  const ids = parameters.add(organizationIds.filter(isUuid));
  const rows = await sql.query<PolicyRow>(
    {
      name: `find_policies ${visibility.scope.organizationIds ? 'limited' : ''}`,
      text: `select ${POLICY_COLUMNS} from approval_policy p
        where ${where} and (p.organization_id is null or p.organization_id = any (${ids}::uuid[]))`,
    },
    parameters.values,
  );
  return policiesOf(rows);
}
