/** Who sent the request. */
import { globalId, hasScope, roleOf, ROLES, scopesOfRole } from '@keyway/core';
import { presentItems } from '../loaders.ts';
import { requireSignedIn } from '../context.ts';
import { readScopeMissing } from '../limits/assertAllowed.ts';
import { signInAgainUrl } from './stepUp.ts';
import { scopesOf } from './permissions.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, _args, context) => requireSignedIn(context).viewer,
    roles: () => ROLES.map((role) => ({ role, scopes: scopesOfRole(role) })),
  },
  Viewer: {
    id: (viewer) => globalId(viewer.kind === 'MEMBER' ? 'Member' : 'ApiToken', viewer.id),
    partner: (viewer) => viewer.partnerName,
    role: (viewer) => roleOf(viewer),
    scopes: (viewer) => [...scopesOf(viewer)],
    signInAgainUrl: (viewer, _args, { services: { config, now } }) =>
      signInAgainUrl(viewer, { providers: config.providers, now: now() }),
    organizations: async (viewer, _args, context) => {
      if (viewer.organizationIds === null) return null;
      if (!hasScope(viewer, 'read')) throw readScopeMissing();
      const found = await requireSignedIn(context).loaders.organization.loadMany(
        viewer.organizationIds,
      );
      return presentItems(found);
    },
  },
};
