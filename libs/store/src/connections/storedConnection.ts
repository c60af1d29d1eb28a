/** What a connection's row shows of its credential. */
import type { Connections } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import type { Connection } from '../generated/client.ts';
import { AZURE_CREDENTIAL_KINDS } from './connectionRecord.ts';
import type { View } from '../tenancy/view.ts';

/** What older rows do not have is a client secret. */
const StoredCredential = z.object({
  kind: z.enum(AZURE_CREDENTIAL_KINDS),
  expiresAt: z.string().nullable().default(null),
  issuer: z.string().nullable().default(null),
  thumbprint: z.string().nullable().default(null),
});

const StoredConnection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('adobe'),
    fields: z.object({
      clientId: z.string(),
      scopes: z.array(z.string()).default([]),
      expiresAt: z.string().nullable().default(null),
    }),
  }),
  z.object({
    kind: z.literal('azure'),
    fields: z.object({
      tenantId: z.string(),
      subscriptionId: z.string().nullable().default(null),
      clientId: z.string(),
      access: z.enum(['READ', 'WRITE']).default('READ'),
      credential: StoredCredential.prefault({ kind: 'CLIENT_SECRET' }),
    }),
  }),
  z.object({
    kind: z.literal('aws'),
    fields: z.object({ roleArn: z.string(), region: z.string() }),
  }),
]);
export type StoredConnection = z.infer<typeof StoredConnection>;
export type AzureFields = Extract<StoredConnection, { kind: 'azure' }>['fields'];

export type ConnectionRow = Pick<Connection, 'kind' | 'fields'>;
/** A row, or what is about to be one. */
export type ShownConnection = { [Column in keyof ConnectionRow]: unknown };

export const storedConnection = ({ kind, fields }: ShownConnection): StoredConnection =>
  StoredConnection.parse({ kind, fields });

const FIELDS = [
  'organizationId',
  'kind',
  'fields',
] as const satisfies readonly (keyof Connection)[];
export type ConnectionOf = RowOf<Connection, (typeof FIELDS)[number]>;

/** Without what sealed them. */
export function connectionsOf(
  { sql, visibility }: View,
  organizationIds: readonly string[],
): Promise<ConnectionOf[]> {
  const parameters = new Parameters();
  const which = `c.organization_id = any (${parameters.add(organizationIds)}::uuid[])`;
  const text = `select ${columns('c', FIELDS)} from connection c
     where ${which} and ${visibility.condition(parameters, 'c')}`;
  return sql.query<ConnectionOf>({ name: 'connections_of', text }, parameters.values);
}

/** When the secret or certificate expires; null: never, or not known. */
export function expiresAtOf({ kind, fields }: StoredConnection): string | null {
  if (kind === 'azure') return fields.credential.expiresAt;
  return kind === 'adobe' ? fields.expiresAt : null;
}

/** What the run may know of the connections. */
export function publicConnections(rows: readonly ShownConnection[]): Connections {
  const connections: Connections = { adobe: null, azure: null };
  for (const stored of rows.map(storedConnection)) {
    if (stored.kind === 'azure') {
      // How it signs in is of no concern to a run, whose evidence it would change.
      const { credential: _credential, ...azure } = stored.fields;
      connections.azure = azure;
    } else if (stored.kind === 'aws') connections.aws = stored.fields;
    else connections.adobe = { clientId: stored.fields.clientId };
  }
  return connections;
}
