/**
 * What must hold of vaults and keys that Keyway made, by the sandbox's ledger and by what Azure
 * itself answers.
 */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { SandboxAgent } from '@keyway/connector-transport';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import { namesIn, vaultIdOf } from '../product/setUp.ts';
import type { CrashWorld } from './crashWorld.ts';

const TRACKS = ['AEP', 'CJA'] as const;
/** Of a track: vault, key, audit log, lock and the role of Adobe's application. */
const CHANGES = ['vaults', 'keys', 'diagnosticSettings', 'locks', 'roleAssignments'] as const;

/** What kind of resource a path is of: the one before its last name. */
const kindOf = ({ path }: LedgerRow): string => path.split('?')[0]!.split('/').at(-2) ?? '';

/** Errors; none is right. */
export async function wrongSetUps(
  world: Pick<CrashWorld, 'sandbox' | 'dataDir' | 'clouds'>,
  customers: readonly SandboxCustomer[],
): Promise<string[]> {
  const ledger = await world.sandbox<LedgerRow[]>('GET', '/ledger');
  const found = customers.map(async (customer) => [
    ...wrongChanges(ledger, customer),
    ...(await wrongVersions(world, customer)),
  ]);
  return (await Promise.all(found)).flat();
}

/** Each change once on each track, and nothing else in the vault. */
export function wrongChanges(ledger: readonly LedgerRow[], customer: SandboxCustomer): string[] {
  return TRACKS.flatMap((track) => {
    const vault = vaultIdOf(customer, track).toLowerCase();
    const rows = ledger.filter(({ path }) => `${path.toLowerCase()}/`.startsWith(`${vault}/`));
    const made = rows.map((row) => `${row.method} ${kindOf(row)}`).toSorted();
    const wanted = CHANGES.map((kind) => `PUT ${kind}`).toSorted();
    return made.join() === wanted.join()
      ? []
      : [`${track} of ${customer.imsOrgId} was changed by: ${made.join(', ') || 'nothing'}`];
  });
}

async function wrongVersions(
  { dataDir, clouds }: Pick<CrashWorld, 'dataDir' | 'clouds'>,
  customer: SandboxCustomer,
): Promise<string[]> {
  const [host = '', port] = clouds.split(':');
  const ca = readFileSync(join(dataDir, 'sandbox', 'ca.pem'), 'utf8');
  const agent = new SandboxAgent({ host, port: Number(port), ca });
  const token = await tokenOf(agent, customer);
  const wrong = TRACKS.map(async (track) => {
    const { keyName } = namesIn(customer, track);
    const path = `${vaultIdOf(customer, track)}/keys/${keyName}/versions?api-version=2023-07-01`;
    const answer = await call<{ value?: unknown[] }>(agent, {
      ...{ host: 'management.azure.com', method: 'GET', path },
      headers: { authorization: `Bearer ${token}` },
    });
    const versions = answer.value?.length;
    return versions === 1 ? [] : [`${track} of ${customer.imsOrgId} has ${versions} key versions`];
  });
  try {
    return (await Promise.all(wrong)).flat();
  } finally {
    agent.destroy();
  }
}

async function tokenOf(agent: SandboxAgent, { tenantId }: SandboxCustomer): Promise<string> {
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: crypto.randomUUID() },
    ...{ client_secret: 'sandbox-azure-secret', scope: 'https://management.azure.com/.default' },
  }).toString();
  const path = `/${tenantId}/oauth2/v2.0/token`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  };
  const at = { host: 'login.microsoftonline.com', method: 'POST', path, headers };
  return (await call<{ access_token: string }>(agent, at, body)).access_token;
}

const call = <T>(
  agent: SandboxAgent,
  to: { host: string; method: string; path: string; headers: Record<string, string> },
  body = '',
): Promise<T> =>
  new Promise((resolve, reject) => {
    const sent = request({ ...to, agent, servername: to.host }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(JSON.parse(text) as T)
          : reject(new Error(`${to.host}${to.path}: ${response.statusCode} ${text.slice(0, 200)}`)),
      );
    });
    sent.on('error', reject).end(body);
  });
