/** What a bulk job would do, and for whom it would be refused. */
import { isBulkOfStep, isHandOffActor, refuse } from '@keyway/core';
import { describeRefusal } from '@keyway/messages';
import { MAX_BULK_ITEMS, Refused } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { QueryBulkPreviewArgs, ResolversTypes } from '../generated/resolverTypes.ts';
import { occurrenceBy } from '../mutate.ts';
import { selectOrganizations } from '../organizations/selectOrganizations.ts';
import { badUserInput } from '../schema/pages.ts';
import { bulkOwner } from './bulkOwner.ts';

/** Organizations that it names, of each kind. */
const MAX_SHOWN = 500;

/** A refusal of a query's arguments. */
function argumentError(error: unknown): unknown {
  const [refusal] = error instanceof Refused ? error.refusals : [];
  return refusal ? badUserInput(describeRefusal(refusal, 'en')) : error;
}

export async function bulkPreview(
  context: RequestContext,
  args: QueryBulkPreviewArgs,
): Promise<Awaited<ResolversTypes['BulkPreview']>> {
  const { partner, viewer } = requireSignedIn(context);
  const { action, track, step, ownerId, actor: handedOffTo } = args;
  if (action === 'PROVIDE_KEYS')
    throw badUserInput(describeRefusal(refuse('bulkKeysByImport', null), 'en'));
  const isOfStep = isBulkOfStep(action);
  if ((action === 'REQUEST_APPROVAL' || isOfStep) && !track)
    throw badUserInput(`"track" is needed for ${action}.`);
  if (isOfStep && !step) throw badUserInput(`"step" is needed for ${action}.`);
  if (handedOffTo && !isHandOffActor(handedOffTo))
    throw badUserInput(describeRefusal(refuse('handOffActor', null), 'en'));
  const refused = (error: unknown): never => {
    throw argumentError(error);
  };
  const organizations = await selectOrganizations(partner, args, MAX_BULK_ITEMS).catch(refused);
  const owner = ownerId ? await bulkOwner(context, ownerId).catch(refused) : undefined;
  const { actor, at: now } = occurrenceBy(context.services, viewer);
  // A reason, a statement and a reference are asked for later, and never decide.
  const problems = await partner.previewBulk(
    {
      ...{ action, track: track ?? null, reason: '-' },
      ...(isOfStep && step && { step }),
      ...(action === 'ATTEST_STEPS' && { attestation: { statement: '-', reference: null } }),
      ...(owner && action === 'ASSIGN' && { assignment: { owner } }),
      ...(handedOffTo && { handOff: { actor: handedOffTo, note: null, expiresAt: null } }),
    },
    organizations.map(({ id }) => id),
    { rights: viewer, actor, now },
  );
  const blocked = organizations.flatMap((organization) => {
    const refusal = problems.get(organization.id);
    return refusal ? [{ organization, refusal }] : [];
  });
  return {
    affected: organizations.length - blocked.length,
    eligible: organizations.filter(({ id }) => !problems.get(id)).slice(0, MAX_SHOWN),
    blocked: blocked.slice(0, MAX_SHOWN),
    blockedCount: blocked.length,
  };
}
