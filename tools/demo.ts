/**
 * Loads the demo by the public API and the sandbox's controls. Existing organizations are left as
 * they are, so that an interrupted load continues where it stopped.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { DEMO_CUSTOMERS, type DemoCustomer } from './demo/customers.ts';
import { driveRun } from './product/driveRun.ts';
import { graphqlClient } from './product/graphqlClient.ts';
import { people, type People } from './product/people.ts';
import { sandboxControl, type SandboxCustomer } from './product/sandboxControl.ts';

const AT_A_TIME = 4;

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the demo is loaded by npm start.`);
  return value;
}

const sandbox = sandboxControl(setting('KEYWAY_SANDBOX_ADDRESS'), setting('KEYWAY_SANDBOX_CA'));

/** A customer of whom nothing but the IMS organization is known. */
const nowhere = (): SandboxCustomer => ({
  imsOrgId: `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`,
  tenantId: randomUUID(),
  subscriptionId: randomUUID(),
  keys: { AEP: '', CJA: '' },
});

async function load(
  { scenario, stage, approvers, ...organization }: DemoCustomer,
  both: People,
): Promise<void> {
  const { name, region = 'VA7' } = organization;
  const customer =
    scenario === null
      ? nowhere()
      : await sandbox<SandboxCustomer>('POST', '/scenario', { scenario, region, name, approvers });
  await driveRun({ customer, organization, connected: scenario !== null, until: stage }, both);
}

// Somebody else's sandbox need not have controls: then nothing can be laid out in it, and nothing
// is left behind here.
await sandbox('GET', '/ledger').catch((error: unknown) => {
  console.error(
    `The sandbox has no controls to lay out a demo with: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
});

const base = `http://${process.env['HOST'] || '127.0.0.1'}:${process.env['PORT'] || '4000'}`;
const ownerToken = setting('KEYWAY_BOOTSTRAP_TOKEN');
const { organizations } = await graphqlClient(base, ownerToken).ask<{
  organizations: { nodes: { name: string }[] };
}>('{ organizations(first: 100) { nodes { name } } }');
const existing = new Set(organizations.nodes.map((organization) => organization.name));
const both = await people(base, ownerToken, 'Demo');

const waiting = DEMO_CUSTOMERS.filter(({ name }) => !existing.has(name));
const failures: string[] = [];
const loader = async (): Promise<void> => {
  for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
    try {
      await load(customer, both);
    } catch (error) {
      failures.push(`${customer.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
};
await Promise.all(Array.from({ length: AT_A_TIME }, loader));
// The demo's people sign in at the sandbox's provider; these tokens were for loading only.
await both.leave();
if (failures.length > 0) {
  console.error(`The demo is not complete:\n${failures.join('\n')}`);
  process.exit(1);
}
console.log(`The demo has ${DEMO_CUSTOMERS.length} organizations.`);
