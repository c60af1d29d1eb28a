/** Bulk jobs: one action on many organizations, in the background. */
import { globalId, parseGlobalId, refuse, type BulkInput } from '@keyway/core';
import { describeRefusal } from '@keyway/messages';
import {
  MAX_BULK_ITEMS,
  Refused,
  type BulkItemRecord,
  type BulkJobRecord,
  type OrganizationRecord,
} from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, starterOf, type RequestContext } from '../context.ts';
import type {
  CancelBulkInput,
  QueryBulkPreviewArgs,
  Resolvers,
  ResolversTypes,
  StartBulkInput,
} from '../generated/resolverTypes.ts';
import { mutate, occurrenceBy, type Target } from '../mutate.ts';
import { invisibleIn, selectOrganizations } from '../organizations/selectOrganizations.ts';
import { localeOf } from '../schema/locale.ts';
import { badUserInput, connectionResolvers, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

type Payload = Awaited<ResolversTypes['StartBulkPayload']>;

/** Of a preview. */
const MAX_BLOCKED_SHOWN = 500;

const noJob = () => refuse('bulkJobNotFound', ['id']);

/** A job that the viewer may see, or null. */
export const visibleBulkJob = (
  context: RequestContext,
  uuid: string,
): Promise<BulkJobRecord | null> => requireSignedIn(context).partner.bulkJob(uuid);

/** What the action needs, and nothing else. */
function bulkInput(
  validate: InputValidator,
  { action, track, reason }: Pick<StartBulkInput, 'action' | 'track' | 'reason'>,
): BulkInput {
  if (action === 'REQUEST_APPROVAL' && !track) validate.refuse('trackMissing', 'track');
  return {
    action,
    track: action === 'REQUEST_APPROVAL' || action === 'VERIFY' ? (track ?? null) : null,
    reason: action === 'CANCEL_RUNS' ? validate.text('reason', reason ?? '') : null,
  };
}

async function startBulk(context: RequestContext, input: StartBulkInput): Promise<Payload> {
  const { partner, viewer } = requireSignedIn(context);
  let wanted: BulkInput;
  let organizations: OrganizationRecord[];
  const outcome = await mutate(context, {
    name: 'startBulk',
    input,
    target: async (): Promise<Target> => {
      const refusal = await invisibleIn(partner, input, MAX_BULK_ITEMS);
      return refusal ? { refusal } : 'each';
    },
    validate: async () => {
      const validate = new InputValidator();
      wanted = bulkInput(validate, input);
      validate.pass();
      organizations = await selectOrganizations(partner, input, MAX_BULK_ITEMS);
    },
    work: async (unit, occurrence) => {
      const organizationIds = organizations.map(({ id }) => id);
      const given = { input: wanted, organizationIds, starter: starterOf(viewer) };
      const started = await unit.bulk.start(given, occurrence());
      if ('refusal' in started) throw new Refused(started.refusal);
      return { id: started.job.id };
    },
  });
  if ('userErrors' in outcome) return { job: null, userErrors: outcome.userErrors };
  return { job: await visibleBulkJob(context, outcome.result.id), userErrors: [] };
}

/** Whoever started it may cancel it; another job only with the role for the whole partner. */
async function cancelBulk(context: RequestContext, input: CancelBulkInput): Promise<Payload> {
  const { viewer } = requireSignedIn(context);
  const uuid = parseGlobalId('BulkJob', input.id);
  const outcome = await mutate(context, {
    name: 'cancelBulk',
    input,
    target: async (): Promise<Target> => {
      const job = uuid && (await visibleBulkJob(context, uuid));
      if (!job) return { refusal: noJob() };
      return job.starter === starterOf(viewer) ? 'each' : { organizationId: null };
    },
    work: async (unit, occurrence) => {
      const cancelled = await unit.bulk.cancel(uuid ?? '', occurrence());
      if ('refusal' in cancelled) throw new Refused(cancelled.refusal);
      return { id: cancelled.job.id };
    },
  });
  if ('userErrors' in outcome) return { job: null, userErrors: outcome.userErrors };
  return { job: await visibleBulkJob(context, outcome.result.id), userErrors: [] };
}

/** A refusal of a query's arguments. */
function argumentError(error: unknown): unknown {
  const [refusal] = error instanceof Refused ? error.refusals : [];
  return refusal ? badUserInput(describeRefusal(refusal, 'en')) : error;
}

async function bulkPreview(
  context: RequestContext,
  args: QueryBulkPreviewArgs,
): Promise<Awaited<ResolversTypes['BulkPreview']>> {
  const { partner, viewer } = requireSignedIn(context);
  const { action, track } = args;
  if (action === 'REQUEST_APPROVAL' && !track)
    throw badUserInput('"track" is needed for REQUEST_APPROVAL.');
  const organizations = await selectOrganizations(partner, args, MAX_BULK_ITEMS).catch(
    (error: unknown) => {
      throw argumentError(error);
    },
  );
  const { actor, at: now } = occurrenceBy(context.services, viewer);
  // A reason is asked for later, and never decides.
  const problems = await partner.previewBulk(
    { action, track: track ?? null, reason: '-' },
    organizations.map(({ id }) => id),
    { rights: viewer, actor, now },
  );
  const blocked = organizations.flatMap((organization) => {
    const refusal = problems.get(organization.id);
    return refusal ? [{ organization, refusal }] : [];
  });
  return {
    affected: organizations.length - blocked.length,
    blocked: blocked.slice(0, MAX_BLOCKED_SHOWN),
    blockedCount: blocked.length,
  };
}

async function organizationOf(
  { organizationId }: BulkItemRecord,
  context: RequestContext,
): Promise<OrganizationRecord> {
  const found = await requireSignedIn(context).loaders.organization.load(organizationId);
  if (!found) throw new Error(`an item of ${organizationId}, which its viewer can’t see`);
  return found;
}

export const bulkResolvers: Resolvers = {
  Query: {
    bulkPreview: (_, args, context) => bulkPreview(context, args),
    bulkJobs: (_, { first, after }, context) =>
      pageOf(requireSignedIn(context).partner.bulkJobs({ first, after })),
  },
  Mutation: {
    startBulk: (_, { input }, context) => startBulk(context, input),
    cancelBulk: (_, { input }, context) => cancelBulk(context, input),
  },
  Subscription: {
    bulkJobChanged: {
      subscribe: async (_, { id }, context) => {
        const { partner } = requireSignedIn(context);
        const uuid = parseGlobalId('BulkJob', id);
        const job = uuid && (await visibleBulkJob(context, uuid));
        if (!job)
          throw new GraphQLError('This bulk job doesn’t exist.', {
            extensions: { code: 'NOT_FOUND' },
          });
        return context.services.bulkFeed.currentAndChanges(
          partner.scope,
          job.id,
        ) as AsyncIterableIterator<never>;
      },
      resolve: (job: BulkJobRecord) => job,
    },
  },
  BulkJob: {
    id: ({ id }) => globalId('BulkJob', id),
    track: ({ input }) => input.track,
    startedBy: ({ actor }) => actor.name,
    items: async ({ id }, { first, after, status }, context) => {
      const { partner } = requireSignedIn(context);
      const page = await pageOf(partner.bulkItems({ first, after }, id, status ?? null));
      return { ...page, count: () => partner.countBulkItems(id, status ?? null) };
    },
  },
  BulkJobConnection: { ...connectionResolvers },
  BulkItem: {
    organization: (item, _args, context) => organizationOf(item, context),
    run: ({ runId }, _args, context) =>
      runId === null ? null : requireSignedIn(context).loaders.run.load(runId),
    code: ({ refusal }) => refusal?.code ?? null,
    message: ({ refusal }, { locale }) => refusal && describeRefusal(refusal, localeOf(locale)),
  },
  BulkItemConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
};
