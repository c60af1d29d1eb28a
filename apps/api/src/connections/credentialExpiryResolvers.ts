/** How near the expiry of stored credentials is, each and all of them. */
import { credentialExpiryState, daysUntilExpiry, type Instant } from '@keyway/core';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { CredentialExpiry, Resolvers } from '../generated/resolverTypes.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { SHOWN_KINDS } from './shownKinds.ts';

function expiryOf(expiresAt: Instant, { services }: RequestContext): CredentialExpiry {
  const now = services.store.now().toISOString();
  const state = credentialExpiryState(expiresAt, now);
  return { expiresAt, state, daysLeft: daysUntilExpiry(expiresAt, now) };
}
const expiry = (
  { expiresAt }: { expiresAt: Instant | null },
  _args: object,
  context: RequestContext,
): CredentialExpiry | null => (expiresAt === null ? null : expiryOf(expiresAt, context));

export const credentialExpiryResolvers: Resolvers = {
  Query: {
    expiringCredentials: async (_, request, context) => {
      const { partner } = requireSignedIn(context);
      const now = context.services.store.now();
      const page = await pageOf(partner.expiringCredentials(request, now));
      return { ...page, count: () => partner.countExpiringCredentials(now) };
    },
  },
  CloudConnection: { expiry },
  CredentialReplacement: { expiry },
  ExpiringCredential: {
    kind: ({ kind }) => SHOWN_KINDS[kind],
    organization: async ({ organizationId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.organization.load(organizationId);
      if (!found) throw new Error(`A credential of ${organizationId}, which its viewer can’t see.`);
      return found;
    },
    expiry: ({ expiresAt }, _args, context) => expiryOf(expiresAt, context),
  },
  ExpiringCredentialConnection: {
    ...connectionResolvers,
    totalCount: async ({ count }) => (await count()).count,
  },
};
