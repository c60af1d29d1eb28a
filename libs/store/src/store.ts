/**
 * What the store offers the api and the worker: types only, so that both can be read and written
 * without knowing how rows are kept. Everything is scoped: `forPartner` sees one partner's rows
 * (and of these only the listed organizations'), `system` is for the worker and for signing in.
 * Prisma and SQL never leave the library.
 */
import type {
  Actor,
  Cloud,
  Connections,
  EventActor,
  Instant,
  Policy,
  Refusal,
  Region,
  Role,
  RunEvent,
  Shield,
} from '@keyway/core';
import type {
  AdobeConnection,
  AzureConnection,
  ConnectionKind,
  ConnectionRecord,
  ConnectionTrials,
  NewConnection,
} from './connections/connectionTrialContract.ts';
import type { Discarded, EffectQueue, Lease, ResumedWork } from './effects/effectContract.ts';
import type { RateCounts } from './rateCounts.ts';
import type {
  ApiTokenRecord,
  Authenticated,
  ChainVerification,
  Count,
  FieldChange,
  HistoryFilter,
  HistoryRecord,
  MemberRecord,
  OrganizationChange,
  OrganizationFilter,
  OrganizationRecord,
  Page,
  PageRequest,
  PortfolioCounts,
  RunFilter,
  SearchHit,
  StepObservation,
  StoredRun,
  WaitingRun,
} from './records.ts';
import type { SealingKeys } from './sealing/sealingKeys.ts';

export type * from './openStoreOptions.ts';
export type { RateCounts, RateDelta, RateTotal } from './rateCounts.ts';
export type * from './records.ts';
export type * from './sealing/sealingKeys.ts';
export type { SealingFault } from './sealing/sealingFault.ts';
export * from './effects/effectContract.ts';
export type * from './connections/connectionTrialContract.ts';

export interface Store {
  forPartner(scope: PartnerScope): PartnerStore;
  system(): SystemStore;
  queue: EffectQueue;
  trials: ConnectionTrials;
  sealing: SealingKeys;
  /**
   * Every committed change of a run, of every partner; the listener filters. Reconnects by itself.
   * Answers the unsubscribe function.
   */
  onChange(listener: (change: RunChange) => void): () => void;
  /** By the database's clock, as this process counts it on from its last answer. */
  now(): Date;
  /** How far this machine's clock is ahead of the database's; below zero: behind. */
  clockSkewSeconds(): number;
  /** Throws when the database does not answer (`/readyz`). */
  ping(): Promise<void>;
  /**
   * What says how things are, and the shared limits: on connections of their own, so that they
   * never wait behind requests.
   */
  aside: {
    ping(): Promise<void>;
    depth: EffectQueue['depth'];
    rates: RateCounts;
  };
  close(): Promise<void>;
}

export interface RunChange {
  partnerId: string;
  organizationId: string;
  runId: string;
  version: number;
}

/** `organizationIds` null: every organization of the partner. */
export interface PartnerScope {
  partnerId: string;
  organizationIds: readonly string[] | null;
}

/**
 * Foreign and missing ids answer alike: null, or absent from the map. Ids that are no UUIDs are
 * missing ids.
 */
export interface PartnerStore {
  readonly scope: PartnerScope;
  organizations(page: PageRequest, filter?: OrganizationFilter): Promise<Page<OrganizationRecord>>;
  countOrganizations(filter?: OrganizationFilter): Promise<Count>;
  organization(id: string): Promise<OrganizationRecord | null>;
  organizationByImsOrgId(imsOrgId: string): Promise<OrganizationRecord | null>;
  organizationsByIds(ids: readonly string[]): Promise<Map<string, OrganizationRecord>>;
  /** The stored connections of these organizations, without secrets. */
  connections(organizationIds: readonly string[]): Promise<ConnectionRecord[]>;
  /**
   * The newest run of each organization (by organization id): the one that is not cancelled, else
   * the last cancelled.
   */
  currentRuns(organizationIds: readonly string[]): Promise<Map<string, StoredRun>>;
  runs(page: PageRequest, filter?: RunFilter): Promise<Page<StoredRun>>;
  countRuns(filter?: RunFilter): Promise<Count>;
  /** Open runs that wait on one of these, the longest waiting first. */
  waitingRuns(page: PageRequest, waitingOn: readonly Actor[]): Promise<Page<WaitingRun>>;
  run(id: string): Promise<StoredRun | null>;
  runsByIds(ids: readonly string[]): Promise<Map<string, StoredRun>>;
  /** Whether one run matches a filter now (`runsChanged`). */
  runMatches(runId: string, filter: RunFilter): Promise<boolean>;
  looks(runIds: readonly string[]): Promise<StepObservation[]>;
  portfolio(): Promise<PortfolioCounts>;
  /** Newest first. */
  history(page: PageRequest, filter?: HistoryFilter): Promise<Page<HistoryRecord>>;
  historyEntry(id: string): Promise<HistoryRecord | null>;
  /** Recomputes the chain of one organization, or with null the partner's own. */
  verifyHistory(organizationId: string | null): Promise<ChainVerification>;
  members(): Promise<MemberRecord[]>;
  apiTokens(page: PageRequest): Promise<Page<ApiTokenRecord>>;
  apiToken(id: string): Promise<ApiTokenRecord | null>;
  search(text: string, first: number): Promise<SearchHit[]>;
  /**
   * One transaction around `work`, with its idempotency row. `work` may be run again after a
   * deadlock, so it does nothing outside `tx`. Its result has to be plain JSON: it is kept 24 h and
   * answered again for the same key and input (sealed where `secretResult` is set). To change
   * nothing, `work` throws `Refused`: that is answered as `{ refusals }`. Keys of refused requests
   * are not kept.
   */
  mutate<T>(
    request: MutationRequest,
    work: (tx: PartnerTransaction) => Promise<T>,
  ): Promise<MutationOutcome<T>>;
}

export interface MutationRequest {
  /**
   * `Authenticated.principal` plus, where keys must not be shared, the token: keys of one principal
   * never meet another's.
   */
  principal: string;
  /** Name of the mutation. */
  operation: string;
  idempotencyKey?: string | null;
  /** Plain JSON; its hash tells whether the key is used again for something else. */
  input: unknown;
  /** The result holds something that is shown once (a token): kept sealed. */
  secretResult?: boolean;
}
export type MutationOutcome<T> = { result: T; replayed: boolean } | { refusals: Refusal[] };

/** Who and when, for what is no event of a run. `id` (UUID) becomes the history entry's id. */
export interface Occurrence {
  id: string;
  at: Instant;
  actor: EventActor;
}

export interface NewOrganization {
  name: string;
  imsOrgId: string;
  cloud: Cloud;
  region: Region;
  shield: Shield;
  ownsCja: boolean;
  azureTenantId: string | null;
}

export interface NewApiToken {
  name: string;
  role: Role;
  scopes: string[];
  organizationIds: string[] | null;
  expiresAt: Instant | null;
  maker: Pick<Authenticated, 'kind' | 'id' | 'principal' | 'name'>;
}

/**
 * Inside `mutate`. A refusal answered here wrote nothing; what else the transaction did stands
 * unless `work` throws `Refused`.
 */
export interface PartnerTransaction {
  organization(id: string): Promise<OrganizationRecord | null>;
  organizationByImsOrgId(imsOrgId: string): Promise<OrganizationRecord | null>;
  /** Those of them that are there, by IMS organization ID. */
  organizationsByImsOrgIds(imsOrgIds: readonly string[]): Promise<Map<string, OrganizationRecord>>;
  run(id: string): Promise<StoredRun | null>;
  currentRun(organizationId: string): Promise<StoredRun | null>;
  /**
   * Refuses CONFLICT (field `imsOrgId`) where the partner has that organization. Writes
   * `organizationCreated`.
   */
  createOrganization(
    organization: NewOrganization,
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  /**
   * Many in one statement, each with its own occurrence and `organizationCreated`. Answers those
   * that were made; the others are there already and stay as they are.
   */
  createOrganizations(
    organizations: readonly NewOrganization[],
    occurrence: () => Occurrence,
  ): Promise<{ created: OrganizationRecord[] } | { refusal: Refusal }>;
  /**
   * Seals and keeps the credential, makes its trial due, writes `adobeConnected`/`azureConnected`,
   * and tells the open run (`connectionsChanged`).
   */
  setConnection(
    organizationId: string,
    connection: NewConnection,
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  /**
   * Makes a trial of the stored credential due now. Refuses NOT_FOUND, or CLOUD_NOT_CONNECTED where
   * none is stored.
   */
  tryConnection(
    organizationId: string,
    kind: ConnectionKind,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  /**
   * Deletes the credential, writes `adobeDisconnected`/`azureDisconnected`, and tells the open run;
   * what is not connected stays so.
   */
  removeConnection(
    organizationId: string,
    kind: NewConnection['kind'],
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  /**
   * Corrects details, writes `organizationUpdated` and tells the open run (`organizationChanged`),
   * each organization by itself: an answer for each that was given. With `dryRun` only what would
   * change.
   */
  changeOrganizations(
    changes: readonly OrganizationChange[],
    occurrence: () => Occurrence,
    dryRun?: boolean,
  ): Promise<
    Map<
      string,
      { organization: OrganizationRecord; changes: FieldChange[] } | { refusals: Refusal[] }
    >
  >;
  /**
   * Hides the organization and cancels its open run; refuses ALREADY_SUBMITTED (field `reason`)
   * without a reason after a submission.
   */
  archiveOrganization(
    organizationId: string,
    reason: string | null,
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  restoreOrganization(
    organizationId: string,
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }>;
  /**
   * Refuses NOT_FOUND, CONFLICT where it is archived, or RUN_EXISTS where a run is open or
   * completed.
   */
  startRun(
    organizationId: string,
    occurrence: Occurrence,
    policy?: Policy,
  ): Promise<{ run: StoredRun } | { refusal: Refusal }>;
  /** `startRun` for many, in few round trips: an answer for each id, in their order. */
  startRuns(
    organizationIds: readonly string[],
    occurrence: () => Occurrence,
    policy?: Policy,
  ): Promise<Map<string, { run: StoredRun } | { refusal: Refusal }>>;
  /**
   * THE write path (docs/reference/run.md, rule 2). Refuses NOT_FOUND where the run is foreign or
   * missing.
   */
  advance(
    runId: string,
    event: RunEvent,
  ): Promise<{ run: StoredRun; applied: boolean } | { refusal: Refusal }>;
  createApiToken(
    token: NewApiToken,
    occurrence: Occurrence,
  ): Promise<{ token: string; apiToken: ApiTokenRecord }>;
  /** Revoking twice is fine. */
  revokeApiToken(
    id: string,
    occurrence: Occurrence,
  ): Promise<{ apiToken: ApiTokenRecord } | { refusal: Refusal }>;
  /** For what has no method of its own. `data` holds no secret. */
  appendHistory(
    organizationId: string | null,
    kind: string,
    data: Record<string, unknown>,
    occurrence: Occurrence,
  ): Promise<void>;
}

// The system's view: the worker, and signing in.

export interface OpenedConnections {
  adobe: AdobeConnection | null;
  azure: AzureConnection | null;
  /**
   * Null above although it was connected: the sealing key is another one than it was sealed under.
   * Connecting again helps.
   */
  unopenable: ('adobe' | 'azure')[];
  /** What the run may know of them. */
  public: Connections;
}

export type AdvanceResult =
  /** `applied` false: that event was applied before (`repeated`), or it brought nothing new. */
  | { run: StoredRun; applied: boolean; repeated?: true }
  | { refusal: Refusal }
  /** The effect is somebody else's by now, or no longer wanted: the event was not applied. */
  | { lostLease: true };

export interface SignedIn {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
}

/** When a session ends (ASVS 5, 7.3.1 and 7.3.2). */
export interface SessionLimits {
  /** After its last use. */
  idleSeconds: number;
  /** After signing in, however much it is used. */
  longestSeconds: number;
}

export interface SystemStore {
  run(id: string): Promise<StoredRun | null>;
  /**
   * `fromEffect`: the effect is finished in the same transaction, unless the run asked for it again
   * meanwhile; where the run still needs it afterwards, it stays. `underLease`: only while the
   * effect is the holder's, and it goes on being so.
   */
  advance(
    runId: string,
    event: RunEvent,
    options?: { fromEffect?: Lease; underLease?: Lease },
  ): Promise<AdvanceResult>;
  /**
   * Ends an effect that the run no longer wants; whether it does is asked of the run as it is now,
   * in the same transaction.
   */
  discard(runId: string, lease: Lease): Promise<Discarded>;
  /**
   * Looks for work that runs wait for and nobody has, and asks for it again: one pass over a part
   * of all runs.
   */
  resumeLostWork(actor: EventActor): Promise<ResumedWork[]>;
  connections(organizationId: string): Promise<OpenedConnections>;
  /**
   * How many other organizations of the same partner were given a key in this vault (VAL-09).
   * `vaultUri`: `https://…`, no trailing slash.
   */
  otherOrganizationsOnVault(organizationId: string, vaultUri: string): Promise<number>;

  /**
   * Null: unknown, expired or revoked. Constant-time in the token: it is looked up by its SHA-256.
   */
  authenticateToken(token: string): Promise<Authenticated | null>;
  /** Counts as a use of the session unless `keepAlive` is false. */
  authenticateSession(
    cookieToken: string,
    options?: { keepAlive?: boolean },
  ): Promise<Authenticated | null>;
  /** Answers the cookie's token; only its SHA-256 is kept. */
  createSession(
    memberId: string,
    limits: SessionLimits,
  ): Promise<{ token: string; expiresAt: Instant }>;
  endSession(cookieToken: string): Promise<void>;
  /**
   * By (issuer, subject); name and email follow the provider. The first member of a partner becomes
   * `firstRole`, later ones `laterRole`. `imsOrgIds` limits the member to these of the partner's
   * organizations from now on; null or absent leaves the limits as they are.
   */
  signIn(
    partnerId: string,
    person: SignedIn,
    roles?: { firstRole: Role; laterRole: Role },
    imsOrgIds?: readonly string[] | null,
  ): Promise<MemberRecord>;
  /**
   * Makes the partner (and its bootstrap token) on an empty database; does nothing on any other.
   * Answers the first partner.
   */
  bootstrap(options: {
    partnerName: string;
    bootstrapToken?: string | null;
  }): Promise<{ partnerId: string; created: boolean }>;
  partners(): Promise<{ id: string; name: string }[]>;
  /** Removes idempotency rows older than 24 h and sessions that ended. */
  sweep(): Promise<void>;
}
