/**
 * Brings a stored run of an earlier plan version to the current shape, one explicit step per
 * version (docs/reference/run.md, rule 8).
 */
import { freshStep, patched, withStep, withTrack } from './change.ts';
import { isFrozenStep } from './knowledge.ts';
import { planSteps } from './plans/planFor.ts';
import { CURRENT_PLAN_VERSION, type Run, type Submission, type SubmissionOutcome } from './run.ts';
import { deriveStep } from './stepStatus.ts';
import { TRACK_IDS, type TrackId } from './vocabulary.ts';

type Stored = Record<string, unknown> & { planVersion: number };
type Json = Record<string, unknown>;

/**
 * 1 → 2: anomalies, the network's change, whether we act on a step, and the key's text as given
 * were not kept.
 */
function fromVersion1(run: Stored): Stored {
  const tracks = run['tracks'] as Record<string, Json>;
  const upcast = TRACK_IDS.map((id) => {
    const track = tracks[id] ?? {};
    const steps = Object.entries(track['steps'] as Record<string, Json>).map(([step, state]) => [
      step,
      { acting: false, failure: null, ...state },
    ]);
    const key = track['key'] as Json | null;
    const given = key ? { key: { given: key['identifier'], ...key } } : {};
    return [id, { networkChangedAt: null, ...track, ...given, steps: Object.fromEntries(steps) }];
  });
  return { anomalies: [], ...run, tracks: Object.fromEntries(upcast), planVersion: 2 };
}

/**
 * 2 → 3: AWS had no APPROVAL; an attested submission did not freeze its track nor use its approval;
 * a failed submission did not say what it left at Adobe. What was submitted stays submitted: such a
 * track is where it was when its submission was attested.
 */
function fromVersion2(stored: Stored): Stored {
  let run = { ...stored, planVersion: 3 } as unknown as Run;
  for (const track of TRACK_IDS) run = withEveryStep(run, track);
  const { submission, steps } = run.tracks.AEP;
  if (submission?.status === 'failed') {
    const outcome = outcomeOfVersion2(submission, steps.SUBMISSION?.failure?.message ?? '');
    run = withTrack(run, 'AEP', { submission: { ...submission, outcome } });
  }
  if (steps.SUBMISSION?.attestation) run = frozenAsAttested(run);
  for (const track of TRACK_IDS) run = withDerivedStatuses(run, track);
  return run as unknown as Stored;
}

/** Steps that the plan gained, in the plan's order. */
function withEveryStep(run: Run, track: TrackId): Run {
  const { steps } = run.tracks[track];
  const plan = planSteps(run, track);
  if (plan.every(({ id }) => steps[id])) return run;
  return withTrack(run, track, {
    steps: Object.fromEntries(plan.map(({ id }) => [id, steps[id] ?? freshStep(run.updatedAt)])),
  });
}

function outcomeOfVersion2({ conflict, sends }: Submission, message: string): SubmissionOutcome {
  if (conflict || /^Adobe (shows|already has) a configuration named /.test(message))
    return 'exists';
  const sendsBefore = 5;
  return sends >= sendsBefore ? 'unknown' : 'refused';
}

function frozenAsAttested(run: Run): Run {
  const { approval } = run.tracks.AEP;
  // It was approved when the submission was attested; what came afterwards could not undo that.
  const used =
    approval?.decidedBy && (approval.status === 'approved' || approval.status === 'void');
  let next = withTrack(run, 'AEP', used ? { approval: { ...approval, status: 'spent' } } : {});
  const before = planSteps(next, 'AEP').filter(
    ({ id }) => isFrozenStep(next, 'AEP', id) && id !== 'APPROVAL' && id !== 'SUBMISSION',
  );
  const thrownBack = before
    .filter(({ id }) => next.tracks.AEP.steps[id]?.status !== 'DONE')
    .map(({ id }) => id);
  if (thrownBack.length === 0) return next;
  for (const id of thrownBack)
    next = withStep(next, 'AEP', id, {
      status: 'DONE',
      looking: false,
      acting: false,
      nextLookAt: null,
    });
  const message = `The run was changed after its submission was attested: ${thrownBack.join(', ')} ${thrownBack.length === 1 ? 'was' : 'were'} no longer done.`;
  return {
    ...next,
    anomalies: [
      ...next.anomalies,
      { at: run.updatedAt, track: 'AEP', step: 'SUBMISSION', message },
    ],
  };
}

function withDerivedStatuses(run: Run, track: TrackId): Run {
  let next = run;
  for (const step of planSteps(run, track)) {
    const state = next.tracks[track].steps[step.id];
    if (!state) continue;
    const derived = patched(state, deriveStep(next, track, step, state));
    if (derived !== state)
      next = withStep(
        next,
        track,
        step.id,
        derived.status === state.status ? derived : { ...derived, since: run.updatedAt },
      );
  }
  return next;
}

const UPCASTS: Record<number, (run: Stored) => Stored> = { 1: fromVersion1, 2: fromVersion2 };

/**
 * Throws on a version this core does not know: an older program must not write over a newer run.
 */
export function upcastRun(stored: unknown): Run {
  let run = stored as Stored;
  if (typeof run !== 'object' || run === null || !Number.isInteger(run.planVersion))
    throw new TypeError('This is not a stored run.');
  while (run.planVersion < CURRENT_PLAN_VERSION) {
    const upcast = UPCASTS[run.planVersion];
    if (!upcast) throw new RangeError(`No upcaster for plan version ${run.planVersion}.`);
    run = upcast(run);
  }
  if (run.planVersion > CURRENT_PLAN_VERSION)
    throw new RangeError(
      `Plan version ${run.planVersion} is newer than this program (${CURRENT_PLAN_VERSION}).`,
    );
  return run as unknown as Run;
}
