/** The key that a set-up made or found becomes the track's, by the same path as a provided one. */
import type { Change } from '../change.ts';
import { withStep } from '../change.ts';
import type { Effect } from '../effect.ts';
import { inspectKeyIdentifier, sameKey } from '../keyIdentifier.ts';
import { keyOf } from '../knowledge.ts';
import type { RunDraft } from '../run.ts';
import { observeEffect } from '../settle.ts';
import { SETUP_STEPS } from '../setup/setupGuards.ts';
import { vaultIdOf } from '../setup/setupRequest.ts';
import { canObserve } from '../stepStatus.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { useKey } from './preparation.ts';

/** Sees what was just changed, where the track has a key whose steps can be read. */
export function observeChanged(run: RunDraft, track: TrackId, now: Instant): Change {
  let next = run;
  const effects: Effect[] = [];
  for (const step of SETUP_STEPS) {
    const state = next.tracks[track].steps[step];
    if (!state || state.status === 'LOCKED' || !canObserve(next, track, step)) continue;
    next = withStep(next, track, step, { observing: true, nextObservationAt: null });
    effects.push(observeEffect(track, step, 0, now, {}));
  }
  return { run: next, effects };
}

/** @param identifier versioned, as Azure answered it */
export function adoptKey(run: RunDraft, track: TrackId, identifier: string, now: Instant): Change {
  const { setup, key } = run.tracks[track];
  if (!setup) return { run };
  const { target } = setup.request;
  const base = `https://${target.vaultName}.vault.azure.net/keys/${target.keyName}`;
  const wanted = inspectKeyIdentifier(base).keyIdentifier;
  const answered = inspectKeyIdentifier(identifier).keyIdentifier;
  // Whatever Azure answered: the key that was confirmed is used, and its version is read.
  const made = wanted && answered && sameKey(wanted, answered) ? answered : wanted;
  if (!made) return { run };
  const vaultResourceId = vaultIdOf(setup.request.target);
  const known = keyOf(run, track);
  const isKnown =
    known !== null &&
    sameKey(known, made) &&
    (known.version === null || known.version.toLowerCase() === made.version?.toLowerCase()) &&
    (key?.vaultResourceId ?? vaultResourceId).toLowerCase() === vaultResourceId.toLowerCase();
  if (isKnown) return observeChanged(run, track, now);
  const provided = {
    ...{ identifier: made.normalized, given: made.normalized, vaultResourceId, providedAt: now },
  };
  return useKey(run, track, provided, now);
}
