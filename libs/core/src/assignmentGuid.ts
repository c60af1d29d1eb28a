/** The ID of the role assignment that Keyway creates, and whether an observed one has it. */
import { sha256Hex } from './canonicalJson.ts';
import { factsOf, principalOf, vaultOf } from './knowledge.ts';
import type { RunDraft } from './run.ts';
import type { TrackId } from './vocabulary.ts';

/**
 * The same for the same run, track, vault and principal, so that a repeated PUT changes nothing
 * (docs/reference/clouds.md 2.2).
 */
export function assignmentGuid(run: RunDraft, track: TrackId): string {
  const hex = sha256Hex(
    ['role', run.id, track, vaultOf(run, track)?.resourceId, principalOf(run, track)].join('\n'),
  );
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whether Keyway created one of the last observed assignments. Nobody else uses its ID. */
export function isAssignedByKeyway(run: RunDraft, track: TrackId): boolean {
  const facts = factsOf(run, track, 'ROLE');
  if (facts?.assignments.outcome !== 'seen') return false;
  const guid = assignmentGuid(run, track);
  return facts.assignments.value.some(({ id }) => String(id).toLowerCase().endsWith(`/${guid}`));
}
