/** What a person is sent of their inbox (docs/decisions/0086-digests.md). */
import { INBOX_KINDS, refuse } from '@keyway/core';
import { Refused, type NotificationSettings } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  Resolvers,
  ResolversTypes,
  SetNotificationSettingsInput,
} from '../generated/resolverTypes.ts';
import { EACH, mutate } from '../mutate.ts';
import { localeOf } from '../schema/locale.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { digestTimesOf, shownQuietHours } from './digestTimesInput.ts';

type Payload = Awaited<ResolversTypes['SetNotificationSettingsPayload']>;

const NAME = 'setNotificationSettings';

/** @throws Refused */
function settingsOf(
  context: RequestContext,
  { digest, kinds, timeZone, quietHours, language }: SetNotificationSettingsInput,
): NotificationSettings {
  const { viewer } = requireSignedIn(context);
  if (viewer.kind !== 'MEMBER')
    throw new Refused(refuse('inboxPersonNeeded', null, { mutation: NAME }));
  const validate = new InputValidator();
  const times = digestTimesOf({ timeZone, quietHours }, validate);
  const wanted = new Set(kinds ?? INBOX_KINDS);
  if (digest !== 'OFF') {
    if (wanted.size === 0) validate.refuse('digestKindsEmpty', 'kinds');
    if (context.services.config.mailFrom === null)
      validate.add(refuse('digestMailMissing', ['digest']));
    else if (viewer.email === null) validate.add(refuse('digestAddressMissing', ['digest']));
  }
  validate.pass();
  return {
    ...{ frequency: digest, ...times },
    kinds: INBOX_KINDS.filter((kind) => wanted.has(kind)),
    locale: localeOf(language),
  };
}

async function setNotificationSettings(
  context: RequestContext,
  input: SetNotificationSettingsInput,
): Promise<Payload> {
  const { viewer } = requireSignedIn(context);
  let settings: NotificationSettings;
  const outcome = await mutate(context, {
    name: NAME,
    input,
    target: () => Promise.resolve(EACH),
    validate: () => {
      settings = settingsOf(context, input);
    },
    work: (unit, occurrence) =>
      unit.inbox.setNotifications(settings, {
        ...{ memberId: viewer.id, name: viewer.name, at: occurrence().at },
      }),
  });
  return 'userErrors' in outcome
    ? { notificationSettings: null, userErrors: outcome.userErrors }
    : { notificationSettings: { stored: outcome.result }, userErrors: [] };
}

export const notificationResolvers: Resolvers = {
  Viewer: {
    notificationSettings: async ({ kind }, _args, context) =>
      kind === 'MEMBER'
        ? { stored: await requireSignedIn(context).partner.notificationSettings() }
        : null,
  },
  Mutation: {
    setNotificationSettings: (_, { input }, context) => setNotificationSettings(context, input),
  },
  NotificationSettings: {
    isAvailable: (_, _args, context) => context.services.config.mailFrom !== null,
    address: (_, _args, context) => requireSignedIn(context).viewer.email,
    digest: ({ stored }) => stored?.frequency ?? 'OFF',
    kinds: ({ stored }) => [...(stored?.kinds ?? INBOX_KINDS)],
    timeZone: ({ stored }) => stored?.timeZone ?? 'UTC',
    quietHours: ({ stored }) => shownQuietHours(stored?.quietHours ?? null),
    language: ({ stored }) => stored?.locale ?? 'en',
    dueAt: ({ stored }) => stored?.dueAt ?? null,
    sentAt: ({ stored }) => stored?.sentAt ?? null,
    problem: ({ stored }) => stored?.problem ?? null,
  },
};
