/**
 * Which of an organization's details may be changed now. The api, the store and the transition ask
 * the same rules.
 */
import { hasSubmitted } from './heldConfiguration.ts';
import { organizationCombination } from './organizationCombination.ts';
import { ORGANIZATION_FIELDS, type Organization, type OrganizationField } from './organization.ts';
import { refuse, type Refusal, type RefusalReason } from './refusal.ts';
import type { Run } from './run.ts';

/** What decides it beside the details themselves. */
export interface OrganizationStanding {
  /** The newest run, cancelled or not; null where there was never one. */
  run: Run | null;
  /** The store holds that a configuration of this organization was sent or attested. */
  hasConfiguration: boolean;
  azureConnected: boolean;
}

/** Why a field is fixed. */
export const FIXED_REASONS = ['SUBMITTED', 'HAS_RUN', 'OPEN_RUN', 'AZURE_CONNECTED'] as const;
export type FixedReason = (typeof FIXED_REASONS)[number];

/** Why a field cannot change now; null where it can. */
export function fixedReason(
  field: OrganizationField,
  { run, hasConfiguration, azureConnected }: OrganizationStanding,
): FixedReason | null {
  if (field === 'name') return null;
  // What Adobe was told, or was told by hand, stays as it was told (IRR-04).
  if (hasConfiguration || (run && hasSubmitted(run))) return 'SUBMITTED';
  if (field === 'imsOrgId' && run) return 'HAS_RUN';
  if (field === 'cloud' && run && !run.cancelled) return 'OPEN_RUN';
  return field === 'cloud' && azureConnected ? 'AZURE_CONNECTED' : null;
}

const FIXED = {
  SUBMITTED: 'detailSubmitted',
  HAS_RUN: 'imsOrgIdFixedByRun',
  OPEN_RUN: 'cloudFixedByRun',
  AZURE_CONNECTED: 'azureCredentialStored',
} as const satisfies Record<FixedReason, RefusalReason>;

export const changedFields = (before: Organization, after: Organization): OrganizationField[] =>
  ORGANIZATION_FIELDS.filter((field) => before[field] !== after[field]);

/** Why these changes cannot be made, each with its field; empty where they can. */
export const organizationChangeProblems = (
  before: Organization,
  after: Organization,
  standing: OrganizationStanding,
): Refusal[] =>
  changedFields(before, after).flatMap((field) => {
    const reason = fixedReason(field, standing);
    return reason ? [refuse(FIXED[reason], [field])] : [];
  });

/** What is given takes the place of what is there; what is left out stays. */
export type OrganizationCorrection = Partial<Omit<Organization, 'id'>>;

/**
 * The tenant is Entra's, so an organization on AWS has none; one that is not named goes with the
 * cloud.
 */
function merged(before: Organization, correction: OrganizationCorrection): Organization {
  const given = Object.fromEntries(
    Object.entries(correction).filter(([, value]) => value !== undefined),
  );
  const after: Organization = { ...before, ...given };
  return after.cloud === 'AWS' && !correction.azureTenantId
    ? { ...after, azureTenantId: null }
    : after;
}

/**
 * An organization with its details corrected, or why they cannot be. One that was stored before its
 * combination was refused can be renamed.
 */
export function correctedOrganization(
  before: Organization,
  correction: OrganizationCorrection,
  standing: OrganizationStanding,
): { organization: Organization; changed: OrganizationField[] } | { refusals: Refusal[] } {
  const organization = merged(before, correction);
  const changed = changedFields(before, organization);
  const refusals = organizationChangeProblems(before, organization, standing);
  if (organization.cloud === 'AWS' && organization.azureTenantId !== null) {
    refusals.push(refuse('tenantOnAws', ['azureTenantId']));
  }
  if (
    refusals.length === 0 &&
    changed.some((field) => field === 'cloud' || field === 'region' || field === 'shield')
  ) {
    const problem = organizationCombination(organization);
    if (problem) refusals.push(problem);
  }
  return refusals.length > 0 ? { refusals } : { organization, changed };
}
