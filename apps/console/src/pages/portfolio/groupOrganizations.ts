/** The organizations of the tasks of a group: all of them, not only those that are listed. */
import type { ApolloClient } from '@apollo/client';
import { readNow } from '../../features/export/listFile.ts';
import { graphql } from '../../generated/gql.ts';
import type { StepId, TrackId } from '../../generated/enums.ts';
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
            step
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

interface Where {
  track: TrackId;
  step: StepId | null;
}

interface GroupOrganizations {
  /** The first, as many as a bulk job takes. */
  organizationIds: string[];
  /** How many there are in all. */
  total: number;
  /** Where most of the tasks are; of as many, the most urgent. */
  where: Where;
}

export async function readGroupOrganizations(
  client: ApolloClient,
  { mutation, isProblem }: GroupName,
): Promise<GroupOrganizations> {
  const ids = new Set<string>();
  const counts = new Map<string, { where: Where; count: number }>();
  let after: string | null = null;
  do {
    const variables = { mutation, isProblem, after };
    const answer: GroupOrganizationsQuery = await readNow(client, GROUP_ORGANIZATIONS, variables);
    const { nodes, pageInfo } = answer.portfolio.tasks;
    for (const { action, run } of nodes) {
      ids.add(run.organization.id);
      const where = { track: action.track ?? 'AEP', step: action.step };
      const key = `${where.track} ${where.step}`;
      counts.set(key, { where, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    // To the end, so that it can be said how many are left out.
  } while (after !== null);
  const [most] = [...counts.values()].toSorted((one, other) => other.count - one.count);
  return {
    organizationIds: [...ids].slice(0, MAX_ORGANIZATIONS),
    total: ids.size,
    where: most?.where ?? { track: 'AEP', step: null },
  };
}
