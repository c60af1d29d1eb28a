/**
 * The Adobe organization a run is for, as the run needs it: identity and entitlement, no
 * credentials.
 */
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

/** What may be corrected of an organization, in the order in which it is entered. */
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

/** What the run may know of the organization's connections; never a secret. */
export interface Connections {
  adobe: { clientId: string } | null;
  azure: {
    tenantId: string;
    subscriptionId: string | null;
    clientId: string;
    access: 'READ' | 'WRITE';
  } | null;
}
