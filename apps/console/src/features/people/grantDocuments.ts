/** The fields of grants that every list and form of them needs. */
import { graphql } from '../../generated/gql.ts';
import type { GrantFieldsFragment } from '../../generated/graphql.ts';

graphql(`
  fragment GrantFields on Grant {
    role
    organization {
      id
      name
    }
    rule {
      claim
      value
    }
  }
`);

export type GrantView = GrantFieldsFragment;
