/** Counts over all runs, and the tasks of this viewer. */
import {
  measureFunnel,
  measureStepTimes,
  taskOf,
  taskPlace,
  taskPosition,
  waitsSince,
  type MeasuredRun,
} from '@keyway/core';
import { actionLabel } from '@keyway/messages';
import type { Count, Page, PortfolioCounts, Task } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { selectsState } from '../runs/selectsState.ts';
import { badUserInput, connectionResolvers, pageOf } from '../schema/pages.ts';
import type { NeededActionParent } from '../schema/parents.ts';
import { actionsFor, organizationOf, stateOf } from '../runs/runResolvers.ts';
import { readMeasuredRuns } from './measuredRuns.ts';
import { countTasks, taskGroups, taskPage } from './neededActions.ts';

/** Of a funnel. */
const MAX_WEEKS = 52;

/** The tasks whose run is still there: a run that was read later may be gone from sight. */
async function withRuns(
  context: RequestContext,
  page: Page<Task>,
  needsState: boolean,
): Promise<Page<NeededActionParent>> {
  const { loaders } = requireSignedIn(context);
  const edges = page.edges.map(async ({ cursor, node }) => {
    const { runId, mutation, track, step, ...task } = node;
    const run = await (needsState ? loaders.run : loaders.runSummary).load(runId);
    const state = async () => (await loaders.run.load(runId))?.run ?? null;
    const action = { mutation, track, step, movesRun: true, run: state };
    return run ? [{ cursor, node: { ...task, run, action } }] : [];
  });
  return { ...page, edges: (await Promise.all(edges)).flat() };
}

export const portfolioResolvers: Resolvers = {
  Query: {
    portfolio: (_, _args, context) => {
      const { partner } = requireSignedIn(context);
      let counts: Promise<PortfolioCounts> | undefined;
      let measured: Promise<readonly MeasuredRun[]> | undefined;
      return {
        organizations: () => partner.portfolioOrganizations(),
        counts: () => (counts ??= partner.portfolio()),
        measured: () => (measured ??= readMeasuredRuns(partner)),
      };
    },
  },
  Portfolio: {
    organizations: ({ organizations }) => organizations(),
    runs: async ({ counts }) => (await counts()).runs,
    byStatus: async ({ counts }) => (await counts()).byStatus,
    byStep: async ({ counts }) => (await counts()).byStep,
    waitingOn: async ({ counts }) => (await counts()).waitingOn,
    needsYou: async (_, { first }, context, info) => {
      const page = await taskPage(context, { first });
      const { edges } = await withRuns(context, page, selectsState(info));
      return edges.map(({ node }) => node);
    },
    tasks: async (_, request, context, info) => {
      const page = await pageOf(taskPage(context, request));
      let count: Promise<Count> | undefined;
      return {
        ...(await withRuns(context, page, selectsState(info))),
        count: () => (count ??= countTasks(context, request)),
      };
    },
    taskGroups: (_, _args, context) => taskGroups(context),
    measuredRuns: async ({ measured }) => (await measured()).length,
    funnel: async ({ measured }, { weeks }, { services }) => {
      if (weeks < 1 || weeks > MAX_WEEKS)
        throw badUserInput(`"weeks" is ${weeks}. Use 1 to ${MAX_WEEKS}.`);
      return measureFunnel(await measured(), weeks, services.now());
    },
    stepTimes: async ({ measured }) => measureStepTimes(await measured()),
  },
  TaskGroup: {
    label: ({ mutation }, { locale }) =>
      actionLabel({ mutation, movesRun: true }, localeOf(locale)),
    countCapped: ({ capped }) => capped,
  },
  NeededActionConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
    totalCountCapped: async (connection) => (await connection.count()).capped,
  },
  Run: {
    task: async (view, _args, context) => {
      const run = stateOf(view);
      const action = actionsFor(context, run).find(({ movesRun }) => movesRun);
      const organization = await (view.organization ?? organizationOf(view, context));
      if (!action || organization.archivedAt !== null) return null;
      const since = waitsSince(run, action);
      const task = { mutation: taskOf(run, action), since, dueAt: run.dueAt, runId: run.id };
      const place = taskPlace(task, context.services.now());
      return {
        ...{ run: view, since, urgency: place.urgency, position: taskPosition(place) },
        action: { ...action, run: () => run },
      };
    },
  },
};
