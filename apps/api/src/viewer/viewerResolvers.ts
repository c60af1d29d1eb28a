/** Who is asking. */
import { globalId } from '@keyway/core';
import { signedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, _args, context) => signedIn(context).viewer,
  },
  Viewer: {
    id: (viewer) => globalId(viewer.kind === 'MEMBER' ? 'Member' : 'ApiToken', viewer.id),
    partner: (viewer) => viewer.partnerName,
    organizations: async (viewer, _args, context) => {
      if (viewer.organizationIds === null) return null;
      const found = await signedIn(context).loaders.organization.loadMany(viewer.organizationIds);
      return found.filter((organization) => organization !== null && !(organization instanceof Error));
    },
  },
};
