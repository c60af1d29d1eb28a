/** The moves of each step from status to status, as the state tables show them. */
import type { RunEvent } from '../src/event.ts';
import { planSteps } from '../src/plans/planFor.ts';
import type { Run } from '../src/run.ts';
import type { StepId, StepStatus, TrackId } from '../src/vocabulary.ts';
import { PLAN_SCENARIOS, type PlanScenario } from './planScenarios.ts';
import { exploreStates } from './stateSpace.ts';

export interface StepMove {
  step: StepId;
  from: StepStatus;
  /** An event of the step's own, or what happens to the steps before it. */
  event: string;
  to: StepStatus;
}

export const PREDECESSORS_DONE = 'steps before it done';
export const PREDECESSOR_OPEN = 'a step before it open';

/** The step that an event is about; of a submission both that are about it. */
function stepsOf({ kind, data }: RunEvent): readonly StepId[] {
  switch (kind) {
    case 'factsObserved':
      return [data.facts.step];
    case 'stepAttested':
    case 'stepRetried':
      return [data.step];
    case 'approvalRequested':
    case 'approvalGranted':
    case 'approvalRefused':
    case 'approvalWithdrawn':
    case 'approvalExpired':
      return ['APPROVAL'];
    case 'roleAssigned':
    case 'roleAssignmentFailed':
      return ['ROLE'];
    case 'submissionRequested':
    case 'configurationSending':
    case 'configurationAccepted':
    case 'configurationSendFailed':
    case 'configurationNotFound':
      return ['SUBMISSION'];
    case 'trackReread':
      return data.purpose === 'submission' ? ['SUBMISSION'] : [];
    case 'configurationObserved':
      return ['ACTIVATION'];
    case 'ticketRecorded':
      return ['TICKET'];
    case 'cjaConfirmed':
      return ['CONFIRMATION'];
    default:
      return [];
  }
}

/** What an event moved: the steps that it is about, and those whose status changed with them. */
export function movesBy(before: Run, event: RunEvent, after: Run, track: TrackId): StepMove[] {
  const own = stepsOf(event);
  // The worker answers only what it was asked; the rules hold even if it did not.
  const isAnswer = event.kind === 'roleAssigned' || event.kind === 'roleAssignmentFailed';
  if (isAnswer && !before.tracks[track].steps.ROLE?.acting) return [];
  return planSteps(before, track).flatMap(({ id }): StepMove[] => {
    const from = before.tracks[track].steps[id]!.status;
    const to = after.tracks[track].steps[id]!.status;
    if (own.includes(id) && from !== 'LOCKED' && to !== 'LOCKED')
      return [{ step: id, from, event: event.id, to }];
    if (from === to) return [];
    if (from === 'LOCKED') return [{ step: id, from, event: PREDECESSORS_DONE, to }];
    if (to === 'LOCKED') return [{ step: id, from, event: PREDECESSOR_OPEN, to }];
    return [{ step: id, from, event: event.id, to }];
  });
}

export const nameOf = ({ step, from, event, to }: StepMove): string =>
  `${step}: ${from}, ${event}: ${to}`;

/** Every move of a scenario, once. */
export function allMoves({ start, track, events, parts }: PlanScenario): StepMove[] {
  const found = new Map<string, StepMove>();
  for (const part of parts ?? [{ start, events }])
    exploreStates(part.start, track, part.events, (before, event, outcome) => {
      if (outcome.run === before) return;
      for (const move of movesBy(before, event, outcome.run, track)) found.set(nameOf(move), move);
    });
  return [...found.values()];
}

/** Every move of every plan, by the name of its scenario. */
export const movesOfPlans = (): [PlanScenario, StepMove[]][] =>
  PLAN_SCENARIOS.map((scenario) => [scenario, allMoves(scenario)]);
