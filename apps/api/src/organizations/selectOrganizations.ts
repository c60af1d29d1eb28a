/** The organizations that an input names, by their IDs, a filter or both. */
import { parseGlobalId, refuse, type Refusal } from '@keyway/core';
import { Refused, type OrganizationRecord, type PartnerStore } from '@keyway/store';
import type { OrganizationFilter } from '../generated/resolverTypes.ts';
import { storeOrganizationFilter } from './storeOrganizationFilter.ts';

/** With both, organizations that match both. */
export interface Selection {
  organizationIds?: readonly string[] | null | undefined;
  filter?: OrganizationFilter | null | undefined;
}

/** The named organizations, each once. Refuses where the viewer can't see one. */
async function namedOrganizations(
  partner: PartnerStore,
  ids: readonly string[],
): Promise<OrganizationRecord[]> {
  const uuids = ids.map((id) => parseGlobalId('Organization', id));
  const found = await partner.organizationsByIds([
    ...new Set(uuids.filter((uuid) => uuid !== null)),
  ]);
  const organizations = uuids.map((uuid, index) => {
    const organization = uuid && found.get(uuid);
    if (!organization)
      throw new Refused(refuse('organizationNotFound', ['organizationIds', String(index)]));
    return organization;
  });
  return [...new Set(organizations)];
}

/** Every organization that matches. Refuses more than the limit. */
async function matchingOrganizations(
  partner: PartnerStore,
  filter: Selection['filter'],
  max: number,
): Promise<OrganizationRecord[]> {
  const found: OrganizationRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await partner.organizations(
      { first: 100, after },
      storeOrganizationFilter(filter),
    );
    found.push(...page.edges.map((edge) => edge.node));
    if (found.length > max) throw new Refused(refuse('tooManyMatches', ['filter'], { max }));
    if (!page.hasNextPage) return found;
    after = page.edges.at(-1)?.cursor ?? null;
  }
}

/**
 * In order.
 * @throws Refused where there is no selection, more than `max`, or one that the viewer can't see
 */
export async function selectOrganizations(
  partner: PartnerStore,
  { organizationIds: ids, filter }: Selection,
  max: number,
): Promise<OrganizationRecord[]> {
  if (!ids && !filter) throw new Refused(refuse('organizationsMissing', ['organizationIds']));
  if (ids && ids.length > max)
    throw new Refused(refuse('tooManyOrganizations', ['organizationIds'], { max }));
  if (!ids) return matchingOrganizations(partner, filter, max);
  const organizations = await namedOrganizations(partner, ids);
  if (!filter) return organizations;
  const matches = new Set(
    (await matchingOrganizations(partner, filter, max)).map((organization) => organization.id),
  );
  return organizations.filter((organization) => matches.has(organization.id));
}

/** The refusal where the viewer can't see a named organization. */
export async function invisibleIn(
  partner: PartnerStore,
  { organizationIds }: Selection,
  max: number,
): Promise<Refusal | null> {
  if (!organizationIds || organizationIds.length > max) return null;
  try {
    await namedOrganizations(partner, organizationIds);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0] ?? null;
    throw error;
  }
}
