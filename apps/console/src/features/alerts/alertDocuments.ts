/** What is requested of alerts, and what is done with them. */
import { graphql } from '../../generated/gql.ts';
import type { AlertFieldsFragment } from '../../generated/graphql.ts';

graphql(`
  fragment AlertFields on Alert {
    id
    track
    kind
    status
    health
    purgeClass
    openedAt
    resolvedAt
    title(locale: $locale)
    detail(locale: $locale)
    runbook(locale: $locale)
    acknowledgedBy
    acknowledgedAt
    source
    eventCount
    lastEventAt
    organization {
      id
      name
    }
  }
`);

export type AlertView = AlertFieldsFragment;

/** A page of alerts; `organizationId` in the filter: those of one organization. */
export const ALERTS_QUERY = graphql(`
  query Alerts($first: Int! = 30, $after: String, $filter: AlertFilter, $locale: String!) {
    alerts(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...AlertFields
        }
      }
    }
  }
`);

export const ALERT_QUERY = graphql(`
  query AlertPage($id: ID!, $locale: String!) {
    node(id: $id) {
      __typename
      ... on Alert {
        ...AlertFields
      }
    }
  }
`);

export const ALERT_EVENTS = graphql(`
  query AlertEvents($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on Alert {
        id
        events(first: 10, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              eventId
              receivedAt
              source
            }
          }
        }
      }
    }
  }
`);

export const ACKNOWLEDGE = graphql(`
  mutation AcknowledgeAlert($input: AcknowledgeAlertInput!, $locale: String!) {
    acknowledgeAlert(input: $input) {
      alreadyAcknowledged
      alert {
        ...AlertFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
