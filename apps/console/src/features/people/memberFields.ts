/** The fields of a member that lists of people show. */
import { graphql } from '../../generated/gql.ts';
import type { MemberRowFragment } from '../../generated/graphql.ts';

graphql(`
  fragment MemberRow on Member {
    id
    name
    email
    grants {
      ...GrantFields
    }
    joinedAt
    lastSeenAt
    removedAt
  }
`);

export type MemberRow = MemberRowFragment;
