/** Runs and what is derived from them. */
import {
  coolingOffsOf,
  delaysOf,
  globalId,
  hasRoleFor,
  isClosedStatus,
  mayMutate,
  nextActions,
  nobodysTurnUntil,
  parseGlobalId,
  platformHostOf,
  waitingOnAt,
  type NextAction,
  type Run,
  type TrackSummary,
} from '@keyway/core';
import {
  actionLabel,
  describeAnomaly,
  describeDatabaseDelay,
  describeLastApproval,
  describeRun,
} from '@keyway/messages';
import type { OrganizationRecord, RunView } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import type { TrackParent } from '../schema/parents.ts';
import { asOfNobody } from '../people/policyResolvers.ts';
import { isOwnApprover, readerOf } from '../viewer/permissions.ts';
import { principalFor } from '../viewer/sharedViewer.ts';
import { runMutationResolvers } from './runMutationResolvers.ts';
import { runSubscriptionResolvers } from './runSubscriptionResolvers.ts';
import { selectsOrganization, selectsState } from './selectsState.ts';
import { storeRunFilter } from './storeRunFilter.ts';

/** @throws where `selectsState` has missed a field. */
export function stateOf({ id, run }: RunView): Run {
  if (!run) throw new Error(`the state of run ${id} was not read`);
  return run;
}

function withState(run: Run, track: TrackSummary): TrackParent {
  const state = run.tracks[track.id];
  const steps = track.steps.map((step) => ({
    ...step,
    whole: { run, state: state.steps[step.id]! },
  }));
  return { ...track, steps, whole: { run, state } };
}

/** The organization of a run that the viewer sees. */
export async function organizationOf(
  { id, organizationId }: RunView,
  context: RequestContext,
): Promise<OrganizationRecord> {
  const found = await requireSignedIn(context).loaders.organization.load(organizationId);
  if (!found) throw new Error(`run ${id} has no organization that its viewer can see`);
  return found;
}

/** What the viewer may do with a run now, the most important first. */
export function actionsFor(context: RequestContext, run: Run): NextAction[] {
  const { viewer } = requireSignedIn(context);
  const { id } = run.organization;
  const { awsPrincipal } = context.services.config;
  const may = (mutation: NextAction['mutation']): boolean =>
    mayMutate(viewer, mutation, id) && (mutation !== 'connectAws' || awsPrincipal !== null);
  const owner = hasRoleFor(viewer, 'OWNER', id);
  return nextActions(
    run,
    { principal: principalFor(context, run), owner, ownApprover: isOwnApprover(viewer, id), may },
    context.services.now(),
  );
}

const secondsUntil = (until: string, now: string): number =>
  Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);

export const runResolvers: Resolvers = {
  Query: {
    run: (_, { id }, context) => {
      const uuid = parseGlobalId('Run', id);
      return uuid ? requireSignedIn(context).loaders.run.load(uuid) : null;
    },
    runs: async (_, { first, after, filter }, context, info) => {
      const { partner } = requireSignedIn(context);
      const wanted = storeRunFilter(filter);
      const read = selectsState(info) ? partner.runs : partner.runSummaries;
      const page = await pageOf<RunView>(
        read({ first, after }, wanted, { withOrganization: selectsOrganization(info) }),
      );
      return { ...page, count: () => partner.countRuns(wanted) };
    },
  },
  Mutation: runMutationResolvers,
  Subscription: runSubscriptionResolvers,
  Run: {
    id: ({ id }) => globalId('Run', id),
    organization: (run, _args, context) => run.organization ?? organizationOf(run, context),
    tracks: ({ run, tracks }) => (run ? tracks.map((track) => withState(run, track)) : tracks),
    nextActions: (view, _args, context) => {
      const run = stateOf(view);
      return actionsFor(context, run).map((action) => ({ ...action, run: () => run }));
    },
    history: ({ id }, { first, after }, context) =>
      pageOf(requireSignedIn(context).partner.history({ first, after }, { runId: id })),
    sentence: (view, { locale }, context) => {
      const run = stateOf(view);
      const reader = readerOf(requireSignedIn(context).viewer, run.organization.id);
      return describeRun(run, context.services.now(), localeOf(locale), reader);
    },
    waitingOn: (view, _args, { services }) => waitingOnAt(view, services.now()),
    coolingOffs: (view, _args, { services }) => {
      const now = services.now();
      const found = isClosedStatus(view.status) ? [] : coolingOffsOf(view, now);
      return found.map((one) => ({ ...one, remainingSeconds: secondsUntil(one.until, now) }));
    },
    delays: (view, _args, { services }) => {
      const now = services.now();
      const found = isClosedStatus(view.status) ? [] : delaysOf(view, now);
      return found.map(({ delay, ...one }) => ({
        ...{ ...one, delay, until: delay.until },
        remainingSeconds: secondsUntil(delay.until, now),
      }));
    },
    refusedTracks: ({ tracks }) => tracks.flatMap(({ id, refused }) => (refused ? [id] : [])),
    nobodysTurnUntil: (view, _args, { services }) =>
      isClosedStatus(view.status) ? null : nobodysTurnUntil(view, services.now()),
    policy: (view) => asOfNobody(stateOf(view).policy),
    anomalies: (view) => stateOf(view).anomalies,
    platformHost: (view) => platformHostOf(stateOf(view).organization.region).host,
  },
  RunConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
  Delay: {
    sentence: ({ delay }, { locale }) => describeDatabaseDelay(delay, localeOf(locale)),
  },
  Anomaly: { message: (anomaly, { locale }) => describeAnomaly(anomaly, localeOf(locale)) },
  NextAction: {
    label: (action, { locale }) => actionLabel(action, localeOf(locale)),
    reason: async ({ mutation, track, run }, { locale }) => {
      if (mutation !== 'requestApproval' || track === null) return null;
      const state = await run();
      return state && describeLastApproval(state, track, localeOf(locale));
    },
  },
};
