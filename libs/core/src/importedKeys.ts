/** What becomes of keys that an import names, in a run or in one that would be started for them. */
import type { RunEventOf } from './event.ts';
import type { EventActor } from './eventActor.ts';
import { inspectKeyArn } from './inspectKeyArn.ts';
import { inspectKeyIdentifier } from './keyIdentifier.ts';
import { isKeyThere } from './missingKey.ts';
import type { Organization } from './organization.ts';
import type { PlannedKey, PlannedKeys } from './readiness/dryRun.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { transition } from './transition.ts';
import { validateVaultResourceId } from './vaultResourceId.ts';
import { TRACK_IDS, type Instant, type TrackId } from './vocabulary.ts';

/** `THERE`: the track has this very key, so that nothing is done. */
export type ImportedKeyResult = { track: TrackId } & (
  { status: 'PROVIDE' | 'THERE' } | { status: 'REFUSED'; refusal: Refusal }
);

/** Of each key, in the order of the tracks, and the events that provide them in this order. */
export interface ImportedKeys {
  results: ImportedKeyResult[];
  events: RunEventOf<'keyProvided'>[];
}

interface ByJob {
  id: string;
  at: Instant;
  actor: EventActor;
  /** Its global ID. */
  bulkJob?: string;
}

/**
 * Why a text can't be the key of a track of this cloud, by its form alone (VAL-01 to VAL-07,
 * KID-07, AWS-10, AWS-13); null where a run decides. Fields are those of `provideKey`.
 */
export function importedKeyProblem(
  track: TrackId,
  { keyIdentifier, vaultResourceId }: Pick<PlannedKey, 'keyIdentifier' | 'vaultResourceId'>,
  cloud: Organization['cloud'],
): Refusal | null {
  if (cloud === 'AWS') {
    if (track === 'CJA') return refuse('dryRunKeyNotOnAws', ['keyIdentifier']);
    const found = inspectKeyArn(keyIdentifier, ['keyIdentifier']);
    if (!('arn' in found)) return found;
    return vaultResourceId === null ? null : refuse('rowVaultOnAws', ['vaultResourceId']);
  }
  const { verdict, keyIdentifier: named } = inspectKeyIdentifier(keyIdentifier);
  if (verdict === 'BLOCK' || !named)
    return refuse('keyIdentifierInvalid', ['keyIdentifier'], { given: keyIdentifier });
  if (vaultResourceId === null) return null;
  const validated = validateVaultResourceId(vaultResourceId, named);
  return validated.ok ? null : { ...validated.refusal, field: ['vaultResourceId'] };
}

/** Decided as `provideKey` does, and nothing that the run has is replaced. */
export function importedKeys(run: Run, keys: PlannedKeys, occurrence: () => ByJob): ImportedKeys {
  const found: ImportedKeys = { results: [], events: [] };
  let now = run;
  for (const track of TRACK_IDS) {
    const key = keys[track];
    if (!key) continue;
    const event = keyEvent(now, track, key, occurrence());
    // Also where the run takes nothing any more: what is there is no problem.
    if (isKeyThere(now, track, event.data)) {
      found.results.push({ track, status: 'THERE' });
      continue;
    }
    const problem = importedKeyProblem(track, key, now.organization.cloud);
    const outcome = problem ? { refusal: problem } : transition(now, event);
    if ('refusal' in outcome)
      found.results.push({ track, status: 'REFUSED', refusal: outcome.refusal });
    else {
      now = outcome.run;
      found.events.push(event);
      found.results.push({ track, status: 'PROVIDE' });
    }
  }
  return found;
}

function keyEvent(
  { organization, connections }: Run,
  track: TrackId,
  { keyIdentifier, vaultResourceId }: PlannedKey,
  { bulkJob, ...occurrence }: ByJob,
): RunEventOf<'keyProvided'> {
  const isAzure = organization.cloud === 'AZURE';
  const isPublic = inspectKeyIdentifier(keyIdentifier).keyIdentifier?.cloud === 'public';
  const text = validateVaultResourceId(vaultResourceId ?? '', null);
  const data = {
    ...{ track, keyIdentifier: keyIdentifier.trim(), onlyMissing: true as const },
    vaultResourceId: text.ok ? text.value : null,
    // A job waits for no vault: where nothing better will say the tenant, a worker asks (AEP-25).
    ...(isAzure && isPublic && !connections.azure && { askVaultLater: true as const }),
    ...(bulkJob !== undefined && { bulkJob }),
  };
  return { ...occurrence, kind: 'keyProvided', data };
}

/** The same for a run that this event would start. */
export function importedKeysOfNew(
  started: RunEventOf<'runStarted'>,
  keys: PlannedKeys,
  occurrence: () => ByJob,
): ImportedKeys | { refusal: Refusal } {
  const outcome = transition(null, started);
  return 'refusal' in outcome ? outcome : importedKeys(outcome.run, keys, occurrence);
}

/** The first of them that is refused, or null. */
export const refusedOf = ({ results }: ImportedKeys): Refusal | null =>
  results.find((one) => one.status === 'REFUSED')?.refusal ?? null;
