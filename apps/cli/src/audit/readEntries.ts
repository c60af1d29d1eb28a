/** Reads entries for an audit stream, and the last one of many chains at once. */
import type { Client, ClientError, HistoryFilter } from '@keyway/client';
import { CliError } from '../cli/cliError.ts';
import { toCliError } from '../cli/unwrap.ts';
import { tailDocument, type TailEntry } from '../commands/historyDocuments.ts';
import { graphql } from '../generated/gql.ts';
import type { ChainMark } from './auditState.ts';

const organizationsDocument = graphql(`
  query AuditOrganizations($first: Int!, $after: String) {
    organizations(first: $first, after: $after) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

graphql(`
  fragment AuditEnd on HistoryConnection {
    nodes {
      hash
      at
    }
  }
`);

const endsDocument = graphql(`
  query AuditEnds($a: ID, $b: ID, $c: ID, $d: ID, $e: ID, $f: ID, $g: ID, $h: ID) {
    a: history(first: 1, filter: { organizationId: $a }) {
      ...AuditEnd
    }
    b: history(first: 1, filter: { organizationId: $b }) {
      ...AuditEnd
    }
    c: history(first: 1, filter: { organizationId: $c }) {
      ...AuditEnd
    }
    d: history(first: 1, filter: { organizationId: $d }) {
      ...AuditEnd
    }
    e: history(first: 1, filter: { organizationId: $e }) {
      ...AuditEnd
    }
    f: history(first: 1, filter: { organizationId: $f }) {
      ...AuditEnd
    }
    g: history(first: 1, filter: { organizationId: $g }) {
      ...AuditEnd
    }
    h: history(first: 1, filter: { organizationId: $h }) {
      ...AuditEnd
    }
  }
`);

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
/** Chains whose end one request reads. */
export const ENDS_A_REQUEST = NAMES.length;

export type AuditEntry = TailEntry;

/** Keyway can't be reached or asks to wait: what was not read is read later. */
export class PassingError extends CliError {}

const PASSING: ReadonlySet<ClientError['kind']> = new Set(['network', 'server', 'rateLimited']);

function failure(error: ClientError): CliError {
  const known = toCliError(error);
  if (!PASSING.has(error.kind)) return known;
  return new PassingError(known.exitCode, known.message, { hint: known.hint });
}

/** The newest first. */
export async function* readEntries(
  client: Client,
  filter: HistoryFilter,
): AsyncGenerator<AuditEntry> {
  // As it is hashed; a SIEM's rules compare texts.
  const variables = { filter, locale: 'en' };
  for await (const item of client.pages(tailDocument, variables, (data) => data.history)) {
    if (!item.ok) throw failure(item.error);
    yield item.data;
  }
}

export async function readOrganizations(client: Client): Promise<string[]> {
  const ids: string[] = [];
  const pages = client.pages(organizationsDocument, {}, (data) => data.organizations);
  for await (const item of pages) {
    if (!item.ok) throw failure(item.error);
    ids.push(item.data.id);
  }
  return ids;
}

/** The last entry of each chain; of `ENDS_A_REQUEST` at most. */
export async function readEnds(
  client: Client,
  organizations: readonly string[],
): Promise<Map<string, ChainMark>> {
  // The first one again for the names that are left: without an ID it would be any entry.
  const [first] = organizations;
  const variables = Object.fromEntries(
    NAMES.map((name, index) => [name, organizations[index] ?? first]),
  );
  const result = await client.request(endsDocument, variables);
  if (!result.ok) throw failure(result.error);
  const ends = new Map<string, ChainMark>();
  for (const [index, id] of organizations.entries()) {
    const last = result.data[NAMES[index]!].nodes[0];
    if (last) ends.set(id, last);
  }
  return ends;
}
