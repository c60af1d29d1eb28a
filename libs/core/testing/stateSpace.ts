/**
 * Every state that a run can reach over a small alphabet of events, found breadth first, one track
 * at a time. States that differ only in times, texts and versions are one.
 */
import type { RunEvent } from '../src/event.ts';
import type { StepFacts } from '../src/facts.ts';
import type { Run, TrackState } from '../src/run.ts';
import type { StepState } from '../src/stepState.ts';
import { transition, type Transition } from '../src/transition.ts';
import type { TrackId } from '../src/vocabulary.ts';

export interface Reached {
  run: Run;
  /** The states that one event leads to. */
  next: Set<string>;
  /** How it was first reached. */
  from: { state: string; event: RunEvent } | null;
}

/**
 * One step taken: for rules about what may follow what. The run is the same object where the event
 * brought nothing new.
 */
export type OnStep = (before: Run, event: RunEvent, outcome: Transition) => void;

/**
 * `events`: what may happen in any state. Where one is refused or changes nothing it leads nowhere.
 */
export function exploreStates(
  start: Run,
  track: TrackId,
  events: readonly RunEvent[],
  onStep: OnStep,
): Map<string, Reached> {
  const stateOf = abstraction(track);
  const reached = new Map<string, Reached>([
    [stateOf(start), { run: start, next: new Set(), from: null }],
  ]);
  for (const [state, { run, next }] of reached) {
    for (const event of events) {
      const outcome = transition(run, event);
      if ('refusal' in outcome) continue;
      onStep(run, event, outcome);
      if (outcome.run === run) continue;
      const after = stateOf(outcome.run);
      next.add(after);
      // A map is walked in the order its entries came, those included that come while it is walked:
      // breadth first.
      if (!reached.has(after))
        reached.set(after, { run: outcome.run, next: new Set(), from: { state, event } });
    }
  }
  return reached;
}

/** The events that lead to a state, for a message. */
export function eventsLeadingTo(reached: ReadonlyMap<string, Reached>, state: string): string {
  const way: string[] = [];
  for (let at = reached.get(state); at?.from; at = reached.get(at.from.state)) {
    way.unshift(`${at.from.event.kind} ${JSON.stringify(at.from.event.data).slice(0, 120)}`);
  }
  return way.join('\n');
}

/** States from which one of `goals` can be reached. */
export function canReach(
  reached: ReadonlyMap<string, Reached>,
  isGoal: (run: Run) => boolean,
): Set<string> {
  const before = new Map<string, string[]>();
  for (const [state, { next }] of reached)
    for (const after of next) {
      const earlier = before.get(after);
      if (earlier) earlier.push(state);
      else before.set(after, [state]);
    }
  const found = new Set([...reached].filter(([, { run }]) => isGoal(run)).map(([state]) => state));
  for (const state of found) for (const earlier of before.get(state) ?? []) found.add(earlier);
  return found;
}

/**
 * What makes two runs different states, on this track. Cached by the steps' own objects, which a
 * transition shares where it changes nothing.
 */
function abstraction(track: TrackId): (run: Run) => string {
  const numberOfText = new Map<string, number>();
  const numbered = (text: string): number => {
    const number = numberOfText.get(text) ?? numberOfText.size;
    numberOfText.set(text, number);
    return number;
  };
  const numberOfFacts = new WeakMap<StepFacts, number>();
  const factsNumber = (facts: StepFacts): number => {
    const number = numberOfFacts.get(facts) ?? numbered(JSON.stringify(facts));
    numberOfFacts.set(facts, number);
    return number;
  };
  const numberOfStep = new WeakMap<StepState, number>();
  const stepNumber = (step: StepState): number => {
    const known = numberOfStep.get(step);
    if (known !== undefined) return known;
    let text = `${step.status} ${step.facts && factsNumber(step.facts)} ${flagsOf(step)}`;
    for (const check of step.checks) text += check.override ? ' accepted' : ` ${check.verdict}`;
    const number = numbered(text);
    numberOfStep.set(step, number);
    return number;
  };
  return (run) => {
    const state = run.tracks[track];
    let text = `${flags(run.cancelled, run.completedAt, state.key)} ${ends(state)}`;
    for (const step of Object.values(state.steps)) text += ` ${stepNumber(step)}`;
    return text;
  };
}

const flags = (...values: unknown[]): string => {
  let text = '';
  for (const value of values) text += value ? '1' : '0';
  return text;
};
const flagsOf = (step: StepState): string =>
  flags(step.everPresent, step.observing, step.acting, step.attestation, step.failure);

/**
 * An approval that is over, and a submission that sent nothing, allow what none would; only the
 * refusals differ.
 */
function ends({
  approval,
  submission,
  earlierSubmissions,
  ticket,
  confirmation,
}: TrackState): string {
  const stands =
    approval?.status === 'refused' || approval?.status === 'void' ? null : approval?.status;
  const sent = submission &&
    submission.status !== 'aborted' && [
      submission.status,
      submission.sends,
      flags(submission.unresolved),
      submission.statuses.at(-1)?.status,
      submission.outcome,
      flags(submission.unclear, submission.conflict),
    ];
  return [
    stands,
    sent || null,
    earlierSubmissions?.at(-1)?.outcome,
    flags(ticket, confirmation),
  ].join('/');
}
