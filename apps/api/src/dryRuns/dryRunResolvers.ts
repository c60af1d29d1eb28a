/** Dry runs: what runs of many organizations would find, without starting any. */
import {
  globalId,
  parseGlobalId,
  readinessCauseKey,
  refuse,
  rulesOfCheck,
  TRACK_IDS,
} from '@keyway/core';
import {
  checkTitle,
  describeCheck,
  describeReadiness,
  describeReadinessCause,
  describeReadinessStep,
} from '@keyway/messages';
import { MAX_DRY_RUN_ITEMS, Refused, type DryRunFigures, type DryRunRecord } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, starterOf, type RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes, StartDryRunInput } from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import { invisibleIn } from '../organizations/selectOrganizations.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { plannedKeyList } from './plannedKeyList.ts';
import { selectDryRun, type DryRunSelection } from './plannedKeys.ts';

type Payload = Awaited<ResolversTypes['DryRunPayload']>;

/** A dry run that the viewer may see, or null. */
export const visibleDryRun = (
  context: RequestContext,
  uuid: string,
): Promise<DryRunRecord | null> => requireSignedIn(context).partner.dryRun(uuid);

async function startDryRun(context: RequestContext, input: StartDryRunInput): Promise<Payload> {
  const { partner, viewer } = requireSignedIn(context);
  let selection: DryRunSelection;
  const outcome = await mutate(context, {
    name: 'startDryRun',
    input,
    target: async (): Promise<Target> => {
      const refusal = await invisibleIn(partner, input, MAX_DRY_RUN_ITEMS);
      return refusal ? { refusal } : 'each';
    },
    validate: async () => {
      selection = await selectDryRun(partner, input);
    },
    work: async (unit, occurrence) => {
      const tracks = TRACK_IDS.filter((track) => !input.tracks || input.tracks.includes(track));
      const given = { ...selection, tracks, starter: starterOf(viewer) };
      const started = await unit.dryRuns.start(given, occurrence());
      if ('refusal' in started) throw new Refused(started.refusal);
      return { id: started.dryRun.id };
    },
  });
  if ('userErrors' in outcome) return { dryRun: null, userErrors: outcome.userErrors };
  return { dryRun: await visibleDryRun(context, outcome.result.id), userErrors: [] };
}

/** Whoever started it may cancel it; another one only with the role for the whole partner. */
async function cancelDryRun(
  context: RequestContext,
  input: { id: string; idempotencyKey?: string | null | undefined },
): Promise<Payload> {
  const { viewer } = requireSignedIn(context);
  const uuid = parseGlobalId('DryRun', input.id);
  const outcome = await mutate(context, {
    name: 'cancelDryRun',
    input,
    target: async (): Promise<Target> => {
      const dryRun = uuid && (await visibleDryRun(context, uuid));
      if (!dryRun) return { refusal: refuse('dryRunNotFound', ['id']) };
      return dryRun.starter === starterOf(viewer) ? 'each' : { organizationId: null };
    },
    work: async (unit, occurrence) => {
      const cancelled = await unit.dryRuns.cancel(uuid ?? '', occurrence());
      if ('refusal' in cancelled) throw new Refused(cancelled.refusal);
      return { id: cancelled.dryRun.id };
    },
  });
  if ('userErrors' in outcome) return { dryRun: null, userErrors: outcome.userErrors };
  return { dryRun: await visibleDryRun(context, outcome.result.id), userErrors: [] };
}

/** Read once for all counts of a dry run. */
const read = new WeakMap<DryRunRecord, Promise<DryRunFigures>>();
function figuresOf(dryRun: DryRunRecord, context: RequestContext): Promise<DryRunFigures> {
  let figures = read.get(dryRun);
  if (!figures)
    read.set(dryRun, (figures = requireSignedIn(context).partner.dryRunFigures(dryRun.id)));
  return figures;
}

export const dryRunResolvers: Resolvers = {
  Query: {
    dryRuns: (_, { first, after }, context) =>
      pageOf(requireSignedIn(context).partner.dryRuns({ first, after })),
    plannedKeys: (_, { content }, context) =>
      plannedKeyList(requireSignedIn(context).partner, content),
  },
  Mutation: {
    startDryRun: (_, { input }, context) => startDryRun(context, input),
    cancelDryRun: (_, { input }, context) => cancelDryRun(context, input),
  },
  Subscription: {
    dryRunChanged: {
      subscribe: async (_, { id }, context) => {
        const { partner } = requireSignedIn(context);
        const uuid = parseGlobalId('DryRun', id);
        const dryRun = uuid && (await visibleDryRun(context, uuid));
        if (!dryRun)
          throw new GraphQLError('This dry run doesn’t exist.', {
            extensions: { code: 'NOT_FOUND' },
          });
        return context.services.dryRunFeed.currentAndChanges(
          partner.scope,
          dryRun.id,
        ) as AsyncIterableIterator<never>;
      },
      resolve: (dryRun: DryRunRecord) => dryRun,
    },
  },
  DryRun: {
    id: ({ id }) => globalId('DryRun', id),
    startedBy: ({ actor }) => actor.name,
    total: async (dryRun, _args, context) => (await figuresOf(dryRun, context)).total,
    checked: async (dryRun, _args, context) => (await figuresOf(dryRun, context)).checked,
    skipped: async (dryRun, _args, context) => (await figuresOf(dryRun, context)).skipped,
    outcomes: async (dryRun, _args, context) => (await figuresOf(dryRun, context)).outcomes,
    causes: async (dryRun, _args, context) => (await figuresOf(dryRun, context)).causes,
    expiresAt: ({ endedAt }, _args, { services }) =>
      endedAt &&
      new Date(
        Date.parse(endedAt) + services.config.retention.dryRunDays * 86_400_000,
      ).toISOString(),
    organizations: async ({ id }, { first, after, ...filter }, context) => {
      const { partner } = requireSignedIn(context);
      const page = await pageOf(partner.dryRunItems({ first, after }, id, filter));
      return { ...page, count: () => partner.countDryRunItems(id, filter) };
    },
  },
  DryRunConnection: { ...connectionResolvers },
  ReadinessConnection: {
    ...connectionResolvers,
    totalCount: async ({ count }) => (await count()).count,
  },
  ReadinessCause: {
    id: ({ cause }) => readinessCauseKey(cause),
    outcome: ({ cause }) => cause.outcome,
    step: ({ cause }) => cause.step,
    kind: ({ cause }) => cause.kind,
    code: ({ cause }) => cause.code,
    message: ({ cause }, { locale }) => describeReadinessCause(cause, localeOf(locale)),
  },
  Readiness: {
    organization: async ({ organizationId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.organization.load(organizationId);
      if (!found) throw new Error(`The organization ${organizationId} of a dry run is gone.`);
      return found;
    },
    skipped: ({ status }) => status === 'SKIPPED',
    message: ({ result }, { locale }) => result && describeReadiness(result, localeOf(locale)),
    tracks: ({ result }) => result?.tracks ?? [],
  },
  ReadinessTrack: { id: ({ track }) => track },
  ReadinessStep: {
    id: ({ step }) => step,
    message: (step, { locale }) => describeReadinessStep(step, localeOf(locale)),
  },
  ReadinessCheck: {
    id: ({ check }) => check,
    rules: (check) => rulesOfCheck(check),
    title: ({ check }, { locale }) => checkTitle(check, localeOf(locale)),
    observed: (check, { locale }) => describeCheck(check, localeOf(locale)).observed,
    expected: (check, { locale }) => describeCheck(check, localeOf(locale)).expected,
    cause: (check, { locale }) => describeCheck(check, localeOf(locale)).cause,
    remedy: (check, { locale }) => describeCheck(check, localeOf(locale)).remedy,
  },
};
