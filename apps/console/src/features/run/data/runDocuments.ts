/** Queries of the pages of a run: the run, its updates, and long texts that few pages need. */
import { graphql } from '../../../generated/gql.ts';

export const RUN_QUERY = graphql(`
  query RunPage($id: ID!, $locale: String!) {
    run(id: $id) {
      ...RunFields
    }
  }
`);

export const RUN_CHANGED = graphql(`
  subscription RunChanged($id: ID!, $locale: String!) {
    runChanged(runId: $id) {
      ...RunFields
    }
  }
`);

/** For use without the cache: its tracks have other fields than those of `RunFields`. */
export const RUN_INSTRUCTIONS = graphql(`
  query RunInstructions($id: ID!, $locale: String!) {
    run(id: $id) {
      id
      version
      tracks {
        id
        steps {
          id
          instructions(locale: $locale) {
            text
            values {
              label
              value
            }
            scripts {
              tool
              text
            }
          }
        }
      }
    }
  }
`);

export const RUN_HISTORY = graphql(`
  query RunHistory($id: ID!, $first: Int!, $locale: String!) {
    run(id: $id) {
      id
      version
      history(first: $first) {
        edges {
          cursor
          node {
            ...RunEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment RunEntry on HistoryEntry {
    id
    at
    actor(locale: $locale)
    kind
    summary(locale: $locale)
    data
  }
`);

/** The newest entries of the run at each change: more than one change adds. */
export const RUN_ENTRIES_ADDED = graphql(`
  subscription RunEntriesAdded($id: ID!, $locale: String!) {
    runChanged(runId: $id) {
      id
      history(first: 10) {
        edges {
          cursor
          node {
            ...RunEntry
          }
        }
      }
    }
  }
`);

/** What would be sent, and the ticket's text; for use without the cache, like the instructions. */
export const RUN_OUTGOING = graphql(`
  query RunOutgoing($id: ID!, $name: String!, $locale: String!) {
    run(id: $id) {
      id
      version
      tracks {
        id
        ticketText(locale: $locale)
        ticketReady
        noApprover
        irreversible(locale: $locale) {
          rule
          text
        }
        configurationNameCheck(configurationName: $name) {
          verdict
          rules
          observed(locale: $locale)
          cause(locale: $locale)
          remedy(locale: $locale)
          neverAccepted
        }
        preview {
          method
          host
          path
          headers {
            name
            value
          }
          body(configurationName: $name)
          evidenceHash
        }
      }
    }
  }
`);

export const INSPECT_KEY = graphql(`
  query InspectKey($identifier: String!, $locale: String!) {
    inspectKeyIdentifier(identifier: $identifier, locale: $locale) {
      verdict
      rules
      problems
      cloud
      kind
      vault
      key
      version
      normalized
    }
  }
`);
