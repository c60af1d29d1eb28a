/**
 * Providing a key only where it is missing: what a run has stays
 * (docs/decisions/0089-keys-by-import.md).
 */
import type { EventData } from './event.ts';
import { parseKeyArn } from './inspectKeyArn.ts';
import { inspectKeyIdentifier } from './keyIdentifier.ts';
import { keyToApprove } from './knowledge.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import type { ObservedStepId, TrackId } from './vocabulary.ts';

/** What depends on which key a track uses. */
export const KEY_STEPS: readonly ObservedStepId[] = [
  'VAULT',
  'NETWORK',
  'KEY',
  'POLICY',
  'CONSENT',
  'ROLE',
];

type GivenKey = Pick<EventData['keyProvided'], 'keyIdentifier' | 'vaultResourceId'>;

/** The text as a run stores it; null where it names no key of the run's cloud. */
const identifierOf = ({ organization }: Run, { keyIdentifier }: GivenKey): string | null =>
  organization.cloud === 'AWS'
    ? (parseKeyArn(keyIdentifier)?.arn ?? null)
    : (inspectKeyIdentifier(keyIdentifier).keyIdentifier?.normalized ?? null);

/** The track's key; on AWS it may be named by an attestation alone. */
const heldKey = (run: Run, track: TrackId): string | null =>
  run.tracks[track].key?.identifier ??
  (run.organization.cloud === 'AWS' ? keyToApprove(run, track) : null);

/** Whether it is this one, with its version; Azure ignores the case (KID-07). */
const isSameKey = (run: Run, held: string, given: GivenKey): boolean =>
  held.toLowerCase() === identifierOf(run, given)?.toLowerCase();

/** Whether the track has this very key; a resource ID that was left out is that of the run. */
export function isKeyThere(run: Run, track: TrackId, given: GivenKey): boolean {
  const held = heldKey(run, track);
  if (held === null || !isSameKey(run, held, given)) return false;
  const { vaultResourceId: wanted } = given;
  const { key } = run.tracks[track];
  return wanted === null || wanted.toLowerCase() === key?.vaultResourceId?.toLowerCase();
}

/** What people did that a key of this track would undo, or null. */
export function missingKeyProblem(run: Run, track: TrackId, given: GivenKey): Refusal | null {
  const { key, steps, approval } = run.tracks[track];
  const held = heldKey(run, track);
  if (held !== null && !isSameKey(run, held, given))
    return refuse('keyOfRunStays', ['keyIdentifier'], { key: held });
  if (key && !isKeyThere(run, track, given))
    return refuse('vaultOfRunStays', ['vaultResourceId'], { vault: key.vaultResourceId });
  const isAttested = KEY_STEPS.some((step) => steps[step]?.attestation);
  const isDecided = approval?.status === 'requested' || approval?.status === 'approved';
  return isAttested || isDecided ? refuse('trackWorkStays', ['track'], { track }) : null;
}
