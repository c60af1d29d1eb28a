/** What people say before anything is read: connections, attestations, the key of a track. */
import { lookSlots, slots, withStep, withSteps, withTrack, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { canAttest, canProvideKey, unusableKey } from '../guards.ts';
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import { checkContext, factsOf, isFrozen, judge } from '../knowledge.ts';
import { planStep, planSteps } from '../plans/planFor.ts';
import type { Run, StepState } from '../run.ts';
import { lookEffect } from '../settle.ts';
import { canLook, isObservedStep } from '../stepStatus.ts';
import { TRACK_IDS, type Instant, type ObservedStepId, type TrackId } from '../vocabulary.ts';

/** Nothing is known of the step any more. */
const FORGOTTEN: Partial<StepState> = {
  facts: null,
  checks: [],
  everPresent: false,
  looking: false,
  acting: false,
  nextLookAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
};
/** What depends on which key a track uses. */
const KEY_STEPS: readonly ObservedStepId[] = ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'];

export function keyProvided(run: Run, event: RunEventOf<'keyProvided'>): Outcome {
  const { track, keyIdentifier, vaultResourceId } = event.data;
  const inspection = inspectKeyIdentifier(keyIdentifier);
  const refusal = canProvideKey(run, track) ?? unusableKey(inspection);
  if (refusal) return { refusal };
  const identifier = inspection.keyIdentifier!.normalized;
  let next = withTrack(run, track, {
    key: { identifier, given: keyIdentifier.trim(), vaultResourceId, providedAt: event.at },
    networkChangedAt: null,
  });
  next = withSteps(next, track, KEY_STEPS, FORGOTTEN);
  next = rejudgeVault(next, track === 'AEP' ? 'CJA' : 'AEP', event.at);
  return { run: next, clearSlots: [...KEY_STEPS.map((step) => slots.observe(track, step)), slots.assign(track)] };
}

/** The other track's vault may now be the same one (VAL-08). Judged from the facts at hand. */
function rejudgeVault(run: Run, track: TrackId, now: Instant): Run {
  const state = run.tracks[track].steps.VAULT;
  const facts = factsOf(run, track, 'VAULT');
  if (!state || !facts || isFrozen(run, track)) return run;
  const checks = judge(state.checks, facts, checkContext(run, track, now, 1, null));
  // A look's time stays that of the look: only the judgement is new.
  const dated = checks.map((check) => ({ ...check, checkedAt: state.checks[0]?.checkedAt ?? now }));
  return withStep(run, track, 'VAULT', { checks: dated });
}

export function stepAttested(run: Run, event: RunEventOf<'stepAttested'>): Outcome {
  const { track, step, statement, reference } = event.data;
  const refusal = canAttest(run, track, step, statement, reference);
  if (refusal) return { refusal };
  const attestation = { statement, reference, by: event.actor.name, at: event.at };
  const next = withStep(run, track, step, { attestation, looking: false, acting: false, nextLookAt: null });
  if (planStep(run, track, step)?.pointOfNoReturn) return pastNoReturn(next, track);
  return { run: next, clearSlots: [slots.observe(track, step)] };
}

/** The approval is used, and nothing of the track is observed any more. */
function pastNoReturn(run: Run, track: TrackId): Outcome {
  const { approval } = run.tracks[track];
  const next = withTrack(run, track, { approval: approval ? { ...approval, status: 'spent' } : null });
  return { run: next, clearSlots: [slots.expire(track), slots.reread(track), slots.assign(track), ...lookSlots(track)] };
}

/** New credentials: what was attested for want of them is now verified, and what could not be read is read again. */
export function connectionsChanged(run: Run, event: RunEventOf<'connectionsChanged'>): Outcome {
  let next: Run = { ...run, connections: event.data.connections };
  const effects: Effect[] = [];
  for (const track of TRACK_IDS) {
    if (isFrozen(run, track)) continue;
    for (const { id } of planSteps(run, track)) {
      const state = next.tracks[track].steps[id];
      if (!state || !isObservedStep(id)) continue;
      const connected = id === 'APP_REGISTRATION' ? next.connections.adobe : next.connections.azure;
      if (!connected || run.organization.cloud !== 'AZURE') continue;
      if (state.attestation) next = withStep(next, track, id, FORGOTTEN);
      if (state.status === 'LOCKED' || state.status === 'DONE' || !canLook(next, track, id)) continue;
      next = withStep(next, track, id, { looking: true });
      effects.push(lookEffect(track, id, 0, event.at, {}));
    }
  }
  return { run: next, effects };
}
