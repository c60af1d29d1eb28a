/** What lists and badges show of the health of an organization's keys. */
import { graphql } from '../../generated/gql.ts';
import type { HealthSummaryFragment } from '../../generated/graphql.ts';

graphql(`
  fragment HealthSummary on KeyHealth {
    health
    since
    version
  }
`);

export type HealthSummary = HealthSummaryFragment;
