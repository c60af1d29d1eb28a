/** What resolvers get: the services of the process, and who sent the request. */
import type { Instant, Run } from '@keyway/core';
import type {
  ApproverOptions,
  Authenticated,
  HandOffAccess,
  PartnerScope,
  PartnerStore,
  Store,
} from '@keyway/store';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Config } from './config.ts';
import type { DryRunFeed } from './dryRuns/dryRunFeed.ts';
import type { BulkFeed } from './bulk/bulkFeed.ts';
import type { InboxFeed } from './inbox/inboxFeed.ts';
import { Loaders } from './loaders.ts';
import type { LayOutCustomer } from './practice/sandboxCustomers.ts';
import type { AlertFeed } from './watch/alertFeed.ts';
import type { HealthFeed } from './watch/healthFeed.ts';
import type { RunFeed } from './runs/runFeed.ts';

/** Lives as long as the process. */
export interface Services {
  config: Pick<
    Config,
    | 'sandbox'
    | 'providers'
    | 'publicUrl'
    | 'retention'
    | 'pollScale'
    | 'webhookAllow'
    | 'awsPrincipal'
    | 'mailFrom'
  >;
  store: Store;
  feed: RunFeed;
  bulkFeed: BulkFeed;
  dryRunFeed: DryRunFeed;
  alertFeed: AlertFeed;
  healthFeed: HealthFeed;
  inboxFeed: InboxFeed;
  /** Null: there is no sandbox, or none with controls. */
  layOutCustomer: LayOutCustomer | null;
  version: string;
  log: Pick<FastifyBaseLogger, 'warn'>;
  now: () => Instant;
  /** Call when a token or role changed: open sockets are checked again at once. */
  accessChanged: () => void;
}

/** The hand-off of a link, and the only organization that it is for. */
export interface HandOffContext {
  access: HandOffAccess;
  partner: PartnerStore;
}

/** Lives as long as one request, or one event of a subscription. */
export interface RequestContext {
  services: Services;
  /** Null before signing in, when only `environment` can be queried. */
  signedIn: { viewer: Authenticated; partner: PartnerStore; loaders: Loaders } | null;
  /** Of a request with the token of a hand-off, which is signed in as nobody. */
  handOff?: HandOffContext | null;
  /** Whether the request accepts an answer from a read replica. */
  acceptsReplica?: boolean;
  /** From where it was answered, of a request that accepts a replica. */
  readFrom?: 'replica' | 'primary';
  /** Whether the response says what the operation cost. */
  showsCost?: boolean;
  /** The operation's, once it is known. */
  cost?: number;
  /** Resolves when an operation of this cost may execute. */
  acquirePermit?: (cost: number) => Promise<void>;
  /**
   * In an execution that viewers share: the runs whose rules asked for the principal. A viewer
   * named by one of them gets a separate execution.
   */
  runsOfPrincipal?: Set<Run>;
  /** As `runsOfPrincipal`: principals of whom it would say something else. */
  principals?: Set<string>;
}

/** Who asks, as the store knows them: a member, or one of their tokens. */
export const starterOf = ({ kind, id }: Pick<Authenticated, 'kind' | 'id'>): string =>
  `${kind}:${id}`;

/** Which tokens count among those who could approve. */
export const approverOptions = ({ config }: Pick<Services, 'config'>): ApproverOptions => ({
  withTokensOfNobody: config.sandbox,
});

/** @param reader whose share of the connections reads take; null: of an execution that is shared */
export function requestContext(
  services: Services,
  viewer: Authenticated | null,
  reader: string | null = viewer && viewer.principal,
): RequestContext {
  if (!viewer) return { services, signedIn: null };
  const partner = services.store.forPartner(scopeOf(viewer, reader !== null), reader);
  return { services, signedIn: signedInWith(services, viewer, partner) };
}

/** @param isOwn a shared execution has nothing that is one viewer's alone */
const scopeOf = (viewer: Authenticated, isOwn: boolean): PartnerScope => ({
  ...{ partnerId: viewer.partnerId, organizationIds: viewer.organizationIds },
  ...(isOwn && { viewer: starterOf(viewer) }),
});

const signedInWith = (
  services: Services,
  viewer: Authenticated,
  partner: PartnerStore,
): NonNullable<RequestContext['signedIn']> => ({
  ...{ viewer, partner },
  loaders: new Loaders(partner, approverOptions(services)),
});

/** From here on the context reads from the read replica, where one follows. For queries alone. */
export async function readFromReplica(context: RequestContext): Promise<void> {
  const { services, signedIn } = context;
  context.readFrom = 'primary';
  if (!signedIn) return;
  const { viewer } = signedIn;
  const partner = await services.store.fromReplica(scopeOf(viewer, true), viewer.principal);
  if (!partner) return;
  context.signedIn = signedInWith(services, viewer, partner);
  context.readFrom = 'replica';
}

export function handOffContext(services: Services, access: HandOffAccess): RequestContext {
  const { partnerId, organizationId } = access;
  const partner = services.store.forPartner({ partnerId, organizationIds: [organizationId] });
  return { services, signedIn: null, handOff: { access, partner } };
}

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in, or send an API token: Authorization: Bearer kw_…', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });

/**
 * The signed-in part of a context.
 * @throws GraphQLError with code UNAUTHENTICATED, HTTP 401.
 */
export function requireSignedIn(context: RequestContext): NonNullable<RequestContext['signedIn']> {
  if (!context.signedIn) throw unauthenticated();
  return context.signedIn;
}
