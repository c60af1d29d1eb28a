/** Members, and what they may do. */
import { globalId, parseGlobalId, refuse, type Grant, type Refusal } from '@keyway/core';
import {
  Refused,
  type MemberRecord,
  type Occurrence,
  type OrganizationRecord,
  type UnitOfWork,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate, PARTNER } from '../mutate.ts';
import { connectionResolvers, emptyPage, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import type { MutationName } from '../viewer/permissions.ts';
import { grantsOfPerson, managesPeople, peopleOf } from './grants.ts';

type Payload = Awaited<ResolversTypes['MemberPayload']>;

const noMember = (): Refusal => refuse('memberNotFound', ['memberId']);

/** A member that the viewer may see, or null. */
export const visibleMember = async (
  context: RequestContext,
  uuid: string,
): Promise<MemberRecord | null> =>
  managesPeople(context) ? requireSignedIn(context).partner.member(uuid) : null;

interface MemberRequest<D> {
  mutation: MutationName;
  data: () => D | Promise<D>;
  work: (
    unit: UnitOfWork,
    id: string,
    data: D,
    occurrence: Occurrence,
  ) => Promise<{ member: MemberRecord } | { refusal: Refusal }>;
}

/** Changes one member; their open connections are checked again. */
async function changeMember<D>(
  context: RequestContext,
  input: { memberId: string; idempotencyKey?: string | null },
  request: MemberRequest<D>,
): Promise<Payload> {
  const id = parseGlobalId('Member', input.memberId);
  let data: D;
  const outcome = await mutate(context, {
    name: request.mutation,
    input,
    // Whoever doesn't manage people sees no member.
    target: async () =>
      id && (await visibleMember(context, id)) ? PARTNER : { refusal: noMember() },
    validate: async () => {
      if (!id || !(await visibleMember(context, id))) throw new Refused(noMember());
      data = await request.data();
    },
    work: async (unit, occurrence) => {
      const changed = await request.work(unit, id ?? '', data, occurrence());
      if ('refusal' in changed) throw new Refused(changed.refusal);
      return { id };
    },
  });
  if ('userErrors' in outcome) return { member: null, userErrors: outcome.userErrors };
  context.services.accessChanged();
  return { member: await visibleMember(context, outcome.result.id ?? ''), userErrors: [] };
}

/** UUID of the organization to filter by; null without one, undefined where there is none such. */
async function organizationOf(
  context: RequestContext,
  given: string | null | undefined,
): Promise<string | null | undefined> {
  if (given == null) return null;
  const uuid = parseGlobalId('Organization', given);
  if (uuid === null) return undefined;
  return (await requireSignedIn(context).loaders.organization.load(uuid)) ? uuid : undefined;
}

/** Who has access to an organization that doesn't exist, or is another partner's. */
const none = () => Promise.resolve({ count: 0, capped: false });
const NOBODY = { ...emptyPage, count: none, countRemoved: none };

/** Those of them that the viewer sees. */
async function organizationsBy(
  ids: readonly string[],
  context: RequestContext,
): Promise<OrganizationRecord[]> {
  const { organization } = requireSignedIn(context).loaders;
  return (await Promise.all(ids.map((id) => organization.load(id)))).filter((one) => one !== null);
}

export const memberResolvers: Resolvers = {
  Query: {
    members: async (_, { first, after, text, organizationId }, context) => {
      const partner = peopleOf(context);
      const organization = await organizationOf(context, organizationId);
      if (organization === undefined) return NOBODY;
      const filter = { text, organizationId: organization };
      const page = await pageOf(partner.members({ first, after }, filter));
      return {
        ...page,
        count: () => partner.countMembers(filter),
        countRemoved: () => partner.countMembers({ ...filter, isRemoved: true }),
      };
    },
    lastOwner: (_, _args, context) =>
      managesPeople(context) ? requireSignedIn(context).partner.lastOwner() : null,
  },
  Mutation: {
    changeGrants: (_, { input }, context) =>
      changeMember<Grant[]>(context, input, {
        mutation: 'changeGrants',
        data: () => grantsOfPerson(context, input.grants),
        work: (unit, memberId, grants, occurrence) =>
          unit.members.changeGrants({ memberId, grants }, occurrence),
      }),
    removeMember: (_, { input }, context) =>
      changeMember<string | null>(context, input, {
        mutation: 'removeMember',
        data: () => {
          const validate = new InputValidator();
          const reason = validate.optionalText('reason', input.reason);
          validate.pass();
          return reason;
        },
        work: (unit, memberId, reason, occurrence) =>
          unit.members.remove({ memberId, reason }, occurrence),
      }),
  },
  Member: {
    id: ({ id }) => globalId('Member', id),
    joinedAt: ({ createdAt }) => createdAt,
    holdings: ({ id }, _args, context) =>
      managesPeople(context) ? requireSignedIn(context).loaders.memberHoldings.load(id) : null,
  },
  MemberHoldings: {
    runOrganizations: ({ runOrganizations }, _args, context) =>
      organizationsBy(runOrganizations, context),
    handOffOrganizations: ({ handOffOrganizations }, _args, context) =>
      organizationsBy(handOffOrganizations, context),
  },
  MemberConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
    removedCount: async (connection) => (await connection.countRemoved()).count,
  },
  Grant: {
    organization: async ({ organizationId }, _args, context) =>
      organizationId === null
        ? null
        : requireSignedIn(context).loaders.organization.load(organizationId),
    rule: ({ rule }) => rule ?? null,
  },
};
