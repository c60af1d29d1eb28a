/** What unauthenticated callers may read. */
import type { Resolvers } from '../generated/resolverTypes.ts';
import { signInPath } from '../signIn/providers.ts';

export const environmentResolvers: Resolvers = {
  Query: {
    environment: (_, _args, { services: { config, version } }) => ({
      sandbox: config.sandbox,
      version,
      signIn: config.providers.map((provider) => ({
        name: provider.name,
        url: signInPath(provider, config.providers),
      })),
    }),
  },
};
