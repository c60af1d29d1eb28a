/** Queries and mutations of the hand-offs of a run. */
import { graphql } from '../../../generated/gql.ts';
import type { HandOffRowFragment } from '../../../generated/graphql.ts';

/** For use without the cache, like the instructions: the run there has other fields. */
export const RUN_HAND_OFFS = graphql(`
  query RunHandOffs($id: ID!) {
    run(id: $id) {
      id
      handOffs {
        ...HandOffRow
      }
    }
  }

  fragment HandOffRow on HandOff {
    id
    actor
    note
    createdBy
    createdAt
    expiresAt
    revokedAt
    lastUsedAt
    uses
  }
`);

export const CREATE_HAND_OFF = graphql(`
  mutation CreateHandOff($input: CreateHandOffInput!, $locale: String!) {
    createHandOff(input: $input) {
      url
      handOff {
        ...HandOffRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const REVOKE_HAND_OFF = graphql(`
  mutation RevokeHandOff($input: RevokeHandOffInput!, $locale: String!) {
    revokeHandOff(input: $input) {
      handOff {
        ...HandOffRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type HandOffView = HandOffRowFragment;
