/** The sandbox's controls: creating customers, and the ledger of what the clouds accepted. */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { runningProduct } from './running.ts';

/** A customer that the sandbox created. */
export interface Customer {
  scenario: string;
  imsOrgId: string;
  region: string;
  tenantId: string;
  subscriptionId: string;
  applicationIds: { AEP: string; CJA: string };
  /** Key identifiers. */
  keys: { AEP: string; CJA: string };
}

/** A state-changing call that a cloud accepted. */
export interface LedgerRow {
  method: string;
  host: string;
  path: string;
  body: string;
  status: number;
}

export async function createCustomer(scenario: string): Promise<Customer> {
  return control('POST', '/scenario', { scenario });
}

/** Changes the customer's clouds to this scenario. */
export async function changeScenario(customer: Customer, scenario: string): Promise<void> {
  await control('POST', '/scenario', { scenario, tenantId: customer.tenantId });
}

/** Changes what the customer's cloud has, such as `keyDisabled`, or undoes that. */
export async function changeResources(
  { imsOrgId }: Customer,
  change: string,
  { undo = false } = {},
): Promise<void> {
  await control('POST', '/change', { imsOrgId, change, undo });
}

/** Every configuration that was sent to Adobe for this customer. */
export async function configurationsSent(
  customer: Pick<Customer, 'imsOrgId'>,
): Promise<LedgerRow[]> {
  const rows = await control<LedgerRow[]>('GET', '/ledger');
  return rows.filter(
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/customer/config') && body.includes(customer.imsOrgId),
  );
}

/** Every change that Azure accepted of this vault, in order, such as `PUT locks 201`. */
export async function changesOfVault(name: string): Promise<string[]> {
  const rows = await control<LedgerRow[]>('GET', '/ledger');
  return rows
    .filter(({ method, status }) => method !== 'GET' && status < 400)
    .filter(({ path }) => path.includes(`/vaults/${name}`))
    .map(
      ({ method, path, status }) => `${method} ${path.split('?')[0]!.split('/').at(-2)} ${status}`,
    );
}

/** Calls one of the sandbox's controls. */
export function control<T>(method: string, path: string, body?: object): Promise<T> {
  const { clouds, dataDir } = runningProduct();
  const text = body === undefined ? '' : JSON.stringify(body);
  const host = 'sandbox.keyway.test';
  const options = {
    host: '127.0.0.1',
    port: clouds,
    servername: host,
    ca: readFileSync(join(dataDir, 'sandbox', 'ca.pem')),
    method,
    path,
    headers: {
      host,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    },
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.on('end', () => {
        if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answer || 'null') as T);
        else
          reject(
            new Error(`${method} ${path}: HTTP ${response.statusCode} ${answer.slice(0, 300)}`),
          );
      });
    });
    sent.on('error', reject).end(text);
  });
}
