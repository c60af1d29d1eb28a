/**
 * Changes that may still arrive in Azure, of any set-up of the organization: the next one to the
 * same vault waits for them, because the last one to arrive is the one that stays.
 */
import type { RunDraft } from '../run.ts';
import { TRACK_IDS, type Instant } from '../vocabulary.ts';
import { sameVaultName } from './sameVaultName.ts';
import { unansweredBefore, type TrackSetup, type UnansweredChange } from './setupState.ts';

const callsOf = (run: RunDraft): readonly UnansweredChange[] => [
  ...(run.unanswered ?? []),
  ...TRACK_IDS.flatMap((track) => unansweredBefore(run.tracks[track].setup)),
];

/** What the run that follows has to wait for; empty where nothing can arrive any more. */
export const callsToAwait = (run: RunDraft, now: Instant): UnansweredChange[] =>
  callsOf(run).filter(({ inFlightUntil }) => inFlightUntil !== undefined && inFlightUntil > now);

/**
 * Until when a change of the set-up's vault may arrive that nobody saw end; null: none can. A name
 * of a vault is unique in all of Azure, so that other vaults are none of it.
 */
export function mayArriveUntil(run: RunDraft, setup: TrackSetup): Instant | null {
  const { vaultName } = setup.request.target;
  const ends = callsOf(run).flatMap(({ setupId, target, inFlightUntil, answerLost }) => {
    // Its own send that was seen to end may be repeated: it is the same change.
    const isOwnEnded = setupId === setup.id && answerLost;
    const isIt = sameVaultName(target.vaultName, vaultName) && !isOwnEnded;
    return isIt && inFlightUntil !== undefined ? [inFlightUntil] : [];
  });
  return ends.reduce<Instant | null>((last, end) => (last && last > end ? last : end), null);
}
