/** What commands read of history. */
import { graphql } from '../generated/gql.ts';
import type { TailHistoryQuery, VerifiedHistoryQuery } from '../generated/graphql.ts';

export const tailDocument = graphql(`
  query TailHistory($first: Int!, $after: String, $filter: HistoryFilter, $locale: String) {
    history(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        at
        kind
        actor(locale: $locale)
        principal
        summary(locale: $locale)
        organization {
          id
          name
          imsOrgId
        }
        run {
          id
        }
        data
        hash
        previousHash
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What is hashed: the English name of the actor, whatever the language. */
export const verifiedDocument = graphql(`
  query VerifiedHistory($first: Int!, $after: String, $filter: HistoryFilter) {
    history(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        at
        kind
        actor(locale: "en")
        principal
        organization {
          id
        }
        run {
          id
        }
        data
        hash
        previousHash
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type TailEntry = TailHistoryQuery['history']['nodes'][number];
export type VerifiedEntry = VerifiedHistoryQuery['history']['nodes'][number];
