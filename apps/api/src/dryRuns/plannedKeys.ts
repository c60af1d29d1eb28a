/** The organizations of a dry run, and the keys that are planned for them. */
import { parseGlobalId, refuse, type PlannedKeys, type Refusal, type TrackId } from '@keyway/core';
import {
  MAX_BULK_ITEMS,
  MAX_DRY_RUN_ITEMS,
  Refused,
  type OrganizationRecord,
  type PartnerStore,
} from '@keyway/store';
import type { PlannedKeyInput, StartDryRunInput } from '../generated/resolverTypes.ts';
import { hasNoKeyOf } from './hasNoKeyOf.ts';
import { selectOrganizations } from '../organizations/selectOrganizations.ts';
import { storeOrganizationFilter } from '../organizations/storeOrganizationFilter.ts';
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

/** By both of its names, in lower case. */
const byName = (organizations: readonly OrganizationRecord[]): Map<string, OrganizationRecord> =>
  new Map(organizations.flatMap((one) => [[one.id, one] as const, [imsOf(one), one] as const]));
const imsOf = ({ imsOrgId }: OrganizationRecord): string => imsOrgId.toLowerCase();

/** So many names that are not chosen are looked up; the others are refused as missing ones. */
const MAX_LOOKUPS = 50;

/** By both names: what is checked, and what the viewer sees beside it. */
interface Known {
  known: ReadonlyMap<string, OrganizationRecord>;
  visible: ReadonlySet<string>;
}

/**
 * The names of organizations that the viewer sees, of those that keys name and that are not chosen:
 * one that is hidden is refused as one that is not there.
 */
async function visibleBeside(
  partner: PartnerStore,
  keys: readonly PlannedKeyInput[],
  known: ReadonlyMap<string, OrganizationRecord>,
): Promise<Set<string>> {
  const visible = new Set<string>();
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const { organizationId, imsOrgId } of keys) {
    const id = organizationId && parseGlobalId('Organization', organizationId);
    const name = imsOrgId?.trim().toLowerCase();
    if (id && !known.has(id)) ids.add(id);
    else if (!organizationId && name && !known.has(name)) names.add(name);
  }
  for (const id of (await partner.organizationsByIds([...ids])).keys()) visible.add(id);
  for (const name of [...names].slice(0, MAX_LOOKUPS)) {
    const page = { first: 1, after: null };
    const { edges } = await partner.organizations(page, storeOrganizationFilter({ text: name }));
    for (const { node } of edges) visible.add(imsOf(node));
  }
  return visible;
}

/** Which organization a key is for; where it names two, neither is assumed. */
function organizationOf(
  { organizationId, imsOrgId }: PlannedKeyInput,
  { known, visible }: Known,
  row: number,
): OrganizationRecord | Refusal {
  const ims = imsOrgId?.trim().toLowerCase();
  const field = ['keys', String(row - 1), organizationId ? 'organizationId' : 'imsOrgId'];
  if (!organizationId && !ims) return refuse('dryRunKeyOfWhom', field, { row });
  const name = organizationId ? parseGlobalId('Organization', organizationId) : ims;
  const organization = known.get(name ?? '');
  if (!organization) {
    const isVisible = visible.has(name ?? '');
    return isVisible
      ? refuse('dryRunKeyElsewhere', field, { row })
      : refuse('organizationNotFound', field);
  }
  return ims && ims !== imsOf(organization)
    ? refuse('dryRunKeyOfTwo', ['keys', String(row - 1), 'imsOrgId'], { row })
    : organization;
}

/** Why nothing would be checked of a key; null where it is checked. */
function uncheckedTrack(
  { track }: PlannedKeyInput,
  { cloud }: OrganizationRecord,
  tracks: readonly TrackId[] | null | undefined,
  row: number,
): Refusal | null {
  const field = ['keys', String(row - 1), 'track'];
  if (hasNoKeyOf(track, cloud)) return refuse('dryRunKeyNotOnAws', field);
  return tracks && !tracks.includes(track)
    ? refuse('dryRunKeyNotChecked', field, { row, track })
    : null;
}

/** Of each organization; all that is wrong with the list is refused at once. */
function plannedKeysOf(
  given: readonly PlannedKeyInput[],
  about: Known,
  tracks: readonly TrackId[] | null | undefined,
): DryRunSelection['keys'] {
  const validate = new InputValidator();
  const keys: DryRunSelection['keys'] = new Map();
  for (const [index, input] of given.entries()) {
    const row = index + 1;
    const organization = organizationOf(input, about, row);
    if (!('id' in organization)) {
      validate.add(organization);
      continue;
    }
    const field = (name: string): string[] => ['keys', String(index), name];
    const { track, keyIdentifier, vaultResourceId = null } = input;
    for (const [name, text] of Object.entries({ keyIdentifier, vaultResourceId })) {
      const lengths = { length: text?.length ?? 0, max: MAX_LENGTHS.identifier };
      if (lengths.length > lengths.max) validate.add(refuse('textTooLong', field(name), lengths));
    }
    const unchecked = uncheckedTrack(input, organization, tracks, row);
    if (unchecked) validate.add(unchecked);
    const planned = keys.get(organization.id) ?? {};
    if (planned[track]) validate.add(refuse('dryRunKeyTwice', field('track'), { row }));
    keys.set(organization.id, { ...planned, [track]: { keyIdentifier, vaultResourceId } });
  }
  validate.pass();
  return keys;
}

/** @throws Refused for no track at all, a key of no organization here, or two of a track */
export async function selectDryRun(
  partner: PartnerStore,
  input: StartDryRunInput,
): Promise<DryRunSelection> {
  if (input.tracks?.length === 0) throw new Refused(refuse('dryRunTracksMissing', ['tracks']));
  const organizations = await selected(partner, input);
  const given = input.keys ?? [];
  const known = byName(organizations);
  const visible = await visibleBeside(partner, given, known);
  const keys = plannedKeysOf(given, { known, visible }, input.tracks);
  const isByKeys = !input.organizationIds && !input.filter;
  const ids = isByKeys ? [...keys.keys()] : organizations.map(({ id }) => id);
  if (ids.length > MAX_DRY_RUN_ITEMS)
    throw new Refused(refuse('tooManyOrganizations', ['keys'], { max: MAX_DRY_RUN_ITEMS }));
  return { organizationIds: ids, keys };
}
