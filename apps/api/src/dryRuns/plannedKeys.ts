/** The organizations of a dry run, and the keys that are planned for them. */
import { parseGlobalId, refuse, type PlannedKeys, type TrackId } from '@keyway/core';
import {
  MAX_BULK_ITEMS,
  MAX_DRY_RUN_ITEMS,
  Refused,
  type OrganizationRecord,
  type PartnerStore,
} from '@keyway/store';
import type { StartDryRunInput } from '../generated/resolverTypes.ts';
import { selectOrganizations } from '../organizations/selectOrganizations.ts';
import { InputValidator, MAX_LENGTHS } from '../userErrors/inputValidator.ts';

/** What is to be checked. */
export interface DryRunSelection {
  organizationIds: string[];
  keys: Map<string, PlannedKeys>;
}

function selected(
  partner: PartnerStore,
  { organizationIds, filter, keys }: StartDryRunInput,
): Promise<OrganizationRecord[]> {
  const byKeys = !organizationIds && !filter && keys && keys.length > 0;
  return byKeys
    ? selectOrganizations(partner, { filter: {} }, MAX_BULK_ITEMS)
    : selectOrganizations(partner, { organizationIds, filter }, MAX_DRY_RUN_ITEMS);
}

/** @throws Refused where a key is for none of the organizations, or a track has two */
export async function selectDryRun(
  partner: PartnerStore,
  input: StartDryRunInput,
): Promise<DryRunSelection> {
  const organizations = await selected(partner, input);
  const validate = new InputValidator();
  const keys = new Map<string, PlannedKeys>();
  const known = new Map<string, OrganizationRecord>();
  for (const one of organizations)
    for (const name of [one.id, one.imsOrgId.toLowerCase()]) known.set(name, one);
  for (const [index, given] of (input.keys ?? []).entries()) {
    const field = (name: string): string[] => ['keys', String(index), name];
    const name = given.organizationId
      ? parseGlobalId('Organization', given.organizationId)
      : given.imsOrgId?.trim().toLowerCase();
    const organization = name ? known.get(name) : undefined;
    if (!organization) {
      validate.add(refuse('dryRunKeyElsewhere', field('organizationId')));
      continue;
    }
    const planned = keys.get(organization.id) ?? {};
    const track: TrackId = given.track;
    if (planned[track]) validate.add(refuse('dryRunKeyTwice', field('track')));
    const { keyIdentifier, vaultResourceId } = given;
    const key = {
      keyIdentifier: keyIdentifier.slice(0, MAX_LENGTHS.identifier),
      vaultResourceId: vaultResourceId?.slice(0, MAX_LENGTHS.identifier) ?? null,
    };
    keys.set(organization.id, { ...planned, [track]: key });
  }
  validate.pass();
  const isByKeys = !input.organizationIds && !input.filter;
  const ids = isByKeys ? [...keys.keys()] : organizations.map(({ id }) => id);
  if (ids.length > MAX_DRY_RUN_ITEMS)
    throw new Refused(refuse('tooManyOrganizations', ['keys'], { max: MAX_DRY_RUN_ITEMS }));
  return { organizationIds: ids, keys };
}
