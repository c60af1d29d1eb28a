/**
 * The vault of a key is asked later which tenant it is in, where it did not say so when the key was
 * provided: the consent URL is for that tenant (AEP-25).
 */
import { jobKeys, withTrack, type Outcome } from '../change.ts';
import type { Effect } from '../effect.ts';
import type { RunEventOf } from '../event.ts';
import { isGuid } from '../guid.ts';
import { isFrozen } from '../knowledge.ts';
import { backOffDue } from '../polling.ts';
import type { ProvidedKey, Run, RunDraft } from '../run.ts';
import { isPassingProbe } from '../vaultProbe.ts';
import type { TrackId } from '../vocabulary.ts';

/** About 20 minutes; then it stays unconfirmed until the key is provided again. */
const MAX_ATTEMPTS = 12;

/** Asks the vault of the track's key, where that is still to be done. */
export function probeEffects(
  run: RunDraft,
  track: TrackId,
  attempt = 0,
  due: Effect['due'] = {},
): Effect[] {
  const { key } = run.tracks[track];
  if (!key?.tenantAsked) return [];
  const data = { track, keyIdentifier: key.identifier, attempt };
  return [{ type: 'probeVault', jobKey: jobKeys.probe(track), data, due }];
}

export function vaultProbed(run: Run, event: RunEventOf<'vaultProbed'>): Outcome {
  const { track, keyIdentifier, reason, vaultTenantId, attempt } = event.data;
  const { key } = run.tracks[track];
  // Another key was provided meanwhile: its own vault is asked.
  if (!key?.tenantAsked || key.identifier !== keyIdentifier)
    return { run, changed: false, effects: probeEffects(run, track) };
  if (isPassingProbe(reason) && attempt + 1 < MAX_ATTEMPTS) {
    const effects = probeEffects(run, track, attempt + 1, backOffDue(attempt, null));
    return { run, changed: false, effects };
  }
  const { tenantAsked: _, ...asked } = key;
  // Past the point of no return nothing may change that was approved.
  const isTaken = vaultTenantId !== null && isGuid(vaultTenantId) && !isFrozen(run, track);
  const next: ProvidedKey = isTaken
    ? { ...asked, probedTenantId: vaultTenantId.toLowerCase() }
    : asked;
  return { run: withTrack(run, track, { key: next }) };
}
