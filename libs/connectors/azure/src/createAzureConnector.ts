/**
 * The Azure side of the ports: each call in the session of its connection, within its limits,
 * ending in facts or a ConnectorError.
 */
import { hash } from 'node:crypto';
import type { Agent } from 'node:https';
import { abortedError, DEFAULT_RETRY_LIMITS, orAborted } from '@keyway/connector-transport';
import type { RetryLimits } from '@keyway/connector-transport';
import { ConnectorError } from '@keyway/core';
import type { AzureConnection, AzurePort, AzureSetupPort, CallOptions } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { createAzureSession } from './azureSession.ts';
import type { AzureSession } from './azureSession.ts';
import { newScope, runInScope } from './callScope.ts';
import { assignRole } from './calls/assignRole.ts';
import { createKey } from './calls/createKey.ts';
import { createVault } from './calls/createVault.ts';
import { putDiagnosticSetting } from './calls/putDiagnosticSetting.ts';
import { putLock } from './calls/putLock.ts';
import { readDeletedVault } from './calls/readDeletedVault.ts';
import { readDenyAssignments } from './calls/readDenyAssignments.ts';
import { readKey } from './calls/readKey.ts';
import { readPermissions } from './calls/readPermissions.ts';
import { readRoleAssignments } from './calls/readRoleAssignments.ts';
import { readServicePrincipal } from './calls/readServicePrincipal.ts';
import { readSetup } from './calls/readSetup.ts';
import { readVault } from './calls/readVault.ts';
import { tryCredential } from './calls/tryCredential.ts';
import { updateVault } from './calls/updateVault.ts';

export interface AzureConnectorOptions {
  /** For every connection, such as a `SandboxAgent`; the system's network otherwise. */
  agent?: Agent;
  /** For one request including its answer, milliseconds; 15 s by default. */
  timeoutMs?: number;
  /** How reads are repeated within one call; small by default (`DEFAULT_RETRY_LIMITS`). */
  retry?: Partial<RetryLimits>;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const MAX_SESSIONS = 200;

/** Names a connection without holding its secret. */
function sessionKey(connection: AzureConnection): string {
  const { tenantId, subscriptionId, clientId, clientSecret, certificatePem } = connection;
  const credential = [clientSecret, certificatePem, connection.federation?.subject];
  const named = JSON.stringify([tenantId, subscriptionId, clientId, ...credential]);
  return hash('sha256', named, 'base64');
}

/** Runs what belongs to one call of the port, until its signal. */
async function within<T>({ signal, ...own }: CallOptions = {}, work: () => Promise<T>): Promise<T> {
  if (signal?.aborted) throw abortedError();
  return orAborted(signal ?? null, runInScope(newScope(signal ?? null, own), work));
}

type MakeCall = <T>(
  connection: AzureConnection,
  limits: CallOptions | undefined,
  work: (session: AzureSession) => Promise<T>,
) => Promise<T>;

const setupCalls = (call: MakeCall): AzureSetupPort => ({
  readSetup: (connection, target, limits) =>
    call(connection, limits, (session) => readSetup(session, target)),
  createVault: (connection, target, settings, limits) =>
    call(connection, limits, (session) => createVault(session, target, settings)),
  updateVault: (connection, target, change, limits) =>
    call(connection, limits, (session) => updateVault(session, target, change)),
  createKey: (connection, target, settings, limits) =>
    call(connection, limits, (session) => createKey(session, target, settings)),
  putDiagnosticSetting: (connection, target, setting, limits) =>
    call(connection, limits, (session) => putDiagnosticSetting(session, target, setting)),
  putLock: (connection, target, lock, limits) =>
    call(connection, limits, (session) => putLock(session, target, lock)),
});

/**
 * Makes the connector. It holds tokens and connections in memory and nothing else; one is enough
 * for a process.
 */
export function createAzureConnector(
  options: AzureConnectorOptions = {},
): AzurePort & AzureSetupPort {
  const sessionOptions = {
    agent: options.agent,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retry: { ...DEFAULT_RETRY_LIMITS, ...options.retry },
  };

  const open = (connection: AzureConnection): AzureSession =>
    createAzureSession({ ...connection }, sessionOptions);
  const sessions = new LRUCache<string, AzureSession, { connection: AzureConnection }>({
    max: MAX_SESSIONS,
    memoMethod: (_key, _stale, { context }) => open(context.connection),
  });

  async function call<T>(
    connection: AzureConnection,
    limits: CallOptions | undefined,
    work: (session: AzureSession) => Promise<T>,
  ): Promise<T> {
    const key = sessionKey(connection);
    try {
      return await within(limits, async () =>
        work(sessions.memo(key, { context: { connection } })),
      );
    } catch (error) {
      // A token that is refused is not kept: the next call begins with a new one.
      if (error instanceof ConnectorError && error.failure.kind === 'credential')
        sessions.delete(key);
      throw error;
    }
  }

  return {
    ...setupCalls(call),
    // A session of its own, which is dropped where the credential is refused. What took it just now
    // signs in for the calls that follow.
    tryCredential: (connection, limits) =>
      within(limits, async () => {
        const session = open(connection);
        await tryCredential(session);
        const key = sessionKey(connection);
        if (!sessions.has(key)) sessions.set(key, session);
      }),
    readVault: (connection, vault, limits) =>
      call(connection, limits, (session) => readVault(session, vault)),
    readDeletedVault: (connection, vault, limits) =>
      call(connection, limits, (session) => readDeletedVault(session, vault)),
    readKey: (connection, vault, key, limits) =>
      call(connection, limits, (session) => readKey(session, vault, key)),
    readServicePrincipal: (connection, appId, limits) =>
      call(connection, limits, (session) => readServicePrincipal(session, appId)),
    readRoleAssignments: (connection, vault, about, limits) =>
      call(connection, limits, (session) => readRoleAssignments(session, vault, about)),
    readDenyAssignments: (connection, vault, about, limits) =>
      call(connection, limits, (session) => readDenyAssignments(session, vault, about)),
    readPermissions: (connection, scope, limits) =>
      call(connection, limits, (session) => readPermissions(session, scope)),
    assignRole: (connection, vault, assignment, limits) =>
      call(connection, limits, (session) => assignRole(session, vault, assignment)),
  };
}
