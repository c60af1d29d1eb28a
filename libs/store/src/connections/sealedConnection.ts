/** Customers' credentials: sealed when they are written, opened for the worker alone. */
import { federationSubject, type WrappedKey } from '@keyway/core';
import { NOTIFY_TRIALS } from './connectionTrials.ts';
import type { Transaction, Sql } from '../database/database.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import {
  publicConnections,
  storedConnection,
  type AzureFields,
  type ConnectionRow,
  type StoredConnection,
} from './storedConnection.ts';
import {
  connectionBinding,
  dataKeyPurpose,
  openedOrNull,
  seal,
  unseal,
  Unopenable,
  type Sealing,
} from '../sealing/sealing.ts';
import { storable } from '../history/storableJson.ts';
import type { AzureConnection, NewConnection, OpenedConnections } from './connectionRecord.ts';

/** An organization, as its lock shows it. */
export interface Owner extends OrganizationIds {
  /** Its data key as it is stored, where it has one. */
  dataKey: WrappedKey | null;
}

const DATA_KEY = {
  name: 'data_key',
  text: 'select wrapper, wrapped from data_key where organization_id = $1 and partner_id = $2',
};
const WRITE_DATA_KEY = {
  name: 'write_data_key',
  text: `insert into data_key (organization_id, partner_id, wrapper, wrapped, created_at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id) do update set wrapper = excluded.wrapper, wrapped = excluded.wrapped, created_at = excluded.created_at`,
};
/** Wakes who tries it. */
const WRITE_CONNECTION = {
  name: 'write_connection',
  text: `insert into connection (organization_id, kind, partner_id, fields, sealed, updated_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (organization_id, kind) do update set fields = excluded.fields, sealed = excluded.sealed, updated_at = excluded.updated_at
     returning ${NOTIFY_TRIALS}`,
};

/** To be read under the organization's lock. */
export async function keptDataKey(
  sql: Sql,
  { partnerId, organizationId }: OrganizationIds,
): Promise<WrappedKey | null> {
  const [kept] = await sql.query<WrappedKey>(DATA_KEY, [organizationId, partnerId]);
  return kept ?? null;
}

/** Whether what is stored of the organization can still be opened: not after its key was lost. */
export const opensStored = (
  { keys }: Sealing,
  { organizationId, dataKey }: Pick<Owner, 'organizationId' | 'dataKey'>,
): boolean =>
  dataKey !== null &&
  openedOrNull(() => keys.opened(dataKey, dataKeyPurpose(organizationId))) !== null;

/**
 * Makes the organization's data key where it has none, or none that opens any more: after a sealing
 * key was lost, connecting again repairs that. The caller holds the organization's lock.
 */
function dataKeyFor(
  transaction: Transaction,
  { keys }: Sealing,
  { partnerId, organizationId, dataKey: kept }: Owner,
  at: string,
): Buffer {
  const purpose = dataKeyPurpose(organizationId);
  const known = kept && openedOrNull(() => keys.opened(kept, purpose));
  if (known) return known;
  const { dataKey, wrapper, wrapped } = keys.made(purpose);
  transaction.write(WRITE_DATA_KEY, [organizationId, partnerId, wrapper, wrapped, at]);
  return dataKey;
}

/** What is sealed of a credential, and what may be shown of it. */
function secretOf(connection: NewConnection['connection']): {
  secret: string;
  shown: Record<string, unknown>;
} {
  if ('roleArn' in connection) {
    const { externalId: secret, ...shown } = connection;
    return { secret, shown };
  }
  if ('scopes' in connection) {
    const { clientSecret: secret, ...shown } = connection;
    return { secret, shown };
  }
  if ('clientSecret' in connection) {
    const { clientSecret: secret, expiresAt = null, ...shown } = connection;
    return { secret, shown: { ...shown, credential: { kind: 'CLIENT_SECRET', expiresAt } } };
  }
  if ('certificatePem' in connection) {
    const { certificatePem: secret, expiresAt, thumbprint, ...shown } = connection;
    const credential = { kind: 'CERTIFICATE', expiresAt, thumbprint };
    return { secret, shown: { ...shown, credential } };
  }
  const { issuer, ...shown } = connection;
  return { secret: '', shown: { ...shown, credential: { kind: 'FEDERATED', issuer } } };
}

/**
 * A process of an earlier release knows secrets alone: it must not open a private key and send it
 * as a secret, so other kinds are bound differently.
 */
function bindingOf(organizationId: string, stored: StoredConnection): string {
  const credential = stored.kind === 'azure' ? stored.fields.credential.kind : 'CLIENT_SECRET';
  const suffix = credential === 'CLIENT_SECRET' ? '' : `:${credential}`;
  return connectionBinding(organizationId, stored.kind + suffix);
}

/** Under the data key of the organization. The bytes are valid as connection and as replacement. */
export function sealConnection(
  transaction: Transaction,
  sealing: Sealing,
  owner: Owner,
  { kind, connection }: NewConnection,
  at: string,
): { shown: Record<string, unknown>; sealed: Buffer } {
  const { secret, shown: given } = secretOf(connection);
  const shown = storable(given);
  const dataKey = dataKeyFor(transaction, sealing, owner, at);
  const binding = bindingOf(owner.organizationId, storedConnection({ kind, fields: shown }));
  return { shown, sealed: seal(dataKey, secret, binding) };
}

/**
 * Returns what may be shown and kept in history. The database makes the new credential untried and
 * its trial due.
 */
export function writeConnection(
  transaction: Transaction,
  sealing: Sealing,
  owner: Owner,
  stored: NewConnection,
  at: string,
): Record<string, unknown> {
  const { shown, sealed } = sealConnection(transaction, sealing, owner, stored, at);
  const { organizationId, partnerId } = owner;
  const values = [organizationId, stored.kind, partnerId, JSON.stringify(shown), sealed, at];
  transaction.write(WRITE_CONNECTION, values);
  return shown;
}

/** Returns what was shown of it, without what sealed it; null where none was stored. */
export async function deleteConnection(
  transaction: Transaction,
  organizationId: string,
  kind: NewConnection['kind'],
): Promise<Record<string, unknown> | null> {
  const [row] = await transaction.query<ConnectionRow>(
    'delete from connection where organization_id = $1 and kind = $2 returning kind, fields',
    [organizationId, kind],
  );
  return row ? storedConnection(row).fields : null;
}

export interface SealedRow extends ConnectionRow, WrappedKey {
  organizationId: string;
  sealed: Uint8Array;
}

/** @param partnerIds SQL of a `uuid[]`, as `organizationIds` */
export const sealedOf = (partnerIds: string, organizationIds: string): string =>
  `select c.organization_id as "organizationId", c.kind, c.fields, c.sealed, k.wrapper, k.wrapped
    from connection c join data_key k on k.organization_id = c.organization_id and k.partner_id = c.partner_id
    where c.partner_id = any (${partnerIds}) and c.organization_id = any (${organizationIds}) order by c.kind`;
const SEALED = { name: 'sealed_connections', text: sealedOf('array[$1::uuid]', 'array[$2::uuid]') };

export const readSealed = (
  sql: Sql,
  { partnerId, organizationId }: OrganizationIds,
): Promise<SealedRow[]> => sql.query(SEALED, [partnerId, organizationId]);

/** Null for what the keys of this installation do not open any more. */
async function openSecret(
  { keys }: Sealing,
  organizationId: string,
  row: SealedRow,
): Promise<string | null> {
  try {
    const dataKey = await keys.open(row, dataKeyPurpose(organizationId));
    const binding = bindingOf(organizationId, storedConnection(row));
    return unseal(dataKey, row.sealed, binding).toString('utf8');
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

function openAzure(
  { federation }: Sealing,
  organizationId: string,
  { credential, ...application }: AzureFields,
  secret: string,
): AzureConnection {
  const { kind, issuer } = credential;
  if (kind === 'CERTIFICATE') return { ...application, certificatePem: secret };
  if (kind === 'CLIENT_SECRET' || issuer === null) return { ...application, clientSecret: secret };
  const subject = federationSubject(organizationId);
  const sign = () => federation.sign({ issuer, subject });
  return { ...application, federation: { subject, sign } };
}

/**
 * The rows of one organization with secrets, as far as they open. Throws a ConnectorError where the
 * key that wraps the data key cannot be asked just now.
 */
export async function openSealed(
  sealing: Sealing,
  organizationId: string,
  rows: readonly SealedRow[],
): Promise<OpenedConnections> {
  const opened: OpenedConnections = {
    adobe: null,
    azure: null,
    aws: null,
    unopenable: [],
    public: publicConnections(rows),
  };
  for (const row of rows) {
    const stored = storedConnection(row);
    const secret = await openSecret(sealing, organizationId, row);
    if (secret === null) opened.unopenable.push(stored.kind);
    else if (stored.kind === 'adobe') opened.adobe = { ...stored.fields, clientSecret: secret };
    else if (stored.kind === 'aws') opened.aws = { ...stored.fields, externalId: secret };
    else opened.azure = openAzure(sealing, organizationId, stored.fields, secret);
  }
  return opened;
}
