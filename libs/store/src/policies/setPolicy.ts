/** Changes the rules of approvals, for new runs and for open ones. */
import { randomUUID } from 'node:crypto';
import {
  loosens,
  normalPolicy,
  refuse,
  samePolicy,
  type EventActor,
  type Policy,
  type Refusal,
} from '@keyway/core';
import { insertRow } from '../database/insertRow.ts';
import type { ApprovalPolicy } from '../generated/client.ts';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import { storable } from '../history/storableJson.ts';
import { applyToOpenRun } from '../runs/applyEvent.ts';
import { findOrganization } from '../organizations/findOrganizations.ts';
import { findCurrentRun } from '../runs/findRuns.ts';
import { assertVersion } from '../tenancy/contentVersion.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { findPolicies, policyContent, type EffectivePolicy } from './findPolicies.ts';
import { POLICY_LOCK } from './policyLock.ts';

/** What is undefined stays. */
export type PolicyChange = { [Name in keyof Policy]?: Policy[Name] | undefined };

export interface PolicyRequest {
  /** Null: the partner's. */
  organizationId: string | null;
  change: PolicyChange;
  /** The organization follows the partner's again. */
  inherit?: boolean;
  /** Refused where it is not the version of the policy that holds. */
  ifVersion?: string | null;
}

/**
 * An open run of the organization has the change at once. Those of a whole partner get it one
 * after another; whoever decides on one of these meanwhile applies it first (`applyEvent`).
 */
export async function setPolicy(
  unit: Unit,
  { organizationId, change, inherit = false, ifVersion }: PolicyRequest,
  occurrence: Occurrence,
): Promise<{ policy: EffectivePolicy } | { refusal: Refusal }> {
  const { partnerId } = unit.visibility.scope;
  const missing = { refusal: refuse('organizationNotFound', ['organizationId']) };
  if (organizationId && !(await findOrganization(unit, organizationId))) return missing;
  const end = await lockChain(unit.sql, { partnerId, organizationId });
  if (!end) return missing;
  await unit.sql.query(`select pg_advisory_xact_lock(${POLICY_LOCK})`, [partnerId]);
  const policies = await findPolicies(unit, organizationId ? [organizationId] : []);
  const { isOwn, ...before } = organizationId
    ? policies.of(organizationId)
    : { ...policies.partner, isOwn: true };
  assertVersion(ifVersion, policyContent(before, organizationId !== null && isOwn));
  const follows = inherit && organizationId !== null;
  const after = follows ? policies.partner : merged(before, change);
  if (samePolicy(before, after) && isOwn === !follows) return { policy: { ...after, isOwn } };
  await (follows ? remove(unit, organizationId) : store(unit, organizationId, after));
  const changes = { before, policy: after, loosened: loosens(before, after) };
  const data = { ...changes, ...(organizationId === null ? {} : { own: !follows }) };
  await appendHistory(unit, organizationId, 'policyChanged', data, occurrence);
  const refusal = organizationId
    ? await applyToOpenRun(
        unit,
        await findCurrentRun(unit, organizationId),
        'policyChanged',
        { policy: after },
        occurrence,
      )
    : await markOpenRuns(unit, occurrence.actor);
  return refusal ? { refusal } : { policy: { ...after, isOwn: !follows } };
}

const merged = (before: Policy, change: PolicyChange): Policy =>
  normalPolicy({
    approvalValidForSeconds: change.approvalValidForSeconds ?? before.approvalValidForSeconds,
    coolingOffSeconds: change.coolingOffSeconds ?? before.coolingOffSeconds,
    fourEyes: change.fourEyes ?? before.fourEyes,
    neverAccept: change.neverAccept ?? before.neverAccept,
  });

async function store(unit: Unit, organizationId: string | null, policy: Policy): Promise<void> {
  const { partnerId } = unit.visibility.scope;
  const { query, values } = insertRow<ApprovalPolicy>(
    'approval_policy',
    {
      ...{ id: randomUUID(), partnerId, organizationId },
      ...policy,
      neverAccept: [...policy.neverAccept],
    },
    `on conflict (partner_id, organization_id) do update set four_eyes = excluded.four_eyes,
       cooling_off_seconds = excluded.cooling_off_seconds,
       approval_valid_for_seconds = excluded.approval_valid_for_seconds, never_accept = excluded.never_accept`,
  );
  await unit.sql.query(query, values);
}

const remove = (unit: Unit, organizationId: string): Promise<unknown> =>
  unit.sql.query('delete from approval_policy where partner_id = $1 and organization_id = $2', [
    unit.visibility.scope.partnerId,
    organizationId,
  ]);

/** Of organizations that follow the partner's policy. Of several changes the last has a maker. */
async function markOpenRuns(unit: Unit, actor: EventActor): Promise<null> {
  await unit.sql.query(
    `insert into policy_change (run_id, partner_id, organization_id, actor, actor_generation)
     select r.id, r.partner_id, r.organization_id, $2, 1 from run r
     where r.partner_id = $1 and r.status not in ('COMPLETED', 'CANCELLED')
       and not exists (select from approval_policy p where p.partner_id = r.partner_id and p.organization_id = r.organization_id)
     on conflict (run_id) do update set generation = policy_change.generation + 1,
       actor = excluded.actor, actor_generation = policy_change.generation + 1`,
    [unit.visibility.scope.partnerId, JSON.stringify(storable(actor))],
  );
  return null;
}
