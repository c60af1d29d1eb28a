/**
 * What resolvers know of the request: who asks, their window on the store, and the house they are
 * in.
 */
import type { Instant } from '@keyway/core';
import type { Authenticated, PartnerStore, Store } from '@keyway/store';
import { GraphQLError } from 'graphql';
import type { Config } from './config.ts';
import { makeLoaders, type Loaders } from './loaders.ts';
import type { RunFeed } from './runs/runFeed.ts';

/** What lives as long as the process. */
export interface House {
  config: Pick<Config, 'sandbox' | 'oidc' | 'publicUrl' | 'pollScale'>;
  store: Store;
  feed: RunFeed;
  version: string;
  now: () => Instant;
  /** A token or role changed: live connections are asked again at once. */
  standingChanged: () => void;
}

/** What lives as long as one request, or one subscription's event. */
export interface RequestContext {
  house: House;
  /** Null before signing in: then `environment` is all there is. */
  signedIn: { viewer: Authenticated; partner: PartnerStore; loaders: Loaders } | null;
  /** Waits until an operation of this cost may execute. */
  enter?: (cost: number) => Promise<void>;
  /** Of a subscription, an event. */
  cost?: number;
}

export function requestContext(house: House, viewer: Authenticated | null): RequestContext {
  if (!viewer) return { house, signedIn: null };
  const partner = house.store.forPartner({
    partnerId: viewer.partnerId,
    organizationIds: viewer.organizationIds,
  });
  return { house, signedIn: { viewer, partner, loaders: makeLoaders(partner) } };
}

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in, or send an API token: Authorization: Bearer kw_…', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });

/**
 * The signed-in part of a context.
 * @throws GraphQLError with code UNAUTHENTICATED, HTTP 401.
 */
export function signedIn(context: RequestContext): NonNullable<RequestContext['signedIn']> {
  if (!context.signedIn) throw unauthenticated();
  return context.signedIn;
}
