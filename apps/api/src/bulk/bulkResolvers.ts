/** Bulk jobs: one action on many organizations, in the background. */
import { globalId, isHandOffActor, parseGlobalId, refuse } from '@keyway/core';
import type { BulkInput, RunOwner } from '@keyway/core';
import { describeRefusal } from '@keyway/messages';
import {
  MAX_BULK_ITEMS,
  ownerProblem,
  Refused,
  type BulkItemRecord,
  type BulkJobRecord,
  type OrganizationRecord,
  type Page,
  type PartnerStore,
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
import { handOffInput, handOffUrl } from '../handOff/handOffResolvers.ts';
import { mutate, occurrenceBy, type Target } from '../mutate.ts';
import { invisibleIn, selectOrganizations } from '../organizations/selectOrganizations.ts';
import { localeOf } from '../schema/locale.ts';
import type { BulkItemParent } from '../schema/parents.ts';
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

type Given = Omit<StartBulkInput, 'idempotencyKey' | 'organizationIds' | 'filter'>;

/** What the action needs, and nothing else. */
async function bulkInput(
  context: RequestContext,
  validate: InputValidator,
  given: Given,
): Promise<BulkInput> {
  const { action, track, reason } = given;
  if (action === 'REQUEST_APPROVAL' && !track) validate.refuse('trackMissing', 'track');
  const { now } = context.services;
  return {
    action,
    track: action === 'REQUEST_APPROVAL' || action === 'VERIFY' ? (track ?? null) : null,
    reason: action === 'CANCEL_RUNS' ? validate.text('reason', reason ?? '') : null,
    ...(action === 'ASSIGN' && { assignment: await assignment(context, validate, given) }),
    ...(action === 'CREATE_HAND_OFFS' && { handOff: handOffInput(validate, given, now()) }),
  };
}

/** As for one run; whether the member has access is asked for each organization. */
async function assignment(
  context: RequestContext,
  validate: InputValidator,
  { ownerId, dueAt }: Pick<Given, 'ownerId' | 'dueAt'>,
): Promise<NonNullable<BulkInput['assignment']>> {
  if (ownerId === undefined && dueAt === undefined)
    validate.refuse('bulkAssignmentMissing', 'ownerId');
  return {
    ...(dueAt !== undefined && { dueAt }),
    ...(ownerId !== undefined && {
      owner: ownerId === null ? null : await bulkOwner(context, ownerId),
    }),
  };
}

/** @throws Refused where there is no such member any more */
async function bulkOwner(context: RequestContext, ownerId: string): Promise<RunOwner> {
  const memberId = parseGlobalId('Member', ownerId);
  const found = memberId ? await requireSignedIn(context).partner.candidate(memberId) : null;
  const problem = ownerProblem(found && { ...found, hasAccess: true });
  if (problem || !found) throw new Refused(problem ?? refuse('memberNotFound', ['ownerId']));
  return { memberId: found.id, name: found.name };
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
      wanted = await bulkInput(context, validate, input);
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
  const { action, track, ownerId, actor: handedOffTo } = args;
  if (action === 'REQUEST_APPROVAL' && !track)
    throw badUserInput('"track" is needed for REQUEST_APPROVAL.');
  if (handedOffTo && !isHandOffActor(handedOffTo))
    throw badUserInput(describeRefusal(refuse('handOffActor', null), 'en'));
  const refused = (error: unknown): never => {
    throw argumentError(error);
  };
  const organizations = await selectOrganizations(partner, args, MAX_BULK_ITEMS).catch(refused);
  const owner = ownerId ? await bulkOwner(context, ownerId).catch(refused) : undefined;
  const { actor, at: now } = occurrenceBy(context.services, viewer);
  // A reason is asked for later, and never decides.
  const problems = await partner.previewBulk(
    {
      ...{ action, track: track ?? null, reason: '-' },
      ...(owner && action === 'ASSIGN' && { assignment: { owner } }),
      ...(handedOffTo && { handOff: { actor: handedOffTo, note: null, expiresAt: null } }),
    },
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

/** Whether the viewer is who started it, and it makes links. A shared execution is nobody's. */
const readsLinks = ({ action, starter }: BulkJobRecord, context: RequestContext): boolean =>
  action === 'CREATE_HAND_OFFS' && requireSignedIn(context).partner.scope.viewer === starter;

/** The same page, whose links are read together when the first of them is asked for. */
function withLinks<P extends Page<BulkItemRecord>>(
  page: P,
  jobId: string,
  partner: PartnerStore,
): P & Page<BulkItemParent> {
  const positions = page.edges.map(({ node }) => node.position);
  let links: Promise<Map<number, string>> | undefined;
  const link = (position: number) => async (): Promise<string | null> => {
    links ??= partner.bulkLinks(jobId, positions);
    return (await links).get(position) ?? null;
  };
  // Named one by one: the cursor is a getter, which a spread would lose.
  const edges = page.edges.map((edge) => ({
    cursor: edge.cursor,
    node: { ...edge.node, link: link(edge.node.position) },
  }));
  return { ...page, edges };
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
    linksUntil: (job, _args, context) =>
      readsLinks(job, context) ? requireSignedIn(context).partner.bulkLinksEnd(job.id) : null,
    items: async (job, { first, after, status }, context) => {
      const { partner } = requireSignedIn(context);
      const page = await pageOf(partner.bulkItems({ first, after }, job.id, status ?? null));
      const linked = readsLinks(job, context) ? withLinks(page, job.id, partner) : page;
      return { ...linked, count: () => partner.countBulkItems(job.id, status ?? null) };
    },
  },
  BulkJobConnection: { ...connectionResolvers },
  BulkItem: {
    organization: (item, _args, context) => organizationOf(item, context),
    run: ({ runId }, _args, context) =>
      runId === null ? null : requireSignedIn(context).loaders.run.load(runId),
    code: ({ refusal }) => refusal?.code ?? null,
    message: async (item, { locale }, context) => {
      if (item.refusal) return describeRefusal(item.refusal, localeOf(locale));
      const token = item.status === 'DONE' && (await item.link?.());
      return token ? handOffUrl(context, token) : null;
    },
  },
  BulkItemConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
};
