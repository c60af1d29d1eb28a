/** Bulk jobs: one action on many organizations, in the background. */
import { isBulkOfStep, isBulkOfTrack, parseGlobalId, refuse, type BulkInput } from '@keyway/core';
import {
  MAX_BULK_ITEMS,
  Refused,
  type BulkJobRecord,
  type OrganizationRecord,
} from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, starterOf, type RequestContext } from '../context.ts';
import type {
  CancelBulkInput,
  Resolvers,
  ResolversTypes,
  StartBulkInput,
} from '../generated/resolverTypes.ts';
import { handOffInput } from '../handOff/handOffResolvers.ts';
import { mutate, type Target } from '../mutate.ts';
import { invisibleIn, selectOrganizations } from '../organizations/selectOrganizations.ts';
import { pageOf } from '../schema/pages.ts';
import { InputValidator, MAX_LENGTHS } from '../userErrors/inputValidator.ts';
import { bulkItemResolvers } from './bulkItemResolvers.ts';
import { bulkOwner } from './bulkOwner.ts';
import { bulkPreview } from './bulkPreview.ts';

type Payload = Awaited<ResolversTypes['StartBulkPayload']>;

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
  const { action, track, step, reason } = given;
  if (action === 'PROVIDE_KEYS') validate.refuse('bulkKeysByImport', 'action');
  const isOfStep = isBulkOfStep(action);
  if ((action === 'REQUEST_APPROVAL' || isOfStep) && !track)
    validate.refuse('trackMissing', 'track');
  if (isOfStep && !step) validate.refuse('stepMissing', 'step');
  const { now } = context.services;
  return {
    action,
    track: isBulkOfTrack(action) ? (track ?? null) : null,
    ...(isOfStep && step && { step }),
    ...(action === 'ATTEST_STEPS' && { attestation: attestation(validate, given) }),
    reason: action === 'CANCEL_RUNS' ? validate.text('reason', reason ?? '') : null,
    ...(action === 'ASSIGN' && { assignment: await assignment(context, validate, given) }),
    ...(action === 'CREATE_HAND_OFFS' && { handOff: handOffInput(validate, given, now()) }),
  };
}

/** As for one run. */
const attestation = (
  validate: InputValidator,
  { statement, reference }: Pick<Given, 'statement' | 'reference'>,
): NonNullable<BulkInput['attestation']> => ({
  statement: validate.text('statement', statement ?? ''),
  reference: validate.optionalText('reference', reference, MAX_LENGTHS.identifier),
});

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
  ...bulkItemResolvers,
};
