/** A track after one observation: what is known of it, its checks, its findings and its health. */
import { evaluateStep, type UnstampedResult } from '../catalog/evaluateStep.ts';
import type { CheckContext, CheckResult } from '../check.ts';
import { type VaultFacts } from '../azureFacts.ts';
import { areFactsOf, type StepFacts } from '../facts.ts';
import { inspectKeyIdentifier, type KeyIdentifier } from '../keyIdentifier.ts';
import { templateOf } from '../knowledge.ts';
import { lowerCase } from '../lowerCase.ts';
import { sameJson } from '../sameJson.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { confirmationOf, credible } from './absence.ts';
import { withKnownRotation } from './knownRotation.ts';
import { findingsOf, subjectKey } from './findingsOf.ts';
import { isWatchedCheck } from './harmOfOutcome.ts';
import { worstHealth, type Health } from './health.ts';
import { versionsAfter, type FormerVersion } from './keyVersions.ts';
import { isUnsettled, mergeObservation } from './mergeObservation.ts';
import { silentSteps, unreachableSteps } from './silentSteps.ts';
import {
  type Finding,
  type Watch,
  type WatchedStep,
  type WatchedTrack,
  watchedSteps,
} from './watch.ts';

/** What one observation read of one track. */
export interface TrackObservation {
  /** Of the watched steps; those that were not read are absent. */
  facts: StepFacts[];
  formerVersions: FormerVersion[];
  /**
   * The identifier of the key that Adobe's configuration names; null where it says nothing, absent
   * where it was not read. Adobe that can't be asked says nothing about the key.
   */
  configuredKey?: string | null;
}

/** The key without its version: Adobe follows vault and name (ROT-01, API-09). */
function baseKey(identifier: string): KeyIdentifier | null {
  const key = inspectKeyIdentifier(identifier).keyIdentifier;
  return key && { ...key, version: null, normalized: `${key.vaultUri}/keys/${key.key}` };
}

const vaultIn = (facts: StepFacts | null | undefined): VaultFacts | null =>
  facts && areFactsOf(facts, 'VAULT') && facts.vault.outcome === 'seen' ? facts.vault.value : null;

/** Lower case: whose service principal and roles the approved key has; null where none was read. */
export const approvedTenant = ({ approved }: Pick<WatchedTrack, 'approved'>): string | null =>
  lowerCase(vaultIn(approved.VAULT?.facts)?.tenantId);

/** As the last observation that could read it saw it, else as it was approved. */
const vaultOf = ({ steps, approved }: WatchedTrack): VaultFacts | null =>
  vaultIn(steps.VAULT.facts) ?? vaultIn(approved.VAULT?.facts);

/** Of the service principal that is there now: roles of one that was deleted are none. */
function principalOf({ steps, principalObjectId }: WatchedTrack): string | null {
  const { facts } = steps.CONSENT;
  return facts && areFactsOf(facts, 'CONSENT') && facts.servicePrincipal.outcome === 'seen'
    ? facts.servicePrincipal.value.objectId
    : principalObjectId;
}

function contextOf(
  watch: Watch,
  id: TrackId,
  track: WatchedTrack,
  { at, timeScale }: ObservationTime,
): CheckContext {
  const other = watch.tracks[id === 'AEP' ? 'CJA' : 'AEP'];
  return {
    track: id,
    now: at,
    timeScale,
    organization: watch.organization,
    connectionTenantId: watch.connections.azure?.tenantId ?? null,
    key: baseKey(track.keyIdentifier),
    ...(track.kms && {
      keyIdentifierText: track.keyIdentifier,
      ...templateOf(track.kms.keyPolicy ?? undefined),
    }),
    otherKey: other && baseKey(other.keyIdentifier),
    vault: vaultOf(track),
    applicationId: track.applicationId,
    principalObjectId: principalOf(track),
    networkChangedAt: track.networkChangedAt,
  };
}

/** When an observation was, and KEYWAY_POLL_SCALE. */
export interface ObservationTime {
  at: Instant;
  timeScale: number;
}

const evaluate = (facts: StepFacts, context: CheckContext): UnstampedResult[] =>
  evaluateStep(facts, context).filter(({ check }) => isWatchedCheck(check));

/** An evaluation that did not change keeps its time, so that nothing new is stored. */
function stamped(
  before: readonly CheckResult[],
  results: readonly UnstampedResult[],
  at: Instant,
): CheckResult[] {
  return results.map((result) => {
    const known = before.find(({ check }) => check === result.check);
    return known && sameJson({ ...known, checkedAt: '' }, { ...result, checkedAt: '' })
      ? known
      : { ...result, checkedAt: at };
  });
}

/** TM-01: a network that was seen closed and is seen open now counts as just changed. */
function networkChange(track: WatchedTrack, next: WatchedStep, context: CheckContext) {
  if (!next.facts || next.facts === track.steps.NETWORK.facts) return track.networkChangedAt;
  const results = evaluate(next.facts, { ...context, networkChangedAt: null });
  if (results.some(({ verdict }) => verdict === 'BLOCK')) return null;
  const wasClosed = track.steps.NETWORK.checks.some(({ verdict }) => verdict === 'BLOCK');
  return wasClosed ? context.now : track.networkChangedAt;
}

/**
 * Steps that say nothing of now count as unreachable; findings of the others count as they are.
 * While something has to be seen again, health may get worse but not better.
 */
function healthOf(track: WatchedTrack, isOpen: boolean): Health {
  const silent = silentSteps(track);
  const harms = track.findings.filter(({ step }) => !silent.includes(step)).map(({ harm }) => harm);
  const isProven = watchedSteps(track).every((step) => track.steps[step].facts !== null);
  const now = worstHealth([
    ...harms,
    ...(unreachableSteps(track).length > 0 ? (['UNREACHABLE'] as const) : []),
    ...(isProven ? (['HEALTHY'] as const) : []),
  ]);
  return isOpen ? worstHealth([now, track.health]) : now;
}

/** What was found before stands until every step of an observation was read and counts. */
function findingsAfter(track: WatchedTrack, isOpen: boolean, at: Instant): Finding[] {
  const found = findingsOf(track, at);
  if (!isOpen) return found;
  const subjects = new Set(found.map(({ subject }) => subjectKey(subject)));
  return [...found, ...track.findings.filter(({ subject }) => !subjects.has(subjectKey(subject)))];
}

/** The track after an observation, or after a while: propagation and dates pass without one. */
export function trackAfterObservation(
  watch: Watch,
  id: TrackId,
  before: WatchedTrack,
  observation: TrackObservation,
  time: ObservationTime,
): WatchedTrack {
  let track = before;
  for (const step of watchedSteps(before)) {
    const seen = observation.facts.find((facts) => facts.step === step);
    const context = contextOf(watch, id, track, time);
    let state = track.steps[step];
    if (seen) {
      const facts = withKnownRotation(credible(seen, observation.facts, state), before);
      const results = evaluate(facts, context);
      const confirmation = confirmationOf({ facts, results }, observation.facts, before);
      state = mergeObservation(state, { facts, results, confirmation }, time);
    }
    if (step === 'NETWORK')
      track = { ...track, networkChangedAt: networkChange(track, state, context) };
    // What could not be read is not evaluated again: a date that passes meanwhile proves nothing.
    if (state.facts && state.unreadable === null) {
      const results = evaluate(state.facts, contextOf(watch, id, track, time));
      state = { ...state, checks: stamped(state.checks, results, time.at) };
    }
    track = { ...track, steps: { ...track.steps, [step]: state } };
  }
  const versions = versionsAfter(
    track.versions,
    track.steps.KEY.facts,
    observation.formerVersions,
    time.at,
  );
  const { configuration } = track;
  if (configuration && observation.configuredKey)
    track = {
      ...track,
      configuration: { ...configuration, keyIdentifier: observation.configuredKey },
    };
  track = { ...track, versions };
  const isOpen = watchedSteps(track).some((step) => isUnsettled(track.steps[step]));
  track = { ...track, findings: findingsAfter(track, isOpen, time.at) };
  const health = healthOf(track, isOpen);
  return health === before.health ? track : { ...track, health, since: time.at };
}
