/** Who is responsible for runs, apart from what changes them: pages that filter load no more. */
import { graphql } from '../../generated/gql.ts';

/** Who can be chosen in filters. */
export const RUN_OWNERS = graphql(`
  query RunOwners {
    runOwners(first: 100) {
      id
      name
    }
  }
`);
