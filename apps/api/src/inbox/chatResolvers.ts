/** The partner's chat, which owners of all of it connect (docs/decisions/0086-digests.md). */
import { CHAT_INBOX_KINDS, mayMutate, type InboxKind, type Refusal } from '@keyway/core';
import { Refused, type ChatRecord, type NewChat } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  ChatInput,
  Resolvers,
  ResolversTypes,
  SetChatInput,
} from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { localeOf } from '../schema/locale.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { validateReceiver } from '../webhooks/receiverUrl.ts';
import { digestTimesOf, shownQuietHours } from './digestTimesInput.ts';

type Payload = Awaited<ResolversTypes['ChatPayload']>;
type Changed = { chat: ChatRecord } | { refusal: Refusal };

const done = (changed: Changed): ChatRecord => {
  if ('refusal' in changed) throw new Refused(changed.refusal);
  return changed.chat;
};

const payloadOf = (outcome: { result: ChatRecord } | { userErrors: Refusal[] }): Payload =>
  'userErrors' in outcome
    ? { chat: null, userErrors: outcome.userErrors }
    : { chat: outcome.result, userErrors: [] };

function kindsOf(given: SetChatInput['kinds'], validate: InputValidator): InboxKind[] {
  const known: readonly InboxKind[] = CHAT_INBOX_KINDS;
  if (!given) return [...known];
  const kinds = CHAT_INBOX_KINDS.join(', ');
  if (given.some((kind) => !known.includes(kind)))
    validate.refuse('chatKindsOther', 'kinds', { kinds });
  if (given.length === 0) validate.refuse('digestKindsEmpty', 'kinds');
  return known.filter((kind) => given.includes(kind));
}

/** Chats are asked by TLS alone, whatever is allowed of webhooks. */
async function targetOf(
  context: RequestContext,
  url: string | null | undefined,
  validate: InputValidator,
): Promise<NewChat['target']> {
  if (url == null) return null;
  if (/^\s*http:/i.test(url)) {
    validate.refuse('webhookUrlNotHttps', 'url');
    return null;
  }
  return validateReceiver(validate, url, context.services.config.webhookAllow);
}

async function setChat(context: RequestContext, input: SetChatInput): Promise<Payload> {
  const { kind, url, digest, kinds, language } = input;
  let given: NewChat;
  const outcome = await mutate(context, {
    name: 'setChat',
    input,
    validate: async () => {
      const validate = new InputValidator();
      const target = await targetOf(context, url, validate);
      const times = digestTimesOf(input, validate);
      const chosen = kindsOf(kinds, validate);
      validate.pass();
      given = {
        ...{ kind, target, frequency: digest, kinds: chosen, locale: localeOf(language) },
        ...times,
      };
    },
    work: async (unit, occurrence) => done(await unit.inbox.setChat(given, occurrence())),
  });
  return payloadOf(outcome);
}

const removeChat = async (context: RequestContext, input: ChatInput): Promise<Payload> =>
  payloadOf(
    await mutate(context, {
      name: 'removeChat',
      input,
      work: async (unit, occurrence) => done(await unit.inbox.removeChat(occurrence())),
    }),
  );

const testChat = async (context: RequestContext, input: ChatInput): Promise<Payload> =>
  payloadOf(
    await mutate(context, {
      name: 'testChat',
      input,
      work: async (unit, occurrence) => done(await unit.inbox.testChat(occurrence())),
    }),
  );

export const chatResolvers: Resolvers = {
  Query: {
    chat: (_, _args, context) => {
      const { viewer, partner } = requireSignedIn(context);
      return mayMutate(viewer, 'setChat', null) ? partner.chat() : null;
    },
  },
  Mutation: {
    setChat: (_, { input }, context) => setChat(context, input),
    removeChat: (_, { input }, context) => removeChat(context, input),
    testChat: (_, { input }, context) => testChat(context, input),
  },
  Chat: {
    digest: ({ frequency }) => frequency,
    kinds: ({ kinds }) => [...kinds],
    quietHours: ({ quietHours }) => shownQuietHours(quietHours),
    language: ({ locale }) => locale,
    testRequestedAt: ({ testAskedAt }) => testAskedAt,
  },
};
