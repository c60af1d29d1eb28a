/** The organizations of the tasks of a group: all of them, not only those that are listed. */
import type { ApolloClient } from '@apollo/client';
import { readNow } from '../../features/export/listFile.ts';
import { graphql } from '../../generated/gql.ts';
import type { TrackId } from '../../generated/enums.ts';
import type { GroupOrganizationsQuery } from '../../generated/graphql.ts';
import type { GroupName } from './TaskGroups.ts';

const GROUP_ORGANIZATIONS = graphql(`
  query GroupOrganizations($mutation: String!, $isProblem: Boolean!, $after: String) {
    portfolio {
      tasks(first: 100, after: $after, mutation: $mutation, isProblem: $isProblem) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          action {
            track
          }
          run {
            id
            organization {
              id
            }
          }
        }
      }
    }
  }
`);

/** The most that a bulk job takes. */
export const MAX_ORGANIZATIONS = 10_000;

interface GroupOrganizations {
  /** The first, as many as a bulk job takes. */
  organizationIds: string[];
  /** How many there are in all. */
  total: number;
  /** Of the first task: the most urgent. */
  track: TrackId | null;
}

export async function readGroupOrganizations(
  client: ApolloClient,
  { mutation, isProblem }: GroupName,
): Promise<GroupOrganizations> {
  const ids = new Set<string>();
  let track: TrackId | null | undefined;
  let after: string | null = null;
  do {
    const variables = { mutation, isProblem, after };
    const answer: GroupOrganizationsQuery = await readNow(client, GROUP_ORGANIZATIONS, variables);
    const { nodes, pageInfo } = answer.portfolio.tasks;
    for (const { run } of nodes) ids.add(run.organization.id);
    track ??= nodes[0]?.action.track;
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    // To the end, so that it can be said how many are left out.
  } while (after !== null);
  return {
    organizationIds: [...ids].slice(0, MAX_ORGANIZATIONS),
    total: ids.size,
    track: track ?? null,
  };
}
