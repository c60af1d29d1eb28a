/** What the page about all keys shows beside the health of each. */
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

export const healthPageResolvers: Resolvers = {
  Organization: {
    topAlert: ({ id }, _args, context) => requireSignedIn(context).loaders.topAlert.load(id),
  },
  Portfolio: {
    checkedSince: async (_, _args, context) =>
      (await requireSignedIn(context).partner.checkedSince())?.toISOString() ?? null,
  },
};
