/** Who sends a request: an API token in `Authorization`, or a session cookie from our own pages. Nothing else counts, and a wrong token is no token. */
import type { Authenticated, Store } from '@keyway/store';

export const SESSION_COOKIE = '__Host-keyway';
const BEARER = /^Bearer +(kw_[\x21-\x7e]{1,300})$/i;

export interface Credentials {
  authorization?: string | undefined;
  cookie?: string | undefined;
  origin?: string | undefined;
  host?: string | undefined;
  /** `x-keyway-csrf` or one of Apollo's preflight headers is there: no form of another site can set one. */
  preflighted: boolean;
}

/** The bearer token in a header; null where there is none. */
export const bearerToken = (authorization: string | undefined): string | null => BEARER.exec(authorization?.trim() ?? '')?.[1] ?? null;

/** The value of one cookie in a `Cookie` header. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

/** Whether a page of our own sent it: by the public address, or by whatever name reached us. A cookie is bound to that same host. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (origin === publicUrl) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

/** How a request was signed in, so that it can be asked again whether it still is. */
export type Ticket = { kind: 'token'; token: string } | { kind: 'session'; token: string };

/** What the request offers; null for nothing, and for a cookie that a foreign page may have sent along. */
export function ticketOf(credentials: Credentials, publicUrl: string): Ticket | null {
  if (credentials.authorization !== undefined) {
    const token = bearerToken(credentials.authorization);
    return token ? { kind: 'token', token } : null;
  }
  const token = cookieValue(credentials.cookie, SESSION_COOKIE);
  if (!token || !credentials.preflighted || !isOwnOrigin(credentials.origin, credentials.host, publicUrl)) return null;
  return { kind: 'session', token };
}

/** Who that is now; null when it is nobody, or nobody any more. */
export function authenticate(store: Store, ticket: Ticket | null): Promise<Authenticated | null> {
  if (!ticket) return Promise.resolve(null);
  const system = store.system();
  return ticket.kind === 'token' ? system.authenticateToken(ticket.token) : system.authenticateSession(ticket.token);
}
