/** What pages show of a bulk job. */
import { graphql } from '../../generated/gql.ts';
import type { BulkItemStatus, BulkOutcome, BulkStatus } from '../../generated/enums.ts';
import type { Indicator } from '../../status/indicators.ts';

graphql(`
  fragment BulkJobFields on BulkJob {
    id
    action
    track
    status
    total
    done
    refused
    skipped
    startedBy
    startedAt
    endedAt
    cancelledBy
  }
`);

export const JOB_INDICATORS: Record<BulkStatus, Indicator> = {
  RUNNING: { shape: 'spinner', tone: 'accent' },
  DONE: { shape: 'check', tone: 'positive' },
  CANCELLED: { shape: 'dash', tone: 'neutral' },
};

export const ITEM_INDICATORS: Record<BulkItemStatus, Indicator> = {
  PENDING: { shape: 'hourglass', tone: 'neutral' },
  DONE: { shape: 'check', tone: 'positive' },
  REFUSED: { shape: 'octagon', tone: 'negative' },
  SKIPPED: { shape: 'dash', tone: 'neutral' },
};

/** In the order of their urgency. */
export const OUTCOMES = [
  'NEEDS_ATTENTION',
  'CHECKING',
  'WAITING',
  'PASSED',
] as const satisfies readonly BulkOutcome[];

export const OUTCOME_INDICATORS: Record<BulkOutcome, Indicator> = {
  NEEDS_ATTENTION: { shape: 'octagon', tone: 'negative' },
  CHECKING: { shape: 'spinner', tone: 'accent' },
  WAITING: { shape: 'hourglass', tone: 'notice' },
  PASSED: { shape: 'check', tone: 'positive' },
};
