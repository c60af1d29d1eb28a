/**
 * Warns once of each mark of a credential's expiry: history and webhooks, in the transaction that
 * writes the mark, under the lock that every change of a credential takes.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import {
  credentialWarning,
  daysUntilExpiry,
  WORKER,
  type CredentialMark,
  type Instant,
} from '@keyway/core';
import { z } from 'zod';
import type { Database, Transaction } from '../database/database.ts';
import { lockChain, writeHistory } from '../history/appendHistory.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import type { ConnectionKind } from './connectionRecord.ts';
import { credentialKindOf } from './expiringCredentials.ts';
import { storedConnection } from './storedConnection.ts';
import { IS_SHOWN } from './trialQueue.ts';

/** A credential whose next mark has passed. */
export interface DueCredential extends OrganizationIds {
  kind: ConnectionKind;
  /** It waits beside the stored one. */
  waits: boolean;
}

/** Of one pass. */
const LIMIT = 1000;

const dueIn = (table: string, waits: boolean): string =>
  `(select c.partner_id as "partnerId", c.organization_id as "organizationId", c.kind, ${String(waits)} as waits, c.expiry_due_at as due from ${table} c
    where c.expiry_due_at <= $1 and ${IS_SHOWN} order by c.expiry_due_at limit ${LIMIT})`;
const DUE = {
  name: 'credentials_due',
  text: `${dueIn('connection', false)} union all ${dueIn('connection_replacement', true)} order by due`,
};

const TABLES = { stored: 'connection', waiting: 'connection_replacement' } as const;
type Place = keyof typeof TABLES;
const placeOf = ({ waits }: Pick<DueCredential, 'waits'>): Place => (waits ? 'waiting' : 'stored');

/** As it is now: whoever comes late finds the one that replaced it, or none. */
const readIn = (place: Place) => ({
  name: `expiry_of_${place}`,
  text: `select c.fields, c.expires_at as "expiresAt", c.expiry_mark as mark from ${TABLES[place]} c
    where c.organization_id = $1 and c.kind = $2 and ${ofPartner('c.partner_id', '$3')} and c.expires_at is not null and ${IS_SHOWN} for update`,
});
const READ = { stored: readIn('stored'), waiting: readIn('waiting') };
const noteIn = (place: Place) => ({
  name: `note_expiry_of_${place}`,
  text: `update ${TABLES[place]} set expiry_mark = $4, expiry_due_at = $5 where organization_id = $1 and kind = $2 and ${ofPartner('partner_id', '$3')}`,
});
const NOTE = { stored: noteIn('stored'), waiting: noteIn('waiting') };
const PUT = {
  name: 'put_credential_event',
  text: `select put_webhook_change($1, $2, null, 'event', $3, $4)`,
};

const Kinds = z.enum(['adobe', 'azure', 'aws']);
const Marks = z.union([z.literal(30), z.literal(7), z.literal(0)]).nullable();

interface ExpiryRow {
  fields: unknown;
  expiresAt: Date;
  mark: number | null;
}

/** What history and webhooks say of it. */
interface Warned {
  kind: ConnectionKind;
  waits: boolean;
  clientId: string;
  credentialKind: 'CLIENT_SECRET' | 'CERTIFICATE';
  expiresAt: Instant;
  mark: CredentialMark;
  daysLeft: number;
}

const CLOUDS = { adobe: 'Adobe', azure: 'Azure', aws: 'AWS' } as const;
const CONNECTION_KINDS = { adobe: 'ADOBE', azure: 'AZURE', aws: 'AWS' } as const;

const entryOf = ({ kind, waits, clientId, credentialKind, expiresAt, mark }: Warned) => ({
  kind: mark === 0 ? 'credentialExpired' : 'credentialExpires',
  data: { cloud: CLOUDS[kind], clientId, credentialKind, expiresAt, waits },
});

/** As `exampleEvents` of the core shows it. */
const eventOf = ({ kind, waits, clientId, credentialKind, expiresAt, mark, daysLeft }: Warned) => ({
  type: mark === 0 ? 'credential.expired' : 'credential.expires',
  data: {
    credential: {
      ...{ cloud: CONNECTION_KINDS[kind], clientId, credentialKind, inUse: !waits },
      ...{ expiresAt, daysLeft },
    },
  },
});

/** The expiries of stored credentials and of those that are to replace them. */
export class CredentialExpiries {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Those whose next mark has passed, longest first. Archived organizations wait. */
  async due(): Promise<DueCredential[]> {
    const rows = await this.database.read<DueCredential>(DUE, [this.database.clock.now()]);
    return rows.map(({ partnerId, organizationId, kind, waits }) => ({
      ...{ partnerId, organizationId },
      kind: Kinds.parse(kind),
      waits,
    }));
  }

  /**
   * Warns about the nearest mark that has passed and was not warned about. Null: none, or the
   * credential was replaced or removed meanwhile.
   */
  warn(due: DueCredential): Promise<CredentialMark | null> {
    return this.database.transaction('system', (transaction) => warn(transaction, due));
  }
}

async function warn(transaction: Transaction, due: DueCredential): Promise<CredentialMark | null> {
  const { partnerId, organizationId, kind, waits } = due;
  const which = [organizationId, kind, partnerId];
  // Sent together and answered in order, the lock first.
  const [end, [row]] = await Promise.all([
    lockChain(transaction, { partnerId, organizationId }),
    transaction.query<ExpiryRow>(READ[placeOf(due)], which),
  ]);
  if (!end || !row) return null;
  const now = transaction.clock.now().toISOString();
  const expiresAt = row.expiresAt.toISOString();
  const known = Marks.parse(row.mark);
  const { mark, nextAt } = credentialWarning(expiresAt, known, now);
  transaction.write(NOTE[placeOf(due)], [...which, mark ?? known, nextAt]);
  if (mark === null) return null;
  const stored = storedConnection({ kind, fields: row.fields });
  const warned = {
    ...{ kind, waits, expiresAt, mark, daysLeft: daysUntilExpiry(expiresAt, now) },
    clientId: stored.kind === 'aws' ? stored.fields.roleArn : stored.fields.clientId,
    credentialKind: credentialKindOf(stored),
  };
  const owner = { partnerId, organizationId };
  const entry = entryOf(warned);
  const occurrence = { id: randomUUID(), at: now, actor: WORKER };
  const at = await writeHistory(transaction, owner, entry.kind, entry.data, occurrence, end);
  await transaction.query(PUT, [
    ...[partnerId, organizationId, at],
    JSON.stringify(eventOf(warned)),
  ]);
  return mark;
}
