/** Addresses that clouds send events to. */
import { globalId, parseGlobalId } from '@keyway/core';
import { Refused } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  CreateEventGridAddressInput,
  Resolvers,
  ResolversTypes,
} from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { noOrganization, organizationTarget } from '../organizations/organizationMutation.ts';
import { AZURE_HOOK_PATH } from './azureRoute.ts';

/** In the query, which Azure doesn't show to those who read the event subscription. */
const addressOf = (publicUrl: string, organizationId: string, secret: string): string =>
  `${publicUrl}${AZURE_HOOK_PATH}${globalId('Organization', organizationId)}?secret=${secret}`;

async function createEventGridAddress(
  context: RequestContext,
  input: CreateEventGridAddressInput,
): Promise<Awaited<ResolversTypes['EventGridAddressPayload']>> {
  const { partner, loaders } = requireSignedIn(context);
  const id = parseGlobalId('Organization', input.organizationId);
  const outcome = await mutate(context, {
    name: 'createEventGridAddress',
    input,
    secretResult: true,
    target: () => organizationTarget(partner, id, noOrganization()),
    work: async (unit, occurrence) => {
      const created = await unit.eventGrid.createAddress(id ?? '', occurrence());
      if ('refusal' in created) throw new Refused(created.refusal);
      return { id: created.organization.id, secret: created.secret };
    },
  });
  if ('userErrors' in outcome)
    return { organization: null, address: null, userErrors: outcome.userErrors };
  const { id: organizationId, secret } = outcome.result;
  return {
    organization: await loaders.organization.load(organizationId),
    address: addressOf(context.services.config.publicUrl, organizationId, secret),
    userErrors: [],
  };
}

export const hookResolvers: Resolvers = {
  Mutation: {
    createEventGridAddress: (_, { input }, context) => createEventGridAddress(context, input),
  },
};
