/**
 * DBOS as a peer: a run is a workflow of steps, each of which makes HTTPS calls to the sandbox. By
 * DBOS's defaults and documentation: each call in a step, each run a registered workflow.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { DBOS, type WorkflowHandle } from '@dbos-inc/dbos-sdk';

const [host, port] = (process.env['SANDBOX_ADDRESS'] ?? '').split(':');
const ca = readFileSync(process.env['SANDBOX_CA'] ?? '', 'utf8');

/** As the worker's: connections are kept, sockets lead to the sandbox, names stay. */
const agent = new https.Agent({ keepAlive: true, ca });

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Answers the body; rejects where nothing was answered. */
function call(
  name: string,
  path: string,
  { method = 'GET', headers = {}, body = '' }: Sent = {},
): Promise<string> {
  const length = Buffer.byteLength(body);
  const head = { host: name, 'content-length': length, ...headers };
  return new Promise((resolve, reject) => {
    const sent = https.request(
      { agent, host, port, servername: name, method, path, headers: head },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve(text)).once('error', reject);
      },
    );
    sent.once('error', reject).end(body);
  });
}

async function trivialCalls(count: number): Promise<unknown> {
  let answer = '';
  for (let made = 0; made < count; made += 1)
    answer = await call('sandbox.keyway.test', '/healthz');
  return JSON.parse(answer) as unknown;
}

const run = DBOS.registerWorkflow(
  async (callsOfSteps: number[]) => {
    for (const [index, calls] of callsOfSteps.entries())
      await DBOS.runStep(() => trivialCalls(calls), { name: `step ${index + 1}` });
  },
  { name: 'run' },
);

async function adobeToken(): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'dbos',
    client_secret: 'sandbox-adobe-secret',
    scope: 'openid',
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = form.toString();
  const answer = await call('ims-na1.adobelogin.com', '/ims/token/v3', {
    method: 'POST',
    headers,
    body,
  });
  return (JSON.parse(answer) as { access_token: string }).access_token;
}

interface Customer {
  imsOrgId: string;
  key: string;
}

/** The one POST that must not be made twice. */
async function postConfiguration(token: string, { imsOrgId, key }: Customer): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-api-key': 'acp_provisioning',
    'x-gw-ims-org-id': imsOrgId,
  };
  const configData = { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: key };
  const body = JSON.stringify({
    name: 'journey-optimizer',
    type: 'BYOK_CONFIG',
    imsOrgId,
    configData,
  });
  const path = '/data/infrastructure/manager/customer/config';
  return JSON.parse(
    await call('platform.adobe.io', path, { method: 'POST', headers, body }),
  ) as unknown;
}

const submission = DBOS.registerWorkflow(
  async (customer: Customer) => {
    const token = await DBOS.runStep(adobeToken, { name: 'token' });
    await DBOS.runStep(() => postConfiguration(token, customer), { name: 'submission' });
  },
  { name: 'submission' },
);

const ended = (handles: WorkflowHandle<unknown>[]): Promise<unknown> =>
  Promise.all(handles.map((handle) => handle.getResult()));

interface Asked {
  count: number;
  atATime: number;
  callsOfSteps: number[];
  customers: Customer[];
}

/** What the benchmark may ask for. */
const requests: Record<string, (asked: Asked) => Promise<unknown>> = {
  /** So many runs, with `atATime` of them at once. */
  '/runs': async ({ count, atATime, callsOfSteps }) => {
    let left = count;
    const drive = async (): Promise<void> => {
      while (left-- > 0) await ended([await DBOS.startWorkflow(run)(callsOfSteps)]);
    };
    await Promise.all(Array.from({ length: atATime }, drive));
  },
  /** Durably begun, not waited for. */
  '/submissions': async ({ customers }) => {
    for (const customer of customers)
      await DBOS.startWorkflow(submission, { workflowID: customer.imsOrgId })(customer);
  },
  /** Also those of a process before this one. */
  '/submitted': ({ customers }) =>
    ended(customers.map(({ imsOrgId }) => DBOS.retrieveWorkflow(imsOrgId))),
};

DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl: process.env['DBOS_DATABASE_URL'] ?? '',
  logLevel: 'error',
});
await DBOS.launch();
const server = http.createServer((request, response) => {
  void answer(request).then(
    () => response.end('{}'),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
async function answer(request: http.IncomingMessage): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  await requests[request.url ?? '']!(JSON.parse(body) as Asked);
}
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
);
process.once('SIGTERM', () => process.exit(0));
