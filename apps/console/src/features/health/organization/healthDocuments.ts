/** Queries and mutations of the health of one organization's keys. */
import { graphql } from '../../../generated/gql.ts';
import type { OrganizationHealthQuery } from '../../../generated/graphql.ts';

export const ORGANIZATION_HEALTH = graphql(`
  query OrganizationHealth($id: ID!, $locale: String!) {
    organization(id: $id) {
      id
      keyHealth {
        ...HealthDetails
      }
    }
    alerts(first: 20, filter: { organizationId: $id, status: [OPEN, ACKNOWLEDGED] }) {
      totalCount
      nodes {
        id
        track
        openedAt
        purgeClass
        title(locale: $locale)
        detail(locale: $locale)
        acknowledgedBy
      }
    }
  }

  fragment HealthDetails on KeyHealth {
    ...HealthSummary
    lookedAt
    sentence(locale: $locale)
    tracks {
      track
      health
      since
      cause(locale: $locale)
      checks {
        id
        rules
        verdict
        title(locale: $locale)
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        checkedAt
        actor
        override {
          reason
          by(locale: $locale)
          at
        }
      }
      drift {
        field
        title(locale: $locale)
        approved
        now
        harmful
        acceptable
        reason(locale: $locale)
        seenAt
        acceptedBy
        acceptedAt
      }
      expiresAt
      currentVersion {
        ...KeyVersionFields
      }
      formerVersions {
        ...KeyVersionFields
      }
      clock {
        startedAt
        cause(locale: $locale)
        marks {
          at
          passed
          rule
          text(locale: $locale)
        }
        runbook(locale: $locale)
      }
    }
  }

  fragment KeyVersionFields on KeyVersion {
    version
    enabled
    firstSeenAt
    mayBeDisabledAfter
  }
`);

export const CHECK_HEALTH = graphql(`
  mutation CheckHealth($input: CheckHealthInput!, $locale: String!) {
    checkHealth(input: $input) {
      organization {
        id
        keyHealth {
          ...HealthDetails
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ACCEPT_DRIFT = graphql(`
  mutation AcceptDrift($input: AcceptDriftInput!, $locale: String!) {
    acceptDrift(input: $input) {
      organization {
        id
        keyHealth {
          ...HealthDetails
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const HEALTH_HISTORY = graphql(`
  query HealthHistory($after: String, $filter: HistoryFilter, $locale: String!) {
    history(first: 100, after: $after, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        kind
        data
        summary(locale: $locale)
      }
    }
  }
`);

export type HealthDetails = NonNullable<OrganizationHealthQuery['organization']>['keyHealth'];
export type TrackHealth = HealthDetails['tracks'][number];
export type Difference = TrackHealth['drift'][number];
export type OpenAlert = OrganizationHealthQuery['alerts']['nodes'][number];
