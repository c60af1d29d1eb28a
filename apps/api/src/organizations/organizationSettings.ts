/** What the viewer may do with an organization now, and which of its details can change. */
import {
  fixedReason,
  mayMutate,
  ORGANIZATION_FIELDS,
  organizationActions,
  type Locale,
  type OrganizationAction,
} from '@keyway/core';
import { fixedReasonText } from '@keyway/messages';
import type { OrganizationRecord } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { OrganizationSetting } from '../generated/resolverTypes.ts';

export async function actionsOf(
  context: RequestContext,
  organization: OrganizationRecord,
): Promise<OrganizationAction[]> {
  const { viewer, loaders } = requireSignedIn(context);
  const current = await loaders.currentRun.load(organization.id);
  const situation = {
    cloud: organization.cloud,
    isArchived: organization.archivedAt !== null,
    adobeConnected: organization.adobeConnected,
    azureConnected: organization.azureConnected !== null,
    awsConnected: organization.awsConnected,
    hasConfiguration: organization.hasConfiguration,
    run: current?.run ?? null,
  };
  return organizationActions(situation, (mutation) => mayMutate(viewer, mutation, organization.id));
}

export async function settingsOf(
  context: RequestContext,
  organization: OrganizationRecord,
  locale: Locale,
): Promise<OrganizationSetting[]> {
  const current = await requireSignedIn(context).loaders.currentRun.load(organization.id);
  const situation = {
    run: current?.run ?? null,
    hasConfiguration: organization.hasConfiguration,
    azureConnected: organization.azureConnected !== null,
    awsConnected: organization.awsConnected,
  };
  return ORGANIZATION_FIELDS.map((field) => {
    const reason = fixedReason(field, situation);
    return {
      field,
      editable: reason === null,
      fixedBecause: reason && fixedReasonText(reason, locale),
    };
  });
}
