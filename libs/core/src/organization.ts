/** An Adobe organization and its connections, as runs and lists know them. */
import type { Cloud, Region, Shield } from './vocabulary.ts';

/** The Adobe organization of a run: identity and entitlement, no credentials. */
export interface Organization {
  /** Keyway's own UUID. */
  id: string;
  name: string;
  /** `{24 hex}@AdobeOrg`, upper-case hex (GL-09). */
  imsOrgId: string;
  cloud: Cloud;
  region: Region;
  shield: Shield;
  /** Whether CJA was purchased. Journey Optimizer needs its key in any case (AJO-01). */
  ownsCja: boolean;
  /** The Entra tenant's GUID, lower case; null until it is known, and on AWS. */
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
/** A detail that `updateOrganization` can change; the path of its refusals. */
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
  /** A role that Keyway may assume; absent where there is none, and on Azure. */
  aws?: { roleArn: string; region: string } | null;
}
