/**
 * One partner's view: every read in a transaction that says whose rows it is for, every write
 * inside `mutate`.
 */
import type { Actor } from '@keyway/core';
import { API_TOKEN_COLUMNS, apiTokenRecord, type ApiTokenRow } from './access/apiToken.ts';
import { findConnections } from './connections/connectionList.ts';
import type { Database, Query, Sql, Transaction } from './database/database.ts';
import { obtainingKeys } from './sealing/dataKeys.ts';
import { findHistoryEntry, listHistory } from './history/historyList.ts';
import { verifyStoredChain } from './history/historyVerification.ts';
import { onceForKey } from './tenancy/idempotency.ts';
import { MEMBER_COLUMNS, memberRecord, type MemberRow } from './access/memberRecord.ts';
import { countOrganizations, listOrganizations } from './organizations/organizationList.ts';
import { decodeCursor, isGiven, pageOf } from './page.ts';
import {
  findCurrentRuns,
  findOrganization,
  findOrganizations,
  findRun,
  findRuns,
} from './tenancy/partnerLookups.ts';
import { isUuid, Parameters, Visibility } from './tenancy/partnerScope.ts';
import { OpenPartnerTransaction } from './partnerTransaction.ts';
import { countPortfolio } from './runs/portfolio.ts';
import { Refused } from './tenancy/refused.ts';
import { countRuns, listRuns, listWaitingRuns, runMatches } from './runs/runList.ts';
import { searchOrganizations } from './organizations/search.ts';
import type { Sealing } from './sealing/sealing.ts';
import type * as Contract from './store.ts';

export interface PartnerStoreOptions {
  database: Database;
  sealing: Sealing;
  pollScale: number;
  now: () => Date;
  isolation: NonNullable<Contract.OpenStoreOptions['isolation']>;
}

const keyed = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [key(row), row]));

export class PostgresPartnerStore implements Contract.PartnerStore {
  readonly scope: Contract.PartnerScope;
  private readonly visibility: Visibility;
  private readonly options: PartnerStoreOptions;
  private readonly sql: Sql;

  constructor(scope: Contract.PartnerScope, options: PartnerStoreOptions) {
    this.scope = scope;
    this.options = options;
    this.visibility = new Visibility(scope, options.isolation);
    const { database } = options;
    const { transactionScope } = this.visibility;
    this.sql = {
      query: <R>(query: Query | string, values: readonly unknown[] = []) =>
        database.transaction(transactionScope, (transaction) =>
          transaction.finish<R>(query, values),
        ),
    };
  }

  organizations(
    page: Contract.PageRequest,
    filter: Contract.OrganizationFilter = {},
  ): Promise<Contract.Page<Contract.OrganizationRecord>> {
    return listOrganizations(this.sql, this.visibility, page, filter);
  }
  countOrganizations(filter: Contract.OrganizationFilter = {}): Promise<Contract.Count> {
    return countOrganizations(this.sql, this.visibility, filter);
  }
  organization(id: string): Promise<Contract.OrganizationRecord | null> {
    return findOrganization(this.sql, this.visibility, { id });
  }
  organizationByImsOrgId(imsOrgId: string): Promise<Contract.OrganizationRecord | null> {
    return findOrganization(this.sql, this.visibility, { imsOrgId });
  }
  async organizationsByIds(
    ids: readonly string[],
  ): Promise<Map<string, Contract.OrganizationRecord>> {
    return keyed(
      await findOrganizations(this.sql, this.visibility, { ids }),
      (organization) => organization.id,
    );
  }
  connections(organizationIds: readonly string[]): Promise<Contract.ConnectionRecord[]> {
    return findConnections(this.sql, this.visibility, organizationIds);
  }
  async currentRuns(organizationIds: readonly string[]): Promise<Map<string, Contract.StoredRun>> {
    return keyed(
      await findCurrentRuns(this.sql, this.visibility, organizationIds),
      (run) => run.organizationId,
    );
  }
  runs(
    page: Contract.PageRequest,
    filter: Contract.RunFilter = {},
  ): Promise<Contract.Page<Contract.StoredRun>> {
    return listRuns(this.sql, this.visibility, page, filter);
  }
  countRuns(filter: Contract.RunFilter = {}): Promise<Contract.Count> {
    return countRuns(this.sql, this.visibility, filter);
  }
  run(id: string): Promise<Contract.StoredRun | null> {
    return findRun(this.sql, this.visibility, { id });
  }
  waitingRuns(
    page: Contract.PageRequest,
    waitingOn: readonly Actor[],
  ): Promise<Contract.Page<Contract.WaitingRun>> {
    return listWaitingRuns(this.sql, this.visibility, page, waitingOn);
  }
  async runsByIds(ids: readonly string[]): Promise<Map<string, Contract.StoredRun>> {
    return keyed(await findRuns(this.sql, this.visibility, ids), ({ run }) => run.id);
  }
  runMatches(runId: string, filter: Contract.RunFilter): Promise<boolean> {
    return runMatches(this.sql, this.visibility, runId, filter);
  }

  async looks(runIds: readonly string[]): Promise<Contract.StepObservation[]> {
    const parameters = new Parameters();
    const which = `l.run_id = any (${parameters.add(runIds.filter(isUuid))}::uuid[])`;
    const rows = await this.sql.query<Omit<Contract.StepObservation, 'lookedAt'> & { at: Date }>(
      `select l.run_id as "runId", l.track, l.step, l.looked_at as at from step_look l
       where ${which} and ${this.visibility.condition(parameters, 'l')}`,
      parameters.values,
    );
    return rows.map(({ at, ...look }) => ({ ...look, lookedAt: at.toISOString() }));
  }

  portfolio(): Promise<Contract.PortfolioCounts> {
    const { database } = this.options;
    return database.transaction(this.visibility.transactionScope, (transaction) =>
      countPortfolio(transaction, this.visibility),
    );
  }
  history(
    page: Contract.PageRequest,
    filter: Contract.HistoryFilter = {},
  ): Promise<Contract.Page<Contract.HistoryRecord>> {
    return listHistory(this.sql, this.visibility, page, filter);
  }
  historyEntry(id: string): Promise<Contract.HistoryRecord | null> {
    return findHistoryEntry(this.sql, this.visibility, id);
  }
  verifyHistory(organizationId: string | null): Promise<Contract.ChainVerification> {
    return verifyStoredChain(this.sql, this.visibility, organizationId ?? this.scope.partnerId);
  }

  async members(): Promise<Contract.MemberRecord[]> {
    const parameters = new Parameters();
    const where = `${this.visibility.condition(parameters, 'm', null)} and ${this.visibility.tokenCondition(parameters, 'm')}`;
    const rows = await this.sql.query<MemberRow>(
      `select ${MEMBER_COLUMNS} from member m where ${where} and m.removed_at is null order by m.created_at, m.id`,
      parameters.values,
    );
    return rows.map(memberRecord);
  }

  async apiTokens({
    first,
    after,
  }: Contract.PageRequest): Promise<Contract.Page<Contract.ApiTokenRecord>> {
    const parameters = new Parameters();
    const where = [
      this.visibility.condition(parameters, 't', null),
      this.visibility.tokenCondition(parameters, 't'),
    ];
    if (isGiven(after)) {
      const [createdAt, id] = decodeCursor('apiTokens', after);
      where.push(
        `(t.created_at, t.id) < (${parameters.add(createdAt)}::timestamptz, ${parameters.add(id)}::uuid)`,
      );
    }
    const rows = await this.sql.query<ApiTokenRow>(
      `select ${API_TOKEN_COLUMNS} from api_token t where ${where.join(' and ')}
       order by t.created_at desc, t.id desc limit ${parameters.add(first + 1)}`,
      parameters.values,
    );
    return pageOf('apiTokens', rows, { first, after }, (row) => ({
      key: [row.created_at.toISOString(), row.id],
      node: apiTokenRecord(row),
    }));
  }

  async apiToken(id: string): Promise<Contract.ApiTokenRecord | null> {
    if (!isUuid(id)) return null;
    const parameters = new Parameters();
    const which = `t.id = ${parameters.add(id)}::uuid`;
    const [row] = await this.sql.query<ApiTokenRow>(
      `select ${API_TOKEN_COLUMNS} from api_token t where ${which} and ${this.visibility.condition(parameters, 't', null)}
         and ${this.visibility.tokenCondition(parameters, 't')}`,
      parameters.values,
    );
    return row ? apiTokenRecord(row) : null;
  }

  search(text: string, first: number): Promise<Contract.SearchHit[]> {
    return searchOrganizations(this.sql, this.visibility, text, first);
  }

  async mutate<T>(
    request: Contract.MutationRequest,
    work: (tx: Contract.PartnerTransaction) => Promise<T>,
  ): Promise<Contract.MutationOutcome<T>> {
    const { database, sealing, pollScale, now } = this.options;
    const { visibility } = this;
    const place = { partnerId: this.scope.partnerId, sealing, now: now() };
    try {
      const once = (transaction: Transaction) =>
        onceForKey(transaction, place, request, () =>
          work(new OpenPartnerTransaction(transaction, { visibility, sealing, pollScale })),
        );
      return await database.asPrincipal(`${this.scope.partnerId} ${request.principal}`, () =>
        obtainingKeys(() => database.transaction(visibility.transactionScope, once)),
      );
    } catch (error) {
      if (error instanceof Refused) return { refusals: error.refusals };
      throw error;
    }
  }
}
