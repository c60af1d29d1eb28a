/** What an evidence pack is made of: the state at one entry of its history. */
import { globalId, refuse, type Instant, type Refusal } from '@keyway/core';
import { ZEROS, type ChainPoint } from '@keyway/evidence';
import { Parameters } from '../database/parameters.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { findOrganization } from '../organizations/findOrganizations.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import { findRunsByIds } from '../runs/findRuns.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { coverChain } from './writeCheckpoints.ts';

/** Which entries a pack has; `since` inclusive, `until` exclusive. Null: no limit. */
export interface EvidenceRange {
  since: Instant | null;
  until: Instant | null;
}

/** A run that could still change, as it was; of one that has ended its ID. */
export type SnapshotRun = StoredRun | { id: string };

/** An organization at one entry of its history; its runs with the newest first. */
export interface EvidenceSnapshot {
  at: Instant;
  organization: OrganizationRecord;
  runs: SnapshotRun[];
  chain: Record<'before' | 'last' | 'end', ChainPoint>;
  checkpoints: number;
}

interface Ends {
  endEntries: number;
  beforeEntries: number;
  lastEntries: number;
  checkpoints: number;
}

/**
 * Writes that the evidence was exported, signs the chain's end with it, and reads the state as of
 * then, all under the lock of the chain. History and checkpoints up to there never change, nor do
 * runs that have ended and what was approved, so that they are read later, in parts.
 */
export async function exportEvidence(
  unit: Unit,
  organizationId: string,
  range: EvidenceRange & { locale: string },
  occurrence: Occurrence,
): Promise<{ snapshot: EvidenceSnapshot } | { refusal: Refusal }> {
  const { sql, sealing } = unit;
  const { partnerId } = unit.visibility.scope;
  const signer = sealing.evidence.signer();
  const organization = await findOrganization(unit, organizationId);
  if (!organization) return { refusal: refuse('organizationNotFound', ['organizationId']) };
  const at = await appendHistory(
    unit,
    organizationId,
    'evidenceExported',
    { ...range },
    occurrence,
  );
  await coverChain(sql, signer, { partnerId, organizationId }, sql.clock.now());
  const { endEntries, beforeEntries, lastEntries, checkpoints } = await findEnds(
    unit,
    organizationId,
    range,
  );
  const point = (entries: number): Promise<ChainPoint> => pointAt(unit, organizationId, entries);
  const before = await point(Math.min(beforeEntries, endEntries));
  const chain = {
    before,
    last: await point(Math.max(lastEntries, before.entries)),
    end: await point(endEntries),
  };
  const rows = await runRows(unit, organizationId);
  const open = await findRunsByIds(
    unit,
    rows.filter(({ isClosed }) => !isClosed).map(({ id }) => id),
  );
  const runs = rows.map(({ id }) => open.get(id) ?? { id });
  return { snapshot: { at, organization, runs, chain, checkpoints } };
}

/** Entries of one chain that the viewer sees: the beginning of each condition. */
export function ofChain(
  { visibility }: View,
  organizationId: string,
  parameters: Parameters,
): string {
  return `h.chain_id = ${parameters.add(organizationId)}::uuid and ${visibility.condition(parameters, 'h')}`;
}

async function findEnds(
  view: View,
  organizationId: string,
  { since, until }: EvidenceRange,
): Promise<Ends> {
  const parameters = new Parameters();
  const chain = ofChain(view, organizationId, parameters);
  const [from, to] = [parameters.add(since), parameters.add(until)];
  // By the index of their times, which grow with their order.
  const ofOrganization = `h.organization_id = ${parameters.add(organizationId)}::uuid and ${view.visibility.condition(parameters, 'h')}`;
  const end = `(select h.seq from chain_head h where ${chain})`;
  const [ends] = await view.sql.query<Ends>(
    `select ${end}::int as "endEntries",
       (case when ${from}::timestamptz is null then 0
         else coalesce((select h.seq - 1 from history_entry h where ${ofOrganization} and h.at >= ${from}::timestamptz order by h.at, h.position limit 1), ${end}) end)::int as "beforeEntries",
       (case when ${to}::timestamptz is null then ${end}
         else coalesce((select h.seq from history_entry h where ${ofOrganization} and h.at < ${to}::timestamptz order by h.at desc, h.position desc limit 1), 0) end)::int as "lastEntries",
       (select coalesce(max(h.number), 0) from checkpoint h where ${chain})::int as checkpoints`,
    parameters.values,
  );
  return ends!;
}

async function pointAt(view: View, organizationId: string, entries: number): Promise<ChainPoint> {
  if (entries === 0) return { entries, entry: null, hash: ZEROS };
  const parameters = new Parameters();
  const chain = ofChain(view, organizationId, parameters);
  const [found] = await view.sql.query<{ id: string; hash: string }>(
    `select h.id, h.hash from history_entry h where ${chain} and h.seq = ${parameters.add(entries)}::bigint`,
    parameters.values,
  );
  if (!found)
    throw new Error(`History of ${organizationId} has no entry ${entries}: it was changed.`);
  return { entries, entry: globalId('HistoryEntry', found.id), hash: found.hash };
}

interface RunRow {
  id: string;
  isClosed: boolean;
}

/** The newest first. */
async function runRows(view: View, organizationId: string): Promise<RunRow[]> {
  const parameters = new Parameters();
  return view.sql.query<RunRow>(
    `select r.id, r.status in ('COMPLETED', 'CANCELLED') as "isClosed" from run r
     where r.organization_id = ${parameters.add(organizationId)}::uuid and ${view.visibility.condition(parameters, 'r')} order by r.started_at desc, r.id`,
    parameters.values,
  );
}
