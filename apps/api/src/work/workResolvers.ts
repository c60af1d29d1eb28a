/** Who is responsible for runs, until when they should be done, and what people note about them. */
import {
  isClosedStatus,
  MAX_MENTIONS,
  mayMutate,
  parseGlobalId,
  refuse,
  type EventData,
} from '@keyway/core';
import {
  ownerProblem,
  Refused,
  type MemberRecord,
  type NamedMember,
  type RunView,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { AddCommentInput, AssignRunInput, Resolvers } from '../generated/resolverTypes.ts';
import { managesPeople } from '../people/grants.ts';
import { changeRun, noRun } from '../runs/runMutation.ts';

/** A member as somebody sees them who doesn't manage members. */
const nameOnly = (context: RequestContext, member: NamedMember): MemberRecord => ({
  ...member,
  partnerId: requireSignedIn(context).viewer.partnerId,
  email: null,
  grants: [],
  lastSeenAt: null,
});

async function ownerOf({ owner }: RunView, context: RequestContext): Promise<MemberRecord | null> {
  if (!owner) return null;
  const { loaders } = requireSignedIn(context);
  if (managesPeople(context)) return loaders.member.load(owner.memberId);
  const found = await loaders.runOwner.load(owner.memberId);
  return found && nameOnly(context, found);
}

const isOverdue = ({ dueAt, status }: RunView, context: RequestContext): boolean =>
  dueAt !== null && !isClosedStatus(status) && dueAt < context.services.now();

/**
 * The member who becomes responsible.
 * @throws Refused where there is no such member, or they can't see the run
 */
async function newOwner(
  context: RequestContext,
  given: string,
  organizationId: string,
): Promise<{ memberId: string; name: string }> {
  const memberId = parseGlobalId('Member', given);
  const { partner } = requireSignedIn(context);
  const found = memberId && (await partner.assignee({ memberId, organizationId }));
  const problem = ownerProblem(found || null);
  if (problem || !found) throw new Refused(problem ?? refuse('memberNotFound', ['ownerId']));
  const { id, name } = found;
  return { memberId: id, name };
}

/** What is left out stays as it is. */
async function assignment(
  context: RequestContext,
  { ownerId, dueAt }: AssignRunInput,
  organizationId: () => Promise<string | null>,
): Promise<EventData['runAssigned']> {
  const data: EventData['runAssigned'] = dueAt === undefined ? {} : { dueAt };
  if (ownerId === undefined) return data;
  if (ownerId === null) return { ...data, owner: null };
  const organization = await organizationId();
  if (organization === null) throw new Refused(noRun());
  return { ...data, owner: await newOwner(context, ownerId, organization) };
}

/**
 * The members whom a comment names, each once.
 * @throws Refused where there is no such member, or they can't see the run
 */
async function mentionsOf(
  context: RequestContext,
  { mentions }: AddCommentInput,
  organizationId: () => Promise<string | null>,
): Promise<string[]> {
  const given = [...new Set(mentions)];
  if (given.length === 0) return [];
  if (given.length > MAX_MENTIONS)
    throw new Refused(refuse('mentionsMany', ['mentions'], { max: MAX_MENTIONS }));
  const organization = await organizationId();
  if (organization === null) throw new Refused(noRun());
  const memberIds = given.map((id) => parseGlobalId('Member', id) ?? '');
  const { partner } = requireSignedIn(context);
  const found = await partner.colleagues(organization, memberIds);
  if (found.length < given.length) throw new Refused(refuse('mentionNotFound', ['mentions']));
  const without = found.find(({ hasAccess }) => !hasAccess);
  if (without)
    throw new Refused(refuse('mentionWithoutAccess', ['mentions'], { name: without.name }));
  return found.map(({ id }) => id);
}

export const workResolvers: Resolvers = {
  Query: {
    assignees: async (_, { organizationId, text, first }, context) => {
      const id = organizationId ? parseGlobalId('Organization', organizationId) : null;
      if (organizationId && id === null) return [];
      const found = await requireSignedIn(context).partner.assignees({
        ...{ organizationId: id, first },
        text: text ?? null,
      });
      return found.map((member) => nameOnly(context, member));
    },
    colleagues: async (_, { organizationId, text, first }, context) => {
      const id = parseGlobalId('Organization', organizationId);
      const { partner } = requireSignedIn(context);
      const found = id ? await partner.colleagueList(id, { text: text ?? null, first }) : [];
      return found.map((member) => nameOnly(context, member));
    },
    runOwners: async (_, { text, first }, context) => {
      const { partner } = requireSignedIn(context);
      const found = await partner.runOwnerList({ first, text: text ?? null });
      return found.map((member) => nameOnly(context, member));
    },
  },
  Mutation: {
    assignRun: (_, { input }, context) =>
      changeRun(context, input, {
        mutation: 'assignRun',
        kind: 'runAssigned',
        data: (_validate, organizationId) => assignment(context, input, organizationId),
      }),
    addComment: (_, { input }, context) =>
      changeRun(context, input, {
        mutation: 'addComment',
        kind: 'commentAdded',
        data: async (validate, organizationId) => {
          const text = validate.text('text', input.text);
          const mentions = await mentionsOf(context, input, organizationId);
          const about = { track: input.track ?? null, step: input.step ?? null };
          return { text, ...about, ...(mentions.length > 0 && { mentions }) };
        },
      }),
  },
  Run: {
    owner: (run, _args, context) => ownerOf(run, context),
    overdue: (run, _args, context) => isOverdue(run, context),
    mayAssign: ({ organizationId, status }, _args, context) =>
      !isClosedStatus(status) &&
      mayMutate(requireSignedIn(context).viewer, 'assignRun', organizationId),
    mayComment: ({ organizationId }, _args, context) =>
      mayMutate(requireSignedIn(context).viewer, 'addComment', organizationId),
  },
};
