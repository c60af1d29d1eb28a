/**
 * Loads customers of the demo by the public API and the sandbox's controls. Existing organizations
 * are left as they are, so that an interrupted load continues where it stopped.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { driveAws } from '../product/driveAws.ts';
import {
  driveRun,
  untilCompleted,
  type Drive,
  type FederatedApplication,
} from '../product/driveRun.ts';
import { graphqlClient } from '../product/graphqlClient.ts';
import { people, type People } from '../product/people.ts';
import {
  sandboxControl,
  type AwsCustomer,
  type SandboxCustomer,
} from '../product/sandboxControl.ts';
import type { DemoChange, DemoCustomer } from './customers.ts';
import { planSetup } from './planSetup.ts';

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

/** What happens in Azure after the set-up: at once it needs a set-up that is complete. */
async function change(
  { imsOrgId }: SandboxCustomer,
  changes: readonly DemoChange[],
  untilComplete: () => Promise<unknown>,
): Promise<void> {
  if (changes.some(({ afterSeconds }) => afterSeconds === undefined)) await untilComplete();
  for (const one of changes) await sandbox('POST', '/change', { imsOrgId, ...one });
}

async function load(one: DemoCustomer, both: People): Promise<void> {
  if (one.cloud === 'AWS' && one.scenario !== null) return loadOnAws(one, both);
  const { scenario, stage, approvers, changes = [], ...more } = one;
  const { access, federated, plansSetup, ...organization } = more;
  const { name, region = 'VA7' } = organization;
  const customer =
    scenario === null
      ? nowhere()
      : await sandbox<SandboxCustomer>('POST', '/scenario', { scenario, region, name, approvers });
  const connected = scenario !== null;
  const drive: Drive = { customer, organization, connected, until: stage };
  if (access) drive.access = access;
  if (federated) drive.registerFederation = registerFederation;
  const runId = await driveRun(drive, both);
  if (plansSetup && runId) await planSetup(runId, customer, both.operator);
  await change(customer, changes, async () => runId && untilCompleted(runId, both.operator));
}

async function loadOnAws(
  { name, scenario, stage, region, shield }: DemoCustomer,
  both: People,
): Promise<void> {
  const customer = await sandbox<AwsCustomer>('POST', '/scenario', { scenario, name });
  const until = stage === 'completed' ? stage : 'prepared';
  await driveAws({ customer, organization: { name, region, shield }, until }, both);
}

/** What a customer enters in Entra for an application that Keyway signs in as. */
const registerFederation = ({ tenantId, clientId, ...trusted }: FederatedApplication) =>
  sandbox('POST', '/credentials', { tenantId, clientId, federated: [trusted] });

/**
 * Somebody else's sandbox need not have controls: then nothing can be laid out in it, and nothing
 * is left behind here.
 */
async function requireControls(): Promise<void> {
  await sandbox('GET', '/ledger').catch((error: unknown) => {
    console.error(
      `The sandbox has no controls to lay out a demo with: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(1);
  });
}

async function missing(
  customers: readonly DemoCustomer[],
  base: string,
  token: string,
): Promise<DemoCustomer[]> {
  const { organizations } = await graphqlClient(base, token).ask<{
    organizations: { nodes: { name: string }[] };
  }>('{ organizations(first: 100) { nodes { name } } }');
  const existing = new Set(organizations.nodes.map(({ name }) => name));
  return customers.filter(({ name }) => !existing.has(name));
}

/** Those that are missing, a few at a time. Ends the process where one fails. */
export async function loadCustomers(customers: readonly DemoCustomer[]): Promise<void> {
  await requireControls();
  const base = `http://${process.env['HOST'] || '127.0.0.1'}:${process.env['PORT'] || '4000'}`;
  const ownerToken = setting('KEYWAY_BOOTSTRAP_TOKEN');
  const waiting = await missing(customers, base, ownerToken);
  const both = await people(base, ownerToken, 'Demo');
  const failures: string[] = [];
  const loader = async (): Promise<void> => {
    for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
      try {
        await load(customer, both);
      } catch (error) {
        failures.push(
          `${customer.name}: ${error instanceof Error ? error.message : String(error)}`,
        );
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
  console.log(`The demo has these ${customers.length} organizations.`);
}
