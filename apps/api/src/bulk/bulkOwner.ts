/** Whom a bulk job makes responsible. */
import { parseGlobalId, refuse, type RunOwner } from '@keyway/core';
import { ownerProblem, Refused } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';

/** @throws Refused where there is no such member any more */
export async function bulkOwner(context: RequestContext, ownerId: string): Promise<RunOwner> {
  const memberId = parseGlobalId('Member', ownerId);
  const found = memberId ? await requireSignedIn(context).partner.candidate(memberId) : null;
  const problem = ownerProblem(found && { ...found, hasAccess: true });
  if (problem || !found) throw new Refused(problem ?? refuse('memberNotFound', ['ownerId']));
  return { memberId: found.id, name: found.name };
}
