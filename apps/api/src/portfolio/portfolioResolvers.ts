/** Everything in numbers, and what this viewer is waited for. */
import type { Actor, NextAction, Run } from '@keyway/core';
import type { StoredRun } from '@keyway/store';
import { signedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { actionsFor } from '../runs/runResolvers.ts';
import { hasRole } from '../viewer/permissions.ts';

/** Runs that are looked through for what is needed; beyond that the matrix and its filters serve better. */
const MAX_RUNS = 1000;

/** Since when the step that an action is about stands as it does. */
function since(run: Run, action: NextAction): string {
  const state = action.track && action.step ? run.tracks[action.track].steps[action.step] : undefined;
  return state?.since ?? run.startedAt;
}

/** Open runs that wait on someone this viewer can be. */
async function waitingRuns(context: RequestContext): Promise<StoredRun[]> {
  const { partner, viewer } = signedIn(context);
  const waitingOn: Actor[] = [];
  if (hasRole(viewer, 'APPROVER')) waitingOn.push('APPROVER');
  if (hasRole(viewer, 'OPERATOR')) waitingOn.push('PARTNER', 'AZURE_ADMIN', 'ENTRA_ADMIN', 'APPROVER', 'ADOBE');
  if (waitingOn.length === 0) return [];
  const filter = { status: ['IN_PROGRESS', 'WAITING', 'BLOCKED', 'FAILED'] as const, waitingOn };
  const found: StoredRun[] = [];
  for (let after: string | null = null; found.length < MAX_RUNS;) {
    const page = await partner.runs({ first: 100, after }, filter);
    found.push(...page.edges.map((edge) => edge.node));
    if (!page.hasNextPage) break;
    after = page.edges.at(-1)?.cursor ?? null;
  }
  return found;
}

async function needsYou(context: RequestContext, first: number) {
  const runs = await waitingRuns(context);
  const needed = runs.flatMap((stored) => {
    const action = actionsFor(context, stored.run).find(({ movesRun }) => movesRun);
    return action ? [{ run: stored, action, since: since(stored.run, action) }] : [];
  });
  return needed.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).slice(0, first);
}

export const portfolioResolvers: Resolvers = {
  Query: { portfolio: (_, _args, context) => signedIn(context).partner.portfolio() },
  Portfolio: { needsYou: (_, { first }, context) => needsYou(context, first) },
};
