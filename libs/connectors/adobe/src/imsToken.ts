/**
 * Access tokens of Adobe's identity service, shared by all calls until shortly before they expire.
 */
import { hash } from 'node:crypto';
import { repeatRead } from '@keyway/connector-transport';
import type { RetryLimits } from '@keyway/connector-transport';
import { ConnectorError } from '@keyway/core';
import type { AdobeConnection, ConnectorErrorKind, ReadFailure } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { responseFailure, documentOf, isSuccess } from './wire/responseFailure.ts';
import { IMS_HOST, sendRequest } from './wire/sendRequest.ts';
import type { Network } from './wire/sendRequest.ts';

export type Credential = Pick<AdobeConnection, 'clientId' | 'clientSecret' | 'scopes'>;

export interface Token {
  value: string;
  lifetimeSeconds: number;
}

const MAX_TOKENS = 500;
/**
 * A token is not used in its last five minutes, nor in the second half of a life shorter than ten.
 */
const MARGIN_SECONDS = 300;
/** Beyond this a lifetime is in milliseconds (AUTH-03). */
const MAX_LIFETIME_SECONDS = 1_000_000;

const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  expires_in: z.coerce.number().positive().catch(0),
});

/**
 * Token and lifetime from IMS's answer, or null where it is none (AUTH-02, AUTH-03). An unknown
 * lifetime is 0: used once.
 */
export function tokenOf(document: unknown): Token | null {
  const parsed = tokenSchema.safeParse(document);
  if (!parsed.success) return null;
  const { access_token: value, expires_in: lifetime } = parsed.data;
  return {
    value,
    lifetimeSeconds: Math.floor(lifetime > MAX_LIFETIME_SECONDS ? lifetime / 1000 : lifetime),
  };
}

/** How long a token may be used, seconds. */
export const usableSeconds = (lifetimeSeconds: number): number =>
  Math.max(lifetimeSeconds - MARGIN_SECONDS, Math.floor(lifetimeSeconds / 2));

/** Without a token no call was sent, so nothing was done. */
const failed = (failure: ConstructorParameters<typeof ConnectorError>[0]): ConnectorError =>
  new ConnectorError(failure, { ambiguous: false });

/**
 * A token endpoint that is not found says nothing about what the token was wanted for: it is a
 * service that is away.
 */
function tokenKind({ kind, status }: ReadFailure): ConnectorErrorKind {
  if (kind === 'rejected' || kind === 'denied') return 'credential';
  return status === 404 ? 'unavailable' : kind;
}

/** One request, not remembered. Throws a ConnectorError that is never ambiguous. */
export async function requestToken(
  { clientId, clientSecret, scopes }: Credential,
  network: Network,
): Promise<Token> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes.join(','),
  };
  const answer = await sendRequest(
    {
      method: 'POST',
      host: IMS_HOST,
      path: '/ims/token/v3',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      // The token is shared: one caller that aborts must not fail the others.
      signal: null,
    },
    network,
  );
  if (!isSuccess(answer)) {
    const failure = responseFailure(answer, [clientSecret], Date.now());
    throw failed({ ...failure, kind: tokenKind(failure), permission: null });
  }
  const token = tokenOf(documentOf(answer));
  if (token === null)
    throw failed({
      kind: 'badResponse',
      message: `HTTP ${answer.status}`,
      status: answer.status,
      host: answer.host,
    });
  return token;
}

export interface ImsTokens {
  /** A token that may be used now; throws a ConnectorError that is never ambiguous. */
  get(credential: Credential): Promise<string>;
  /** A token that was requested past this cache: used from now on. */
  keep(credential: Credential, token: Token): void;
  /** Forgets this token, because it was refused; another one that came since stays. */
  drop(credential: Credential, token: string): void;
}

interface Entry {
  pending: Promise<string>;
  value: string | null;
  /** Monotonic milliseconds; null while the request is under way. */
  usableUntil: number | null;
}

const keyOf = ({ clientId, clientSecret, scopes }: Credential): string =>
  hash('sha256', JSON.stringify([clientId, clientSecret, scopes]), 'base64');

export function createImsTokens(network: Network, retry: RetryLimits): ImsTokens {
  const entries = new LRUCache<string, Entry>({ max: MAX_TOKENS });

  const usable = ({ value, lifetimeSeconds }: Token): Pick<Entry, 'value' | 'usableUntil'> => ({
    value,
    usableUntil: performance.now() + usableSeconds(lifetimeSeconds) * 1000,
  });

  function begin(key: string, credential: Credential): Entry {
    const entry: Entry = { pending: Promise.resolve(''), value: null, usableUntil: null };
    entry.pending = repeatRead({ signal: null, waitedMs: 0 }, retry, () =>
      requestToken(credential, network),
    ).then(
      (token) => {
        Object.assign(entry, usable(token));
        return token.value;
      },
      (error: unknown) => {
        if (entries.get(key) === entry) entries.delete(key);
        throw error instanceof ConnectorError ? failed(error.failure) : error;
      },
    );
    return entry;
  }

  return {
    get(credential) {
      const key = keyOf(credential);
      const known = entries.get(key);
      const isUsable =
        known !== undefined &&
        (known.usableUntil === null || known.usableUntil > performance.now());
      const entry = isUsable ? known : begin(key, credential);
      entries.set(key, entry);
      return entry.pending;
    },
    keep: (credential, token) =>
      void entries.set(keyOf(credential), {
        pending: Promise.resolve(token.value),
        ...usable(token),
      }),
    drop(credential, token) {
      const key = keyOf(credential);
      if (entries.get(key)?.value === token) entries.delete(key);
    },
  };
}
