/** Queries and mutations of webhooks. */
import { graphql } from '../../generated/gql.ts';
import type { WebhookDeliveriesQuery, WebhookFieldsFragment } from '../../generated/graphql.ts';

graphql(`
  fragment WebhookFields on Webhook {
    id
    url
    events
    organizations {
      id
      name
    }
    enabled
    disabledReason
    failingSince
    pausedUntil
    createdAt
    createdBy
  }
`);

export type WebhookView = WebhookFieldsFragment;

export const WEBHOOKS = graphql(`
  query Webhooks($first: Int! = 50, $after: String) {
    webhooks(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...WebhookFields
        }
      }
    }
  }
`);

export const WEBHOOK_DELIVERIES = graphql(`
  query WebhookDeliveries($id: ID!, $after: String, $status: DeliveryStatus) {
    node(id: $id) {
      __typename
      ... on Webhook {
        ...WebhookFields
        deliveries(first: 20, after: $after, status: $status) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              id
              messageId
              event
              status
              createdAt
              nextAttemptAt
              body
              attempts {
                at
                statusCode
                milliseconds
                error
              }
            }
          }
        }
      }
    }
  }
`);

type Node = Extract<WebhookDeliveriesQuery['node'], { __typename: 'Webhook' }>;
export type DeliveryView = Node['deliveries']['edges'][number]['node'];

export const WEBHOOK_EVENTS = graphql(`
  query WebhookEvents($locale: String!) {
    webhookEvents {
      type
      description(locale: $locale)
      example
    }
  }
`);

export const CREATE_WEBHOOK = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!, $locale: String!) {
    createWebhook(input: $input) {
      secret
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ROTATE_SECRET = graphql(`
  mutation RotateWebhookSecret($input: WebhookIdInput!, $locale: String!) {
    rotateWebhookSecret(input: $input) {
      secret
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const UPDATE_WEBHOOK = graphql(`
  mutation UpdateWebhook($input: UpdateWebhookInput!, $locale: String!) {
    updateWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const DELETE_WEBHOOK = graphql(`
  mutation DeleteWebhook($input: WebhookIdInput!, $locale: String!) {
    deleteWebhook(input: $input) {
      webhook {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const TEST_WEBHOOK = graphql(`
  mutation TestWebhook($input: WebhookIdInput!, $locale: String!) {
    testWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const REDELIVER = graphql(`
  mutation Redeliver($input: RedeliverInput!, $locale: String!) {
    redeliver(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
