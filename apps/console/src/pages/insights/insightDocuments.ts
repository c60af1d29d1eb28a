/** The query of the insights. */
import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

export const INSIGHTS = graphql(`
  query Insights {
    portfolio {
      organizations
      byStatus {
        status
        count
      }
      measuredRuns
      funnel {
        weekStart
        counts {
          phase
          count
        }
      }
      stepTimes {
        track
        step
        party
        count
        medianSeconds
        p90Seconds
        openCount
      }
    }
  }
`);

export type Figures = ResultOf<typeof INSIGHTS>['portfolio'];
export type FunnelWeek = Figures['funnel'][number];
export type StepTime = Figures['stepTimes'][number];
