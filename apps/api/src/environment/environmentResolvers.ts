/** What anybody may know before signing in. */
import type { Resolvers } from '../generated/resolverTypes.ts';

export const environmentResolvers: Resolvers = {
  Query: {
    environment: (_, _args, { house: { config, version } }) => ({
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
