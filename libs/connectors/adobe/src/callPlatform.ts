/**
 * One call of Experience Platform with the documented headers, a token, and a second token where
 * the first one is refused.
 */
import { abortedError, orAborted, repeatRead } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { RetryLimits, ThrottleGate } from '@keyway/connector-transport';
import type { AdobeConnection } from '@keyway/core';
import type { ImsTokens } from './imsToken.ts';
import { requirePlatformHost } from './platformHost.ts';
import { responseFailure, isSuccess } from './wire/responseFailure.ts';
import { sendRequest } from './wire/sendRequest.ts';
import type { AdobeResponse, Network } from './wire/sendRequest.ts';

export interface Platform {
  network: Network;
  /** How reads are repeated within one call. */
  retry: RetryLimits;
  /** Holds back every call of an organization that Adobe throttles. */
  gate: ThrottleGate;
  tokens: ImsTokens;
}

export interface PlatformCall {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
  signal: AbortSignal | null;
  /** Checked just before the request is sent. */
  maySend?: (() => boolean) | undefined;
}

/** Constant for these endpoints, not the credential's own (API-02). */
const API_KEY = 'acp_provisioning';
/** The gateway refused the token and passed nothing on: nothing was done (ERR-01). */
const TOKEN_NOT_VALID = '401013';
const HEADER_VALUE = /^[\x21-\x7e]{1,200}$/;

/** The token, unless the caller aborts first. */
async function tokenFor(
  platform: Platform,
  connection: AdobeConnection,
  signal: AbortSignal | null,
): Promise<string> {
  if (signal?.aborted) throw abortedError(false);
  return orAborted(signal, platform.tokens.get(connection), false);
}

function send(
  platform: Platform,
  connection: AdobeConnection,
  call: PlatformCall,
  token: string,
): Promise<AdobeResponse> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'x-api-key': API_KEY,
    'x-gw-ims-org-id': connection.imsOrgId,
  };
  // Adobe's sample leaves it out and its gateway wants it (AEP-39, GAP-06).
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  return sendRequest(
    { ...call, host: requirePlatformHost(connection.host), headers },
    platform.network,
  );
}

async function attempt(
  platform: Platform,
  connection: AdobeConnection,
  call: PlatformCall,
  token: string,
): Promise<AdobeResponse> {
  const answer = await send(platform, connection, call, token);
  if (isSuccess(answer)) return answer;
  throw new ConnectorError(responseFailure(answer, [connection.clientSecret, token], Date.now()));
}

/** Before anything is sent anywhere. */
function requireCallable({ host, imsOrgId }: AdobeConnection): void {
  requirePlatformHost(host);
  if (!HEADER_VALUE.test(imsOrgId))
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'Not an IMS organization ID' },
    );
}

/** A GET, repeated briefly; as `callPlatform`. */
export async function readPlatform(
  platform: Platform,
  connection: AdobeConnection,
  { path, signal }: Pick<PlatformCall, 'path' | 'signal'>,
): Promise<AdobeResponse> {
  requireCallable(connection);
  // Requests for a token are repeated on their own. Within the repetitions below they would
  // multiply, against a service that answers nothing.
  await tokenFor(platform, connection, signal);
  return repeatRead({ signal, waitedMs: 0 }, platform.retry, () =>
    callPlatform(platform, connection, { method: 'GET', path, signal }),
  );
}

/** A success, whatever its body; throws a ConnectorError for anything else. */
export async function callPlatform(
  platform: Platform,
  connection: AdobeConnection,
  call: PlatformCall,
): Promise<AdobeResponse> {
  requireCallable(connection);
  for (let isFirst = true; ; isFirst = false) {
    const token = await tokenFor(platform, connection, call.signal);
    try {
      return await platform.gate.pass(`${connection.host} ${connection.imsOrgId}`, () =>
        attempt(platform, connection, call, token),
      );
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.failure.kind !== 'credential') throw error;
      platform.tokens.drop(connection, token);
      const nothingDone = call.method === 'GET' || error.failure.code === TOKEN_NOT_VALID;
      if (!isFirst || !nothingDone) throw error;
    }
  }
}
