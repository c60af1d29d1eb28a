/**
 * Runs begun, one or hundreds: what has to be known of all organizations is read in one round trip,
 * and what is written goes out in another.
 */
import { randomUUID } from 'node:crypto';
import { refuse, type Policy, type Refusal, type Run } from '@keyway/core';
import { CHAIN_TIME } from './advanceStatements.ts';
import { beginRun, type AdvanceOptions, type ChainEnd } from './advanceRun.ts';
import type { Transaction } from '../database/database.ts';
import {
  organizationOfRun,
  publicConnections,
  type ConnectionRow,
} from '../organizations/organizationRow.ts';
import { archived } from '../organizations/archive.ts';
import { findCurrentRuns, findOrganizations } from '../tenancy/partnerLookups.ts';
import { isUuid, Parameters, type Visibility } from '../tenancy/partnerScope.ts';
import type { Occurrence, OrganizationRecord, StoredRun } from '../store.ts';

export type Started = { run: StoredRun } | { refusal: Refusal };

export interface StartRunsOptions {
  visibility: Visibility;
  advancing: AdvanceOptions;
  policy: Policy;
  occurrence: () => Occurrence;
}

interface Standing {
  organizations: Map<string, OrganizationRecord>;
  ends: Map<string, ChainEnd>;
  current: Map<string, Run>;
  connections: Map<string, ConnectionRow[]>;
  /** Organizations whose one configuration was submitted in an earlier run. */
  configured: Set<string>;
}

const missing = (): { refusal: Refusal } => ({
  refusal: refuse('NOT_FOUND', 'There is no such organization.', ['organizationId']),
});

/** Locked in the order of their ids, as everybody does who takes several. */
export function lockChains(
  transaction: Transaction,
  visibility: Visibility,
  ids: readonly string[],
): Promise<(ChainEnd & { id: string })[]> {
  const parameters = new Parameters();
  const which = `h.chain_id = any (${parameters.add(ids)}::uuid[])`;
  return transaction.query(
    `select h.chain_id as id, h.seq::int as seq, h.hash, ${CHAIN_TIME} from chain_head h
     where ${which} and ${visibility.condition(parameters, 'h')} order by h.chain_id for update`,
    parameters.values,
  );
}

/**
 * Sent together and answered in order, the lock first: each statement sees what was committed
 * before the lock was won.
 */
async function read(
  transaction: Transaction,
  visibility: Visibility,
  ids: readonly string[],
): Promise<Standing> {
  const [ends, organizations, current, rows, configured] = await Promise.all([
    lockChains(transaction, visibility, ids),
    findOrganizations(transaction, visibility, { ids }),
    findCurrentRuns(transaction, visibility, ids),
    transaction.query<ConnectionRow & { organization_id: string }>(
      'select organization_id, kind, fields from connection where organization_id = any ($1::uuid[])',
      [ids],
    ),
    transaction.query<{ organization_id: string }>(
      'select organization_id from configuration where organization_id = any ($1::uuid[])',
      [ids],
    ),
  ]);
  return {
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    ends: new Map(ends.map((end) => [end.id, end])),
    current: new Map(current.map(({ organizationId, run }) => [organizationId, run])),
    connections: Map.groupBy(rows, (row) => row.organization_id),
    configured: new Set(configured.map((row) => row.organization_id)),
  };
}

async function start(
  transaction: Transaction,
  id: string,
  standing: Standing,
  options: StartRunsOptions,
): Promise<Started> {
  const organization = standing.organizations.get(id);
  const end = standing.ends.get(id);
  if (!organization || !end) return missing();
  if (organization.archivedAt) return { refusal: archived() };
  const current = standing.current.get(id);
  if (current && !current.cancelled) {
    const how = current.completedAt ? 'was completed' : 'is open';
    return {
      refusal: refuse('RUN_EXISTS', `This organization has a run that ${how}.`, ['organizationId']),
    };
  }
  if (standing.configured.has(id)) {
    const message =
      'A configuration of this organization was submitted in an earlier run; there can be only one (IRR-04).';
    return { refusal: refuse('ALREADY_SUBMITTED', message, ['organizationId']) };
  }
  const connections = publicConnections(standing.connections.get(id) ?? []);
  const data = {
    runId: randomUUID(),
    organization: organizationOfRun(organization),
    connections,
    policy: options.policy,
  };
  const place = { partnerId: organization.partnerId, organizationId: id };
  const begun = await beginRun(
    transaction,
    place,
    { ...options.occurrence(), kind: 'runStarted', data },
    end,
    options.advancing,
  );
  if ('lostLease' in begun) throw new Error('A run is begun by nobody’s effect.');
  return begun;
}

/** Answers for every id, in order, the run or why there is none; an id given twice is one. */
export async function startRuns(
  transaction: Transaction,
  organizationIds: readonly string[],
  options: StartRunsOptions,
): Promise<Map<string, Started>> {
  const ids = [...new Set(organizationIds)];
  const standing = await read(transaction, options.visibility, ids.filter(isUuid));
  const started = await Promise.all(
    ids.map(async (id) => [id, await start(transaction, id, standing, options)] as const),
  );
  return new Map(started);
}
