/** Who sent the request. */
import { globalId } from '@keyway/core';
import { present } from '../loaders.ts';
import { signedIn } from '../context.ts';
import { readScopeMissing } from '../limits/assertAllowed.ts';
import { hasScope, scopesOf } from './permissions.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, _args, context) => signedIn(context).viewer,
  },
  Viewer: {
    id: (viewer) => globalId(viewer.kind === 'MEMBER' ? 'Member' : 'ApiToken', viewer.id),
    partner: (viewer) => viewer.partnerName,
    scopes: (viewer) => [...scopesOf(viewer)],
    organizations: async (viewer, _args, context) => {
      if (viewer.organizationIds === null) return null;
      if (!hasScope(viewer, 'read')) throw readScopeMissing();
      const found = await signedIn(context).loaders.organization.loadMany(viewer.organizationIds);
      return present(found);
    },
  },
};
