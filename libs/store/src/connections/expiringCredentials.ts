/** Credentials that expire soon or have expired, of every organization that the viewer sees. */
import { CREDENTIAL_MARKS, type Instant } from '@keyway/core';
import { z } from 'zod';
import { Parameters } from '../database/parameters.ts';
import {
  countRows,
  listPage,
  type Count,
  type Page,
  type PageRequest,
  type Rows,
} from '../page.ts';
import type { View } from '../tenancy/view.ts';
import type { ConnectionKind } from './connectionRecord.ts';
import { storedConnection } from './storedConnection.ts';
import { IS_SHOWN } from './trialQueue.ts';

/** A credential that expires within 30 days, or has. */
export interface ExpiringCredential {
  organizationId: string;
  kind: ConnectionKind;
  clientId: string;
  credentialKind: 'CLIENT_SECRET' | 'CERTIFICATE';
  expiresAt: Instant;
  /** False: it waits to replace another. */
  inUse: boolean;
}

interface ExpiringRow {
  organizationId: string;
  kind: string;
  fields: unknown;
  expiresAt: Date;
  inUse: boolean;
}

const COLUMNS =
  'c.organization_id as "organizationId", c.kind, c.fields, c.expires_at as "expiresAt", c.in_use as "inUse"';
const oneOf = (table: string, inUse: boolean): string =>
  `select organization_id, partner_id, kind, fields, expires_at, ${String(inUse)} as in_use,
     organization_id || ' ' || kind || ' ' || ${inUse ? 0 : 1} as name from ${table} where expires_at is not null`;
const FROM = `(${oneOf('connection', true)} union all ${oneOf('connection_replacement', false)}) c`;

/** SQL: they count from the first mark on. */
const SOON = `interval '${CREDENTIAL_MARKS[0] * 24} hours'`;

function rowsOf({ visibility }: View, now: Date): Rows {
  const parameters = new Parameters();
  const where = [
    `c.expires_at <= ${parameters.add(now)}::timestamptz + ${SOON}`,
    visibility.condition(parameters, 'c'),
    IS_SHOWN,
  ];
  return { from: FROM, where, parameters };
}

const Kinds = z.enum(['adobe', 'azure', 'aws']);

/** Certificate or secret: a federated credential has no expiry. */
export const credentialKindOf = (
  stored: ReturnType<typeof storedConnection>,
): ExpiringCredential['credentialKind'] =>
  stored.kind === 'azure' && stored.fields.credential.kind === 'CERTIFICATE'
    ? 'CERTIFICATE'
    : 'CLIENT_SECRET';

function expiringCredential(row: ExpiringRow): ExpiringCredential {
  const stored = storedConnection(row);
  return {
    organizationId: row.organizationId,
    kind: Kinds.parse(row.kind),
    clientId: stored.kind === 'aws' ? stored.fields.roleArn : stored.fields.clientId,
    credentialKind: credentialKindOf(stored),
    expiresAt: row.expiresAt.toISOString(),
    inUse: row.inUse,
  };
}

/** The one that expires first, first. Without those of archived organizations. */
export const listExpiringCredentials = (
  view: View,
  request: PageRequest,
  now: Date,
): Promise<Page<ExpiringCredential>> =>
  listPage(
    view.sql,
    'expiringCredentials',
    request,
    { ...rowsOf(view, now), columns: COLUMNS },
    {
      key: (row: ExpiringRow) => [
        row.expiresAt.toISOString(),
        `${row.organizationId} ${row.kind} ${row.inUse ? 0 : 1}`,
      ],
      node: expiringCredential,
    },
  );

/** How many `listExpiringCredentials` has. */
export const countExpiringCredentials = (view: View, now: Date): Promise<Count> =>
  countRows(view.sql, rowsOf(view, now));
