/** Counts over all runs, and the tasks of this viewer. */
import type { PortfolioCounts, RunView } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { selectsState } from '../runs/selectsState.ts';
import type { NextActionParent } from '../schema/parents.ts';
import { neededActions } from './neededActions.ts';

interface NeededAction {
  run: RunView;
  action: NextActionParent;
  since: string;
}

/** The tasks whose run is still there: a run that was read later may be gone from sight. */
async function needsYou(
  context: RequestContext,
  first: number,
  needsState: boolean,
): Promise<NeededAction[]> {
  const { loaders } = requireSignedIn(context);
  const tasks = await neededActions(context, first);
  return Promise.all(
    tasks.map(async ({ runId, since, mutation, track, step }) => {
      const run = await (needsState ? loaders.run : loaders.runSummary).load(runId);
      const state = async () => (await loaders.run.load(runId))?.run ?? null;
      return run
        ? [{ run, since, action: { mutation, track, step, movesRun: true, run: state } }]
        : [];
    }),
  ).then((found) => found.flat());
}

export const portfolioResolvers: Resolvers = {
  Query: {
    portfolio: (_, _args, context) => {
      const { partner } = requireSignedIn(context);
      let counts: Promise<PortfolioCounts> | undefined;
      return {
        organizations: () => partner.portfolioOrganizations(),
        counts: () => (counts ??= partner.portfolio()),
      };
    },
  },
  Portfolio: {
    organizations: ({ organizations }) => organizations(),
    runs: async ({ counts }) => (await counts()).runs,
    byStatus: async ({ counts }) => (await counts()).byStatus,
    byStep: async ({ counts }) => (await counts()).byStep,
    waitingOn: async ({ counts }) => (await counts()).waitingOn,
    needsYou: (_, { first }, context, info) => needsYou(context, first, selectsState(info)),
  },
};
