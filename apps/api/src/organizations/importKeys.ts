/**
 * The keys of an import: what becomes of each, as the runs are now, and the bulk job that provides
 * them by the same rules (docs/decisions/0089-keys-by-import.md).
 */
import {
  inspectKeyIdentifier,
  refuse,
  TRACK_IDS,
  type Organization,
  type PlannedKey,
  type PlannedKeys,
  type Refusal,
  type TrackId,
} from '@keyway/core';
import { Refused, type Occurrence, type UnitOfWork } from '@keyway/store';
import { keyColumnOf, type KeyColumn } from './keyColumns.ts';

/** How an import is done. */
export interface KeyImport {
  unit: UnitOfWork;
  occurrence: () => Occurrence;
  /** Whose rights the job has. */
  starter: string;
  dryRun: boolean;
  /** A run is started where there is no open one. */
  startRuns: boolean;
}

/** A row that is imported. */
export interface RowWithKeys {
  line: number;
  keys: PlannedKeys;
  /** As it is after the import. */
  organization: Organization;
  isNew: boolean;
}

/** A key, and what is to be said of it. Plain JSON, as all of the outcome. */
export interface KeyNote {
  line: number;
  field: KeyColumn;
  organizationName: string;
  imsOrgId: string;
  track: TrackId;
  keyIdentifier: string;
  refusal: Refusal;
}

export interface KeysOutcome {
  toProvide: number;
  unchanged: number;
  runsToStart: number;
  refused: KeyNote[];
  warnings: KeyNote[];
  /** Null where nothing is to be provided, and of a dry run. */
  jobId: string | null;
}

const noteOf = (
  { line, organization, keys }: RowWithKeys,
  track: TrackId,
  refusal: Refusal,
): KeyNote => ({
  ...{ line, field: keyColumnOf(track), track, refusal },
  ...{ organizationName: organization.name, imsOrgId: organization.imsOrgId },
  keyIdentifier: keys[track]?.keyIdentifier ?? '',
});

/** Starts the job, unless nothing is to be written. */
export async function importKeys(
  accepted: readonly RowWithKeys[],
  importing: KeyImport,
): Promise<KeysOutcome> {
  const { unit, startRuns, occurrence } = importing;
  const rows = accepted
    .filter(({ keys }) => TRACK_IDS.some((track) => keys[track]))
    .toSorted((a, b) => a.line - b.line);
  const results = await unit.bulk.keyResults(rows, startRuns, occurrence);
  const outcome: KeysOutcome = {
    ...{ toProvide: 0, unchanged: 0, runsToStart: 0 },
    ...{ refused: [], warnings: [], jobId: null },
  };
  const provided: RowWithKeys[] = [];
  for (const [place, { startsRun, results: ofRow }] of results.entries()) {
    const row = rows[place]!;
    const keys: PlannedKeys = {};
    if (startsRun) outcome.runsToStart += 1;
    for (const result of ofRow) {
      if (result.status === 'REFUSED')
        outcome.refused.push(noteOf(row, result.track, result.refusal));
      else if (result.status === 'THERE') outcome.unchanged += 1;
      else {
        outcome.toProvide += 1;
        Object.assign(keys, { [result.track]: row.keys[result.track] });
      }
    }
    if (TRACK_IDS.some((track) => keys[track])) provided.push({ ...row, keys });
  }
  outcome.warnings = await warningsOf(provided, unit);
  if (!importing.dryRun) outcome.jobId = await startJob(provided, importing);
  return outcome;
}

async function startJob(
  rows: readonly RowWithKeys[],
  { unit, occurrence, starter, startRuns }: KeyImport,
): Promise<string | null> {
  if (rows.length === 0) return null;
  const started = await unit.bulk.start(
    {
      input: { action: 'PROVIDE_KEYS', track: null, reason: null, startRuns },
      organizationIds: rows.map(({ organization }) => organization.id),
      keys: new Map(rows.map(({ organization, keys }) => [organization.id, keys])),
      starter,
    },
    occurrence(),
  );
  if ('refusal' in started) throw new Refused(started.refusal);
  return started.job.id;
}

/** The vault, or the KMS key on AWS, as the store compares them (VAL-09). */
const sharedThing = ({ keyIdentifier }: PlannedKey): string =>
  (inspectKeyIdentifier(keyIdentifier).keyIdentifier?.vaultUri ?? keyIdentifier).toLowerCase();

/** What `provideKey` takes and a person should know before it is done for many. */
async function warningsOf(rows: readonly RowWithKeys[], unit: UnitOfWork): Promise<KeyNote[]> {
  const keys = rows.flatMap((row) =>
    TRACK_IDS.flatMap((track) => {
      const key = row.keys[track];
      return key ? [{ row, track, key, thing: sharedThing(key) }] : [];
    }),
  );
  const users = await unit.organizations.findVaultUsers(keys.map(({ thing }) => thing));
  const firstOf = new Map<string, RowWithKeys>();
  const warnings: KeyNote[] = [];
  for (const { row, track, key, thing } of keys) {
    const warn = (refusal: Refusal): void => void warnings.push(noteOf(row, track, refusal));
    const first = firstOf.get(thing);
    const other = users.get(thing)?.find(({ id }) => id !== row.organization.id);
    if (inspectKeyIdentifier(key.keyIdentifier).notes.noVersion)
      warn(refuse('rowKeyWithoutVersion', null));
    // VAL-08: of one organization, the other track's.
    if (first === row) warn(refuse('vaultNotSeparate', null));
    else if (first) warn(refuse('rowKeySharedByLine', null, { line: first.line }));
    if (other) warn(refuse('rowKeySharedWith', null, { name: other.name }));
    if (!first) firstOf.set(thing, row);
  }
  return warnings;
}
