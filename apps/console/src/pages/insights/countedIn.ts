/** What the figures count, and how that adds up to the organizations of the portfolio. */
import type { Figures } from './insightDocuments.ts';

export function countedIn({ organizations, byStatus, measuredRuns, funnel }: Figures) {
  const counted = (funnel.at(-1)?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  const all = byStatus.reduce(
    (sum, { status, count }) => (status === 'CANCELLED' ? sum : sum + count),
    0,
  );
  return {
    /** Organizations: those of the portfolio, those that the last week counts, and the others. */
    ...{ total: organizations, counted, rest: Math.max(0, organizations - counted) },
    /** Runs: those that are counted, and those that there are. */
    ...{ runs: measuredRuns, all: Math.max(all, measuredRuns) },
    /** Whether the server counts the newest runs only. */
    isCut: all > measuredRuns ? 'yes' : 'no',
  };
}
