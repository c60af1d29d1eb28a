/** Counts over all runs, and the tasks of this viewer. */
import type { Actor, NextAction, Run } from '@keyway/core';
import type { Authenticated, Page, StoredRun, WaitingRun } from '@keyway/store';
import { signedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { actionsFor } from '../runs/runResolvers.ts';
import { hasRole } from '../viewer/permissions.ts';

/** Runs that are searched for tasks of the viewer. */
const MAX_RUNS = 1000;
const PAGE_SIZE = 50;

/** Since when the step of an action has its status. */
function since(run: Run, action: NextAction): string {
  const state =
    action.track && action.step ? run.tracks[action.track].steps[action.step] : undefined;
  return state?.since ?? run.startedAt;
}

/** The actors that this viewer may act for. */
function actorsOf(viewer: Authenticated): Actor[] {
  const actors: Actor[] = [];
  if (hasRole(viewer, 'APPROVER')) actors.push('APPROVER');
  if (hasRole(viewer, 'OPERATOR'))
    actors.push('PARTNER', 'AZURE_ADMIN', 'ENTRA_ADMIN', 'APPROVER', 'ADOBE');
  return actors;
}

interface Needed {
  run: StoredRun;
  action: NextAction;
  since: string;
}

const bySince = (a: Needed, b: Needed): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : 0;

/** Searches from the run that has waited longest, until no later run can precede those found. */
async function needsYou(context: RequestContext, first: number): Promise<Needed[]> {
  const { partner, viewer } = signedIn(context);
  const actors = actorsOf(viewer);
  if (actors.length === 0) return [];
  let needed: Needed[] = [];
  let after: string | null = null;
  for (let searched = 0; searched < MAX_RUNS; searched += PAGE_SIZE) {
    const page: Page<WaitingRun> = await partner.waitingRuns({ first: PAGE_SIZE, after }, actors);
    for (const { node: run } of page.edges) {
      const last = needed[first - 1];
      if (last && last.since <= run.waitingSince) return needed;
      const action = actionsFor(context, run.run).find(({ movesRun }) => movesRun);
      if (action)
        needed = [...needed, { run, action, since: since(run.run, action) }]
          .toSorted(bySince)
          .slice(0, first);
    }
    if (!page.hasNextPage) break;
    after = page.edges.at(-1)?.cursor ?? null;
  }
  return needed;
}

export const portfolioResolvers: Resolvers = {
  Query: { portfolio: (_, _args, context) => signedIn(context).partner.portfolio() },
  Portfolio: { needsYou: (_, { first }, context) => needsYou(context, first) },
};
