/** Sessions of members: their own, and for owners those of everybody. */
import { globalId, parseGlobalId, refuse, type Refusal } from '@keyway/core';
import { Refused, type PartnerStore, type SessionsToEnd } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import { managesPeople } from './grants.ts';
import { visibleMember } from './memberResolvers.ts';

type Payload = Awaited<ResolversTypes['EndSessionsPayload']>;

/**
 * The partner's store without a limit to organizations, which sees who has access. What it is asked
 * for is the viewer's own, unless they manage people.
 */
const unlimited = (context: RequestContext): PartnerStore => {
  const { partnerId, principal } = requireSignedIn(context).viewer;
  return context.services.store.forPartner({ partnerId, organizationIds: null }, principal);
};

/** The member who asks; null for a token. */
const ownId = (context: RequestContext): string | null => {
  const { kind, id } = requireSignedIn(context).viewer;
  return kind === 'MEMBER' ? id : null;
};

const mayEnd = (context: RequestContext, memberId: string): boolean =>
  memberId === ownId(context) || managesPeople(context);

const EACH: Target = 'each';

interface EndRequest {
  mutation: 'endSession' | 'endSessions';
  /** What ends, or why nothing does. */
  find: () => Promise<SessionsToEnd | Refusal>;
}

async function end(
  context: RequestContext,
  input: { idempotencyKey?: string | null },
  { mutation, find }: EndRequest,
): Promise<Payload> {
  const signedIn = requireSignedIn(context);
  let wanted: SessionsToEnd;
  const outcome = await mutate(
    { ...context, signedIn: { ...signedIn, partner: unlimited(context) } },
    {
      name: mutation,
      input,
      // Everybody has sessions; whose they are is decided here.
      target: () => Promise.resolve(EACH),
      validate: async () => {
        const found = await find();
        if ('code' in found) throw new Refused(found);
        wanted = found;
      },
      work: async (unit, occurrence) => {
        const ended = await unit.members.endSessions(wanted, occurrence());
        if (ended === 0 && wanted.id !== null) throw new Refused(noSession());
        return { ended };
      },
    },
  );
  if ('userErrors' in outcome) return { ended: null, userErrors: outcome.userErrors };
  context.services.accessChanged();
  return { ended: outcome.result.ended, userErrors: [] };
}

const noSession = (): Refusal => refuse('sessionNotFound', ['id']);

async function oneSession(
  context: RequestContext,
  given: string,
): Promise<SessionsToEnd | Refusal> {
  const id = parseGlobalId('Session', given);
  const session = id && (await unlimited(context).session(id));
  if (!session || !mayEnd(context, session.memberId)) return noSession();
  return { memberId: session.memberId, id: session.id, except: null };
}

async function allSessions(
  context: RequestContext,
  given: string | null | undefined,
): Promise<SessionsToEnd | Refusal> {
  const { viewer } = requireSignedIn(context);
  const own = ownId(context);
  const memberId = given == null ? own : parseGlobalId('Member', given);
  const known = memberId && (memberId === own || (await visibleMember(context, memberId)));
  if (!memberId || !known) return refuse('memberNotFound', ['memberId']);
  const stays = given == null ? (viewer.session?.id ?? null) : null;
  return { memberId, id: null, except: stays };
}

export const sessionResolvers: Resolvers = {
  Mutation: {
    endSession: (_, { input }, context) =>
      end(context, input, {
        mutation: 'endSession',
        find: () => oneSession(context, input.id),
      }),
    endSessions: (_, { input }, context) =>
      end(context, input, {
        mutation: 'endSessions',
        find: () => allSessions(context, input.memberId),
      }),
  },
  Viewer: {
    sessions: (viewer, _args, context) =>
      viewer.kind === 'MEMBER' ? unlimited(context).sessions(viewer.id) : [],
    session: ({ session }, _args, context) => session && unlimited(context).session(session.id),
  },
  Member: {
    sessions: ({ id }, _args, context) =>
      mayEnd(context, id) ? unlimited(context).sessions(id) : [],
  },
  Session: {
    id: ({ id }) => globalId('Session', id),
    provider: ({ provider }, _args, { services }) =>
      services.config.providers.find(({ id }) => id === provider)?.name ?? provider,
    current: ({ id }, _args, context) => requireSignedIn(context).viewer.session?.id === id,
  },
};
