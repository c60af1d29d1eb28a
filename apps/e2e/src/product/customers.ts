/** Customers who are set up in Keyway, through the public API. */
import type { Customer } from './sandbox.ts';
import { mutate } from './graphql.ts';

/** A customer who is set up in Keyway. */
export interface Prepared extends Customer {
  name: string;
  organizationId: string;
  runId: string;
}

/** An organization without connections: what is done for it can only be attested. */
async function beginByHand(customer: Customer, name: string): Promise<Prepared> {
  const organizationId = await createOrganization(customer, name);
  return { ...customer, name, organizationId, runId: await startRun(organizationId) };
}

async function createOrganization(customer: Customer, name: string): Promise<string> {
  const { imsOrgId, tenantId, region } = customer;
  const { organization } = await mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    {
      name,
      imsOrgId,
      cloud: 'AZURE',
      region,
      shield: 'HEALTHCARE_SHIELD',
      azureTenantId: tenantId,
    },
    'organization { id }',
  );
  return organization.id;
}

async function startRun(organizationId: string): Promise<string> {
  const { run } = await mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  return run.id;
}

/**
 * An organization with both connections and an open run; without entitlement and keys.
 */
export async function begin(
  customer: Customer,
  name: string,
  access: 'READ' | 'WRITE' = 'READ',
): Promise<Prepared> {
  const { tenantId, subscriptionId } = customer;
  const organizationId = await createOrganization(customer, name);
  const scopes = ['openid', 'AdobeID', 'read_organizations'];
  const adobe = {
    organizationId,
    clientId: 'adobe-client',
    clientSecret: 'sandbox-adobe-secret',
    scopes,
  };
  await mutate('connectAdobe', 'ConnectAdobeInput', adobe, 'organization { id }');
  const azure = {
    organizationId,
    tenantId,
    subscriptionId,
    clientId: crypto.randomUUID(),
    clientSecret: 'sandbox-azure-secret',
  };
  await mutate('connectAzure', 'ConnectAzureInput', { ...azure, access }, 'organization { id }');
  return { ...customer, name, organizationId, runId: await startRun(organizationId) };
}

/** Organizations without connections and runs. */
export async function addOrganizations(names: readonly string[]): Promise<void> {
  const lines = names.map((name, place) => {
    const imsOrgId = `${(Date.now() + place).toString(16).toUpperCase().padStart(24, 'B')}@AdobeOrg`;
    return `${name},${imsOrgId},VA7,HEALTHCARE_SHIELD`;
  });
  const content = ['name,imsOrgId,region,shield', ...lines].join('\r\n');
  await mutate(
    'importOrganizations',
    'ImportOrganizationsInput',
    { format: 'CSV', content },
    'created',
  );
}

/** The same with entitlement attested and both keys named: Keyway checks the rest automatically. */
export const prepare = async (customer: Customer, name: string): Promise<Prepared> =>
  withKeys(await begin(customer, name));

/** As `prepare`, but nothing is connected: people attest the rest. */
export const prepareByHand = async (customer: Customer, name: string): Promise<Prepared> =>
  withKeys(await beginByHand(customer, name));

async function withKeys(prepared: Prepared): Promise<Prepared> {
  const { runId, keys } = prepared;
  for (const track of ['AEP', 'CJA'] as const) {
    const statement = {
      runId,
      track,
      step: 'ENTITLEMENT',
      statement: 'The shield is in the contract',
      reference: 'C-1',
    };
    await mutate('attestStep', 'AttestStepInput', statement, 'run { id }');
    await mutate(
      'provideKey',
      'ProvideKeyInput',
      { runId, track, keyIdentifier: keys[track] },
      'run { id }',
    );
  }
  return prepared;
}
