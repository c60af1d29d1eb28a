/**
 * The SDK clients of one connection, made once: they hold its tokens and Key Vault's challenge
 * state (docs/reference/clouds.md 1).
 */
import type { Agent } from 'node:https';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import type { TokenCredential } from '@azure/core-auth';
import { KeyClient } from '@azure/keyvault-keys';
import { ThrottleGate } from '@keyway/connector-transport';
import type { RetryLimits } from '@keyway/connector-transport';
import type { AzureConnection } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { createRestClient } from './restClient.ts';
import type { RestClient } from './restClient.ts';
import { createTokenCredential } from './tokenCredential.ts';
import { createTransport, RETRIES_BY_TRANSPORT } from './transport/createTransport.ts';
import { onlyNeeded } from './transport/onlyNeeded.ts';

export const ARM_HOST = 'management.azure.com';
export const GRAPH_HOST = 'graph.microsoft.com';
const MAX_CLIENTS = 50;
const ROLE_DEFINITION_TTL_MS = 10 * 60_000;
/** The client wants one, but every call of ours names its scope. */
const NO_SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

export interface SessionOptions {
  agent: Agent | undefined;
  timeoutMs: number;
  retry: RetryLimits;
}

export interface AzureSession {
  connection: AzureConnection;
  credential: TokenCredential;
  keyVaultManagement(subscriptionId: string): KeyVaultManagementClient;
  authorization(): AuthorizationManagementClient;
  /** `host` from `vaultHost` only. */
  keys(host: string): KeyClient;
  arm(): RestClient;
  graph(): RestClient;
  /** A Managed HSM's local RBAC; `host` from `vaultHost` only. */
  localRbac(host: string): RestClient;
  /** Data actions of role definitions read before, by definition ID. */
  roleDefinitions: LRUCache<string, Promise<string[] | null>>;
}

/** Throws a `credential` ConnectorError where the connection cannot even be tried. */
export function createAzureSession(
  connection: AzureConnection,
  options: SessionOptions,
): AzureSession {
  const common = { ...options, secrets: [connection.clientSecret], gate: new ThrottleGate() };
  const credential = createTokenCredential(connection, common);
  const clientOptions = (host: string) => ({
    ...RETRIES_BY_TRANSPORT,
    httpClient: createTransport({ ...common, host }),
  });
  const rest = (host: string, scope: string) =>
    createRestClient({ host, scope, credential, httpClient: createTransport({ ...common, host }) });
  const armOptions = clientOptions(ARM_HOST);
  const managementClients = new LRUCache<string, KeyVaultManagementClient>({
    ...atMost(MAX_CLIENTS),
    memoMethod: (id) => onlyNeeded(new KeyVaultManagementClient(credential, id, armOptions)),
  });
  const keyClients = new LRUCache<string, KeyClient>({
    ...atMost(MAX_CLIENTS),
    memoMethod: (host) => new KeyClient(`https://${host}`, credential, clientOptions(host)),
  });
  const localRbacClients = new LRUCache<string, RestClient>({
    ...atMost(MAX_CLIENTS),
    memoMethod: (host) => rest(host, 'https://managedhsm.azure.net/.default'),
  });
  const authorization = once(() =>
    onlyNeeded(new AuthorizationManagementClient(credential, NO_SUBSCRIPTION, armOptions)),
  );
  const arm = once(() => rest(ARM_HOST, `https://${ARM_HOST}/.default`));
  const graph = once(() => rest(GRAPH_HOST, `https://${GRAPH_HOST}/.default`));
  return {
    connection,
    credential,
    keyVaultManagement: (subscriptionId) => managementClients.memo(subscriptionId.toLowerCase()),
    authorization,
    keys: (host) => keyClients.memo(host),
    arm,
    graph,
    localRbac: (host) => localRbacClients.memo(host),
    roleDefinitions: new LRUCache({ ...atMost(MAX_CLIENTS * 4), ttl: ROLE_DEFINITION_TTL_MS }),
  };
}

/** A bound without memory for all entries at once: a process has a session for each customer. */
const atMost = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });

/** Made at its first use: most sessions need a part of it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
