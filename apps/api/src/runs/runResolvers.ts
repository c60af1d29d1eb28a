/** Runs and what is derived from them. */
import {
  globalId,
  nextActions,
  parseGlobalId,
  platformHostOf,
  progress,
  TRACK_IDS,
  waitingOn,
  type NextAction,
  type Run,
} from '@keyway/core';
import { actionLabel, describeAnomaly, describeRun } from '@keyway/messages';
import { signedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { hasRole, mayMutate } from '../viewer/permissions.ts';
import { runMutationResolvers } from './runMutationResolvers.ts';
import { runSubscriptionResolvers } from './runSubscriptionResolvers.ts';
import { storeRunFilter } from './storeRunFilter.ts';

/** What the viewer may do with a run now, the most important first. */
export function actionsFor(context: RequestContext, run: Run): NextAction[] {
  const { viewer } = signedIn(context);
  const may = (mutation: NextAction['mutation']): boolean => mayMutate(viewer, mutation);
  return nextActions(
    run,
    { principal: viewer.principal, owner: hasRole(viewer, 'OWNER'), may },
    context.services.now(),
  );
}

export const runResolvers: Resolvers = {
  Query: {
    run: (_, { id }, context) => {
      const uuid = parseGlobalId('Run', id);
      return uuid ? signedIn(context).loaders.run.load(uuid) : null;
    },
    runs: async (_, { first, after, filter }, context) => {
      const { partner } = signedIn(context);
      const wanted = storeRunFilter(filter);
      const page = await pageOf(partner.runs({ first, after }, wanted));
      return { ...page, count: () => partner.countRuns(wanted) };
    },
  },
  Mutation: runMutationResolvers,
  Subscription: runSubscriptionResolvers,
  Run: {
    id: ({ run }) => globalId('Run', run.id),
    organization: async (stored, _args, context) => {
      const organization = await signedIn(context).loaders.organization.load(stored.organizationId);
      if (!organization)
        throw new Error(`run ${stored.run.id} has no organization that its viewer can see`);
      return organization;
    },
    waitingOn: ({ run }) => waitingOn(run),
    tracks: ({ run }) => TRACK_IDS.map((id) => ({ run, state: run.tracks[id] })),
    progress: ({ run }) => progress(run),
    nextActions: ({ run }, _args, context) => actionsFor(context, run),
    version: ({ run }) => run.version,
    startedAt: ({ run }) => run.startedAt,
    updatedAt: ({ run }) => run.updatedAt,
    completedAt: ({ run }) => run.completedAt,
    history: ({ run }, { first, after }, context) =>
      pageOf(signedIn(context).partner.history({ first, after }, { runId: run.id })),
    sentence: ({ run }, { locale }, { services }) =>
      describeRun(run, services.now(), localeOf(locale)),
    anomalies: ({ run }) => run.anomalies,
    platformHost: ({ run }) => platformHostOf(run.organization.region).host,
  },
  RunConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
  Anomaly: { message: (anomaly, { locale }) => describeAnomaly(anomaly, localeOf(locale)) },
  NextAction: { label: (action, { locale }) => actionLabel(action, localeOf(locale)) },
};
