/**
 * Adobe I/O Events: the keys that sign deliveries, and the validation of registrations. Asks two
 * fixed hosts, without a credential and without following redirects (AL-14, AL-17).
 */
import type { Agent } from 'node:https';
import { exchange } from '@keyway/connector-transport';
import { ConnectorError, isSigningKeyPath, OWN_CODES } from '@keyway/core';
import type { AdobeEventsPort, CallOptions } from '@keyway/core';

const KEY_HOST = 'static.adobeioevents.com';
const VALIDATION_HOST = 'csm.adobe.io';
const TIMEOUT_MS = 10_000;
/** Longer than the PEM text of any RSA key. */
const MAX_PEM_CHARACTERS = 10_000;

export interface AdobeEventsOptions {
  /**
   * For every connection, such as one that leads to the sandbox; the system's network otherwise.
   */
  agent?: Agent;
  /** For one request including its answer, milliseconds; 10 s by default. */
  timeoutMs?: number;
}

/** Makes the connector; one is enough for a process. */
export function createAdobeEventsConnector({
  agent,
  timeoutMs = TIMEOUT_MS,
}: AdobeEventsOptions = {}): AdobeEventsPort {
  const open = async (host: string, path: string, { signal }: CallOptions = {}) => {
    // A path that isn't one would change the host, such as `@evil.example/`.
    if (!path.startsWith('/')) throw invalid(host);
    const url = `https://${host}${path}`;
    if (new URL(url).host !== host) throw invalid(host);
    const request = { method: 'GET', url, headers: { accept: '*/*' } };
    const limits = { agent, timeoutMs, signal: signal ?? null };
    const answer = await exchange(request, limits);
    if (answer.failure) throw answer.failure;
    return answer;
  };
  return {
    readSigningKey: async (path, options) => {
      if (!isSigningKeyPath(path)) throw invalid(KEY_HOST);
      const { status, body } = await open(KEY_HOST, path, options);
      // Not 403, which a gateway in between may say of a key that is there.
      if (status === 404 || status === 410) return null;
      if (status === 200 && body.length <= MAX_PEM_CHARACTERS && isPem(body)) return body;
      throw unusable(status, KEY_HOST);
    },
    openValidation: async (path, options) => {
      const { status } = await open(VALIDATION_HOST, path, options);
      if (status >= 500 || status === 429) throw unusable(status, VALIDATION_HOST);
    },
  };
}

const isPem = (text: string): boolean =>
  /^\s*-----BEGIN (?:RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (?:RSA )?PUBLIC KEY-----\s*$/.test(
    text,
  );

const invalid = (host: string): ConnectorError =>
  new ConnectorError(
    { kind: 'rejected', code: OWN_CODES.invalidRequest, host },
    { detail: 'Not an address of Adobe that may be asked' },
  );

const unusable = (status: number, host: string): ConnectorError =>
  new ConnectorError({
    kind: status >= 500 || status === 429 ? 'unavailable' : 'badResponse',
    message: `HTTP ${status}`,
    status,
    host,
  });
