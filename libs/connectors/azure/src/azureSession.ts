/**
 * The clients of one connection, made once: they hold its tokens and Key Vault's challenge state
 * (docs/reference/clouds.md 1).
 */
import type { Agent } from 'node:https';
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

export const ARM_HOST = 'management.azure.com';
export const GRAPH_HOST = 'graph.microsoft.com';
const MAX_CLIENTS = 50;
const ROLE_DEFINITION_TTL_MS = 10 * 60_000;

export interface SessionOptions {
  agent: Agent | undefined;
  timeoutMs: number;
  retry: RetryLimits;
}

export interface AzureSession {
  connection: AzureConnection;
  credential: TokenCredential;
  /** `host` from `vaultHost` only. */
  keys(host: string): KeyClient;
  arm(): RestClient;
  graph(): RestClient;
  /** A Managed HSM's local RBAC; `host` from `vaultHost` only. */
  localRbac(host: string): RestClient;
  /** Data actions of role definitions read before, by definition ID. */
  roleDefinitions: LRUCache<string, Promise<string[] | null>>;
}

const secretsOf = ({ clientSecret, certificatePem }: AzureConnection): string[] =>
  [clientSecret, certificatePem].filter((secret) => secret !== undefined);

/** Throws a `credential` ConnectorError where the connection cannot even be tried. */
export function createAzureSession(
  connection: AzureConnection,
  options: SessionOptions,
): AzureSession {
  const common = { ...options, secrets: secretsOf(connection), gate: new ThrottleGate() };
  const credential = createTokenCredential(connection, common);
  const transportTo = (host: string) => createTransport({ ...common, host });
  const rest = (host: string, scope: string) =>
    createRestClient({
      host,
      scope,
      credential,
      httpClient: transportTo(host),
      secrets: common.secrets,
    });
  const keyClients = new LRUCache<string, KeyClient>({
    ...atMost(MAX_CLIENTS),
    memoMethod: (host) =>
      new KeyClient(`https://${host}`, credential, {
        ...RETRIES_BY_TRANSPORT,
        httpClient: transportTo(host),
      }),
  });
  const localRbacClients = new LRUCache<string, RestClient>({
    ...atMost(MAX_CLIENTS),
    memoMethod: (host) => rest(host, 'https://managedhsm.azure.net/.default'),
  });
  const arm = once(() => rest(ARM_HOST, `https://${ARM_HOST}/.default`));
  const graph = once(() => rest(GRAPH_HOST, `https://${GRAPH_HOST}/.default`));
  return {
    connection,
    credential,
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
