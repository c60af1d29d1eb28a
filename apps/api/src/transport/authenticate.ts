/**
 * Authenticates a request by an API token in `Authorization`, or by the session cookie of a page of
 * this installation. An invalid token is treated as none.
 */
import type { Authenticated, HandOffAccess, Store } from '@keyway/store';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { standsForNobody } from '@keyway/core';
import { addressKey } from './clientAddress.ts';

export const SESSION_COOKIE = '__Host-keyway';
const HAND_OFF_BEARER = /^Bearer +(kwh_[\x21-\x7e]{1,300})$/i;
const BEARER = /^Bearer +(kw_[\x21-\x7e]{1,300})$/i;

export interface CredentialHeaders {
  authorization?: string | undefined;
  cookie?: string | undefined;
  origin?: string | undefined;
  /** Has `x-keyway-csrf` or a preflight header of Apollo, which no form of another site can set. */
  preflighted: boolean;
}

/** The bearer token in a header, or null. */
export const bearerToken = (authorization: string | undefined): string | null =>
  BEARER.exec(authorization?.trim() ?? '')?.[1] ?? null;

/** The token of a hand-off in a header, or null. No other path or socket takes one. */
export const handOffToken = (authorization: string | undefined): string | null =>
  HAND_OFF_BEARER.exec(authorization?.trim() ?? '')?.[1] ?? null;

/** The value of one cookie in a `Cookie` header. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** Names of this machine. A page that was loaded by one of them may call another. */
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether scheme, host and port are those of PUBLIC_URL. */
export function isOwnOrigin(origin: string | undefined, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  if (origin === undefined || origin === own.origin) return true;
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  const bothLoopback = LOOPBACK_NAMES.has(given.hostname) && LOOPBACK_NAMES.has(own.hostname);
  return bothLoopback && given.protocol === own.protocol && given.port === own.port;
}

/** What a request authenticates with. Kept by sockets, which check it again regularly. */
export type Credential = { kind: 'token'; token: string } | { kind: 'session'; token: string };

/** Null where there is none, and for a cookie that another site's page may have sent. */
export function credentialOf(credentials: CredentialHeaders, publicUrl: string): Credential | null {
  if (credentials.authorization !== undefined) {
    const token = bearerToken(credentials.authorization);
    return token ? { kind: 'token', token } : null;
  }
  const token = cookieValue(credentials.cookie, SESSION_COOKIE);
  if (!token || !credentials.preflighted || !isOwnOrigin(credentials.origin, publicUrl))
    return null;
  return { kind: 'session', token };
}

/** Null where the credential is not valid, or no longer. Only requests keep a session alive. */
export async function authenticate(
  { store, sandbox }: Authentication,
  credential: Credential | null,
  { keepAlive = true } = {},
): Promise<Authenticated | null> {
  if (!credential) return null;
  const system = store.system();
  const viewer = await (credential.kind === 'token'
    ? system.authenticateToken(credential.token)
    : system.authenticateSession(credential.token, { keepAlive }));
  if (!viewer || sandbox || !standsForNobody(viewer)) return viewer;
  // Four eyes are those of people.
  return { ...viewer, scopes: viewer.scopes.filter((scope) => scope !== 'approve') };
}

/** Where credentials are looked up, and whether the clouds are the sandbox's. */
export interface Authentication {
  store: Store;
  sandbox: boolean;
}

/**
 * Authenticates behind the guard against floods of invalid credentials.
 * @throws RateExceeded
 */
export function authenticateGuarded(
  authentication: Authentication,
  guard: CredentialGuard,
  credential: Credential | null,
  address: string,
): Promise<Authenticated | null> {
  if (!credential) return Promise.resolve(null);
  return guard.check(addressKey(address), `${credential.kind} ${credential.token}`, () =>
    authenticate(authentication, credential),
  );
}

/**
 * The hand-off of a link's token, also one that is closed. A wrong token is an invalid credential.
 * @throws RateExceeded
 */
export const authenticateHandOffGuarded = (
  { store }: Authentication,
  guard: CredentialGuard,
  token: string,
  address: string,
): Promise<HandOffAccess | null> =>
  guard.check(addressKey(address), `handOff ${token}`, () =>
    store.system().authenticateHandOff(token),
  );
