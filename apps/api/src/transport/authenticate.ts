/**
 * Who sends a request: an API token in `Authorization`, or a session cookie from our own pages.
 * Nothing else counts, and a wrong token is no token.
 */
import type { Authenticated, Store } from '@keyway/store';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { addressKey } from './clientAddress.ts';

export const SESSION_COOKIE = '__Host-keyway';
const BEARER = /^Bearer +(kw_[\x21-\x7e]{1,300})$/i;

export interface Credentials {
  authorization?: string | undefined;
  cookie?: string | undefined;
  origin?: string | undefined;
  /**
   * `x-keyway-csrf` or one of Apollo's preflight headers is there: no form of another site can set
   * one.
   */
  preflighted: boolean;
}

/** The bearer token in a header; null where there is none. */
export const bearerToken = (authorization: string | undefined): string | null =>
  BEARER.exec(authorization?.trim() ?? '')?.[1] ?? null;

/** The value of one cookie in a `Cookie` header. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** The names of this machine; a page that came by one of them may say another. */
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a page of our own sent it: scheme, host and port are those of PUBLIC_URL. */
export function isOwnOrigin(origin: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const [given, own] = [new URL(origin), new URL(publicUrl)];
  const bothHere = LOOPBACK_NAMES.has(given.hostname) && LOOPBACK_NAMES.has(own.hostname);
  return bothHere && given.protocol === own.protocol && given.port === own.port;
}

/** How a request was signed in, so that it can be asked again whether it still is. */
export type Ticket = { kind: 'token'; token: string } | { kind: 'session'; token: string };

/**
 * What the request offers; null for nothing, and for a cookie that a foreign page may have sent
 * along.
 */
export function ticketOf(credentials: Credentials, publicUrl: string): Ticket | null {
  if (credentials.authorization !== undefined) {
    const token = bearerToken(credentials.authorization);
    return token ? { kind: 'token', token } : null;
  }
  const token = cookieValue(credentials.cookie, SESSION_COOKIE);
  if (!token || !credentials.preflighted || !isOwnOrigin(credentials.origin, publicUrl))
    return null;
  return { kind: 'session', token };
}

/**
 * Who that is now; null when it is nobody, or nobody any more. A session is kept alive by requests,
 * not by being asked about.
 */
export function authenticate(
  store: Store,
  ticket: Ticket | null,
  { keepAlive = true } = {},
): Promise<Authenticated | null> {
  if (!ticket) return Promise.resolve(null);
  const system = store.system();
  return ticket.kind === 'token'
    ? system.authenticateToken(ticket.token)
    : system.authenticateSession(ticket.token, { keepAlive });
}

/**
 * The same for what comes from outside: behind the guard against floods of wrong credentials.
 * @throws RateExceeded
 */
export function admit(
  store: Store,
  guard: CredentialGuard,
  ticket: Ticket | null,
  address: string,
): Promise<Authenticated | null> {
  if (!ticket) return Promise.resolve(null);
  return guard.check(addressKey(address), `${ticket.kind} ${ticket.token}`, () =>
    authenticate(store, ticket),
  );
}
