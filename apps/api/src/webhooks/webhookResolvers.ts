/** Webhooks, which owners of the whole partner create, change and watch. */
import {
  exampleBody,
  globalId,
  mayMutate,
  parseGlobalId,
  refuse,
  WEBHOOK_EVENT_NAMES,
  WEBHOOK_EVENT_TYPES,
  type Refusal,
} from '@keyway/core';
import { describeWebhookEvent } from '@keyway/messages';
import {
  MAX_WEBHOOK_ORGANIZATIONS,
  Refused,
  type NewWebhook,
  type PartnerStore,
  type WebhookChange,
  type WebhookDeliveryRecord,
  type WebhookRecord,
} from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  CreateWebhookInput,
  RedeliverInput,
  Resolvers,
  ResolversTypes,
  UpdateWebhookInput,
  WebhookIdInput,
} from '../generated/resolverTypes.ts';
import { presentItems } from '../loaders.ts';
import { mutate, PARTNER, type Mutation, type Target } from '../mutate.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { validateReceiver } from './receiverUrl.ts';

type Payload = Awaited<ResolversTypes['WebhookPayload']>;
type PayloadWithSecret = Awaited<ResolversTypes['CreateWebhookPayload']>;

/** Null where the viewer manages none. */
function managed(context: RequestContext): PartnerStore | null {
  const { viewer, partner } = requireSignedIn(context);
  return mayMutate(viewer, 'createWebhook', null) ? partner : null;
}

/** A webhook that the viewer manages, or null. */
export const visibleWebhook = async (
  context: RequestContext,
  uuid: string,
): Promise<WebhookRecord | null> => (await managed(context)?.webhook(uuid)) ?? null;

/** A delivery of such a webhook, or null. */
export const visibleDelivery = async (
  context: RequestContext,
  uuid: string,
): Promise<WebhookDeliveryRecord | null> => (await managed(context)?.webhookDelivery(uuid)) ?? null;

const noWebhook = (): Refusal => refuse('webhookNotFound', ['id']);
const noDelivery = (): Refusal => refuse('deliveryNotFound', ['deliveryId']);

function validateEvents(validate: InputValidator, given: readonly string[]): string[] {
  const events = WEBHOOK_EVENT_NAMES;
  const unknown = given.find((name) => !events.includes(name));
  if (unknown !== undefined)
    validate.refuse('webhookEventUnknown', 'events', { event: unknown.slice(0, 60), events });
  if (given.length === 0) validate.refuse('webhookEventsEmpty', 'events', { events });
  return [...new Set(given)];
}

/** UUIDs of the named organizations; null for every one. */
async function validateOrganizations(
  context: RequestContext,
  ids: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (!ids) return null;
  const validate = new InputValidator();
  if (ids.length === 0) validate.refuse('webhookOrganizationsEmpty', 'organizationIds');
  if (ids.length > MAX_WEBHOOK_ORGANIZATIONS)
    validate.refuse('tooManyOrganizations', 'organizationIds', { max: MAX_WEBHOOK_ORGANIZATIONS });
  validate.pass();
  const uuids = ids.map((id) => parseGlobalId('Organization', id));
  const { partner } = requireSignedIn(context);
  const found = await partner.organizationsByIds(uuids.filter((uuid) => uuid !== null));
  const missing = uuids.findIndex((uuid) => uuid === null || !found.has(uuid));
  if (missing >= 0)
    throw new Refused(refuse('organizationNotFound', ['organizationIds', String(missing)]));
  return [...found.keys()];
}

const allowedBy = ({ services }: RequestContext) => services.config.webhookAllow;

async function createWebhook(
  context: RequestContext,
  input: CreateWebhookInput,
): Promise<PayloadWithSecret> {
  let given: NewWebhook;
  const outcome = await mutate(context, {
    name: 'createWebhook',
    input,
    secretResult: true,
    validate: async () => {
      const validate = new InputValidator();
      const target = await validateReceiver(validate, input.url, allowedBy(context));
      const events = validateEvents(validate, input.events);
      validate.pass();
      const organizationIds = await validateOrganizations(context, input.organizationIds);
      given = { ...target, events, organizationIds };
    },
    work: async (unit, occurrence) => done(await unit.webhooks.create(given, occurrence())),
  });
  return withSecret(outcome);
}

const done = <T extends object>(outcome: T | { refusal: Refusal }): T => {
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  return outcome;
};

type Outcome<T> = { result: T } | { userErrors: Refusal[] };

const withSecret = (
  outcome: Outcome<{ webhook: WebhookRecord; secret: string }>,
): PayloadWithSecret =>
  'userErrors' in outcome
    ? { webhook: null, secret: null, userErrors: outcome.userErrors }
    : { ...outcome.result, userErrors: [] };

const payloadOf = (outcome: Outcome<{ webhook: WebhookRecord }>): Payload =>
  'userErrors' in outcome
    ? { webhook: null, userErrors: outcome.userErrors }
    : { webhook: outcome.result.webhook, userErrors: [] };

/** A mutation of one webhook, which is not there for those who manage none. */
function mutateWebhook<T, P extends WebhookIdInput>(
  context: RequestContext,
  mutation: Omit<Mutation<T, P>, 'work' | 'target' | 'validate'> & {
    validate?: () => void | Promise<void>;
    work: (uuid: string, ...rest: Parameters<Mutation<T, P>['work']>) => Promise<T>;
  },
) {
  const uuid = parseGlobalId('Webhook', mutation.input.id) ?? '';
  const target = async (): Promise<Target> =>
    (await visibleWebhook(context, uuid)) ? PARTNER : { refusal: noWebhook() };
  return mutate<T, P>(context, {
    ...mutation,
    target,
    validate: async () => {
      if (!(await visibleWebhook(context, uuid))) throw new Refused(noWebhook());
      await mutation.validate?.();
    },
    work: (...rest) => mutation.work(uuid, ...rest),
  });
}

async function updateWebhook(context: RequestContext, input: UpdateWebhookInput): Promise<Payload> {
  const change: WebhookChange = {};
  const outcome = await mutateWebhook(context, {
    name: 'updateWebhook',
    input,
    validate: async () => {
      const validate = new InputValidator();
      if (input.url != null)
        change.target = await validateReceiver(validate, input.url, allowedBy(context));
      if (input.events != null) change.events = validateEvents(validate, input.events);
      if (input.enabled != null) change.enabled = input.enabled;
      validate.pass();
    },
    work: async (uuid, unit, occurrence) =>
      done(await unit.webhooks.update(uuid, change, occurrence())),
  });
  return payloadOf(outcome);
}

async function deleteWebhook(context: RequestContext, input: WebhookIdInput): Promise<Payload> {
  const outcome = await mutateWebhook(context, {
    name: 'deleteWebhook',
    input,
    work: async (uuid, unit, occurrence) => done(await unit.webhooks.delete(uuid, occurrence())),
  });
  return payloadOf(outcome);
}

async function rotateWebhookSecret(
  context: RequestContext,
  input: WebhookIdInput,
): Promise<PayloadWithSecret> {
  const outcome = await mutateWebhook(context, {
    name: 'rotateWebhookSecret',
    input,
    secretResult: true,
    work: async (uuid, unit, occurrence) =>
      done(await unit.webhooks.rotateSecret(uuid, occurrence())),
  });
  return withSecret(outcome);
}

async function testWebhook(context: RequestContext, input: WebhookIdInput): Promise<Payload> {
  const outcome = await mutateWebhook(context, {
    name: 'testWebhook',
    input,
    work: async (uuid, unit, occurrence) => done(await unit.webhooks.test(uuid, occurrence())),
  });
  return payloadOf(outcome);
}

async function redeliver(context: RequestContext, input: RedeliverInput): Promise<Payload> {
  const uuid = parseGlobalId('WebhookDelivery', input.deliveryId) ?? '';
  const outcome = await mutate(context, {
    name: 'redeliver',
    input,
    target: async () =>
      (await visibleDelivery(context, uuid)) ? PARTNER : { refusal: noDelivery() },
    validate: async () => {
      if (!(await visibleDelivery(context, uuid))) throw new Refused(noDelivery());
    },
    work: async (unit, occurrence) => done(await unit.webhooks.redeliver(uuid, occurrence())),
  });
  return payloadOf(outcome);
}

export const webhookResolvers: Resolvers = {
  Query: {
    webhooks: async (_, { first, after }, context) => {
      const partner = managed(context);
      if (!partner)
        throw new GraphQLError(
          'Only owners of the whole partner can list webhooks; a token needs the scope admin.',
          { extensions: { code: 'FORBIDDEN' } },
        );
      return pageOf(partner.webhooks({ first, after }));
    },
    webhookEvents: (_, _args, context) => {
      requireSignedIn(context);
      return WEBHOOK_EVENT_TYPES.map((type) => ({ type }));
    },
  },
  Mutation: {
    createWebhook: (_, { input }, context) => createWebhook(context, input),
    updateWebhook: (_, { input }, context) => updateWebhook(context, input),
    deleteWebhook: (_, { input }, context) => deleteWebhook(context, input),
    rotateWebhookSecret: (_, { input }, context) => rotateWebhookSecret(context, input),
    testWebhook: (_, { input }, context) => testWebhook(context, input),
    redeliver: (_, { input }, context) => redeliver(context, input),
  },
  Webhook: {
    id: ({ id }) => globalId('Webhook', id),
    organizations: async ({ organizationIds }, _args, context) =>
      organizationIds &&
      presentItems(await requireSignedIn(context).loaders.organization.loadMany(organizationIds)),
    deliveries: async ({ id }, { first, after, status }, context) => {
      const { partner } = requireSignedIn(context);
      return pageOf(partner.webhookDeliveries(id, { first, after }, status ?? null));
    },
  },
  WebhookDelivery: { id: ({ id }) => globalId('WebhookDelivery', id) },
  WebhookEvent: {
    description: ({ type }, { locale }) => describeWebhookEvent(type, localeOf(locale)),
    example: ({ type }) => exampleBody(type),
  },
  WebhookConnection: { ...connectionResolvers },
  WebhookDeliveryConnection: { ...connectionResolvers },
};
