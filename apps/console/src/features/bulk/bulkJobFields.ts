/** What pages show of a bulk job. */
import { graphql } from '../../generated/gql.ts';
import type { BulkItemStatus, BulkOutcome, BulkStatus } from '../../generated/enums.ts';
import type { BulkJobFieldsFragment } from '../../generated/graphql.ts';
import type { Indicator } from '../../status/indicators.ts';

graphql(`
  fragment BulkJobFields on BulkJob {
    id
    action
    step
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

/** What came of a job that is done; a list of jobs doesn't know what came of checks. */
type Outcome = 'passed' | 'failed' | 'unknown';

const DONE_INDICATORS: Record<Outcome, Indicator> = {
  passed: { shape: 'check', tone: 'positive' },
  failed: { shape: 'warning', tone: 'notice' },
  unknown: { shape: 'check', tone: 'neutral' },
};

export function jobIndicator(status: BulkStatus, outcome: Outcome): Indicator {
  switch (status) {
    case 'RUNNING':
      return { shape: 'spinner', tone: 'accent' };
    case 'DONE':
      return DONE_INDICATORS[outcome];
    case 'CANCELLED':
      return { shape: 'dash', tone: 'neutral' };
  }
}

/** Of a job in a list. */
export function listedJobIndicator(
  job: Pick<BulkJobFieldsFragment, 'status' | 'refused' | 'action'>,
) {
  const done = job.action === 'VERIFY' ? 'unknown' : 'passed';
  return jobIndicator(job.status, job.refused > 0 ? 'failed' : done);
}

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
