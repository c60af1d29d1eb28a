/** What commands about webhooks ask and send. */
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment WebhookFields on Webhook {
    id
    url
    events
    organizations {
      id
      name
      imsOrgId
    }
    enabled
    disabledReason
    failingSince
    createdAt
    createdBy
  }
`);

export const webhooksDocument = graphql(`
  query CliWebhooks($first: Int!, $after: String) {
    webhooks(first: $first, after: $after) {
      nodes {
        ...WebhookFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const webhookEventsDocument = graphql(`
  query CliWebhookEvents($locale: String) {
    webhookEvents {
      type
      description(locale: $locale)
      example
    }
  }
`);

export const deliveriesDocument = graphql(`
  query CliDeliveries($id: ID!, $first: Int!, $after: String, $status: DeliveryStatus) {
    node(id: $id) {
      ... on Webhook {
        deliveries(first: $first, after: $after, status: $status) {
          nodes {
            id
            messageId
            event
            status
            createdAt
            nextAttemptAt
            attempts {
              at
              statusCode
              milliseconds
              error
            }
            body
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const createWebhookDocument = graphql(`
  mutation CliCreateWebhook($input: CreateWebhookInput!, $locale: String) {
    createWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      secret
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const updateWebhookDocument = graphql(`
  mutation CliUpdateWebhook($input: UpdateWebhookInput!, $locale: String) {
    updateWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const deleteWebhookDocument = graphql(`
  mutation CliDeleteWebhook($input: WebhookIdInput!, $locale: String) {
    deleteWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const rotateSecretDocument = graphql(`
  mutation CliRotateSecret($input: WebhookIdInput!, $locale: String) {
    rotateWebhookSecret(input: $input) {
      webhook {
        ...WebhookFields
      }
      secret
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const testWebhookDocument = graphql(`
  mutation CliTestWebhook($input: WebhookIdInput!, $locale: String) {
    testWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const redeliverDocument = graphql(`
  mutation CliRedeliver($input: RedeliverInput!, $locale: String) {
    redeliver(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);
