/** Starts one or many runs: one round trip reads all organizations, another writes all runs. */
import { randomUUID } from 'node:crypto';
import {
  blockedReadings,
  callsToAwait,
  refuse,
  type EventData,
  type Policy,
  type Refusal,
  type Run,
  type RunEventOf,
} from '@keyway/core';
import {
  connectionsOf,
  publicConnections,
  type ConnectionOf,
} from '../connections/storedConnection.ts';
import { Parameters } from '../database/parameters.ts';
import type { Configuration } from '../generated/client.ts';
import { findOrganizations } from '../organizations/findOrganizations.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import { noOrganization, organizationArchived } from '../organizations/organizationRefusals.ts';
import { organizationOfRun } from '../organizations/organizationRow.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { findPolicies, type EffectivePolicy, type Policies } from '../policies/findPolicies.ts';
import { POLICY_LOCK } from '../policies/policyLock.ts';
import { beginRun } from './advanceRun.ts';
import { CHAIN_TIME } from './advanceStatements.ts';
import type { ChainEnd } from './advanceValues.ts';
import { findCurrentRuns } from './findRuns.ts';
import type { StoredRun } from './runRecord.ts';

export type Started = { run: StoredRun } | { refusal: Refusal };

/** `bulkJob`: the global ID of the job that starts it. */
type StartOccurrence = Occurrence & { bulkJob?: string };

/** Why an organization's run is not begun though it could be; null where it is. */
type Refuses = (organizationId: string, event: RunEventOf<'runStarted'>) => Refusal | null;

/** What decides whether a run may start. */
interface Startability {
  organizations: Map<string, OrganizationRecord>;
  current: Map<string, Run>;
  /** Organizations whose one configuration was submitted in an earlier run. */
  configured: Set<string>;
}

/** So that a policy that is changed meanwhile reaches these runs too. */
const SHARE_POLICIES = {
  name: 'share_policies',
  text: `select pg_advisory_xact_lock_shared(${POLICY_LOCK})`,
};

const withoutOwner = ({ isOwn: _, ...policy }: EffectivePolicy): Policy => policy;

/** What is read of all organizations, by their IDs. */
interface Known extends Startability {
  ends: Map<string, ChainEnd>;
  connections: Map<string, ConnectionOf[]>;
  policies: Policies;
}

const CONFIGURED = {
  name: 'configured_organizations',
  text: 'select organization_id as "organizationId" from configuration where organization_id = any ($1::uuid[])',
};

/** In the order of their IDs, so that two callers don't deadlock. */
export function lockChains(
  { sql, visibility }: Unit,
  ids: readonly string[],
): Promise<(ChainEnd & { id: string })[]> {
  const parameters = new Parameters();
  const which = `h.chain_id = any (${parameters.add(ids)}::uuid[])`;
  const text = `select h.chain_id as id, h.seq::int as seq, h.hash, ${CHAIN_TIME} from chain_head h
     where ${which} and ${visibility.condition(parameters, 'h')} order by h.chain_id for update`;
  return sql.query({ name: 'lock_chains', text }, parameters.values);
}

/** Sent together and answered in order, the lock first, so that each statement reads under it. */
async function read(unit: Unit, ids: readonly string[]): Promise<Known> {
  const [ends, , policies, startability, rows] = await Promise.all([
    lockChains(unit, ids),
    unit.sql.query(SHARE_POLICIES, [unit.visibility.scope.partnerId]),
    findPolicies(unit, ids),
    startabilityOf(unit, ids),
    connectionsOf(unit, ids),
  ]);
  return {
    ...startability,
    policies,
    ends: new Map(ends.map((end) => [end.id, end])),
    connections: Map.groupBy(rows, (row) => row.organizationId),
  };
}

async function startabilityOf(view: View, ids: readonly string[]): Promise<Startability> {
  const [organizations, current, configured] = await Promise.all([
    findOrganizations(view, ids),
    findCurrentRuns(view, ids),
    view.sql.query<Pick<Configuration, 'organizationId'>>(CONFIGURED, [ids]),
  ]);
  return {
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    current: new Map(current.map(({ organizationId, run }) => [organizationId, run])),
    configured: new Set(configured.map((row) => row.organizationId)),
  };
}

/** Why a run can't be started, as it is now; null where it can. Changes nothing. */
export async function startProblems(
  view: View,
  organizationIds: readonly string[],
): Promise<Map<string, Refusal | null>> {
  const known = await startabilityOf(view, organizationIds.filter(isUuid));
  return new Map(
    organizationIds.map((id) => {
      const organization = known.organizations.get(id);
      return [id, organization ? whyNotStarted(organization, known) : noOrganization()];
    }),
  );
}

async function start(
  { sql, pollScale }: Unit,
  id: string,
  known: Known,
  { bulkJob, ...occurrence }: StartOccurrence,
  refuses: Refuses,
): Promise<Started> {
  const organization = known.organizations.get(id);
  const end = known.ends.get(id);
  if (!organization || !end) return { refusal: noOrganization() };
  const refusal = whyNotStarted(organization, known);
  if (refusal) return { refusal };
  const data = {
    runId: randomUUID(),
    organization: organizationOfRun(organization),
    connections: publicConnections(known.connections.get(id) ?? []),
    policy: withoutOwner(known.policies.of(id)),
    ...(bulkJob === undefined ? {} : { bulkJob }),
    ...takenOver(known.current.get(id), organization, end),
  };
  const owner = { partnerId: organization.partnerId, organizationId: id };
  const event = { ...occurrence, kind: 'runStarted', data } as const;
  const refused = refuses(id, event);
  if (refused) return { refusal: refused };
  return beginRun(sql, owner, event, end, { pollScale });
}

/**
 * What the run before saw BLOCKED, which a person can't leave behind by starting again, and what it
 * sent to Azure that may still arrive. Keys of another cloud are none of the new run's.
 */
function takenOver(
  before: Run | undefined,
  { cloud }: OrganizationRecord,
  { now }: ChainEnd,
): Pick<EventData['runStarted'], 'lastBlocked' | 'unanswered'> {
  if (!before) return {};
  const lastBlocked = before.organization.cloud === cloud ? blockedReadings(before) : [];
  const unanswered = callsToAwait(before, now.toISOString());
  return {
    ...(lastBlocked.length > 0 && { lastBlocked }),
    ...(unanswered.length > 0 && { unanswered }),
  };
}

function whyNotStarted(
  { id, archivedAt }: OrganizationRecord,
  known: Startability,
): Refusal | null {
  if (archivedAt) return organizationArchived();
  const current = known.current.get(id);
  if (current && !current.cancelled) {
    const reason = current.completedAt ? 'runExistsCompleted' : 'runExistsOpen';
    return refuse(reason, ['organizationId']);
  }
  return known.configured.has(id) ? refuse('configurationOfEarlierRun', ['organizationId']) : null;
}

/** An outcome for each ID, in their order; an ID given twice counts once. */
export async function startRuns(
  unit: Unit,
  organizationIds: readonly string[],
  occurrence: () => StartOccurrence,
  refuses: Refuses = () => null,
): Promise<Map<string, Started>> {
  const ids = [...new Set(organizationIds)];
  const known = await read(unit, ids.filter(isUuid));
  const started = await Promise.all(
    ids.map(async (id) => [id, await start(unit, id, known, occurrence(), refuses)] as const),
  );
  return new Map(started);
}

/** Refuses NOT_FOUND, CONFLICT where it is archived, RUN_EXISTS, ALREADY_SUBMITTED. */
export const startRun = async (
  unit: Unit,
  organizationId: string,
  occurrence: Occurrence,
): Promise<Started> =>
  (await startRuns(unit, [organizationId], () => occurrence)).get(organizationId)!;
