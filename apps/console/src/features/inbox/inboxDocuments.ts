/** What is requested of the viewer's inbox. */
import { graphql } from '../../generated/gql.ts';
import type { InboxQuery } from '../../generated/graphql.ts';

export const UNREAD_COUNT = graphql(`
  query UnreadCount {
    viewer {
      id
      unreadCount
    }
  }
`);

export const INBOX_CHANGED = graphql(`
  subscription InboxChanged {
    inboxChanged {
      unreadCount
    }
  }
`);

export const INBOX = graphql(`
  query Inbox($after: String, $unreadOnly: Boolean!, $kinds: [InboxKind!], $locale: String!) {
    viewer {
      id
      unreadCount
      inbox(first: 50, after: $after, unreadOnly: $unreadOnly, kinds: $kinds) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            kind
            title(locale: $locale)
            runId
            alertId
            track
            step
            excerpt
            createdAt
            readAt
          }
        }
      }
    }
  }
`);

/** One item of the inbox. */
export type InboxItemView = NonNullable<InboxQuery['viewer']['inbox']>['edges'][number]['node'];

export const MARK_INBOX_READ = graphql(`
  mutation MarkInboxRead($input: MarkInboxReadInput!, $locale: String!) {
    markInboxRead(input: $input) {
      items {
        id
        readAt
      }
      viewer {
        id
        unreadCount
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
