/**
 * Access to all partners' data, for the worker and for authentication. No data of a request may
 * reach it unchecked.
 */
import { refuse, type EventActor, type Instant, type RunEvent } from '@keyway/core';
import type {
  Admission,
  Authenticated,
  ClosedInvitation,
  HandOffAccess,
  SessionLimits,
  SessionOrigin,
  SignedIn,
} from './access/accessRecords.ts';
import {
  authenticateSession,
  authenticateToken,
  isMemberRemoved,
} from './access/authentication.ts';
import { bootstrap, type Bootstrap } from './access/bootstrap.ts';
import { BootstrapTokens } from './access/bootstrapTokens.ts';
import { authenticateHandOff } from './access/handOffAccess.ts';
import { createSession, endSession, type EndedSession } from './access/sessions.ts';
import { closedInvitation } from './access/invitations.ts';
import { signIn, type SignInResult } from './access/signIn.ts';
import type { ClaimedTrial, OpenedConnections } from './connections/connectionRecord.ts';
import { openReplacement } from './connections/connectionReplacement.ts';
import { openSealed, readSealed } from './connections/sealedConnection.ts';
import { UnknownCommit, type Database, type Sql } from './database/database.ts';
import { isUniqueViolation, withRetry } from './database/retry.ts';
import type { Discarded, Lease, ResumedWork } from './effects/claimedEffect.ts';
import { discardEffect } from './effects/discardEffect.ts';
import { LostWork } from './effects/lostWork.ts';
import type { EvidenceKeys } from './evidence/evidenceKeys.ts';
import type { FederationKeys } from './federation/federationKeys.ts';
import type { OrganizationIds } from './organizations/organizationRecord.ts';
import type { Retention } from './retention/retention.ts';
import { deleteArchived } from './retention/deleteArchived.ts';
import { sweep } from './retention/sweep.ts';
import { advanceRun } from './runs/advanceRun.ts';
import type { KnownRun } from './runs/advanceValues.ts';
import type { KnownRuns, Conditions } from './runs/knownRuns.ts';
import { applyPolicyChanges } from './policies/applyPolicyChanges.ts';
import { partnerOfRun } from './runs/partnerOfRun.ts';
import { addUpPortfolios } from './runs/portfolio.ts';
import { rebuildAllReadModels, rebuildReadModels } from './runs/readModels.ts';
import { findCurrentRunOf } from './runs/findRuns.ts';
import type { AdvanceResult, StoredRun } from './runs/runRecord.ts';
import { runColumns, storedRun, type RunRow } from './runs/runRow.ts';
import type { Sealing } from './sealing/sealing.ts';
import { isUuid } from './tenancy/visibility.ts';

const OTHERS_SHARING = {
  name: 'others_sharing',
  text: `select count(distinct v.organization_id)::int as others from run_vault v join run r on r.id = v.run_id and r.partner_id = v.partner_id
    where v.partner_id = $3 and v.vault_uri = lower($2)
      and v.organization_id <> $1 and r.status <> 'CANCELLED'`,
};

export interface SystemStoreOptions {
  database: Database;
  sealing: Sealing;
  pollScale: number;
  knownRuns: KnownRuns;
  retention: Retention;
}

/** Reads and writes without a viewer's scope, for the worker and for signing in. */
export class SystemStore {
  private readonly options: SystemStoreOptions;
  private readonly bootstrapTokens: BootstrapTokens;
  private readonly lostWork: LostWork;

  constructor(options: SystemStoreOptions) {
    this.options = options;
    this.bootstrapTokens = new BootstrapTokens(options.database);
    this.lostWork = new LostWork(options);
  }

  private now(): Date {
    return this.options.database.clock.now();
  }

  async run(id: string): Promise<StoredRun | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.options.database.read<RunRow>(
      `select ${runColumns('r')} from run r where r.id = $1`,
      [id],
    );
    return row ? storedRun(row) : null;
  }

  /**
   * `fromEffect`: the effect is finished in the same transaction, unless the run asked for it again
   * meanwhile; where the run still needs it afterwards, it stays. `underLease`: only while the
   * caller holds the effect's lease, which it keeps. `reading`: facts that were overtaken meanwhile
   * are not applied. `following`: observations that are written with it where they still hold; what
   * does not is left to be read again. An event is applied once however often it is tried, so that
   * a lost answer to COMMIT is tried again.
   */
  async advance(
    runId: string,
    event: RunEvent,
    conditions: Conditions = {},
  ): Promise<AdvanceResult> {
    const { database, pollScale, knownRuns } = this.options;
    const partnerId = await partnerOfRun(this.options, runId, conditions);
    if (partnerId === null) return { refusal: refuse('runNotFound', ['runId']) };
    const run = { runId, partnerId };
    const usual = async (): Promise<AdvanceResult> => {
      let after: KnownRun | null = null;
      const onWritten = (known: KnownRun): void => void (after = known);
      const result = await database.transaction(
        'system',
        (transaction) =>
          advanceRun(transaction, run, event, {
            pollScale,
            ...conditions,
            last: true,
            onWritten,
          }),
        'once',
      );
      if (after) knownRuns.learn(after);
      return result;
    };
    const known = await knownRuns.advance(run, event, conditions);
    return (
      known ??
      withRetry(
        usual,
        (error) => error instanceof UnknownCommit || isUniqueViolation(error, 'history_entry_pkey'),
      )
    );
  }

  /**
   * Ends an effect that the run no longer needs, which the same transaction checks against the
   * current run.
   */
  discard(runId: string, lease: Lease): Promise<Discarded> {
    const attempt = (): Promise<Discarded> =>
      this.options.database.transaction('system', (transaction) =>
        discardEffect(transaction, runId, lease, this.now()),
      );
    return withRetry(attempt, (error) => error instanceof UnknownCommit);
  }

  /**
   * Finds work that runs wait for and that is in no queue, and asks for it again: one pass over a
   * part of all runs.
   */
  resumeLostWork(actor: EventActor): Promise<ResumedWork[]> {
    return this.lostWork.resume(actor);
  }

  /**
   * Rebuilds what lists read of runs that an earlier version of the program wrote: one pass;
   * answers how many runs it rebuilt, 0 where none is left.
   */
  rebuildReadModels(): Promise<number> {
    return rebuildReadModels(this.options.database);
  }

  /**
   * Brings changed policies to open runs, of one partner or of all: one pass over at most 100 runs.
   * Returns how many there were.
   */
  applyPolicyChanges(partnerId: string | null = null): Promise<number> {
    const { database, pollScale } = this.options;
    return applyPolicyChanges(database, { pollScale, partnerId });
  }

  /** Adds up changes of the portfolios' counts: one pass; answers how many there were. */
  addUpPortfolios(): Promise<number> {
    return addUpPortfolios(this.options.database);
  }

  /** Rebuilds all of them; answers how many so far, after each pass. */
  rebuildAllReadModels(): AsyncGenerator<number> {
    return rebuildAllReadModels(this.options.database);
  }

  /** What signs evidence, and what verifies it. */
  get evidenceKeys(): Pick<EvidenceKeys, 'obtain' | 'publicKeys' | 'retire'> {
    return this.options.sealing.evidence;
  }

  /** What verifies that Keyway signs in at a customer's Entra tenant. */
  get federationKeys(): Pick<FederationKeys, 'publicKeys' | 'sign'> {
    return this.options.sealing.federation;
  }

  /** The stored credentials, opened. */
  async connections(organization: OrganizationIds): Promise<OpenedConnections> {
    const rows = await readSealed(this.sql(), organization);
    return openSealed(this.options.sealing, organization.organizationId, rows);
  }

  /** The credential that a trial is of, opened. Without it where it was withdrawn meanwhile. */
  triedConnection(trial: ClaimedTrial): Promise<OpenedConnections> {
    return trial.replacement === null
      ? this.connections(trial)
      : openReplacement(this.sql(), this.options.sealing, trial);
  }

  /** The newest run of the organization, as its page shows it; null without one. */
  currentRun(organization: OrganizationIds): Promise<StoredRun | null> {
    return findCurrentRunOf(this.sql(), organization);
  }

  private sql(): Sql {
    const { database } = this.options;
    return { query: <R>(...given: Parameters<Sql['query']>) => database.read<R>(...given) };
  }

  /**
   * How many other organizations of the same partner were given a key in this vault, or this KMS
   * key (VAL-09). `vaultOrKey` is as `vaultOrKeyOf` says it.
   */
  async otherOrganizationsSharing(
    { partnerId, organizationId }: OrganizationIds,
    vaultOrKey: string,
  ): Promise<number> {
    const [row] = await this.options.database.read<{ others: number }>(OTHERS_SHARING, [
      ...[organizationId, vaultOrKey, partnerId],
    ]);
    return row?.others ?? 0;
  }

  /** Null: unknown, expired or revoked. */
  authenticateToken(token: string): Promise<Authenticated | null> {
    return authenticateToken(this.options.database, this.bootstrapTokens, token, this.now());
  }
  /** The hand-off of a link's token, also where it is closed. Null: unknown. */
  authenticateHandOff(token: string): Promise<HandOffAccess | null> {
    return authenticateHandOff(this.options.database, token, this.now());
  }
  /** Counts as a use of the session unless `keepAlive` is false. */
  authenticateSession(
    cookieToken: string,
    { keepAlive = true } = {},
  ): Promise<Authenticated | null> {
    return authenticateSession(this.options.database, cookieToken, this.now(), keepAlive);
  }

  /** Why a credential of theirs is not valid any more. */
  isMemberRemoved(memberId: string): Promise<boolean> {
    return isMemberRemoved(this.options.database, memberId);
  }

  /** Returns the cookie's token; only its SHA-256 is stored. */
  createSession(
    memberId: string,
    limits: SessionLimits,
    origin: SessionOrigin | null = null,
  ): Promise<{ token: string; expiresAt: Instant }> {
    return createSession(this.options.database, memberId, limits, origin, this.now());
  }

  /** Null where there is no such session. */
  endSession(cookieToken: string): Promise<EndedSession | null> {
    return endSession(this.options.database, cookieToken);
  }

  /** Lets a person in who was invited or is admitted, and says why not. */
  signIn(partnerId: string, person: SignedIn, admission: Admission): Promise<SignInResult> {
    return signIn(this.options.database, partnerId, person, admission, this.now());
  }

  /** Why the link of an invitation lets nobody in; null where it can be used. */
  closedInvitation(partnerId: string, token: string): Promise<ClosedInvitation | null> {
    const { database } = this.options;
    const sql = { query: database.read.bind(database) };
    return closedInvitation(sql, partnerId, token);
  }

  /** Creates the first partner and its bootstrap token on an empty database. */
  async bootstrap(given: Bootstrap): Promise<{ partnerId: string; created: boolean }> {
    const outcome = await bootstrap(this.options.database, given, this.now());
    this.bootstrapTokens.forget();
    return outcome;
  }

  /** Deletes what ended and is too old to be kept: one pass, in batches. */
  async sweep(): Promise<void> {
    const { database, retention } = this.options;
    await sweep(database, retention);
    await deleteArchived(this.options, retention.archivedDays);
  }
}
