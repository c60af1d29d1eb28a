/** Assigns the exact role to Adobe's service principal under a GUID of ours; a repetition meets itself as 409 (cloud-wire 2.2). */
import { keyOf, principalOf, vaultOf } from '@keyway/core';
import { failureFrom } from '../observe/observed.ts';
import type { Handler } from './effectContext.ts';

export const assignRole: Handler<'assignRole'> = async ({ track, assignmentGuid, attempt }, context) => {
  const [vault, key, principalObjectId] = [vaultOf(context.run, track), keyOf(context.run, track), principalOf(context.run, track)];
  if (!vault || !key || !principalObjectId || !context.run.tracks[track].steps.ROLE?.acting) return null;
  const reference = { kind: vault.kind, name: vault.name, resourceId: vault.resourceId };
  try {
    const connection = await context.azureConnection();
    const about = { keyName: key.key, principalObjectId };
    const before = await context.azure.readRoleAssignments(connection, reference, about, { signal: context.signal });
    const there = before.some((assignment) => assignment.id.toLowerCase().endsWith(assignmentGuid));
    // The ID is only ever Keyway's own: an earlier attempt made it, and its answer was lost.
    if (there) return { kind: 'roleAssigned', data: { track, created: true, assignmentGuid } };
    if (!context.mayStillAct()) return null;
    const { created } = await context.azure.assignRole(
      connection,
      reference,
      { guid: assignmentGuid, principalObjectId },
      { signal: context.signal },
    );
    return { kind: 'roleAssigned', data: { track, created, assignmentGuid } };
  } catch (error) {
    return { kind: 'roleAssignmentFailed', data: { track, failure: failureFrom(error), attempt, timeScale: context.timeScale } };
  }
};
