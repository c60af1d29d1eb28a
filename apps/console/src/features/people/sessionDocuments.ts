/** Where people are signed in, and the mutations that end it. */
import { graphql } from '../../generated/gql.ts';
import type { SessionRowFragment } from '../../generated/graphql.ts';

export const OWN_SESSIONS = graphql(`
  query OwnSessions {
    viewer {
      id
      sessions {
        ...SessionRow
      }
    }
  }

  fragment SessionRow on Session {
    id
    createdAt
    lastUsedAt
    userAgent
    provider
    current
  }
`);

export const MEMBER_SESSIONS = graphql(`
  query MemberSessions($id: ID!) {
    node(id: $id) {
      id
      ... on Member {
        sessions {
          ...SessionRow
        }
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($input: EndSessionInput!, $locale: String!) {
    endSession(input: $input) {
      ended
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const END_SESSIONS = graphql(`
  mutation EndSessions($input: EndSessionsInput!, $locale: String!) {
    endSessions(input: $input) {
      ended
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type SessionRow = SessionRowFragment;
