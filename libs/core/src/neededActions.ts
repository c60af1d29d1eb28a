/**
 * The actions that a run waits for, for any viewer at any time: kept beside the run, so that a list
 * of tasks reads no state. `nextActions` is the rule; a property test compares the two.
 */
import {
  byImportance,
  nextActions,
  type ActionName,
  type ActionViewer,
  type NextAction,
} from './nextActions.ts';
import type { Run } from './run.ts';
import { isRefused } from './runStatus.ts';
import { TRACK_IDS, type Instant, type StepId, type TrackId } from './vocabulary.ts';

/**
 * The name of a task: the mutation, and apart from others an approval that only an approver of the
 * organization itself may give (`FourEyes`), and a request after a refusal.
 */
export type TaskName = ActionName | 'approveAsOwnApprover' | 'requestApprovalAgain';

/** An action that a run waits for, with who may not do it and when it is possible (ISO 8601). */
export interface NeededAction {
  mutation: TaskName;
  track: TrackId | null;
  step: StepId | null;
  /** Since when the step has its status; without a step, since the run began. */
  since: Instant;
  /** The principal who may not do it: who requested the approval. */
  notFor: string | null;
  /** From when it is possible; null: no limit. */
  from: Instant | null;
  /** Until when it is possible, exclusive; null: no limit. */
  until: Instant | null;
}

/** Somebody with every right who has done nothing yet. */
const ANYBODY: ActionViewer = { principal: '', owner: true, ownApprover: true, may: () => true };
/** Before any approval can be used. */
const FIRST_INSTANT = '0001-01-01T00:00:00.000Z';

interface Window {
  from: Instant;
  until: Instant | null;
}

/** While the track's approval can be used; null where there is none. */
function approvalWindow(run: Run, track: TrackId): Window | null {
  const { approval } = run.tracks[track];
  if (approval?.status !== 'approved' || approval.decidedAt === null) return null;
  const usableAt = Date.parse(approval.decidedAt) + run.policy.coolingOffSeconds * 1000;
  return { from: new Date(usableAt).toISOString(), until: approval.expiresAt };
}

const isSame = (a: NextAction, b: NextAction): boolean =>
  a.mutation === b.mutation && a.track === b.track && a.step === b.step;

/** The most important first. */
export function neededActions(run: Run): NeededAction[] {
  const at = (instant: Instant): NextAction[] =>
    nextActions(run, ANYBODY, instant).filter(({ movesRun }) => movesRun);
  const always = at(FIRST_INSTANT);
  const needed = always.map((action) => describe(run, action, null));
  for (const track of TRACK_IDS) {
    const window = approvalWindow(run, track);
    if (!window) continue;
    const added = at(window.from).filter(
      (action) => action.track === track && !always.some((other) => isSame(action, other)),
    );
    needed.push(...added.map((action) => describe(run, action, window)));
  }
  const importance = byImportance(run);
  return needed.toSorted((a, b) => importance(asAction(a), asAction(b)));
}

const MUTATIONS: Partial<Record<TaskName, ActionName>> = {
  approveAsOwnApprover: 'approve',
  requestApprovalAgain: 'requestApproval',
};

/** The mutation of a task. */
export const mutationOf = (task: TaskName): ActionName =>
  // Cast: all others have the name of their mutation.
  MUTATIONS[task] ?? (task as ActionName);

/** The task that an action of a run is. */
export function taskOf(run: Run, { mutation, track }: NextAction): TaskName {
  if (track === null) return mutation;
  if (mutation === 'approve' && run.policy.fourEyes === 'OWN_APPROVER')
    return 'approveAsOwnApprover';
  return mutation === 'requestApproval' && isRefused(run, track)
    ? 'requestApprovalAgain'
    : mutation;
}

/** The tasks of somebody who may do these mutations. */
export const tasksOf = (mutations: readonly ActionName[], isOwnApprover: boolean): TaskName[] => [
  ...mutations,
  ...(mutations.includes('approve') && isOwnApprover ? (['approveAsOwnApprover'] as const) : []),
  ...(mutations.includes('requestApproval') ? (['requestApprovalAgain'] as const) : []),
];

/** Since when its step has its status; without a step, since the run began. */
export const waitsSince = (
  run: Run,
  { track, step }: Pick<NextAction, 'track' | 'step'>,
): Instant => (track && step ? run.tracks[track].steps[step]?.since : undefined) ?? run.startedAt;

const asAction = ({ mutation, track, step }: NeededAction): NextAction => ({
  mutation: mutationOf(mutation),
  track,
  step,
  movesRun: true,
});

function describe(run: Run, action: NextAction, window: Window | null): NeededAction {
  const { mutation, track, step } = action;
  const isDecision = mutation === 'approve' && track !== null;
  return {
    mutation: taskOf(run, action),
    track,
    step,
    since: waitsSince(run, action),
    notFor: isDecision ? (run.tracks[track].approval?.requestedBy.principal ?? null) : null,
    from: window?.from ?? null,
    until: window?.until ?? null,
  };
}

/** Whether the viewer may do it at the instant. */
export const isAllowedFor = (
  { mutation, notFor, from, until }: NeededAction,
  viewer: ActionViewer,
  now: Instant,
): boolean =>
  viewer.may(mutationOf(mutation)) &&
  (mutation !== 'approveAsOwnApprover' || viewer.ownApprover === true) &&
  notFor !== viewer.principal &&
  (from === null || from <= now) &&
  (until === null || now < until);
