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
import { TRACK_IDS, type Instant, type StepId, type TrackId } from './vocabulary.ts';

/**
 * The name of a task: the mutation, and apart from others an approval that only an approver of the
 * organization itself may give (`FourEyes`).
 */
export type TaskName = ActionName | 'approveAsOwnApprover';

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

/** The mutation of a task. */
export const mutationOf = (task: TaskName): ActionName =>
  task === 'approveAsOwnApprover' ? 'approve' : task;

const asAction = ({ mutation, track, step }: NeededAction): NextAction => ({
  mutation: mutationOf(mutation),
  track,
  step,
  movesRun: true,
});

function describe(
  run: Run,
  { mutation, track, step }: NextAction,
  window: Window | null,
): NeededAction {
  const state = track && step ? run.tracks[track].steps[step] : undefined;
  const isDecision = mutation === 'approve' && track !== null;
  const isForOwn = isDecision && run.policy.fourEyes === 'OWN_APPROVER';
  return {
    mutation: isForOwn ? 'approveAsOwnApprover' : mutation,
    track,
    step,
    since: state?.since ?? run.startedAt,
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
