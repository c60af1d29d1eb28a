/** Creates one organization. */
import { organizationCombination, refuse, type Cloud, type Refusal } from '@keyway/core';
import { Refused, type NewOrganization, type OrganizationRecord } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { CreateOrganizationInput, ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

type Payload = Awaited<ResolversTypes['OrganizationPayload']>;

/** Only organizations on Azure have an Entra tenant. */
export const tenantProblem = (cloud: Cloud, azureTenantId: string | null): Refusal | null =>
  cloud === 'AWS' && azureTenantId !== null ? refuse('tenantOnAws', ['azureTenantId']) : null;

function validateInput(input: CreateOrganizationInput): NewOrganization {
  const validate = new InputValidator();
  const organization: NewOrganization = {
    name: validate.name('name', input.name),
    imsOrgId: validate.imsOrgId('imsOrgId', input.imsOrgId),
    cloud: input.cloud ?? 'AZURE',
    region: input.region ?? 'VA7',
    shield: input.shield,
    ownsCja: input.ownsCja ?? false,
    azureTenantId: validate.tenantId('azureTenantId', input.azureTenantId),
  };
  const problems = [
    tenantProblem(organization.cloud, organization.azureTenantId),
    organizationCombination(organization),
  ];
  for (const problem of problems) if (problem) validate.add(problem);
  validate.pass();
  return organization;
}

export async function createOrganization(
  context: RequestContext,
  input: CreateOrganizationInput,
): Promise<Payload> {
  const { loaders } = requireSignedIn(context);
  let organization: NewOrganization;
  let made: OrganizationRecord;
  const outcome = await mutate(context, {
    name: 'createOrganization',
    input,
    validate: () => {
      organization = validateInput(input);
    },
    work: async (unit, occurrence) => {
      const created = await unit.organizations.create(organization, occurrence());
      if ('refusal' in created) throw new Refused(created.refusal);
      made = created.organization;
      return { id: made.id };
    },
  });
  if ('userErrors' in outcome) return { organization: null, userErrors: outcome.userErrors };
  if (!outcome.replayed) loaders.organization.prime(made!.id, made!);
  return { organization: await loaders.organization.load(outcome.result.id), userErrors: [] };
}
