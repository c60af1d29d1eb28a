/** Who is signed in and where: asked once by the shell, read from the cache everywhere else. */
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

/** The signed-in person, or undefined while that is not known. */
export function useViewer() {
  return useQuery(VIEWER_QUERY, { fetchPolicy: 'cache-first' }).data?.viewer;
}

/**
 * True where this person's role is one of these; only for hiding what could never work, never
 * instead of the server's word.
 */
export function useRole(...roles: Role[]): boolean {
  const viewer = useViewer();
  return viewer !== undefined && roles.includes(viewer.role);
}
