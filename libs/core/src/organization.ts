/** The Adobe organization of a run: identity and entitlement, no credentials. */
import type { Cloud, Region, Shield } from './vocabulary.ts';

export interface Organization {
  id: string;
  name: string;
  /** `{24 hex}@AdobeOrg`, upper-case hex (GL-09). */
  imsOrgId: string;
  cloud: Cloud;
  region: Region;
  shield: Shield;
  ownsCja: boolean;
  azureTenantId: string | null;
}

/** The details of an organization that can be changed, in the order of the form. */
export const ORGANIZATION_FIELDS = [
  'name',
  'imsOrgId',
  'cloud',
  'region',
  'shield',
  'ownsCja',
  'azureTenantId',
] as const satisfies readonly (keyof Organization)[];
export type OrganizationField = (typeof ORGANIZATION_FIELDS)[number];

/** The connections of the organization as the run knows them; never a secret. */
export interface Connections {
  adobe: { clientId: string } | null;
  azure: {
    tenantId: string;
    subscriptionId: string | null;
    clientId: string;
    access: 'READ' | 'WRITE';
  } | null;
}
