/**
 * Every state that each plan can reach over a small alphabet of events, and the rules of
 * docs/reference/run.md asserted in all of them.
 */
import { expect, it } from 'vitest';
import { APPROVER } from '../testing/drivenRun.ts';
import { refusalOf } from '../testing/refusalOf.ts';
import { lostBy } from '../testing/lostBy.ts';
import { allMoves, movesBy, nameOf } from '../testing/moves.ts';
import { PLAN_SCENARIOS } from '../testing/planScenarios.ts';
import { canReach, exploreStates, eventsLeadingTo } from '../testing/stateSpace.ts';
import type { RunEvent } from './event.ts';
import { evidenceHash } from './evidence.ts';
import { hasSubmitted, heldConfiguration } from './heldConfiguration.ts';
import { isFrozen } from './knowledge.ts';
import { nextActions } from './nextActions.ts';
import { planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { runStatus, trackStatus, waitingOn } from './runStatus.ts';
import { isObservedStep } from './stepStatus.ts';
import type { TrackId } from './vocabulary.ts';

const NOW = '2026-11-24T00:00:00.000Z';

/** The rules of docs/reference/run.md that a state breaks. */
function broken(run: Run, track: TrackId): string[] {
  const { steps, approval, submission, ticket } = run.tracks[track];
  const rules: string[] = [];
  const must = (rule: string, holds: boolean): void => {
    if (!holds) rules.push(rule);
  };
  const frozen = isFrozen(run, track);
  for (const { id, after } of planSteps(run, track)) {
    const state = steps[id]!;
    const open = after.some((before) => steps[before]!.status !== 'DONE');
    if (!frozen || !isObservedStep(id))
      must(
        `${id} is locked exactly while a predecessor is open`,
        (state.status === 'LOCKED') === open,
      );
    const unsettled = state.checks.some(
      (check) => check.verdict === 'UNKNOWN' || (check.verdict === 'BLOCK' && !check.override),
    );
    if (state.status === 'DONE' && !frozen)
      must(`${id} is done only where every check is green or accepted`, !unsettled);
  }
  const stands = approval?.status === 'requested' || approval?.status === 'approved';
  if (stands && !frozen)
    must(
      'an approval that stands is for the evidence there is',
      approval.evidenceHash === evidenceHash(run, track),
    );
  const used = approval?.status === 'approved' || approval?.status === 'spent';
  if (used)
    must(
      'two persons',
      approval.decidedBy !== null &&
        approval.decidedBy.principal !== approval.requestedBy.principal,
    );
  const sends = submission?.status === 'sending' || submission?.status === 'sent';
  if (sends)
    must(
      'what is sent was approved',
      approval?.status === 'spent' && submission.body!.includes(approval.keyIdentifier),
    );
  if (ticket) must('what the ticket says was approved', approval?.status === 'spent');
  for (const { id } of planSteps(run, track).filter(({ pointOfNoReturn }) => pointOfNoReturn))
    if (steps[id]!.status === 'DONE')
      must(
        `${id} is done only with a used approval by a second person`,
        approval?.status === 'spent',
      );
  must(
    'complete means that everything is done',
    (runStatus(run) === 'COMPLETED') === (run.completedAt !== null),
  );
  if (!run.cancelled && trackStatus(run, track) !== 'DONE')
    must('somebody is waited for', waitingOn(run).length > 0);
  const { principal } = APPROVER;
  for (const action of nextActions(run, { principal, may: () => true }, NOW))
    must(
      `what is offered is allowed: ${action.mutation} ${action.step}`,
      refusalOf(run, action, principal, NOW) === null,
    );
  return rules;
}

/** What an event must not do. */
function brokenBy(before: Run, event: RunEvent, after: Run, track: TrackId): string[] {
  const rules: string[] = [];
  const must = (rule: string, holds: boolean): void => {
    if (!holds) rules.push(rule);
  };
  const [was, is] = [before.tracks[track], after.tracks[track]];
  if (isFrozen(before, track) && event.kind !== 'stepRetried') {
    must('past the point of no return a track stays there', isFrozen(after, track));
    const earlier = planSteps(before, track).filter(({ id }) => isObservedStep(id));
    must(
      'what went before stays as it was',
      earlier.every(({ id }) => was.steps[id]!.status === is.steps[id]!.status),
    );
  }
  const gone = heldConfiguration(before) !== null && heldConfiguration(after) === null;
  must('what Adobe has or may have stays held', !gone || is.submission?.outcome === 'refused');
  if (after.cancelled) must('nothing is cancelled once it was submitted', !hasSubmitted(before));
  if (was.submission?.body && is.submission)
    must('the bytes stay the same', is.submission.body === was.submission.body);
  if (was.submission && is.submission && is.submission.sends > was.submission.sends)
    must(
      'nothing is sent while an earlier send is unresolved',
      !was.submission.unresolved && was.submission.status === 'sending',
    );
  must('each change has its version', after.version === before.version + 1);
  return rules.map((rule) => `${rule} (${event.kind})`);
}

it.each(PLAN_SCENARIOS)(
  '$name: every state keeps the rules, and has a way to the end',
  (scenario) => {
    const { start, track, events, atLeast } = scenario;
    const errors = new Set<string>();
    const moves = new Set<string>();
    const reached = exploreStates(start, track, events, (before, event, outcome) => {
      for (const jobKey of lostBy(before, event, outcome))
        errors.add(`${jobKey} is needed and lost by ${event.kind}`);
      if (outcome.run === before) return;
      for (const error of brokenBy(before, event, outcome.run, track)) errors.add(error);
      for (const move of movesBy(before, event, outcome.run, track)) moves.add(nameOf(move));
    });
    for (const [state, { run }] of reached)
      for (const error of broken(run, track))
        errors.add(`${error}\n${eventsLeadingTo(reached, state)}`);
    expect([...errors].slice(0, 3)).toEqual([]);
    const alive = canReach(reached, (run) => trackStatus(run, track) === 'DONE');
    const stuck = [...reached]
      .filter(([state, { run }]) => !run.cancelled && !alive.has(state))
      .map(([state]) => eventsLeadingTo(reached, state));
    expect(stuck.slice(0, 3)).toEqual([]);
    expect(reached.size).toBeGreaterThan(atLeast);
    // What docs/generated/states.md shows is all that happens. Without parts it is explored alike.
    if (scenario.parts)
      expect(allMoves(scenario).map(nameOf).toSorted()).toEqual([...moves].toSorted());
  },
);
