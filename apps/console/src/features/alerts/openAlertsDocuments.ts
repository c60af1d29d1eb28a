/** What every page requests of alerts: few fields, once; changes follow live. */
import { graphql } from '../../generated/gql.ts';
import type { OpenAlertsQuery } from '../../generated/graphql.ts';

/** Those of the purge class come first, so that these are all that the banner names. */
export const OPEN_ALERTS = graphql(`
  query OpenAlerts {
    alerts(first: 20, filter: { status: [OPEN, ACKNOWLEDGED] }) {
      totalCount
      edges {
        cursor
        node {
          id
          purgeClass
          status
          openedAt
          acknowledgedBy
          organization {
            id
            name
          }
        }
      }
    }
  }
`);

export type OpenAlert = OpenAlertsQuery['alerts']['edges'][number]['node'];

/** Updates what the cache has of the alert. */
export const ALERTS_CHANGED = graphql(`
  subscription AlertsChanged {
    alertsChanged(withRecent: true) {
      id
      purgeClass
      status
      openedAt
      resolvedAt
      acknowledgedBy
      acknowledgedAt
      eventCount
      lastEventAt
      organization {
        id
        name
      }
    }
  }
`);
