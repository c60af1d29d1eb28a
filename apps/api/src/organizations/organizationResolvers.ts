/** Queries and mutations of organizations. */
import { globalId, validateImsOrgId, parseGlobalId } from '@keyway/core';
import type { RunView } from '@keyway/store';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { selectsState } from '../runs/selectsState.ts';
import { localeOf } from '../schema/locale.ts';
import { badUserInput, connectionResolvers, pageOf } from '../schema/pages.ts';
import { createOrganization } from './createOrganization.ts';
import { importOrganizations } from './importOrganizations.ts';
import {
  archiveOrganization,
  restoreOrganization,
  updateOrganization,
} from './organizationChanges.ts';
import { settingsOf, actionsOf } from './organizationSettings.ts';
import { storeOrganizationFilter } from './storeOrganizationFilter.ts';

export const organizationResolvers: Resolvers = {
  Query: {
    organization: (_, { id, imsOrgId }, context) => {
      const { loaders, partner } = requireSignedIn(context);
      if ((id == null) === (imsOrgId == null))
        throw badUserInput('Use exactly one of "id" and "imsOrgId".');
      if (id != null) {
        const uuid = parseGlobalId('Organization', id);
        return uuid ? loaders.organization.load(uuid) : null;
      }
      const evaluation = validateImsOrgId(imsOrgId ?? '');
      return evaluation.ok ? partner.organizationByImsOrgId(evaluation.value) : null;
    },
    organizations: async (_, { first, after, filter, orderBy }, context) => {
      const { partner } = requireSignedIn(context);
      const wanted = storeOrganizationFilter(filter);
      const page = await pageOf(partner.organizations({ first, after }, wanted, orderBy));
      return { ...page, count: () => partner.countOrganizations(wanted) };
    },
  },
  Mutation: {
    createOrganization: (_, { input }, context) => createOrganization(context, input),
    importOrganizations: (_, { input }, context) => importOrganizations(context, input),
    updateOrganization: (_, { input }, context) => updateOrganization(context, input),
    archiveOrganization: (_, { input }, context) => archiveOrganization(context, input),
    restoreOrganization: (_, { input }, context) => restoreOrganization(context, input),
  },
  Organization: {
    id: (organization) => globalId('Organization', organization.id),
    currentRun: (organization, _args, context, info) => {
      const { currentRun, currentRunSummary } = requireSignedIn(context).loaders;
      return (selectsState(info) ? currentRun : currentRunSummary).load(organization.id);
    },
    nextActions: (organization, _args, context) => actionsOf(context, organization),
    settings: (organization, { locale }, context) =>
      settingsOf(context, organization, localeOf(locale)),
    runs: async (organization, { first, after }, context, info) => {
      const { partner } = requireSignedIn(context);
      const filter = { organizationIds: [organization.id] };
      const read = selectsState(info) ? partner.runs : partner.runSummaries;
      const page = await pageOf<RunView>(read({ first, after }, filter));
      return { ...page, count: () => partner.countRuns(filter) };
    },
  },
  OrganizationConnection: {
    ...connectionResolvers,
    totalCount: async (connection) => (await connection.count()).count,
  },
};
