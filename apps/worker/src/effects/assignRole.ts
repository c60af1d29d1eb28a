/**
 * Assigns the exact role to Adobe's service principal under Keyway's own GUID, so that Azure
 * answers a repetition with 409 (docs/reference/clouds.md 2.2).
 */
import { keyOf, principalOf, vaultOf } from '@keyway/core';
import { failureFrom } from '../observe/observe.ts';
import type { EffectHandler } from './effectContext.ts';

/** Safe to repeat at once: the next attempt reads whether the assignment exists. */
const LATE = {
  release: 'the lease is almost over, and another worker may soon have the effect',
  afterSeconds: 1,
};

export const assignRole: EffectHandler<'assignRole'> = async (
  { track, assignmentGuid, attempt },
  context,
) => {
  const [vault, key, principalObjectId] = [
    vaultOf(context.run, track),
    keyOf(context.run, track),
    principalOf(context.run, track),
  ];
  if (!vault || !key || !principalObjectId || !context.run.tracks[track].steps.ROLE?.acting)
    return {
      notWanted: 'the role is not being assigned any more, or facts that it needs are gone',
    };
  const reference = { kind: vault.kind, name: vault.name, resourceId: vault.resourceId };
  try {
    const connection = await context.azureConnection();
    const about = { keyName: key.key, principalObjectId };
    const before = await context.azure.readRoleAssignments(connection, reference, about, {
      signal: context.signal,
    });
    const there = before.some((assignment) => assignment.id.toLowerCase().endsWith(assignmentGuid));
    // The ID is only ever Keyway's own: an earlier attempt made it, and its answer was lost.
    if (there) return { kind: 'roleAssigned', data: { track, created: true, assignmentGuid } };
    if (!context.maySend() && !((await context.renewLease()) && context.maySend())) return LATE;
    const { created } = await context.azure.assignRole(
      connection,
      reference,
      { guid: assignmentGuid, principalObjectId },
      { signal: context.signal, maySend: context.maySend },
    );
    return { kind: 'roleAssigned', data: { track, created, assignmentGuid } };
  } catch (error) {
    return {
      kind: 'roleAssignmentFailed',
      data: { track, failure: failureFrom(error), attempt, timeScale: context.timeScale },
    };
  }
};
