/**
 * A sandbox for one test file, on a free port and in a folder of its own, and how to call it: over
 * HTTPS directly, and by the real Azure SDKs with redirected sockets. For tests only.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import https from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ClientSecretCredential } from '@azure/identity';
import { KeyClient } from '@azure/keyvault-keys';
import { readSettings } from '../settings.ts';
import { startSandbox } from '../startSandbox.ts';
import type { TrackName } from '../state/records.ts';

export const CLIENT_ID = '11111111-1111-4111-8111-111111111111';
export const CRYPTO_USER = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
export const GROUP = 'rg-adobe-cmk';

/** As `POST /scenario` answers. */
export interface ProvisionedCustomer {
  scenario: string;
  imsOrgId: string;
  region: string;
  tenantId: string;
  subscriptionId: string;
  applicationIds: Record<TrackName, string>;
  keys: Record<TrackName, string>;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body read as JSON; reading it throws when it is none. */
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

interface Request {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Keeps the host name for TLS and the Host header, and connects elsewhere. */
class RedirectingAgent extends https.Agent {
  private readonly target: { host: string; port: number };

  constructor(address: string, ca: string) {
    super({ ca, keepAlive: true });
    const [host = '', port] = address.split(':');
    this.target = { host, port: Number(port) };
  }

  override createConnection(
    options: https.RequestOptions & { servername?: string },
    callback?: never,
  ) {
    const connect = https.Agent.prototype.createConnection as unknown as (
      this: https.Agent,
      options: object,
      callback?: never,
    ) => never;
    return connect.call(
      this,
      { ...options, ...this.target, servername: options.servername ?? options.host },
      callback,
    );
  }
}

export class SandboxCaller {
  readonly agent: https.Agent;

  constructor(address: string, caFile: string) {
    this.agent = new RedirectingAgent(address, readFileSync(caFile, 'utf8'));
  }

  /** A body that is not text is sent as JSON, without a content type unless one is given. */
  call(url: string, { method = 'GET', headers = {}, body }: Request = {}): Promise<Reply> {
    const text =
      body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const { hostname, port: _port, protocol: _protocol } = new URL(url);
    const target = url.slice(url.indexOf(hostname) + hostname.length) || '/';
    return new Promise((resolve, reject) => {
      const request = https.request(
        {
          host: hostname,
          servername: hostname,
          agent: this.agent,
          method,
          path: target,
          headers: {
            ...headers,
            ...(text !== undefined && { 'content-length': Buffer.byteLength(text) }),
          },
        },
        (response) => {
          let received = '';
          response.on('data', (chunk: Buffer) => (received += chunk.toString()));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: received,
              get json() {
                return JSON.parse(received);
              },
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(text);
    });
  }

  control(method: string, target: string, body?: unknown): Promise<Reply> {
    return this.call(`https://sandbox.keyway.test${target}`, { method, body });
  }

  async provisionCustomer(scenario: string, more: object = {}): Promise<ProvisionedCustomer> {
    return (await this.control('POST', '/scenario', { scenario, ...more }))
      .json as ProvisionedCustomer;
  }

  async ledger(): Promise<
    { method: string; host: string; path: string; body: string; status: number }[]
  > {
    return (await this.control('GET', '/ledger')).json;
  }

  /** A token of the tenant for a resource such as `https://graph.microsoft.com`. */
  async token(tenantId: string, resource: string): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: 'sandbox-secret',
      scope: `${resource}/.default`,
    }).toString();
    return (
      await this.call(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body,
      })
    ).json.access_token;
  }

  /** Headers with a bearer token for the URL's own service. */
  async signedIn(tenantId: string, resource: string): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token(tenantId, resource)}` };
  }

  /** Adobe's four headers. */
  async adobeHeaders(imsOrgId: string): Promise<Record<string, string>> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'cli',
      client_secret: 'sandbox-adobe',
      scope: 'openid,AdobeID',
    }).toString();
    const reply = await this.call('https://ims-na1.adobelogin.com/ims/token/v3', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return {
      authorization: `Bearer ${reply.json.access_token}`,
      'x-api-key': 'acp_provisioning',
      'x-gw-ims-org-id': imsOrgId,
      'content-type': 'application/json',
    };
  }

  /**
   * The real SDK clients for a customer, without retries of their own so that a refusal shows as it
   * is.
   */
  sdk(customer: ProvisionedCustomer, secret = 'sandbox-secret') {
    const policy: PipelinePolicy = {
      name: 'redirect',
      sendRequest: (request, next) => {
        request.agent = this.agent;
        return next(request);
      },
    };
    const options = {
      additionalPolicies: [{ position: 'perCall' as const, policy }],
      retryOptions: { maxRetries: 0 },
    };
    const credential = new ClientSecretCredential(customer.tenantId, CLIENT_ID, secret, options);
    return {
      credential,
      vaults: new KeyVaultManagementClient(credential, customer.subscriptionId, options),
      roles: new AuthorizationManagementClient(credential, customer.subscriptionId, options),
      keys: (track: TrackName = 'AEP') =>
        new KeyClient(new URL(customer.keys[track]).origin, credential, options),
    };
  }
}

export const vaultName = (customer: ProvisionedCustomer, track: TrackName = 'AEP'): string =>
  new URL(customer.keys[track]).hostname.split('.')[0]!;

export const vaultScope = (customer: ProvisionedCustomer, track: TrackName = 'AEP'): string =>
  `/subscriptions/${customer.subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.KeyVault/vaults/${vaultName(customer, track)}`;

/** What an SDK call threw, as status and code. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string }> {
  try {
    await work;
  } catch (error) {
    const { statusCode, code } = error as { statusCode: number; code: string };
    return { status: statusCode, code };
  }
  throw new Error('the call was not refused');
}

/**
 * Starts a sandbox in this process. `clock` is what it takes for the time; move it to make
 * durations pass.
 */
export async function sandboxUnderTest({ scale = 1 }: { scale?: number } = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), 'keyway-sandbox-'));
  const settings = readSettings({
    KEYWAY_SANDBOX_DIR: directory,
    KEYWAY_SANDBOX_PORT: '0',
    KEYWAY_SANDBOX_IDENTITY_PORT: '0',
    KEYWAY_POLL_SCALE: String(scale),
  });
  const clock = { now: Date.now() };
  const running = await startSandbox({ ...settings, now: () => clock.now });
  const caller = new SandboxCaller(running.address, running.ca);
  /** `keep` leaves the folder, for a start over the same state. */
  const close = async ({ keep = false } = {}) => {
    caller.agent.destroy();
    await running.close();
    if (!keep) rmSync(directory, { recursive: true });
  };
  return { ...running, directory, clock, caller, close };
}

export type SandboxUnderTest = Awaited<ReturnType<typeof sandboxUnderTest>>;
