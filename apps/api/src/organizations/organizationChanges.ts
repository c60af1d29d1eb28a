/** Changing, archiving and restoring an organization. */
import type { OrganizationCorrection } from '@keyway/core';
import type { RequestContext } from '../context.ts';
import type {
  ArchiveOrganizationInput,
  OrganizationIdInput,
  UpdateOrganizationInput,
} from '../generated/resolverTypes.ts';
import type { InputValidator } from '../userErrors/inputValidator.ts';
import { changeOrganization, type OrganizationPayload } from './organizationMutation.ts';

/** Fields that are null or left out keep their value. An empty tenant removes it. */
function correctionOf(
  validate: InputValidator,
  input: UpdateOrganizationInput,
): OrganizationCorrection {
  const { name, imsOrgId, cloud, region, shield, ownsCja, azureTenantId } = input;
  return {
    name: name == null ? undefined : validate.name('name', name),
    imsOrgId: imsOrgId == null ? undefined : validate.imsOrgId('imsOrgId', imsOrgId),
    cloud: cloud ?? undefined,
    region: region ?? undefined,
    shield: shield ?? undefined,
    ownsCja: ownsCja ?? undefined,
    azureTenantId:
      azureTenantId == null ? undefined : validate.tenantId('azureTenantId', azureTenantId),
  };
}

export const updateOrganization = (
  context: RequestContext,
  input: UpdateOrganizationInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'updateOrganization',
    data: (validate) => correctionOf(validate, input),
    work: async (unit, id, correction, occurrence) =>
      (await unit.organizations.change([{ organizationId: id, correction }], occurrence)).get(id)!,
  });

export const archiveOrganization = (
  context: RequestContext,
  input: ArchiveOrganizationInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'archiveOrganization',
    data: (validate) => validate.optionalText('reason', input.reason),
    work: (unit, id, reason, occurrence) => unit.organizations.archive(id, reason, occurrence()),
  });

export const restoreOrganization = (
  context: RequestContext,
  input: OrganizationIdInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'restoreOrganization',
    data: () => null,
    work: (unit, id, _data, occurrence) => unit.organizations.restore(id, occurrence()),
  });
