/**
 * Four eyes: when an approval may be requested, decided, withdrawn and used (docs/reference/run.md,
 * rules 5 and 6).
 */
import { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
import { unacceptedWarnings } from './evidence.ts';
import { earlierSubmission } from './heldConfiguration.ts';
import { isFrozen, keyToApprove } from './knowledge.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Approval, Run } from './run.ts';
import { isRefusal, isRereading, locked, stepIn } from './stepGuards.ts';
import type { Instant, TrackId } from './vocabulary.ts';

export const UNUSUAL_NAME =
  'Adobe finds a configuration by its exact letters only, and its documents differ in upper and lower case (GAP-01): 1 to 64 lower-case letters, digits and hyphens are safest.';

/** Why a configuration cannot have this name; null where it can. */
export function nameProblem(run: Run, configurationName: string): Refusal | null {
  if (validateConfigurationName(configurationName).verdict === 'BLOCK')
    return refuse(
      'INVALID_INPUT',
      'Give a name of 1 to 255 visible characters without outer spaces; up to 64 lower-case letters, digits and hyphens are safest (VAL-26).',
      ['configurationName'],
    );
  const earlier = earlierSubmission(run);
  if (earlier?.outcome !== 'unknown' || earlier.name === configurationName) return null;
  return refuse(
    'INVALID_INPUT',
    `The configuration “${earlier.name}” may be at Adobe already, since a send’s outcome is not known. Use the same name, by which it is found (GAP-31).`,
    ['configurationName'],
  );
}

/** With a name, that name is asked for too. */
export function canRequestApproval(
  run: Run,
  track: TrackId,
  configurationName: string | null,
): Refusal | null {
  const state = stepIn(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track) || isRereading(run, track))
    return refuse('STEP_ALREADY_DONE', 'This track went past its point of no return.', ['track']);
  if (approval?.status === 'requested')
    return refuse('CONFLICT', 'Approval was asked for already and is pending.', ['track']);
  if (state.status === 'LOCKED') {
    const blocked = Object.values(run.tracks[track].steps).some(
      (step) => step.status === 'BLOCKED',
    );
    return blocked
      ? refuse('CHECKS_NOT_GREEN', 'A check of this track fails; fix its cause first.', ['track'])
      : locked(run, track, 'APPROVAL');
  }
  if (approval?.status === 'approved')
    return refuse('STEP_ALREADY_DONE', 'This track is approved.', ['track']);
  const warnings = unacceptedWarnings(run, track);
  if (warnings.length > 0) {
    return refuse(
      'CHECKS_NOT_GREEN',
      `Accept the warnings with a reason first (overrideCheck): ${warnings.join(', ')}.`,
      ['track'],
    );
  }
  if (keyToApprove(run, track) === null)
    return refuse('STEP_LOCKED', 'The key’s version is not known yet; verify KEY.', ['track']);
  if (configurationName === null) return null;
  return track === 'AEP'
    ? nameProblem(run, configurationName)
    : refuse('INVALID_INPUT', 'CJA has no configuration and no name for one; leave it out.', [
        'configurationName',
      ]);
}

const whyVoid = ({ withdrawn, reason }: Approval): string =>
  withdrawn
    ? `${withdrawn.by} withdrew it because “${reason ?? ''}”.`
    : (reason ?? 'The evidence changed.');

/** Deciding on a pending approval: pending, not by who asked, and before it is void. */
export function canDecide(run: Run, track: TrackId, principal: string): Refusal | null {
  const state = stepIn(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track))
    return refuse('ALREADY_SUBMITTED', 'This track is past its point of no return.', ['track']);
  if (approval?.status === 'void')
    return refuse(
      'APPROVAL_VOID',
      `The request is void. ${whyVoid(approval)} Request approval again.`,
      ['track'],
    );
  if (approval?.status !== 'requested')
    return refuse('APPROVAL_REQUIRED', 'No approval is being asked for on this track.', ['track']);
  if (approval.requestedBy.principal === principal)
    return refuse('SELF_APPROVAL', 'Whoever asked for approval cannot decide on it.', ['track']);
  return null;
}

/** Withdrawing an approval that was given and not used yet: by whoever gave it, or an owner. */
export function canWithdraw(
  run: Run,
  track: TrackId,
  principal: string,
  owner: boolean,
): Refusal | null {
  const state = stepIn(run, track, 'APPROVAL');
  if (isRefusal(state)) return state;
  const { approval } = run.tracks[track];
  if (isFrozen(run, track) || approval?.status === 'spent')
    return refuse(
      'ALREADY_SUBMITTED',
      'The approval was used already; what was submitted cannot be undone (IRR-01).',
      ['track'],
    );
  if (approval?.status === 'void')
    return refuse('APPROVAL_VOID', `The approval is void already. ${whyVoid(approval)}`, ['track']);
  if (approval?.status !== 'approved')
    return refuse('APPROVAL_REQUIRED', 'No approval was given on this track.', ['track']);
  if (owner || approval.decidedBy?.principal === principal) return null;
  return refuse('FORBIDDEN', 'Only whoever approved, or an owner, can withdraw an approval.', [
    'track',
  ]);
}

/** Why a track's approval does not carry the act at this time; null where it does. */
export function approvalProblem(run: Run, track: TrackId, now: Instant): Refusal | null {
  const { approval } = run.tracks[track];
  if (approval?.status === 'void')
    return refuse(
      'APPROVAL_VOID',
      `The approval is void. ${whyVoid(approval)} Request approval again.`,
    );
  if (approval?.status !== 'approved')
    return refuse('APPROVAL_REQUIRED', 'This needs an approval by a second person first.');
  if (approval.expiresAt !== null && now >= approval.expiresAt)
    return refuse(
      'APPROVAL_VOID',
      `The approval expired at ${approval.expiresAt}. Request approval again.`,
    );
  const usableAt = Date.parse(approval.decidedAt ?? now) + run.policy.coolingOffSeconds * 1000;
  return Date.parse(now) < usableAt
    ? refuse('COOLING_OFF', `The approval can be used from ${new Date(usableAt).toISOString()} on.`)
    : null;
}

export const confirmationProblem = (run: Run, typed: string): Refusal | null =>
  typed.trim() === run.organization.imsOrgId
    ? null
    : refuse(
        'CONFIRMATION_MISMATCH',
        `Type the IMS organization ID exactly as it is: ${run.organization.imsOrgId}.`,
        ['confirmImsOrgId'],
      );
