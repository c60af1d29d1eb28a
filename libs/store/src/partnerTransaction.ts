/** What a mutation may do, all in its one transaction and as one partner's viewer. */
import { DEFAULT_POLICY, refuse, type Policy, type Refusal, type RunEvent } from '@keyway/core';
import { advanceRun, type AdvanceOptions } from './runs/advanceRun.ts';
import { createApiToken, revokeApiToken } from './access/apiTokens.ts';
import { appendHistory } from './history/appendHistory.ts';
import {
  archived,
  archiveOrganization,
  lockOrganization,
  restoreOrganization,
  type Archiving,
} from './organizations/archive.ts';
import { changeOrganizations } from './organizations/changeOrganizations.ts';
import { requestTrial } from './connections/connectionList.ts';
import { deleteConnection, writeConnection } from './connections/connections.ts';
import { createOrganizations } from './organizations/createOrganizations.ts';
import type { Transaction } from './database/database.ts';
import { publicConnections, type ConnectionRow } from './organizations/organizationRow.ts';
import { findOrganization, findOrganizations, findRun } from './tenancy/partnerLookups.ts';
import type { Visibility } from './tenancy/partnerScope.ts';
import { Refused } from './tenancy/refused.ts';
import type { Sealing } from './sealing/sealing.ts';
import { startRuns } from './runs/startRuns.ts';
import { tellRun } from './runs/tellRun.ts';
import type {
  ConnectionKind,
  NewApiToken,
  NewConnection,
  NewOrganization,
  Occurrence,
  OrganizationChange,
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
    return {
      pollScale,
      sees: (partnerId, organizationId) => visibility.sees(partnerId, organizationId),
    };
  }

  private get changing(): Archiving {
    return {
      transaction: this.transaction,
      visibility: this.options.visibility,
      advancing: this.advancing,
    };
  }

  organization(id: string): Promise<OrganizationRecord | null> {
    return findOrganization(this.transaction, this.options.visibility, { id });
  }
  organizationByImsOrgId(imsOrgId: string): Promise<OrganizationRecord | null> {
    return findOrganization(this.transaction, this.options.visibility, { imsOrgId });
  }
  async organizationsByImsOrgIds(
    imsOrgIds: readonly string[],
  ): Promise<Map<string, OrganizationRecord>> {
    const found = await findOrganizations(this.transaction, this.options.visibility, { imsOrgIds });
    return new Map(found.map((organization) => [organization.imsOrgId, organization]));
  }
  run(id: string): Promise<StoredRun | null> {
    return findRun(this.transaction, this.options.visibility, { id });
  }
  currentRun(organizationId: string): Promise<StoredRun | null> {
    return findRun(this.transaction, this.options.visibility, { organizationId });
  }

  async createOrganization(
    given: NewOrganization,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['createOrganization']> {
    const created = await this.createOrganizations([given], () => occurrence);
    if ('refusal' in created) return created;
    const [organization] = created.created;
    if (organization) return { organization };
    const isArchived = (await this.organizationByImsOrgId(given.imsOrgId))?.archivedAt;
    const how = isArchived ? ', archived. Restore it instead (restoreOrganization).' : ' already.';
    return {
      refusal: refuse('CONFLICT', `${given.imsOrgId} is one of your organizations${how}`, [
        'imsOrgId',
      ]),
    };
  }

  async createOrganizations(
    organizations: readonly NewOrganization[],
    occurrence: () => Occurrence,
  ): ReturnType<PartnerTransaction['createOrganizations']> {
    if (this.options.visibility.scope.organizationIds) {
      return {
        refusal: refuse(
          'FORBIDDEN',
          'Only who may see every organization of the partner can add one.',
        ),
      };
    }
    return {
      created: await createOrganizations(
        this.transaction,
        this.partnerId,
        organizations,
        occurrence,
      ),
    };
  }

  async setConnection(
    organizationId: string,
    connection: NewConnection,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['setConnection']> {
    const standing = await lockOrganization(this.changing, organizationId);
    if (!standing) return missing('organization', 'organizationId');
    if (standing.organization.archivedAt) return { refusal: archived() };
    const place = { partnerId: this.partnerId, organizationId };
    const shown = await writeConnection(
      this.transaction,
      this.options.sealing,
      place,
      connection,
      occurrence.at,
    );
    const kind = connection.kind === 'adobe' ? 'adobeConnected' : 'azureConnected';
    await appendHistory(this.transaction, place, kind, shown, occurrence);
    return this.followed(standing.current, organizationId, occurrence);
  }

  async removeConnection(
    organizationId: string,
    kind: NewConnection['kind'],
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['removeConnection']> {
    const standing = await lockOrganization(this.changing, organizationId);
    if (!standing) return missing('organization', 'organizationId');
    const shown = await deleteConnection(this.transaction, organizationId, kind);
    if (!shown) return { organization: standing.organization };
    const place = { partnerId: this.partnerId, organizationId };
    await appendHistory(
      this.transaction,
      place,
      kind === 'adobe' ? 'adobeDisconnected' : 'azureDisconnected',
      shown,
      occurrence,
    );
    return this.followed(standing.current, organizationId, occurrence);
  }

  async tryConnection(
    organizationId: string,
    kind: ConnectionKind,
  ): ReturnType<PartnerTransaction['tryConnection']> {
    const standing = await lockOrganization(this.changing, organizationId);
    if (!standing) return missing('organization', 'organizationId');
    if (standing.organization.archivedAt) return { refusal: archived() };
    if (await requestTrial(this.transaction, this.options.visibility, organizationId, kind))
      return { organization: standing.organization };
    const cloud = kind === 'adobe' ? 'Adobe' : 'Azure';
    return {
      refusal: refuse(
        'CLOUD_NOT_CONNECTED',
        `No credential for ${cloud} is stored. Connect ${cloud} first.`,
        ['kind'],
      ),
    };
  }

  /** The run follows its organization's connections while it is open. */
  private async followed(
    current: StoredRun | null,
    organizationId: string,
    occurrence: Occurrence,
  ): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
    const connections = publicConnections(await this.connectionRows(organizationId));
    const refusal = await tellRun(
      this.transaction,
      current,
      'connectionsChanged',
      { connections },
      occurrence,
      this.advancing,
    );
    // What was written before goes with it.
    if (refusal) throw new Refused(refusal);
    return { organization: (await this.organization(organizationId))! };
  }

  changeOrganizations(
    changes: readonly OrganizationChange[],
    occurrence: () => Occurrence,
    dryRun = false,
  ): ReturnType<PartnerTransaction['changeOrganizations']> {
    return changeOrganizations(this.changing, changes, occurrence, dryRun);
  }
  archiveOrganization(
    id: string,
    reason: string | null,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['archiveOrganization']> {
    return archiveOrganization(this.changing, id, reason, occurrence);
  }
  restoreOrganization(
    id: string,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['restoreOrganization']> {
    return restoreOrganization(this.changing, id, occurrence);
  }

  private connectionRows(organizationId: string): Promise<ConnectionRow[]> {
    return this.transaction.query<ConnectionRow>(
      'select kind, fields from connection where organization_id = $1',
      [organizationId],
    );
  }

  async startRun(
    organizationId: string,
    occurrence: Occurrence,
    policy?: Policy,
  ): ReturnType<PartnerTransaction['startRun']> {
    return (await this.startRuns([organizationId], () => occurrence, policy)).get(organizationId)!;
  }

  startRuns(
    organizationIds: readonly string[],
    occurrence: () => Occurrence,
    policy: Policy = DEFAULT_POLICY,
  ): ReturnType<PartnerTransaction['startRuns']> {
    const { advancing, options } = this;
    return startRuns(this.transaction, organizationIds, {
      visibility: options.visibility,
      advancing,
      policy,
      occurrence,
    });
  }

  async advance(runId: string, event: RunEvent): ReturnType<PartnerTransaction['advance']> {
    if (event.kind === 'runStarted') throw new TypeError('A run is begun with startRun.');
    const result = await advanceRun(this.transaction, runId, event, this.advancing);
    if ('lostLease' in result) throw new Error('Requests of people come from no effect.');
    return result;
  }

  createApiToken(
    given: NewApiToken,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['createApiToken']> {
    return createApiToken(this.changing, given, occurrence);
  }
  revokeApiToken(
    id: string,
    occurrence: Occurrence,
  ): ReturnType<PartnerTransaction['revokeApiToken']> {
    return revokeApiToken(this.changing, id, occurrence);
  }

  async appendHistory(
    organizationId: string | null,
    kind: string,
    data: Record<string, unknown>,
    occurrence: Occurrence,
  ): Promise<void> {
    await appendHistory(
      this.transaction,
      { partnerId: this.partnerId, organizationId },
      kind,
      data,
      occurrence,
    );
  }
}
