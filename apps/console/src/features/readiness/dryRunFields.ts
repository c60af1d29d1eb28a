/** What pages show of a dry run. */
import { graphql } from '../../generated/gql.ts';
import type { DryRunStatus, ReadinessOutcome } from '../../generated/enums.ts';
import type { Indicator } from '../../status/indicators.ts';

graphql(`
  fragment DryRunFields on DryRun {
    id
    status
    tracks
    total
    checked
    skipped
    startedBy
    startedAt
    endedAt
    cancelledBy
    outcomes {
      outcome
      count
    }
  }
`);

export const OUTCOME_INDICATORS: Record<ReadinessOutcome, Indicator> = {
  READY: { shape: 'check', tone: 'positive' },
  WAITING: { shape: 'hourglass', tone: 'notice' },
  UNKNOWN: { shape: 'question', tone: 'neutral' },
  BLOCKED: { shape: 'octagon', tone: 'negative' },
  SUBMITTED: { shape: 'dash', tone: 'neutral' },
};

export const DRY_RUN_INDICATORS: Record<DryRunStatus, Indicator> = {
  RUNNING: { shape: 'spinner', tone: 'accent' },
  DONE: { shape: 'check', tone: 'neutral' },
  CANCELLED: { shape: 'dash', tone: 'neutral' },
};
