/** Who is signed in: queried by the shell, read from the cache everywhere else. */
import { useQuery } from '@apollo/client/react';
import { graphql } from '../../generated/gql.ts';
import type { Role } from '../../generated/enums.ts';
import {
  findOnlyOrganization,
  hasRole,
  organizationsOf,
  ownedOrganizations,
} from './viewerAccess.ts';

export const VIEWER_QUERY = graphql(`
  query Viewer {
    viewer {
      id
      name
      email
      grants {
        ...GrantFields
      }
      scopes
      kind
      partner
      session {
        id
        idleSeconds
        endsAt
      }
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

/**
 * Whether this person has one of these roles for every organization of the partner. Only hides
 * links; the server decides.
 */
export function usePartnerRole(...roles: Role[]): boolean {
  const viewer = useViewer();
  return viewer !== undefined && hasRole(viewer.grants, roles, 'partner');
}

/** Whether this person has one of these roles for at least one organization. */
export function useRoleSomewhere(...roles: Role[]): boolean {
  const viewer = useViewer();
  return viewer !== undefined && hasRole(viewer.grants, roles, 'anywhere');
}

/** The one organization that this person sees; null if there are more, undefined while loading. */
export function useOnlyOrganization() {
  const viewer = useViewer();
  return viewer && findOnlyOrganization(viewer.grants);
}

/** The organizations that this person sees; null for every one of the partner. */
export function useSeenOrganizations() {
  return organizationsOf(useViewer()?.grants ?? []);
}

/** The organizations that this person owns; null for every one of the partner. */
export function useOwnedOrganizations() {
  return ownedOrganizations(useViewer()?.grants ?? []);
}
