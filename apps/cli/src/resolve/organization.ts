/** Finds the organization that somebody named: by ID, IMS organization ID or name. */
import type { Client } from '@keyway/client';
import { EXIT, CliError, notFoundError, usageError } from '../cli/cliError.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import type { FindOrganizationQuery } from '../generated/graphql.ts';

const findDocument = graphql(`
  query FindOrganization($id: ID, $imsOrgId: String) {
    organization(id: $id, imsOrgId: $imsOrgId) {
      id
      name
      imsOrgId
      archivedAt
      currentRun {
        id
        status
      }
    }
  }
`);

const byNameDocument = graphql(`
  query OrganizationsByName($text: String!, $after: String) {
    organizations(first: 100, after: $after, filter: { text: $text }) {
      nodes {
        id
        name
        imsOrgId
        archivedAt
        currentRun {
          id
          status
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Found = NonNullable<FindOrganizationQuery['organization']>;

/** The type in a global ID, such as `Run`; null for anything else. */
export function globalIdType(text: string): string | null {
  if (!/^[A-Za-z0-9_-]{20,128}$/.test(text)) return null;
  return (
    /^([A-Z][A-Za-z]+):[0-9a-f-]{36}$/.exec(Buffer.from(text, 'base64url').toString())?.[1] ?? null
  );
}

/** @throws CliError: none (exit 4), or several of this name (exit 2) */
export async function findOrganization(client: Client, named: string): Promise<Found> {
  const isId = globalIdType(named) === 'Organization';
  if (isId || named.includes('@')) {
    const { organization } = unwrap(
      await client.request(findDocument, isId ? { id: named } : { imsOrgId: named }),
    );
    if (organization) return organization;
  }
  if (named.trim() === '') throw usageError('The organization is empty.');
  return byName(client, named.trim());
}

const SHOWN = 10;
const key = (name: string): string => name.trim().toLocaleLowerCase('en');

async function byName(client: Client, named: string): Promise<Found> {
  const similar: Found[] = [];
  const same: Found[] = [];
  const pages = client.pages(byNameDocument, { text: named }, (data) => data.organizations);
  for await (const item of pages) {
    const found = unwrap(item);
    if (key(found.name) === key(named)) same.push(found);
    else if (similar.length < SHOWN) similar.push(found);
  }
  const [only] = same;
  if (only && same.length === 1) return only;
  const list = (found: readonly Found[]): string =>
    found.map(({ name, imsOrgId }) => `  ${imsOrgId}  ${name}`).join('\n');
  if (same.length > 1)
    throw new CliError(EXIT.usage, `${same.length} organizations are named ${named}:`, {
      hint: `${list(same.slice(0, SHOWN))}\nGive the IMS organization ID.`,
    });
  throw notFoundError(
    `No organization is named ${named}.`,
    similar.length > 0 ? `Similar ones:\n${list(similar)}` : 'See `keyway orgs list`.',
  );
}
