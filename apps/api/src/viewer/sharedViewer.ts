/**
 * The viewer of an execution whose result several viewers get: it has what they have in common and
 * nothing else, so that no resolver can give one of them what belongs to another.
 */
import type { Run } from '@keyway/core';
import type { Authenticated } from '@keyway/store';
import { requestContext, requireSignedIn, type RequestContext, type Services } from '../context.ts';

type Rights = Pick<
  Authenticated,
  'partnerId' | 'partnerName' | 'organizationIds' | 'grants' | 'makerGrants' | 'scopes'
>;

const rightsOf = ({
  partnerId,
  partnerName,
  organizationIds,
  grants,
  makerGrants,
  scopes,
}: Authenticated): Rights => ({
  partnerId,
  partnerName,
  organizationIds,
  grants,
  makerGrants,
  scopes,
});

/** Everything that decides what a viewer sees and may do, except who they are. */
export const rightsKey = (viewer: Authenticated): string => JSON.stringify(rightsOf(viewer));

/** Somebody whom no run names. */
const NOBODY = '';

/** @throws where anything but the rights is read. */
const sharedViewer = (viewer: Authenticated): Authenticated =>
  new Proxy(rightsOf(viewer) as Authenticated, {
    get: (rights, name) => {
      if (Object.hasOwn(rights, name)) return rights[name as keyof Rights];
      throw new Error(`a shared execution read ${String(name)} of its viewer`);
    },
  });

/** For an execution whose result is for viewers with the same rights, whom its runs don't name. */
export function sharedContext(services: Services, viewer: Authenticated): RequestContext {
  return {
    ...requestContext(services, sharedViewer(viewer), null),
    runsOfPrincipal: new Set(),
    principals: new Set(),
  };
}

/** The viewer's principal, for rules that compare it with principals in this run. */
export function principalFor(context: RequestContext, run: Run): string {
  if (!context.runsOfPrincipal) return requireSignedIn(context).viewer.principal;
  context.runsOfPrincipal.add(run);
  return NOBODY;
}

/** The viewer's principal, for a rule that compares it with this one alone. */
export function principalComparedWith(principal: string, context: RequestContext): string {
  if (!context.principals) return requireSignedIn(context).viewer.principal;
  context.principals.add(principal);
  return NOBODY;
}
