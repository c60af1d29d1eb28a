/** When a set-up may be asked for, confirmed and cancelled. */
import { sameVaultName } from './sameVaultName.ts';
import type { KeyIdentifier } from '../keyIdentifier.ts';
import { isFrozen, keyOf } from '../knowledge.ts';
import { earlierSubmission } from '../heldConfiguration.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Run } from '../run.ts';
import { findStep, isRefusal, isRereading, stepLockedRefusal, withField } from '../stepGuards.ts';
import type { StepId, TrackId } from '../vocabulary.ts';
import type { SetupRequest } from './setupRequest.ts';
import { isApplying, isSetupOpen, planProblem } from './setupState.ts';

/** What a set-up brings about. */
export const SETUP_STEPS = ['VAULT', 'NETWORK', 'KEY'] as const satisfies readonly StepId[];

/** Keyway may change Azure only through a connection that the customer gave it for that. */
function connectionProblem({ connections }: Run): Refusal | null {
  if (!connections.azure)
    return refuse('cloudNotConnected', ['runId'], { mutation: 'connectAzure' });
  return connections.azure.access === 'WRITE' ? null : refuse('setupNeedsWrite', ['runId']);
}

/** What Keyway changes would void an approval, or change what was submitted. */
function decidedProblem(run: Run, track: TrackId): Refusal | null {
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('trackPastNoReturn', ['track']);
  if (track === 'AEP' && earlierSubmission(run)?.outcome === 'unknown')
    return refuse('keyMayBeSubmitted', ['track']);
  const status = run.tracks[track].approval?.status;
  return status === 'requested' || status === 'approved'
    ? refuse('setupApprovalOpen', ['track'])
    : null;
}

/** Whether anything can be set up on the track, whatever it is. */
export function canSetUp(run: Run, track: TrackId): Refusal | null {
  if (run.organization.cloud !== 'AZURE') return refuse('setupOnAws', ['runId']);
  const vault = findStep(run, track, 'VAULT');
  if (isRefusal(vault)) return withField(vault, 'track');
  const problem = decidedProblem(run, track) ?? connectionProblem(run);
  if (problem) return problem;
  if (vault.status === 'LOCKED') return withField(stepLockedRefusal(run, track, 'VAULT'), 'track');
  const attested = SETUP_STEPS.find((step) => run.tracks[track].steps[step]?.attestation);
  return attested ? refuse('setupStepAttested', ['track'], { step: attested }) : null;
}

/** Asking for a plan; a plan that nobody confirmed is replaced. */
export const canPlanSetup = (run: Run, track: TrackId): Refusal | null =>
  canSetUp(run, track) ??
  (isApplying(run.tracks[track].setup) ? refuse('setupRunning', ['track']) : null);

const otherTrack = (track: TrackId): TrackId => (track === 'AEP' ? 'CJA' : 'AEP');

/** The vault that an open set-up of a track makes or uses; null where there is none. */
function plannedVault(run: Run, track: TrackId): string | null {
  const { setup } = run.tracks[track];
  return isSetupOpen(setup) ? setup.request.target.vaultName : null;
}

/**
 * VAL-08, CJA-04: said when the key is provided, because the check compares named keys alone. Keys
 * that are both named are compared by the check, so that facts decide.
 */
export function plannedVaultProblem(run: Run, track: TrackId, key: KeyIdentifier): Refusal | null {
  const other = otherTrack(track);
  // Keyway makes no Managed HSM, and one may have the name of a vault.
  return key.kind === 'vault' && sameVaultName(plannedVault(run, other), key.vault)
    ? refuse('vaultIsPlanned', ['keyIdentifier'], { track: other })
    : null;
}

/** VAL-08, CJA-04: each track has a vault of its own, also one that is only planned. */
export function separationProblem(
  run: Run,
  track: TrackId,
  { target }: SetupRequest,
  field: string,
): Refusal | null {
  const other = otherTrack(track);
  const named = keyOf(run, other)?.vault ?? null;
  return [named, plannedVault(run, other)].some((name) => sameVaultName(name, target.vaultName))
    ? refuse('vaultNotSeparate', [field])
    : null;
}

/**
 * Null where the plan that is shown can be confirmed.
 * @param planHash null: whatever the plan is
 */
export function canConfirmSetup(run: Run, track: TrackId, planHash: string | null): Refusal | null {
  const problem = canPlanSetup(run, track);
  if (problem) return problem;
  const { setup } = run.tracks[track];
  if (!isSetupOpen(setup) || !setup.plan) return refuse('setupNotPlanned', ['track']);
  if (planHash !== null && planHash !== setup.plan.hash)
    return refuse('setupPlanChanged', ['planHash']);
  const found = planProblem(setup.plan);
  if (found === 'unknown') return refuse('setupPlanUnknown', ['planHash']);
  if (found) return refuse('setupNothingPossible', ['planHash']);
  return separationProblem(run, track, setup.request, 'track');
}

/** Nothing more is changed; what was made stays. */
export function canCancelSetup(run: Run, track: TrackId): Refusal | null {
  if (!run.tracks[track].applicable) return refuse('trackNotApplicable', ['track'], { track });
  return isSetupOpen(run.tracks[track].setup) ? null : refuse('setupNotOpen', ['track']);
}
