/** The partner's chat: query and mutations. */
import { graphql } from '../../generated/gql.ts';
import type { ChatFieldsFragment } from '../../generated/graphql.ts';

export type ChatView = ChatFieldsFragment;

export const CHAT = graphql(`
  query Chat {
    chat {
      ...ChatFields
    }
  }

  fragment ChatFields on Chat {
    kind
    host
    digest
    kinds
    timeZone
    quietHours {
      from
      until
    }
    language
    changedAt
    changedBy
    dueAt
    sentAt
    problem
    testRequestedAt
    testedAt
    testProblem
  }
`);

export const SET_CHAT = graphql(`
  mutation SetChat($input: SetChatInput!, $locale: String!) {
    setChat(input: $input) {
      chat {
        ...ChatFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const REMOVE_CHAT = graphql(`
  mutation RemoveChat($input: ChatInput!, $locale: String!) {
    removeChat(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const TEST_CHAT = graphql(`
  mutation TestChat($input: ChatInput!, $locale: String!) {
    testChat(input: $input) {
      chat {
        ...ChatFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
