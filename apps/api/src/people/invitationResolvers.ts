/** Invitations by link. */
import {
  couldApprove,
  globalId,
  parseGlobalId,
  refuse,
  type Instant,
  type Refusal,
} from '@keyway/core';
import { Refused, type InvitationRecord, type Occurrence, type UnitOfWork } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  InviteMemberInput,
  Resolvers,
  ResolversTypes,
  RevokeInvitationInput,
} from '../generated/resolverTypes.ts';
import { mutate, PARTNER } from '../mutate.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { grantsOfPerson, managesPeople, peopleOf } from './grants.ts';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 30;

const later = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

const noInvitation = (): Refusal => refuse('invitationNotFound', ['id']);

/** An invitation that the viewer may see, or null. */
export const visibleInvitation = async (
  context: RequestContext,
  uuid: string,
): Promise<InvitationRecord | null> =>
  managesPeople(context) ? requireSignedIn(context).partner.invitation(uuid) : null;

function validateExpiry(
  validate: InputValidator,
  given: Instant | null | undefined,
  now: Instant,
): Instant {
  const expiresAt = validate.future('expiresAt', given, now) ?? later(now, DEFAULT_DAYS);
  if (Date.parse(expiresAt) > Date.parse(later(now, MAX_DAYS)))
    validate.refuse('invitationTooLong', 'expiresAt', { days: MAX_DAYS });
  return expiresAt;
}

async function inviteMember(
  context: RequestContext,
  input: InviteMemberInput,
): Promise<Awaited<ResolversTypes['InviteMemberPayload']>> {
  const outcome = await mutate(context, {
    name: 'inviteMember',
    input,
    secretResult: true,
    ...invitationOf(context, input),
  });
  if ('userErrors' in outcome)
    return { invitation: null, url: null, userErrors: outcome.userErrors };
  const { id, token } = outcome.result;
  return {
    invitation: await visibleInvitation(context, id),
    url: `${context.services.config.publicUrl}/auth/invitation/${token}`,
    userErrors: [],
  };
}

/** Validates the input, and invites. */
function invitationOf(context: RequestContext, input: InviteMemberInput) {
  let email: string;
  let expiresAt: Instant;
  let grants: Awaited<ReturnType<typeof grantsOfPerson>>;
  return {
    validate: async () => {
      const validate = new InputValidator();
      email = validate.email('email', input.email);
      expiresAt = validateExpiry(validate, input.expiresAt, context.services.now());
      validate.pass();
      grants = await grantsOfPerson(context, input.grants);
    },
    work: async (unit: UnitOfWork, occurrence: () => Occurrence) => {
      const invited = await unit.members.invite({ email, grants, expiresAt }, occurrence());
      if ('refusal' in invited) throw new Refused(invited.refusal);
      return { id: invited.invitation.id, token: invited.token };
    },
  };
}

async function revokeInvitation(
  context: RequestContext,
  input: RevokeInvitationInput,
): Promise<Awaited<ResolversTypes['RevokeInvitationPayload']>> {
  const uuid = parseGlobalId('Invitation', input.id);
  const outcome = await mutate(context, {
    name: 'revokeInvitation',
    input,
    target: async () =>
      uuid && (await visibleInvitation(context, uuid)) ? PARTNER : { refusal: noInvitation() },
    validate: async () => {
      if (!uuid || !(await visibleInvitation(context, uuid))) throw new Refused(noInvitation());
    },
    work: async (unit, occurrence) => {
      const revoked = await unit.members.revokeInvitation(uuid ?? '', occurrence());
      if ('refusal' in revoked) throw new Refused(revoked.refusal);
      return { id: uuid };
    },
  });
  if ('userErrors' in outcome) return { invitation: null, userErrors: outcome.userErrors };
  return {
    invitation: await visibleInvitation(context, outcome.result.id ?? ''),
    userErrors: [],
  };
}

export const invitationResolvers: Resolvers = {
  Query: {
    invitations: (_, { first, after }, context) =>
      pageOf(peopleOf(context).invitations({ first, after })),
  },
  Mutation: {
    inviteMember: (_, { input }, context) => inviteMember(context, input),
    revokeInvitation: (_, { input }, context) => revokeInvitation(context, input),
  },
  Organization: {
    invitedApprovers: async ({ id }, _args, context) => {
      if (!managesPeople(context)) return [];
      const { partner, loaders } = requireSignedIn(context);
      const [invitations, policy] = await Promise.all([
        partner.invitedApprovers(id),
        loaders.policy.load(id),
      ]);
      return invitations.filter(({ grants }) => couldApprove(grants, id, policy.fourEyes));
    },
  },
  Invitation: { id: ({ id }) => globalId('Invitation', id) },
  InvitationConnection: { ...connectionResolvers },
};
