/** Grants of inputs, and who may manage people. */
import { mayMutate, parseGlobalId, refuse, type Grant } from '@keyway/core';
import { Refused, type PartnerStore } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { GrantInput } from '../generated/resolverTypes.ts';

/** Grants of one member or invitation. */
const MAX_GRANTS = 100;

/** Whether the viewer manages the partner's people: owners of the whole partner alone. */
export const managesPeople = (context: RequestContext): boolean =>
  mayMutate(requireSignedIn(context).viewer, 'changeGrants', null);

/**
 * Reads the partner's people.
 * @throws GraphQLError with code FORBIDDEN for everybody but owners
 */
export function peopleOf(context: RequestContext): PartnerStore {
  if (!managesPeople(context))
    throw new GraphQLError('Only owners of the partner with the scope admin can see its members.', {
      extensions: { code: 'FORBIDDEN' },
    });
  return requireSignedIn(context).partner;
}

/**
 * Grants as they are stored. `pathOf` gives a grant's place in the input.
 * @throws Refused where an organization is not one of the partner
 */
export async function grantsOf(
  context: RequestContext,
  inputs: readonly GrantInput[],
  pathOf: (index: number) => string[],
): Promise<Grant[]> {
  const { partner } = requireSignedIn(context);
  const grants = inputs.map(({ role, organizationId }) => ({
    role,
    given: organizationId ?? null,
    organizationId: organizationId == null ? null : parseGlobalId('Organization', organizationId),
  }));
  const found = await partner.organizationsByIds(
    grants.flatMap(({ organizationId }) => organizationId ?? []),
  );
  const missing = grants.findIndex(
    ({ given, organizationId }) =>
      given !== null && (organizationId === null || !found.has(organizationId)),
  );
  if (missing >= 0)
    throw new Refused(refuse('organizationNotFound', [...pathOf(missing), 'organizationId']));
  return grants.map(({ role, organizationId }) => ({ role, organizationId }));
}

/** The grants of one member or invitation. */
export async function grantsOfPerson(
  context: RequestContext,
  inputs: readonly GrantInput[],
): Promise<Grant[]> {
  if (inputs.length === 0) throw new Refused(refuse('grantsEmpty', ['grants']));
  if (inputs.length > MAX_GRANTS)
    throw new Refused(refuse('grantsMany', ['grants'], { max: MAX_GRANTS }));
  return grantsOf(context, inputs, (index) => ['grants', String(index)]);
}
