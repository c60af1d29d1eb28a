/**
 * What an answer proves that does not hold what was there before. A cloud may say "not found", or
 * list nothing, by mistake: from a replica that does not know it yet, or in an outage.
 */
import { isRetryable } from '../connectorError.ts';
import { areKmsFacts, observationOf, withFailure, type StepFacts } from '../facts.ts';
import { type ReadFailure } from '../observedSchema.ts';
import type { UnstampedResult } from '../catalog/evaluateStep.ts';
import type { Instant } from '../vocabulary.ts';
import { WATCHED_STEPS, type WatchedStep, type WatchedStepId, type WatchedTrack } from './watch.ts';

/** How soon something that is missing is observed again. Scaled. */
export const CONFIRMING_SECONDS = 60;

/**
 * How many observations have to lack something, over how long, before it counts as gone. Another
 * answer that confirms it is worth eight minutes; without one it takes as long as what Azure
 * documents for its slowest replicas (TM-02). Seconds are scaled.
 */
const NEEDED = {
  confirmed: { observations: 3, seconds: 2 * CONFIRMING_SECONDS },
  alone: { observations: 3, seconds: 600 },
} as const;
/** Without it for so long, it counts as gone however restless the other answers are. Scaled. */
const LONGEST_DOUBT = { observations: 10, seconds: 3600 };

/** What the other answers of an observation say of one that lacks something. */
export type Confirmation = keyof typeof NEEDED | 'none';

/** Everything that one observation read of a track. */
export type ObservedFacts = readonly StepFacts[];

const outcomeOf = (all: ObservedFacts, step: WatchedStepId) => {
  const facts = all.find((one) => one.step === step);
  return facts && observationOf(facts).outcome;
};

const CONTRADICTED: ReadFailure = {
  kind: 'badResponse',
  message: '',
  status: 404,
  code: null,
  permission: null,
  retryAfterSeconds: null,
};

const contradicted = (failure: ReadFailure | undefined) => ({
  outcome: 'unreadable' as const,
  failure: { ...CONTRADICTED, ...failure, kind: 'badResponse' as const },
});

type Results = readonly Pick<UnstampedResult, 'check' | 'verdict' | 'outcome'>[];

const isDenied = (results: Results): boolean =>
  results.some(
    ({ check, outcome }) =>
      check === 'roleIsAssigned' && (outcome === 'denied' || outcome === 'perhapsDenied'),
  );

/**
 * The facts without what cannot be true: a vault is not gone while its key can be read, nor a key
 * of KMS while its policy can; and a denial has not ended because denials could not be read.
 */
export function credible(facts: StepFacts, all: ObservedFacts, before: WatchedStep): StepFacts {
  const isVault = facts.step === 'VAULT' || facts.step === 'NETWORK';
  if (isVault && facts.vault.outcome === 'absent' && outcomeOf(all, 'KEY') === 'seen')
    return withFailure(facts, { ...CONTRADICTED, ...facts.vault.failure, kind: 'badResponse' });
  const isKms = areKmsFacts(facts);
  if (isKms && facts.kmsKey.outcome === 'absent' && outcomeOf(all, 'POLICY') === 'seen')
    return { ...facts, kmsKey: contradicted(facts.kmsKey.failure) };
  if (facts.step === 'POLICY' && facts.keyPolicy.outcome === 'absent')
    return outcomeOf(all, 'KEY') === 'seen'
      ? { ...facts, keyPolicy: contradicted(facts.keyPolicy.failure) }
      : facts;
  if (facts.step === 'ROLE' && facts.denials?.outcome === 'unreadable' && isDenied(before.checks))
    return withFailure(facts, facts.denials.failure);
  return facts;
}

/** Adobe's role is not in the lists; what denies it stands in one. */
const lacksRole = (results: Results): boolean =>
  results.some(
    ({ check, verdict, outcome }) =>
      check === 'roleIsAssigned' && verdict === 'BLOCK' && outcome !== 'denied',
  );

/** What denied the role is not in the list any more: that heals, and may be a mistake too. */
const endsDenial = (results: Results, before: WatchedStep): boolean =>
  isDenied(before.checks) && !isDenied(results);

/** Whether they lack something that was there in the last ones that count. */
export function isNewlyMissing(facts: StepFacts, results: Results, before: WatchedStep): boolean {
  if (facts.step === 'ROLE')
    return (lacksRole(results) && !lacksRole(before.checks)) || endsDenial(results, before);
  if (observationOf(facts).outcome !== 'absent') return false;
  return before.facts === null || observationOf(before.facts).outcome !== 'absent';
}

const isAtOrIn = (scope: string, vaultId: string | null): boolean => {
  if (vaultId === null) return false;
  const [own, vault] = [scope.toLowerCase().replace(/\/$/, ''), vaultId.toLowerCase()];
  return vault === own || vault.startsWith(`${own}/`) || own.startsWith(`${vault}/`);
};

/** The same service, asked in the same observation, answered with something else. */
function isConfirmed(facts: StepFacts, all: ObservedFacts, vaultId: string | null): boolean {
  switch (facts.step) {
    case 'VAULT':
      return facts.deletedVault !== null;
    case 'NETWORK':
      return all.some((one) => one.step === 'VAULT' && isConfirmed(one, all, vaultId));
    case 'KEY':
      return outcomeOf(all, 'VAULT') === 'seen' || isConfirmedVault(all, vaultId);
    case 'ROLE':
      // The lists of the vault are not just empty.
      return facts.assignments.outcome === 'seen'
        ? facts.assignments.value.some(({ scope }) => isAtOrIn(scope, vaultId))
        : isConfirmedVault(all, vaultId);
    default:
      return false;
  }
}

const isConfirmedVault = (all: ObservedFacts, vaultId: string | null): boolean =>
  all.some((one) => one.step === 'VAULT' && isConfirmed(one, all, vaultId));

const hasTemporaryFailure = (facts: StepFacts): boolean => {
  const observed = observationOf(facts);
  return observed.outcome === 'unreadable' && isRetryable(observed.failure.kind);
};

/**
 * Whether the others confirm what these facts lack. An observation in which something fails that
 * did not before, or is read that was not before, proves nothing: clouds fail one after the other.
 */
export function confirmationOf(
  { facts, results }: { facts: StepFacts; results: Results },
  all: ObservedFacts,
  { vaultResourceId, steps }: Pick<WatchedTrack, 'vaultResourceId' | 'steps'>,
): Confirmation {
  const isRestless = all.some((one) => {
    const step = WATCHED_STEPS.find((each) => each === one.step);
    if (!step) return false;
    const { unreadable } = steps[step];
    const fails = observationOf(one).outcome === 'unreadable';
    return fails !== (unreadable !== null) || (hasTemporaryFailure(one) && !unreadable?.isSure);
  });
  if (isRestless) return 'none';
  // Denials have a list of their own, and nothing else of it is known.
  const isEnding = facts.step === 'ROLE' && endsDenial(results, steps.ROLE);
  return !isEnding && isConfirmed(facts, all, vaultResourceId) ? 'confirmed' : 'alone';
}

type Suspected = NonNullable<WatchedStep['suspected']>;

function inRestlessAnswers(before: Suspected, seconds: number, timeScale: number) {
  const restless = Math.min((before.restless ?? 0) + 1, LONGEST_DOUBT.observations);
  if (restless >= LONGEST_DOUBT.observations && seconds >= LONGEST_DOUBT.seconds * timeScale)
    return { isGone: true, suspected: null };
  return {
    isGone: false,
    suspected: { ...before, observations: before.observations ?? 0, restless },
  };
}

/** Whether it is gone, or what is suspected after one more observation that lacks it. */
export function afterMissing(
  { suspected }: WatchedStep,
  { facts, confirmation }: { facts: StepFacts; confirmation: Confirmation },
  { at, timeScale }: { at: Instant; timeScale: number },
): { isGone: boolean; suspected: WatchedStep['suspected'] } {
  const since = suspected?.at ?? at;
  const seconds = (Date.parse(at) - Date.parse(since)) / 1000;
  if (confirmation === 'none')
    return inRestlessAnswers(suspected ?? { facts, at }, seconds, timeScale);
  // One in states of earlier versions.
  const observations = (suspected ? (suspected.observations ?? 1) : 0) + 1;
  const needed = NEEDED[confirmation];
  if (observations >= needed.observations && seconds >= needed.seconds * timeScale)
    return { isGone: true, suspected: null };
  // Not counted on, so that little is written.
  const counted = Math.min(observations, NEEDED.alone.observations);
  const { restless } = suspected ?? {};
  return {
    isGone: false,
    suspected: { facts, at: since, observations: counted, ...(restless && { restless }) },
  };
}
