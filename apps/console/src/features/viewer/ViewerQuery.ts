/** Who is signed in: queried by the shell, read from the cache everywhere else. */
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../generated/gql.ts';
import type { Role } from '../../generated/enums.ts';

export const VIEWER_QUERY = graphql(`
  query Viewer {
    viewer {
      id
      name
      email
      role
      scopes
      kind
      partner
    }
    environment {
      sandbox
      version
      signIn {
        name
        url
      }
    }
  }
`);

/** The signed-in person; undefined while loading. */
export function useViewer() {
  return useQuery(VIEWER_QUERY, { fetchPolicy: 'cache-first' }).data?.viewer;
}

/** Whether this person has one of these roles. Only hides links; the server decides. */
export function useRole(...roles: Role[]): boolean {
  const viewer = useViewer();
  return viewer !== undefined && roles.includes(viewer.role);
}
