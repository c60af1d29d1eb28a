/**
 * A run in memory alone, to find out what a run would find: by its own transitions, checks and
 * facts. Nothing is approved, assigned or sent, because nobody takes its effects.
 */
import { withStep } from '../change.ts';
import { eventOf, type EventData } from '../event.ts';
import { WORKER } from '../eventActor.ts';
import type { StepFacts } from '../facts.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { isFrozen } from '../knowledge.ts';
import type { Connections, Organization } from '../organization.ts';
import { planSteps } from '../plans/planFor.ts';
import type { Refusal } from '../refusal.ts';
import type { Policy } from '../policy.ts';
import type { Run, RunDraft } from '../run.ts';
import { isClosed } from '../runStatus.ts';
import { canObserve, isObservedStep } from '../stepStatus.ts';
import { transition } from '../transition.ts';
import { applyFacts } from '../transitions/observation.ts';
import { validateVaultResourceId } from '../vaultResourceId.ts';
import { TRACK_IDS, type Instant, type ObservedStepId, type TrackId } from '../vocabulary.ts';

/** A key that a track would use. */
export type PlannedKey = Pick<
  EventData['keyProvided'],
  'keyIdentifier' | 'vaultResourceId' | 'vaultTenantId'
>;
/** Keys that were planned by hand. */
export type PlannedKeys = Partial<Record<TrackId, PlannedKey>>;

/** What a dry run begins with. */
export interface DryRunBasis {
  organization: Organization;
  connections: Connections;
  policy: Policy;
  /** By hand; a track that has none here takes the one of the latest run. */
  keys: PlannedKeys;
  /** The organization's latest run, whatever became of it. */
  latest: Run | null;
}

/** A run that is stored nowhere, and what it could not even begin with. */
export interface DryRun {
  /** Null where no run could be started. */
  run: RunDraft | null;
  /** Of the run, or of the key of a track. */
  problems: { track: TrackId | null; refusal: Refusal }[];
  /** Tracks that were submitted already: nothing is checked for them. */
  submitted: TrackId[];
  latest: Run | null;
}

/** The latest run, while somebody works on it. */
const openRun = ({ latest }: Pick<DryRun, 'latest'>): Run | null =>
  latest && !isClosed(latest) ? latest : null;

/** A step of a dry run that can be read now. */
export interface DryObservation {
  track: TrackId;
  step: ObservedStepId;
}

/**
 * Starts a run in memory, and names its keys.
 * @param id of the run in memory, which no stored one has
 */
export function beginDryRun(
  { organization, connections, policy, keys, latest }: DryRunBasis,
  { id, at }: { id: string; at: Instant },
): DryRun {
  const submitted = latest && !latest.cancelled ? TRACK_IDS.filter((t) => isFrozen(latest, t)) : [];
  const data = { runId: id, organization, connections, policy };
  const started = transition(null, eventOf({ id, at, actor: WORKER }, 'runStarted', data));
  if ('refusal' in started)
    return { run: null, problems: [{ track: null, refusal: started.refusal }], submitted, latest };
  const problems: DryRun['problems'] = [];
  let { run } = started;
  const apply = <K extends 'keyProvided' | 'keyPolicyProvided'>(
    track: TrackId,
    kind: K,
    given: EventData[K],
  ): void => {
    const result = transition(run, eventOf({ id, at, actor: WORKER }, kind, given));
    if ('refusal' in result) problems.push({ track, refusal: result.refusal });
    else ({ run } = result);
  };
  for (const track of TRACK_IDS.filter((one) => run.tracks[one].applicable)) {
    const planned = keys[track] ? validKey(keys[track]) : keyOfLatest(latest, track);
    if (planned && 'refusal' in planned) problems.push({ track, ...planned });
    else if (planned) apply(track, 'keyProvided', { track, ...planned });
  }
  const template = latest?.tracks.AEP.keyPolicy;
  if (template && organization.cloud === 'AWS')
    apply('AEP', 'keyPolicyProvided', { policy: template.text });
  return { run: withStatements(run, keys, { latest }), problems, submitted, latest };
}

/** A resource ID becomes part of URLs: only what `provideKey` would accept is read (KID-07). */
function validKey(planned: PlannedKey): PlannedKey | { refusal: Refusal } {
  const { keyIdentifier, vaultResourceId } = planned;
  if (!vaultResourceId?.trim()) return { ...planned, vaultResourceId: null };
  const named = inspectKeyIdentifier(keyIdentifier).keyIdentifier;
  const validated = validateVaultResourceId(vaultResourceId, named);
  return validated.ok
    ? { ...planned, vaultResourceId: validated.value }
    : { refusal: { ...validated.refusal, field: ['vaultResourceId'] } };
}

function keyOfLatest(latest: Run | null, track: TrackId): PlannedKey | null {
  const key = latest?.tracks[track].key;
  if (!key) return null;
  const { given: keyIdentifier, vaultResourceId, probedTenantId: vaultTenantId } = key;
  return { keyIdentifier, vaultResourceId, ...(vaultTenantId ? { vaultTenantId } : {}) };
}

const IDLE = { observing: false, acting: false, nextObservationAt: null } as const;

/** What people stated in the open run counts here too, unless it was about another key. */
function withStatements(run: Run, keys: PlannedKeys, of: Pick<DryRun, 'latest'>): RunDraft {
  const open = openRun(of);
  if (!open || open.organization.cloud !== run.organization.cloud) return run;
  let next: RunDraft = run;
  for (const track of TRACK_IDS) {
    if (keys[track]) continue;
    for (const { id } of planSteps(run, track)) {
      const attestation = open.tracks[track].steps[id]?.attestation;
      if (attestation) next = withStep(next, track, id, { ...IDLE, attestation, failure: null });
    }
  }
  return next;
}

/** What can be read now and was not read yet: what it depends on is known. */
export function dryObservations({ run, submitted }: DryRun): DryObservation[] {
  if (!run) return [];
  return TRACK_IDS.filter((track) => run.tracks[track].applicable && !submitted.includes(track))
    .flatMap((track) => planSteps(run, track).map(({ id: step }) => ({ track, step })))
    .filter((one): one is DryObservation => {
      const { track, step } = one;
      const state = run.tracks[track].steps[step];
      if (!state || state.attestation || state.facts || !isObservedStep(step)) return false;
      return canObserve(run, track, step);
    });
}

/** The dry run with what was read; its checks are those of a run, with what was accepted there. */
export function withDryFacts(
  dry: DryRun,
  { track, step }: DryObservation,
  facts: StepFacts,
  { at, timeScale }: { at: Instant; timeScale: number },
): DryRun {
  if (!dry.run || facts.step !== step) return dry;
  const before = openRun(dry)?.tracks[track].steps[step]?.checks ?? [];
  const accepted = before.filter(({ override }) => override !== undefined);
  const run = withStep(dry.run, track, step, { checks: accepted });
  return { ...dry, run: applyFacts(run, track, facts, at, timeScale) };
}
