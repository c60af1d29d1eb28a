/** Which details of an organization can be changed now. Used by the api, the store and the run. */
import { hasSubmitted } from './heldConfiguration.ts';
import { organizationCombination } from './organizationCombination.ts';
import { ORGANIZATION_FIELDS, type Organization, type OrganizationField } from './organization.ts';
import { refuse, type Refusal, type RefusalReason } from './refusal.ts';
import type { Run } from './run.ts';

/** What decides this besides the details. */
export interface OrganizationSituation {
  /** The newest run, also a cancelled one; null where there is none. */
  run: Run | null;
  /** The store has a submitted or attested configuration of this organization. */
  hasConfiguration: boolean;
  azureConnected: boolean;
  awsConnected: boolean;
}

/** Whether a configuration was sent to Adobe, by Keyway or by a person. */
export const isSubmitted = ({ hasConfiguration, run }: OrganizationSituation): boolean =>
  hasConfiguration || (run !== null && hasSubmitted(run));

/** Why a field is fixed. */
export const FIXED_REASONS = [
  'SUBMITTED',
  'HAS_RUN',
  'OPEN_RUN',
  'AZURE_CONNECTED',
  'AWS_CONNECTED',
] as const;
/**
 * Why a detail can't be changed.
 * - `SUBMITTED`: a configuration was submitted or attested (IRR-04)
 * - `HAS_RUN`: the IMS organization ID, once a run began
 * - `OPEN_RUN`: the cloud, while a run is not cancelled
 * - `AZURE_CONNECTED`: the cloud, while an Azure credential is stored
 * - `AWS_CONNECTED`: the cloud, while a role in AWS is stored
 */
export type FixedReason = (typeof FIXED_REASONS)[number];

/** Why a field can't be changed now; null where it can. */
export function fixedReason(
  field: OrganizationField,
  situation: OrganizationSituation,
): FixedReason | null {
  const { run, azureConnected, awsConnected } = situation;
  if (field === 'name') return null;
  // What was submitted stays as it was submitted (IRR-04).
  if (isSubmitted(situation)) return 'SUBMITTED';
  if (field === 'imsOrgId' && run) return 'HAS_RUN';
  if (field === 'cloud' && run && !run.cancelled) return 'OPEN_RUN';
  if (field !== 'cloud') return null;
  if (azureConnected) return 'AZURE_CONNECTED';
  return awsConnected ? 'AWS_CONNECTED' : null;
}

const FIXED = {
  SUBMITTED: 'detailSubmitted',
  HAS_RUN: 'imsOrgIdFixedByRun',
  OPEN_RUN: 'cloudFixedByRun',
  AZURE_CONNECTED: 'azureCredentialStored',
  AWS_CONNECTED: 'awsRoleStored',
} as const satisfies Record<FixedReason, RefusalReason>;

export const changedFields = (before: Organization, after: Organization): OrganizationField[] =>
  ORGANIZATION_FIELDS.filter((field) => before[field] !== after[field]);

/** A refusal for each field that can't be changed. */
export const organizationChangeProblems = (
  before: Organization,
  after: Organization,
  situation: OrganizationSituation,
): Refusal[] =>
  changedFields(before, after).flatMap((field) => {
    const reason = fixedReason(field, situation);
    return reason ? [refuse(FIXED[reason], [field])] : [];
  });

/** The fields to change; those that are left out keep their value. */
export type OrganizationCorrection = Partial<Omit<Organization, 'id'>>;

/** On AWS there is no Entra tenant: changing to AWS removes one that the change doesn't name. */
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
 * The changed organization, or why it can't be changed. An organization stored with an impossible
 * combination, before those were refused, can still be renamed.
 */
export function correctedOrganization(
  before: Organization,
  correction: OrganizationCorrection,
  situation: OrganizationSituation,
): { organization: Organization; changed: OrganizationField[] } | { refusals: Refusal[] } {
  const organization = merged(before, correction);
  const changed = changedFields(before, organization);
  const refusals = organizationChangeProblems(before, organization, situation);
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
