/**
 * Loads the demo: a dozen and more organizations of one partner in different states, by the public API and the sandbox's controls alone. An
 * organization that is there already is left as it is, so a load that was interrupted goes on where it stopped.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { DEMO_CUSTOMERS, type DemoCustomer } from './demo/customers.ts';
import { graphqlClient, type GraphqlClient } from './demo/graphqlClient.ts';
import { layOut, type LaidOut, type People } from './demo/layOut.ts';

const AT_A_TIME = 4;

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the demo is loaded by npm start.`);
  return value;
}

/** Calls the sandbox's own controls. */
function sandbox(path: string, body: object): Promise<LaidOut> {
  const [host, port] = setting('KEYWAY_SANDBOX_ADDRESS').split(':');
  const text = JSON.stringify(body);
  const headers = { host: 'sandbox.keyway.test', 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const options = {
    host,
    port,
    path,
    method: 'POST',
    servername: 'sandbox.keyway.test',
    ca: readFileSync(setting('KEYWAY_SANDBOX_CA')),
    headers,
  };
  return new Promise((resolve, reject) => {
    const call = request(options, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.on('end', () =>
        response.statusCode === 200 || response.statusCode === 201
          ? resolve(JSON.parse(answer) as LaidOut)
          : reject(new Error(`sandbox: HTTP ${response.statusCode} ${answer.slice(0, 200)}`)),
      );
    });
    call.on('error', reject).end(text);
  });
}

async function person(owner: GraphqlClient, name: string, role: string, scopes: string[]): Promise<{ id: string; client: GraphqlClient }> {
  const made = await owner.mutate<{ token: string; apiToken: { id: string } }>(
    'createApiToken',
    'CreateApiTokenInput',
    { name, role, scopes },
    'token apiToken { id }',
  );
  return { id: made.apiToken.id, client: graphqlClient(base, made.token) };
}

async function load(customer: DemoCustomer, people: People, existing: ReadonlySet<string>): Promise<void> {
  if (existing.has(customer.name)) return;
  const nowhere: LaidOut = {
    imsOrgId: `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`,
    tenantId: randomUUID(),
    subscriptionId: randomUUID(),
    keys: { AEP: '', CJA: '' },
  };
  const place =
    customer.scenario === null
      ? nowhere
      : await sandbox('/scenario', {
          scenario: customer.scenario,
          region: customer.region ?? 'VA7',
          name: customer.name,
          approvers: customer.approvers,
        });
  await layOut(customer, place, people);
}

const base = `http://${process.env['HOST'] || '127.0.0.1'}:${process.env['PORT'] || '4000'}`;
const owner = graphqlClient(base, setting('KEYWAY_BOOTSTRAP_TOKEN'));
const { organizations } = await owner.ask<{ organizations: { nodes: { name: string }[] } }>(
  '{ organizations(first: 100) { nodes { name } } }',
);
const existing = new Set(organizations.nodes.map((organization) => organization.name));
const operator = await person(owner, 'Demo operator', 'OPERATOR', ['read', 'runs:write']);
const approver = await person(owner, 'Demo approver', 'APPROVER', ['read', 'approve']);
const people: People = { owner, operator: operator.client, approver: approver.client };

const waiting = [...DEMO_CUSTOMERS];
const failures: string[] = [];
const loader = async (): Promise<void> => {
  for (let customer = waiting.shift(); customer; customer = waiting.shift()) {
    try {
      await load(customer, people, existing);
    } catch (error) {
      failures.push(`${customer.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
};
await Promise.all(Array.from({ length: AT_A_TIME }, loader));
// The demo's people sign in at the sandbox's provider; these tokens were for loading only.
for (const { id } of [operator, approver]) await owner.mutate('revokeApiToken', 'RevokeApiTokenInput', { id }, 'apiToken { id }');
if (failures.length > 0) {
  console.error(`The demo is not complete:\n${failures.join('\n')}`);
  process.exit(1);
}
console.log(`The demo has ${DEMO_CUSTOMERS.length} organizations.`);
