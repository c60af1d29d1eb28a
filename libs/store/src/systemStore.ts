/**
 * The view of the whole database: for the worker, and for finding out who somebody is. Never
 * reachable from a request's data.
 */
import { randomUUID } from 'node:crypto';
import type { EventActor, Role, RunEvent } from '@keyway/core';
import { advanceRun } from './runs/advanceRun.ts';
import { looksLikeToken, tokenHash, tokenPrefix } from './access/apiToken.ts';
import { appendHistory, lockChain } from './history/appendHistory.ts';
import {
  authenticateSession,
  authenticateToken,
  newSessionToken,
  sessionHash,
} from './access/authentication.ts';
import { BootstrapTokens } from './access/bootstrapTokens.ts';
import { openConnections } from './connections/connections.ts';
import { UnknownCommit, type Database, type Transaction } from './database/database.ts';
import { discardEffect } from './effects/discardEffect.ts';
import { GENESIS_HASH } from './history/historyChain.ts';
import { KEPT_HOURS } from './tenancy/idempotency.ts';
import { LostWork } from './effects/lostWork.ts';
import { memberRecord } from './access/memberRecord.ts';
import type { ModelClient } from './database/modelClient.ts';
import { isUuid } from './tenancy/partnerScope.ts';
import { forgetRates } from './rateCounts.ts';
import { isUniqueViolation, withRetry } from './database/retry.ts';
import { runColumns, storedRun, type RunRow } from './runs/runRow.ts';
import type { Sealing } from './sealing/sealing.ts';
import type {
  AdvanceResult,
  Authenticated,
  Discarded,
  Lease,
  MemberRecord,
  OpenedConnections,
  ResumedWork,
  SessionLimits,
  SignedIn,
  StoredRun,
  SystemStore,
} from './store.ts';

export interface SystemStoreOptions {
  database: Database;
  models: ModelClient;
  sealing: Sealing;
  pollScale: number;
  now: () => Date;
}

/** Serializes the first start of several processes. */
const BOOTSTRAP_LOCK = 72707370;

export class PostgresSystemStore implements SystemStore {
  private readonly options: SystemStoreOptions;
  private readonly bootstrapTokens: BootstrapTokens;
  private readonly lostWork: LostWork;

  constructor(options: SystemStoreOptions) {
    this.options = options;
    this.bootstrapTokens = new BootstrapTokens(options.database);
    this.lostWork = new LostWork(options);
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
   * An event is applied once however often it is tried, so a lost answer to COMMIT is simply tried
   * again.
   */
  advance(
    runId: string,
    event: RunEvent,
    leases: { fromEffect?: Lease; underLease?: Lease } = {},
  ): Promise<AdvanceResult> {
    const { database, pollScale } = this.options;
    const attempt = (): Promise<AdvanceResult> =>
      database.transaction('system', (transaction) =>
        advanceRun(transaction, runId, event, { pollScale, ...leases, last: true }),
      );
    return withRetry(
      attempt,
      (error) => error instanceof UnknownCommit || isUniqueViolation(error, 'history_entry_pkey'),
    );
  }

  discard(runId: string, lease: Lease): Promise<Discarded> {
    const attempt = (): Promise<Discarded> =>
      this.options.database.transaction('system', (transaction) =>
        discardEffect(transaction, runId, lease, this.options.now()),
      );
    return withRetry(attempt, (error) => error instanceof UnknownCommit);
  }

  resumeLostWork(actor: EventActor): Promise<ResumedWork[]> {
    return this.lostWork.resume(actor);
  }

  connections(organizationId: string): Promise<OpenedConnections> {
    const { database, sealing } = this.options;
    return openConnections(
      { query: (query, values) => database.read(query, values) },
      sealing,
      organizationId,
    );
  }

  async otherOrganizationsOnVault(organizationId: string, vaultUri: string): Promise<number> {
    const [row] = await this.options.database.read<{ others: number }>(
      `select count(distinct r.organization_id)::int as others from run r
       where r.partner_id = (select partner_id from organization where id = $1) and r.organization_id <> $1 and r.status <> 'CANCELLED'
         and r.vault_uris && array[lower($2)]`,
      [organizationId, vaultUri],
    );
    return row?.others ?? 0;
  }

  authenticateToken(token: string): Promise<Authenticated | null> {
    return authenticateToken(
      this.options.database,
      this.bootstrapTokens,
      token,
      this.options.now(),
    );
  }
  authenticateSession(
    cookieToken: string,
    { keepAlive = true } = {},
  ): Promise<Authenticated | null> {
    return authenticateSession(this.options.database, cookieToken, this.options.now(), keepAlive);
  }

  async createSession(
    memberId: string,
    { idleSeconds, longestSeconds }: SessionLimits,
  ): Promise<{ token: string; expiresAt: string }> {
    const { models, now } = this.options;
    const createdAt = now();
    const [endsAt, idleEnd] = [longestSeconds, idleSeconds].map(
      (seconds) => new Date(createdAt.getTime() + seconds * 1000),
    ) as [Date, Date];
    const expiresAt = idleEnd < endsAt ? idleEnd : endsAt;
    const token = newSessionToken();
    const sha256 = new Uint8Array(sessionHash(token));
    await models.transaction(async ({ member, session }) => {
      const { partnerId } = await member.findUniqueOrThrow({
        where: { id: memberId },
        select: { partnerId: true },
      });
      await session.create({
        data: { sha256, partnerId, memberId, createdAt, expiresAt, idleSeconds, endsAt },
      });
    });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  async endSession(cookieToken: string): Promise<void> {
    const where = { sha256: new Uint8Array(sessionHash(cookieToken)) };
    await this.options.models.transaction(({ session }) => session.deleteMany({ where }));
  }

  async signIn(
    partnerId: string,
    person: SignedIn,
    roles: { firstRole: Role; laterRole: Role } = { firstRole: 'OWNER', laterRole: 'AUDITOR' },
    imsOrgIds: readonly string[] | null = null,
  ): Promise<MemberRecord> {
    const { database, models, now } = this.options;
    const key = { partnerId, issuer: person.issuer, subject: person.subject };
    const where = { partnerId_issuer_subject: key };
    if (!(await models.transaction(({ member }) => member.findUnique({ where })))) {
      await database.transaction('system', (transaction) =>
        join(transaction, { ...person, partnerId, at: now() }, roles),
      );
    }
    const { name, email } = person;
    const limits = imsOrgIds
      ? { everyOrganization: false, organizationIds: await this.idsOf(partnerId, imsOrgIds) }
      : {};
    return memberRecord(
      await models.transaction(({ member }) =>
        member.update({ where, data: { name, email, ...limits } }),
      ),
    );
  }

  /** Of the partner's organizations alone; IDs that are none of its are left out. */
  private async idsOf(partnerId: string, imsOrgIds: readonly string[]): Promise<string[]> {
    const rows = await this.options.database.transaction('system', (transaction) =>
      transaction.query<{ id: string }>(
        'select id from organization where partner_id = $1 and ims_org_id = any($2)',
        [partnerId, imsOrgIds],
      ),
    );
    return rows.map(({ id }) => id);
  }

  async bootstrap({
    partnerName,
    bootstrapToken,
  }: {
    partnerName: string;
    bootstrapToken?: string | null;
  }): Promise<{ partnerId: string; created: boolean }> {
    if (bootstrapToken && !looksLikeToken(bootstrapToken))
      throw new TypeError('A bootstrap token is kw_ and 32 to 200 further characters.');
    const at = this.options.now();
    const attempt = () =>
      this.options.database.transaction('system', async (transaction) => {
        await transaction.query('select pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
        const [first] = await transaction.query<{ id: string }>(
          'select id from partner order by created_at, id limit 1',
        );
        if (first) return { partnerId: first.id, created: false };
        return {
          partnerId: await makePartner(transaction, partnerName, bootstrapToken ?? null, at),
          created: true,
        };
      });
    // A partner that was made by a COMMIT whose answer was lost is found the second time.
    const outcome = await withRetry(attempt, (error) => error instanceof UnknownCommit);
    this.bootstrapTokens.forget();
    return outcome;
  }

  partners(): Promise<{ id: string; name: string }[]> {
    return this.options.database.read('select id, name from partner order by created_at, id');
  }

  async sweep(): Promise<void> {
    const { database, now } = this.options;
    const at = now();
    await database.read('delete from session where expires_at < $1', [at]);
    await database.read('delete from idempotency where at < $1', [
      new Date(at.getTime() - KEPT_HOURS * 3_600_000),
    ]);
    await forgetRates(database);
  }
}

async function join(
  transaction: Transaction,
  person: SignedIn & { partnerId: string; at: Date },
  { firstRole, laterRole }: { firstRole: Role; laterRole: Role },
): Promise<void> {
  const { partnerId, issuer, subject, name, email, at } = person;
  // The partner's lock: of two who come first only one is the first.
  if (!(await lockChain(transaction, partnerId))) throw new Error('There is no such partner.');
  const [count] = await transaction.query<{ members: number }>(
    'select count(*)::int as members from member where partner_id = $1',
    [partnerId],
  );
  const role = count?.members === 0 ? firstRole : laterRole;
  const id = randomUUID();
  const added = await transaction.query(
    `insert into member (id, partner_id, issuer, subject, name, email, role, every_organization, organization_ids, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, true, '{}', $8) on conflict (partner_id, issuer, subject) do nothing returning 1`,
    [id, partnerId, issuer, subject, name, email, role, at],
  );
  if (added.length === 0) return;
  const occurrence = {
    id: randomUUID(),
    at: at.toISOString(),
    actor: { principal: `member:${id}`, name: `${name} (console)` },
  };
  await appendHistory(
    transaction,
    { partnerId, organizationId: null },
    'memberJoined',
    { memberId: id, name, role },
    occurrence,
  );
}

async function makePartner(
  transaction: Transaction,
  name: string,
  bootstrapToken: string | null,
  at: Date,
): Promise<string> {
  const partnerId = randomUUID();
  await transaction.query('insert into partner (id, name, created_at) values ($1, $2, $3)', [
    partnerId,
    name,
    at,
  ]);
  await transaction.query(
    'insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at) values ($1, $1, null, 0, $2, $3)',
    [...[partnerId, GENESIS_HASH, at]],
  );
  if (bootstrapToken) {
    const id = randomUUID();
    await transaction.query(
      `insert into api_token (id, partner_id, kind, name, prefix, sha256, role, scopes, every_organization, organization_ids, principal,
         created_at, created_by)
       values ($1, $2, 'BOOTSTRAP', 'Bootstrap token', $3, $4, 'OWNER', $5, true, '{}', $6, $7, 'configuration')`,
      [
        id,
        partnerId,
        tokenPrefix(bootstrapToken),
        tokenHash(bootstrapToken),
        ['read', 'runs:write', 'approve', 'admin'],
        `token:${id}`,
        at,
      ],
    );
  }
  const occurrence = {
    id: randomUUID(),
    at: at.toISOString(),
    actor: { principal: 'system', name: 'Keyway' },
  };
  await appendHistory(
    transaction,
    { partnerId, organizationId: null },
    'partnerCreated',
    { name },
    occurrence,
  );
  return partnerId;
}
