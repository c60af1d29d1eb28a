/** Alerts about keys, and what people do about them and about differences. */
import { globalId, keyPlaces, parseGlobalId, refuse } from '@keyway/core';
import { describeAlert, describeRunbook } from '@keyway/messages';
import { Refused, type AlertFilter as StoreFilter, type AlertRecord } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  AcceptDriftInput,
  AcknowledgeAlertInput,
  AlertFilter,
  CheckHealthInput,
  InputMaybe,
  Resolvers,
  ResolversTypes,
} from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import {
  changeOrganization,
  type OrganizationPayload,
} from '../organizations/organizationMutation.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

type AlertPayload = Awaited<ResolversTypes['AlertPayload']>;

const noAlert = () => refuse('alertNotFound', ['id']);

/** An alert that the viewer may see, or null. */
export const visibleAlert = (context: RequestContext, uuid: string): Promise<AlertRecord | null> =>
  requireSignedIn(context).partner.alert(uuid);

/** An unknown organization matches nothing. */
const storeFilter = (filter: InputMaybe<AlertFilter>): StoreFilter => ({
  ...filter,
  organizationId:
    filter?.organizationId == null
      ? null
      : (parseGlobalId('Organization', filter.organizationId) ?? ''),
});

const checkHealth = (
  context: RequestContext,
  input: CheckHealthInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'checkHealth',
    data: () => null,
    work: async (unit, id) => {
      const asked = await unit.watches.requestObservation(id);
      return 'refusal' in asked ? asked : { organization: (await unit.organizations.find(id))! };
    },
  });

const acceptDrift = (
  context: RequestContext,
  input: AcceptDriftInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'acceptDrift',
    data: (validate) => ({
      track: input.track,
      field: validate.text('field', input.field),
      reason: validate.text('reason', input.reason),
    }),
    work: async (unit, organizationId, data, occurrence) => {
      const accepted = { organizationId, ...data };
      const outcome = await unit.watches.acceptDifference(accepted, occurrence());
      return 'refusal' in outcome
        ? outcome
        : { organization: (await unit.organizations.find(organizationId))! };
    },
  });

async function acknowledgeAlert(
  context: RequestContext,
  input: AcknowledgeAlertInput,
): Promise<AlertPayload> {
  const uuid = parseGlobalId('Alert', input.id);
  let comment: string | null;
  const outcome = await mutate(context, {
    name: 'acknowledgeAlert',
    input,
    target: async (): Promise<Target> => {
      const alert = uuid && (await visibleAlert(context, uuid));
      return alert ? { organizationId: alert.organizationId } : { refusal: noAlert() };
    },
    validate: () => {
      const validate = new InputValidator();
      comment = validate.optionalText('comment', input.comment);
      validate.pass();
    },
    work: async (unit, occurrence) => {
      const done = await unit.watches.acknowledge({ id: uuid ?? '', comment }, occurrence());
      if ('refusal' in done) throw new Refused(done.refusal);
      return { id: done.alert.id, already: done.already };
    },
  });
  if ('userErrors' in outcome)
    return { alert: null, alreadyAcknowledged: false, userErrors: outcome.userErrors };
  const { id, already } = outcome.result;
  const alert = await visibleAlert(context, id);
  return { alert, alreadyAcknowledged: already, userErrors: [] };
}

export const alertResolvers: Resolvers = {
  Query: {
    alerts: async (_, { first, after, filter }, context) => {
      const { partner } = requireSignedIn(context);
      const wanted = storeFilter(filter);
      const page = await pageOf(partner.alerts({ first, after }, wanted));
      return { ...page, count: () => partner.countAlerts(wanted) };
    },
  },
  Mutation: {
    checkHealth: (_, { input }, context) => checkHealth(context, input),
    acknowledgeAlert: (_, { input }, context) => acknowledgeAlert(context, input),
    acceptDrift: (_, { input }, context) => acceptDrift(context, input),
  },
  Subscription: {
    alertsChanged: {
      subscribe: (_, { withRecent }, context) => {
        const { scope } = requireSignedIn(context).partner;
        return context.services.alertFeed.changes(
          scope,
          withRecent ?? false,
        ) as AsyncIterableIterator<never>;
      },
      resolve: (alert: AlertRecord) => alert,
    },
  },
  Alert: {
    id: ({ id }) => globalId('Alert', id),
    organization: async ({ organizationId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.organization.load(organizationId);
      if (!found) throw new Error(`an alert of ${organizationId}, which its viewer can’t see`);
      return found;
    },
    purgeClass: ({ isPurgeClass }) => isPurgeClass,
    openedAt: ({ openedAt }) => openedAt.toISOString(),
    resolvedAt: ({ resolvedAt }) => resolvedAt?.toISOString() ?? null,
    lastEventAt: ({ lastEventAt }) => lastEventAt?.toISOString() ?? null,
    acknowledgedAt: ({ acknowledgedAt }) => acknowledgedAt?.toISOString() ?? null,
    events: ({ id }, { first, after }, context) =>
      pageOf(requireSignedIn(context).partner.alertEvents({ first, after }, id)),
    title: (alert, { locale }) => describeAlert(alert, localeOf(locale)).title,
    detail: (alert, { locale }) => describeAlert(alert, localeOf(locale)).detail,
    runbook: async (alert, { locale }, context) => {
      const stored = await requireSignedIn(context).loaders.watch.load(alert.organizationId);
      const places = keyPlaces(stored?.watch ?? null, alert.track);
      return describeRunbook(alert, places, localeOf(locale));
    },
  },
  AlertEvent: { receivedAt: ({ receivedAt }) => receivedAt.toISOString() },
  AlertEventConnection: connectionResolvers,
  AlertConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
};
