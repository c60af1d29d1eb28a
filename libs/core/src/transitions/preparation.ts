/** What people state: attestations, and the key of a track. */
import {
  UNKNOWN_STEP,
  jobKeys,
  withStep,
  withSteps,
  withTrack,
  type Change,
  type Outcome,
} from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { accountOfRole } from '../awsAccess.ts';
import { attestationProblem, canAttest } from '../attestationGuards.ts';
import { canProvideKey, unusableKey } from '../guards.ts';
import { isGuid } from '../guid.ts';
import { handOffAttestationProblem } from '../handOff.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { isKeyThere, KEY_STEPS, missingKeyProblem } from '../missingKey.ts';
import { inspectKeyArn } from '../inspectKeyArn.ts';
import { checkContext, factsOf, isFrozen, evaluate } from '../knowledge.ts';
import { planStep } from '../plans/planFor.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ProvidedKey, Run, RunDraft } from '../run.ts';
import { plannedVaultProblem } from '../setup/setupGuards.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { beginAttesting, isReadAgain, pastNoReturn } from './attestedSubmission.ts';
import { probeEffects } from './vaultProbed.ts';

/** The normalized identifier, or why it can't be used (VAL-01 to VAL-08). */
function namedKey(given: string, run: Run, track: TrackId): string | Refusal {
  const inspection = inspectKeyIdentifier(given);
  const key = inspection.keyIdentifier!;
  return unusableKey(given, inspection) ?? plannedVaultProblem(run, track, key) ?? key.normalized;
}

/**
 * The ARN, or why it can't be used (VAL-29). A key policy is answered within the key's own account
 * only, so a role of another one could read nothing of it.
 */
function namedArn(given: string, { connections }: Run): string | Refusal {
  const found = inspectKeyArn(given, ['keyIdentifier']);
  if (!('arn' in found)) return found;
  const role = connections.aws ? accountOfRole(connections.aws.roleArn) : null;
  return role !== null && role !== found.account
    ? refuse('awsKeyOfOtherAccount', ['keyIdentifier'], { role, key: found.account })
    : found.arn;
}

/** Of two people who provide a key at once, the second one learns of the first. */
function overtakenBy(
  run: Run,
  { track, replaces }: RunEventOf<'keyProvided'>['data'],
  identifier: string,
): Refusal | null {
  const now = run.tracks[track].key?.identifier ?? null;
  if (replaces === undefined || now === replaces || now === null || now === identifier) return null;
  return refuse('keyProvidedMeanwhile', ['keyIdentifier'], { key: now });
}

export function keyProvided(run: Run, event: RunEventOf<'keyProvided'>): Outcome {
  const { track, keyIdentifier, onlyMissing } = event.data;
  if (onlyMissing && isKeyThere(run, track, event.data)) return { run, changed: false };
  const problem = canProvideKey(run, track);
  if (problem) return { refusal: problem };
  const isAws = run.organization.cloud === 'AWS';
  const named = isAws ? namedArn(keyIdentifier, run) : namedKey(keyIdentifier, run, track);
  if (typeof named !== 'string') return { refusal: named };
  const identifier = named;
  const overtaken =
    (onlyMissing && missingKeyProblem(run, track, event.data)) ??
    overtakenBy(run, event.data, identifier);
  if (overtaken) return { refusal: overtaken };
  const vaultResourceId = isAws ? null : event.data.vaultResourceId;
  const probed = isAws ? null : (event.data.vaultTenantId ?? null);
  const key = {
    ...{ identifier, given: keyIdentifier.trim(), vaultResourceId, providedAt: event.at },
    ...(probed !== null && isGuid(probed) ? { probedTenantId: probed.toLowerCase() } : {}),
    ...(!isAws && probed === null && event.data.askVaultLater
      ? { tenantAsked: true as const }
      : {}),
  };
  const change = provideAgain(run, track, key) ?? useKey(run, track, key, event.at);
  return { ...change, effects: probeEffects(change.run, track) };
}

/**
 * The very same key again keeps what is known of it and was approved of it; null where it is
 * another one. Only the tenant is taken, as when the vault is asked later, where it is new.
 */
function provideAgain(run: Run, track: TrackId, given: ProvidedKey): Change | null {
  const { key } = run.tracks[track];
  const isSame =
    key?.identifier === given.identifier && key.vaultResourceId === given.vaultResourceId;
  if (!isSame) return null;
  const { tenantAsked: _, ...asked } = key;
  const { probedTenantId, tenantAsked } = given;
  const clearJobKeys = [jobKeys.probe(track)];
  if (probedTenantId !== undefined && probedTenantId !== key.probedTenantId)
    return { run: withTrack(run, track, { key: { ...asked, probedTenantId } }), clearJobKeys };
  if (tenantAsked && !key.tenantAsked && key.probedTenantId === undefined)
    return { run: withTrack(run, track, { key: { ...asked, tenantAsked } }), clearJobKeys };
  return { run, changed: false };
}

/** The track's key from now on: what was known of another one is forgotten. */
export function useKey(run: RunDraft, track: TrackId, key: ProvidedKey, now: Instant): Change {
  let next = withTrack(run, track, { key, networkChangedAt: null });
  next = withSteps(next, track, KEY_STEPS, UNKNOWN_STEP);
  next = reevaluateVault(next, track === 'AEP' ? 'CJA' : 'AEP', now);
  const observations = KEY_STEPS.map((step) => jobKeys.observe(track, step));
  return {
    run: next,
    clearJobKeys: [...observations, jobKeys.assign(track), jobKeys.probe(track)],
  };
}

/** The other track's vault may now be the same one (VAL-08). Evaluated from the known facts. */
function reevaluateVault(run: RunDraft, track: TrackId, now: Instant): RunDraft {
  const state = run.tracks[track].steps.VAULT;
  const facts = factsOf(run, track, 'VAULT');
  if (!state || !facts || isFrozen(run, track)) return run;
  const checks = evaluate(state.checks, facts, checkContext(run, track, now, 1, null));
  // When it was observed stays: only the evaluation is new.
  const dated = checks.map((check) => ({ ...check, checkedAt: state.checks[0]?.checkedAt ?? now }));
  return withStep(run, track, 'VAULT', { checks: dated });
}

export function stepAttested(run: Run, event: RunEventOf<'stepAttested'>): Outcome {
  const { track, step, statement, reference, handOff } = event.data;
  const refusal =
    (handOff ? handOffAttestationProblem(run, event.data, handOff) : null) ??
    canAttest(run, track, step, event.at) ??
    attestationProblem(run, event.data);
  if (refusal) return { refusal };
  const attestation = { statement, reference, by: namedActor(event.actor), at: event.at };
  // On AWS another key has another policy.
  const isNewKey = step === 'KEY' && run.organization.cloud === 'AWS';
  const basis = isNewKey ? withStep(run, track, 'POLICY', UNKNOWN_STEP) : run;
  if (planStep(run, track, step)?.pointOfNoReturn)
    return isReadAgain(run, track)
      ? beginAttesting(run, attestation)
      : pastNoReturn(run, track, attestation);
  const next = withStep(basis, track, step, {
    attestation,
    failure: null,
    observing: false,
    acting: false,
    nextObservationAt: null,
  });
  return { run: next, clearJobKeys: [jobKeys.observe(track, step)] };
}
