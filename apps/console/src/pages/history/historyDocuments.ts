/** The queries of the history page. */
import { graphql } from '../../generated/gql.ts';
import type { HistoryEntryFragment, HistoryLineFragment } from '../../generated/graphql.ts';

export type HistoryEntry = HistoryEntryFragment;
/** An entry without the change that made it. */
export type HistoryLine = HistoryLineFragment;

export const HISTORY_QUERY = graphql(`
  query History($first: Int! = 50, $after: String, $filter: HistoryFilter, $locale: String!) {
    history(first: $first, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...HistoryEntry
        }
      }
    }
  }

  fragment HistoryEntry on HistoryEntry {
    ...HistoryLine
    change {
      runCount
      first {
        ...HistoryLine
      }
    }
  }

  fragment HistoryLine on HistoryEntry {
    id
    at
    # In English, as filters compare it.
    actor
    shownActor: actor(locale: $locale)
    principal
    kind
    summary(locale: $locale)
    data
    hash
    previousHash
    organization {
      id
      name
    }
    run {
      id
    }
  }
`);

/** The newest entries of a changed run: more than one change adds. */
export const HISTORY_CHANGES = graphql(`
  subscription HistoryChanges($locale: String!) {
    runsChanged(withRecent: true) {
      history(first: 10) {
        edges {
          cursor
          node {
            ...HistoryEntry
          }
        }
      }
    }
  }
`);

/** The newest entries, for those about no run, of which no subscription reports. */
export const NEWEST_ENTRIES = graphql(`
  query NewestHistory($filter: HistoryFilter, $locale: String!) {
    history(first: 50, filter: $filter) {
      edges {
        cursor
        node {
          ...HistoryEntry
        }
      }
    }
  }
`);

/** The entries of the runs that a change reached. */
export const CHANGE_ENTRIES = graphql(`
  query ChangeEntries($id: ID!, $after: String, $locale: String!) {
    node(id: $id) {
      id
      ... on HistoryEntry {
        change {
          entries(first: 20, after: $after) {
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              cursor
              node {
                ...HistoryLine
              }
            }
          }
        }
      }
    }
  }
`);

export const VERIFICATION_QUERY = graphql(`
  query HistoryVerification($organizationId: ID) {
    historyVerification(organizationId: $organizationId) {
      ok
      entries
      brokenAt
      checkpoints {
        count
        lastAt
        lastEntries
        valid
        brokenAt
        problem
      }
    }
  }
`);
