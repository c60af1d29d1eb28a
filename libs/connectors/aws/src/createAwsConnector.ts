/**
 * The AWS side of the ports: each call in a session of the customer's role, within its limits,
 * ending in facts or a ConnectorError.
 */
import { hash } from 'node:crypto';
import type { Agent } from 'node:https';
import {
  abortedError,
  DEFAULT_RETRY_LIMITS,
  orAborted,
  ThrottleGate,
} from '@keyway/connector-transport';
import type { RetryLimits } from '@keyway/connector-transport';
import { ConnectorError } from '@keyway/core';
import type { AwsConnection, AwsPort, CallOptions } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { requireConnection } from './awsNames.ts';
import type { AwsSession, OwnIdentity, SessionOptions } from './awsSession.ts';
import type { KeyRead } from './calls/readKms.ts';
import type { AwsCall } from './transport/createRequestHandler.ts';

/** How the connector reaches AWS, and as whom. */
export interface AwsConnectorOptions {
  /** For every connection, such as a `SandboxAgent`; the system's network otherwise. */
  agent?: Agent;
  /** Keyway's own; the SDK's default chain otherwise (environment, web identity, machine). */
  identity?: () => Promise<OwnIdentity>;
  /** For one request including its answer, milliseconds; 15 s by default. */
  timeoutMs?: number;
  /** How reads are repeated within one call; small by default (`DEFAULT_RETRY_LIMITS`). */
  retry?: Partial<RetryLimits>;
  /** Monotonic milliseconds, for the age of sessions. */
  now?: () => number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const MAX_SESSIONS = 200;
/** Of the 15 that a session lasts: a call that begins in the last minutes can still end. */
const SESSION_TTL_MS = 10 * 60_000;

/** Answers after which a session is not kept: it ended, or was revoked. */
const SESSION_ENDED: ReadonlySet<string | null> = new Set([
  'ExpiredTokenException',
  'UnrecognizedClientException',
]);

const hasEnded = (error: unknown): boolean =>
  error instanceof ConnectorError && SESSION_ENDED.has(error.failure.code);

/** Names a session without holding the external ID. */
const sessionKey = ({ roleArn, externalId, region, organizationId }: AwsConnection): string =>
  hash('sha256', JSON.stringify([roleArn, externalId, region, organizationId]), 'base64');

interface KeptSession {
  session: Promise<AwsSession>;
  since: number;
}

const newCall = (permission: string, { signal, onRequest }: CallOptions = {}): AwsCall => ({
  signal: signal ?? null,
  onRequest,
  waitedMs: 0,
  permission,
});

/** Ends with the caller's signal, whatever is waited for. */
async function within<T>(call: AwsCall, work: () => Promise<T>): Promise<T> {
  if (call.signal?.aborted) throw abortedError();
  return orAborted(call.signal, work());
}

/** Loaded at its first use: a process that reads no AWS does without the SDK. */
async function openSession(
  connection: AwsConnection,
  options: SessionOptions,
  call: AwsCall,
): Promise<AwsSession> {
  const { openSession: open } = await import('./awsSession.ts');
  return open(connection, options, call);
}

/**
 * Makes the connector. It holds sessions in memory and nothing else; one is enough for a process.
 */
export function createAwsConnector(options: AwsConnectorOptions = {}): AwsPort {
  const { agent, identity, now = () => performance.now() } = options;
  const sessionOptions: SessionOptions = {
    agent,
    identity,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retry: { ...DEFAULT_RETRY_LIMITS, ...options.retry },
    gate: new ThrottleGate(),
  };
  const sessions = new LRUCache<string, KeptSession>({ max: MAX_SESSIONS });

  /** Shared: a caller that aborts must not fail the others, so the request has no signal. */
  function sessionOf(connection: AwsConnection, { onRequest }: AwsCall): Promise<AwsSession> {
    const key = sessionKey(connection);
    const kept = sessions.get(key);
    if (kept && now() - kept.since < SESSION_TTL_MS) return kept.session;
    const call = newCall('sts:AssumeRole', onRequest ? { onRequest } : {});
    const opened = { session: openSession(connection, sessionOptions, call), since: now() };
    sessions.set(key, opened);
    opened.session.catch(() => {
      if (sessions.peek(key) === opened) sessions.delete(key);
    });
    return opened.session;
  }

  function read<T>(
    permission: string,
    connection: AwsConnection,
    keyArn: string,
    limits: CallOptions | undefined,
    work: (kms: typeof import('./calls/readKms.ts'), read: KeyRead) => Promise<T>,
  ): Promise<T> {
    const call = newCall(permission, limits);
    return within(call, async () => {
      requireConnection(connection);
      const kms = await import('./calls/readKms.ts');
      const attempt = async (session: AwsSession) =>
        work(kms, { session, keyArn, region: connection.region, call });
      const session = await sessionOf(connection, call);
      try {
        return await attempt(session);
      } catch (error) {
        if (!hasEnded(error)) throw error;
        // Of callers that share the session, only the first drops it.
        const key = sessionKey(connection);
        if ((await sessions.peek(key)?.session) === session) sessions.delete(key);
        return attempt(await sessionOf(connection, call));
      }
    });
  }

  return {
    tryRole: (connection, limits) => {
      const call = newCall('sts:AssumeRole', limits);
      return within(call, async () => {
        requireConnection(connection);
        const { account } = await openSession(connection, sessionOptions, call);
        return { account };
      });
    },
    readKey: (connection, keyArn, limits) =>
      read('kms:DescribeKey', connection, keyArn, limits, (kms, one) => kms.readKey(one)),
    readRotation: (connection, keyArn, limits) =>
      read('kms:GetKeyRotationStatus', connection, keyArn, limits, (kms, one) =>
        kms.readRotation(one),
      ),
    readKeyPolicy: (connection, keyArn, limits) =>
      read('kms:GetKeyPolicy', connection, keyArn, limits, (kms, one) => kms.readKeyPolicy(one)),
  };
}
