/** The calls that a peer makes to the sandbox, as the worker does: HTTPS over kept connections. */
import { readFileSync } from 'node:fs';
import https from 'node:https';

const [host, port] = (process.env['SANDBOX_ADDRESS'] ?? '').split(':');
/** Undefined where a benchmark makes no calls. */
const ca = process.env['SANDBOX_CA'] && readFileSync(process.env['SANDBOX_CA'], 'utf8');

/** Sockets lead to the sandbox, names stay. */
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

export async function trivialCalls(count: number): Promise<unknown> {
  let answer = '{}';
  for (let made = 0; made < count; made += 1)
    answer = await call('sandbox.keyway.test', '/healthz');
  return JSON.parse(answer) as unknown;
}

export async function adobeToken(): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'peer',
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

export interface Customer {
  imsOrgId: string;
  key: string;
}

/** The one POST that must not be made twice. */
export async function postConfiguration(
  token: string,
  { imsOrgId, key }: Customer,
): Promise<unknown> {
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
