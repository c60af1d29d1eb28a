/** `node` and `nodes`: objects by their global ID; and the scalars. */
import { parseGlobalId } from '@keyway/core';
import { visibleDryRun } from '../dryRuns/dryRunResolvers.ts';
import { visibleBulkJob } from '../bulk/bulkResolvers.ts';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { visibleHandOff } from '../handOff/handOffResolvers.ts';
import { visibleInvitation } from '../people/invitationResolvers.ts';
import { visibleMember } from '../people/memberResolvers.ts';
import { visibleView } from '../views/viewResolvers.ts';
import { visibleToken } from '../tokens/tokenResolvers.ts';
import { visibleAlert } from '../watch/alertResolvers.ts';
import { visibleDelivery, visibleWebhook } from '../webhooks/webhookResolvers.ts';
import { DateTime, JSONValue } from './scalars.ts';

export const nodeResolvers: Resolvers = {
  DateTime,
  JSON: JSONValue,
  Query: {
    node: async (_, { id }, context) => {
      const { loaders, partner } = requireSignedIn(context);
      const organization = parseGlobalId('Organization', id);
      if (organization) return loaders.organization.load(organization);
      const run = parseGlobalId('Run', id);
      if (run) return loaders.run.load(run);
      const entry = parseGlobalId('HistoryEntry', id);
      if (entry) return partner.historyEntry(entry);
      const token = parseGlobalId('ApiToken', id);
      if (token) return visibleToken(context, token);
      const member = parseGlobalId('Member', id);
      if (member) return visibleMember(context, member);
      const handOff = parseGlobalId('HandOff', id);
      if (handOff) return visibleHandOff(context, handOff);
      const bulkJob = parseGlobalId('BulkJob', id);
      if (bulkJob) return visibleBulkJob(context, bulkJob);
      const dryRun = parseGlobalId('DryRun', id);
      if (dryRun) return visibleDryRun(context, dryRun);
      const view = parseGlobalId('SavedView', id);
      if (view) return visibleView(context, view);
      const alert = parseGlobalId('Alert', id);
      if (alert) return visibleAlert(context, alert);
      const webhook = parseGlobalId('Webhook', id);
      if (webhook) return visibleWebhook(context, webhook);
      const delivery = parseGlobalId('WebhookDelivery', id);
      if (delivery) return visibleDelivery(context, delivery);
      const invitation = parseGlobalId('Invitation', id);
      return invitation ? visibleInvitation(context, invitation) : null;
    },
  },
  Node: {
    __resolveType: (node) => {
      if ('imsOrgId' in node) return 'Organization';
      if ('run' in node) return 'Run';
      if ('tracks' in node) return 'DryRun';
      if ('starter' in node) return 'BulkJob';
      if ('openedAt' in node) return 'Alert';
      if ('disabledReason' in node) return 'Webhook';
      if ('webhookId' in node) return 'WebhookDelivery';
      if ('madeBy' in node) return 'SavedView';
      if ('uses' in node) return 'HandOff';
      if ('invitedBy' in node) return 'Invitation';
      if ('removedAt' in node) return 'Member';
      return 'prefix' in node ? 'ApiToken' : 'HistoryEntry';
    },
  },
};
