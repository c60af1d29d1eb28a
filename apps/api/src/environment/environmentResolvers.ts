/** What unauthenticated callers may read. */
import type { Resolvers } from '../generated/resolverTypes.ts';

export const environmentResolvers: Resolvers = {
  Query: {
    environment: (_, _args, { services: { config, version } }) => ({
      sandbox: config.sandbox,
      version,
      signIn: config.oidc
        ? [
            {
              name: config.sandbox ? 'Sandbox' : new URL(config.oidc.issuer).host,
              url: '/auth/login',
            },
          ]
        : [],
    }),
  },
};
