/** Stores, removes or tries a credential again, and updates the organization's open run. */
import { refuse, type Refusal } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { lockOrganization, type LockedOrganization } from '../organizations/lockOrganization.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import { noOrganization, organizationArchived } from '../organizations/organizationRefusals.ts';
import { applyToOpenRun } from '../runs/applyEvent.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import { Refused } from '../tenancy/refused.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { awsNotUsed, prepareAws } from './awsTrust.ts';
import type { ConnectionKind, NewConnection } from './connectionRecord.ts';
import { deleteReplacement, storeReplacement } from './connectionReplacement.ts';
import { WAKE_TRIALS } from './connectionTrials.ts';
import { namedCredential } from './replacementTrials.ts';
import { deleteConnection, keptDataKey, opensStored, writeConnection } from './sealedConnection.ts';
import { connectionsOf, publicConnections, type ShownConnection } from './storedConnection.ts';

type Answer = { organization: OrganizationRecord } | { refusal: Refusal };

const CONNECTED = {
  adobe: 'adobeConnected',
  azure: 'azureConnected',
  aws: 'awsConnected',
} as const;
const DISCONNECTED = {
  adobe: 'adobeDisconnected',
  azure: 'azureDisconnected',
  aws: 'awsDisconnected',
} as const;
const CLOUD_NAMES = { adobe: 'Adobe', azure: 'Azure', aws: 'AWS' } as const;

/** Nothing of AWS is read through Entra. */
const notOnAzure = (): Refusal => refuse('azureNotUsedOnAws', ['organizationId']);

/**
 * Seals and stores the credential, makes its trial due, writes history. It is used at once where
 * none was stored; else the former stays in use, also by the open run, until this one worked.
 */
export async function setConnection(
  unit: Unit,
  organizationId: string,
  connection: NewConnection,
  occurrence: Occurrence,
): Promise<Answer> {
  const owner = { partnerId: unit.visibility.scope.partnerId, organizationId };
  const [[locked, before], dataKey] = await Promise.all([
    lockWithConnections(unit, organizationId),
    isUuid(organizationId) ? keptDataKey(unit.sql, owner) : null,
  ]);
  if (!locked) return { refusal: noOrganization() };
  const { cloud, archivedAt } = locked.organization;
  if (connection.kind === 'azure' && cloud !== 'AZURE') return { refusal: notOnAzure() };
  if (connection.kind === 'aws' && cloud !== 'AWS') return { refusal: awsNotUsed() };
  if (archivedAt) return { refusal: organizationArchived() };
  const sealed = { ...owner, dataKey };
  // One that can't be opened is of no use to anybody.
  if (before.some(({ kind }) => kind === connection.kind) && opensStored(unit.sealing, sealed)) {
    const shown = storeReplacement(unit.sql, unit.sealing, sealed, connection, occurrence);
    const data = { cloud: CLOUD_NAMES[connection.kind], ...shown };
    await appendHistory(unit, organizationId, 'replacementStored', data, occurrence, locked.end);
    return { organization: locked.organization };
  }
  const fields = writeConnection(unit.sql, unit.sealing, sealed, connection, occurrence.at);
  const kind = CONNECTED[connection.kind];
  await appendHistory(unit, organizationId, kind, fields, occurrence, locked.end);
  const written = { kind: connection.kind, fields };
  return updateRun(unit, locked, [...without(before, connection.kind), written], occurrence);
}

/** Stores a role under the organization's external ID, which is made where there is none yet. */
export async function setAwsRole(
  unit: Unit,
  organizationId: string,
  { roleArn, region }: { roleArn: string; region: string },
  occurrence: () => Occurrence,
): Promise<Answer> {
  const prepared = await prepareAws(unit, organizationId, { region }, occurrence());
  if ('refusal' in prepared) return prepared;
  const connection = { roleArn, region, externalId: prepared.externalId };
  return setConnection(unit, organizationId, { kind: 'aws', connection }, occurrence());
}

/** Sent together and answered in order, the lock first. */
const lockWithConnections = (
  unit: Unit,
  organizationId: string,
): Promise<[LockedOrganization | null, ShownConnection[]]> =>
  Promise.all([
    lockOrganization(unit, organizationId),
    isUuid(organizationId) ? connectionsOf(unit, [organizationId]) : [],
  ]);

const without = (
  connections: readonly ShownConnection[],
  kind: ConnectionKind,
): ShownConnection[] => connections.filter((connection) => connection.kind !== kind);

/** Deletes the credential, writes history, updates the open run. May be called twice. */
export async function removeConnection(
  unit: Unit,
  organizationId: string,
  kind: ConnectionKind,
  occurrence: Occurrence,
): Promise<Answer> {
  const [locked, before] = await lockWithConnections(unit, organizationId);
  if (!locked) return { refusal: noOrganization() };
  const shown = await deleteConnection(unit.sql, organizationId, kind);
  if (!shown) return { organization: locked.organization };
  await appendHistory(unit, organizationId, DISCONNECTED[kind], shown, occurrence, locked.end);
  return updateRun(unit, locked, without(before, kind), occurrence);
}

/** The stored credential stays in use. May be called twice. */
export async function withdrawReplacement(
  unit: Unit,
  organizationId: string,
  kind: ConnectionKind,
  occurrence: Occurrence,
): Promise<Answer> {
  const locked = await lockOrganization(unit, organizationId);
  if (!locked) return { refusal: noOrganization() };
  const { organization, end } = locked;
  const withdrawn = await deleteReplacement(unit.sql, organizationId, kind);
  if (!withdrawn) return { organization };
  const data = namedCredential(withdrawn);
  await appendHistory(unit, organizationId, 'replacementWithdrawn', data, occurrence, end);
  return { organization };
}

/** Makes a trial of the stored credential due now, and of what is to replace it. */
export async function requestTrial(
  unit: Unit,
  organizationId: string,
  kind: ConnectionKind,
): Promise<Answer> {
  const locked = await lockOrganization(unit, organizationId);
  if (!locked) return { refusal: noOrganization() };
  if (locked.organization.archivedAt) return { refusal: organizationArchived() };
  if (await makeTrialDue(unit, organizationId, kind)) return { organization: locked.organization };
  return { refusal: refuse('credentialNotStored', ['kind'], { cloud: CLOUD_NAMES[kind] }) };
}

/** What an earlier trial found no longer counts. False: no such credential is stored. */
async function makeTrialDue(
  { sql, visibility }: Unit,
  organizationId: string,
  kind: ConnectionKind,
): Promise<boolean> {
  const parameters = new Parameters();
  const [id, named] = [parameters.add(organizationId), parameters.add(kind)];
  const due = await sql.query(
    `update connection c set trial_state = 'NOT_TRIED', trial_code = null, trial_message = null,
       trial_due_at = clock_timestamp(), trial_attempts = 0
     where c.organization_id = ${id}::uuid and c.kind = ${named}
       and ${visibility.condition(parameters, 'c')} returning 1`,
    parameters.values,
  );
  await sql.query(
    `update connection_replacement set trial_state = 'PENDING', trial_code = null, trial_message = null,
       trial_due_at = clock_timestamp(), trial_attempts = 0 where organization_id = $1 and kind = $2`,
    [organizationId, kind],
  );
  if (due.length > 0) await sql.query(WAKE_TRIALS);
  return due.length > 0;
}

async function updateRun(
  unit: Unit,
  { organization, currentRun }: LockedOrganization,
  stored: readonly ShownConnection[],
  occurrence: Occurrence,
): Promise<Answer> {
  const connections = publicConnections(stored);
  const data = { connections };
  const refusal = await applyToOpenRun(unit, currentRun, 'connectionsChanged', data, occurrence);
  // The credential that was just written has to be undone as well.
  if (refusal) throw new Refused(refusal);
  const { adobe, azure } = connections;
  const connected = {
    adobeConnected: adobe !== null,
    azureConnected: azure?.access ?? null,
    awsConnected: connections.aws != null,
  };
  return { organization: { ...organization, ...connected } };
}
