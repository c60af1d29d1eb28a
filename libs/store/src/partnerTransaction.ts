/** What a mutation may do, all in its one transaction and as one partner's viewer. */
import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, refuse, type Policy, type Refusal, type RunEvent } from '@keyway/core';
import { advanceRun, beginRun, type AdvanceOptions } from './advanceRun.ts';
import { API_TOKEN_COLUMNS, apiTokenRecord, newToken, principalOfNewToken, tokenHash, tokenPrefix, type ApiTokenRow } from './apiToken.ts';
import { appendHistory, lockChain } from './appendHistory.ts';
import { writeConnection } from './connections.ts';
import type { Transaction } from './database.ts';
import { GENESIS_HASH } from './historyChain.ts';
import { organizationOfRun, publicConnections, type ConnectionRow } from './organizationRow.ts';
import { findOrganization, findRun } from './partnerLookups.ts';
import { Parameters, type Visibility } from './partnerScope.ts';
import type { Sealing } from './sealing.ts';
import type {
  ApiTokenRecord,
  NewApiToken,
  NewConnection,
  NewOrganization,
  Occurrence,
  OrganizationRecord,
  PartnerTransaction,
  StoredRun,
} from './store.ts';

export interface PartnerTransactionOptions {
  visibility: Visibility;
  sealing: Sealing;
  pollScale: number;
}

const missing = (what: string, field: string): { refusal: Refusal } => ({
  refusal: refuse('NOT_FOUND', `There is no such ${what}.`, [field]),
});

/** What the list is sorted by; long names by their beginning, since an index holds no more. */
const sortKey = (name: string): string => name.toLowerCase().slice(0, 400);

export class OpenPartnerTransaction implements PartnerTransaction {
  private readonly transaction: Transaction;
  private readonly options: PartnerTransactionOptions;

  constructor(transaction: Transaction, options: PartnerTransactionOptions) {
    this.transaction = transaction;
    this.options = options;
  }

  private get partnerId(): string {
    return this.options.visibility.scope.partnerId;
  }
  private get advancing(): AdvanceOptions {
    const { pollScale, visibility } = this.options;
    return { pollScale, sees: (partnerId, organizationId) => visibility.sees(partnerId, organizationId) };
  }

  organization(id: string): Promise<OrganizationRecord | null> {
    return findOrganization(this.transaction, this.options.visibility, { id });
  }
  organizationByImsOrgId(imsOrgId: string): Promise<OrganizationRecord | null> {
    return findOrganization(this.transaction, this.options.visibility, { imsOrgId });
  }
  run(id: string): Promise<StoredRun | null> {
    return findRun(this.transaction, this.options.visibility, { id });
  }
  currentRun(organizationId: string): Promise<StoredRun | null> {
    return findRun(this.transaction, this.options.visibility, { organizationId });
  }

  async createOrganization(given: NewOrganization, occurrence: Occurrence): ReturnType<PartnerTransaction['createOrganization']> {
    if (this.options.visibility.scope.organizationIds) {
      return { refusal: refuse('FORBIDDEN', 'Only who may see every organization of the partner can add one.') };
    }
    const id = randomUUID();
    const created = await this.transaction.query(
      `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, azure_tenant_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (partner_id, ims_org_id) do nothing returning id`,
      [
        ...[id, this.partnerId, given.name, sortKey(given.name), given.imsOrgId, given.cloud],
        ...[given.region, given.shield, given.ownsCja, given.azureTenantId, occurrence.at],
      ],
    );
    if (created.length === 0) {
      return { refusal: refuse('CONFLICT', `${given.imsOrgId} is one of your organizations already.`, ['imsOrgId']) };
    }
    await this.transaction.query(
      'insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at) values ($1, $2, $1, 0, $3, $4)',
      [...[id, this.partnerId, GENESIS_HASH, occurrence.at]],
    );
    await appendHistory(
      this.transaction,
      { partnerId: this.partnerId, organizationId: id },
      'organizationCreated',
      { ...given },
      occurrence,
    );
    return { organization: (await this.organization(id))! };
  }

  async setConnection(
    organizationId: string,
    connection: NewConnection,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['setConnection']> {
    if (!(await this.organization(organizationId))) return missing('organization', 'organizationId');
    await lockChain(this.transaction, organizationId);
    const place = { partnerId: this.partnerId, organizationId };
    const shown = await writeConnection(this.transaction, this.options.sealing, place, connection, occurrence.at);
    const kind = connection.kind === 'adobe' ? 'adobeConnected' : 'azureConnected';
    await appendHistory(this.transaction, place, kind, shown, occurrence);
    await this.tellRun(organizationId, occurrence);
    return { organization: (await this.organization(organizationId))! };
  }

  /** The run follows its organization's connections while it is open. */
  private async tellRun(organizationId: string, { at, actor }: Occurrence): Promise<void> {
    const current = await this.currentRun(organizationId);
    if (!current || current.run.completedAt || current.run.cancelled) return;
    const connections = publicConnections(await this.connectionRows(organizationId));
    const told = await this.advance(current.run.id, { id: randomUUID(), at, actor, kind: 'connectionsChanged', data: { connections } });
    if ('refusal' in told) throw new Error(`The run refused to be told of its connections: ${told.refusal.message}`);
  }

  private connectionRows(organizationId: string): Promise<ConnectionRow[]> {
    return this.transaction.query<ConnectionRow>('select kind, fields from connection where organization_id = $1', [organizationId]);
  }

  async startRun(
    organizationId: string,
    occurrence: Occurrence,
    policy: Policy = DEFAULT_POLICY,
  ): ReturnType<PartnerTransaction['startRun']> {
    const organization = await this.organization(organizationId);
    if (!organization) return missing('organization', 'organizationId');
    const end = await lockChain(this.transaction, organizationId);
    if (!end) return missing('organization', 'organizationId');
    const current = await this.currentRun(organizationId);
    if (current && !current.run.cancelled) {
      const how = current.run.completedAt ? 'was completed' : 'is open';
      return { refusal: refuse('RUN_EXISTS', `This organization has a run that ${how}.`, ['organizationId']) };
    }
    const connections = publicConnections(await this.connectionRows(organizationId));
    const data = { runId: randomUUID(), organization: organizationOfRun(organization), connections, policy };
    const place = { partnerId: this.partnerId, organizationId };
    const begun = await beginRun(this.transaction, place, { ...occurrence, kind: 'runStarted', data }, end, this.advancing);
    if ('lostLease' in begun) throw new Error('A run is begun by nobody’s effect.');
    return begun;
  }

  async advance(runId: string, event: RunEvent): ReturnType<PartnerTransaction['advance']> {
    if (event.kind === 'runStarted') throw new TypeError('A run is begun with startRun.');
    const result = await advanceRun(this.transaction, runId, event, this.advancing);
    if ('lostLease' in result) throw new Error('Requests of people come from no effect.');
    return result;
  }

  async createApiToken(given: NewApiToken, occurrence: Occurrence): Promise<{ token: string; apiToken: ApiTokenRecord }> {
    const id = randomUUID();
    const token = newToken();
    const limit = this.options.visibility.scope.organizationIds;
    // A token never sees more than who made it.
    const organizationIds = limit
      ? (given.organizationIds ?? limit).filter((organizationId) => limit.includes(organizationId))
      : given.organizationIds;
    const principal = principalOfNewToken(id, given.maker);
    const memberId = principal.startsWith('member:') ? principal.slice('member:'.length) : null;
    const [row] = await this.transaction.query<ApiTokenRow>(
      `insert into api_token as t (id, partner_id, kind, name, prefix, sha256, role, scopes, every_organization, organization_ids, principal,
         member_id, created_at, created_by, expires_at)
       values ($1, $2, 'MADE', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning ${API_TOKEN_COLUMNS}`,
      [
        ...[id, this.partnerId, given.name, tokenPrefix(token), tokenHash(token), given.role, given.scopes],
        ...[organizationIds === null, organizationIds ?? [], principal, memberId, occurrence.at, given.maker.name, given.expiresAt],
      ],
    );
    const apiToken = apiTokenRecord(row!);
    const { name, prefix, role, scopes, expiresAt } = apiToken;
    await this.appendHistory(null, 'apiTokenCreated', { tokenId: id, name, prefix, role, scopes, organizationIds, expiresAt }, occurrence);
    return { token, apiToken };
  }

  async revokeApiToken(id: string, occurrence: Occurrence): ReturnType<PartnerTransaction['revokeApiToken']> {
    const parameters = new Parameters();
    const [idParameter, at] = [parameters.add(id), parameters.add(occurrence.at)];
    const rows = await this.transaction.query<ApiTokenRow & { changed: boolean }>(
      `with before as (select t.id, t.revoked_at from api_token t where t.id::text = ${idParameter}
         and ${this.options.visibility.condition(parameters, 't', null)} for update)
       update api_token t set revoked_at = coalesce(before.revoked_at, ${at}) from before where t.id = before.id
       returning ${API_TOKEN_COLUMNS}, before.revoked_at is null as changed`,
      parameters.values,
    );
    const [row] = rows;
    if (!row) return missing('token', 'id');
    if (row.changed) await this.appendHistory(null, 'apiTokenRevoked', { tokenId: row.id, name: row.name, prefix: row.prefix }, occurrence);
    return { apiToken: apiTokenRecord(row) };
  }

  async appendHistory(organizationId: string | null, kind: string, data: Record<string, unknown>, occurrence: Occurrence): Promise<void> {
    await appendHistory(this.transaction, { partnerId: this.partnerId, organizationId }, kind, data, occurrence);
  }
}
