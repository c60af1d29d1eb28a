/** The runs that figures over time are made of. */
import { RUN_STATUSES, type MeasuredRun } from '@keyway/core';
import type { PartnerStore } from '@keyway/store';

/** The newest ones; what a request reads does not grow with the partner beyond this. */
const MAX_MEASURED = 1000;
/** One page after another, so that other requests run between them. */
const PAGE = 100;
const STATUSES = RUN_STATUSES.filter((status) => status !== 'CANCELLED');

/** Newest first, without cancelled ones and those of archived organizations. */
export async function readMeasuredRuns(
  partner: Pick<PartnerStore, 'runSummaries'>,
): Promise<readonly MeasuredRun[]> {
  const found: MeasuredRun[] = [];
  let after: string | null = null;
  do {
    const page = await partner.runSummaries({ first: PAGE, after }, { status: STATUSES });
    found.push(...page.edges.map(({ node }) => node));
    after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
  } while (after !== null && found.length < MAX_MEASURED);
  return found;
}
