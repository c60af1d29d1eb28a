/** An organization and its connections as a run begins with them. */
import { randomUUID } from 'node:crypto';
import type { Connections, Organization } from '@keyway/core';
import { EXAMPLE_SUBSCRIPTION, EXAMPLE_TENANT } from './exampleFacts.ts';

export const anOrganization = (change: Partial<Organization> = {}): Organization => ({
  id: randomUUID(),
  name: 'Contoso',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  ownsCja: false,
  azureTenantId: EXAMPLE_TENANT,
  ...change,
});

/** Both clouds connected, Azure for reading. */
export const someConnections = (change: Partial<Connections> = {}): Connections => ({
  adobe: { clientId: 'adobe-client' },
  azure: {
    tenantId: EXAMPLE_TENANT,
    subscriptionId: EXAMPLE_SUBSCRIPTION,
    clientId: 'azure-client',
    access: 'READ',
  },
  ...change,
});
