/** The cookie of a sign-in in progress. `__Host-` prevents other hosts from setting it. */
import { MAIN_PROVIDER } from '@keyway/config';
import { z } from 'zod';
import type { Attempt } from './provider.ts';

export const ATTEMPT_COOKIE = '__Host-keyway-sign-in';
const MAX_AGE_SECONDS = 600;

const part = z.string().min(1);
const attemptSchema: z.ZodType<Attempt> = z.object({
  // The version before knew one provider.
  provider: part.default(MAIN_PROVIDER),
  state: part,
  nonce: part,
  codeVerifier: part,
  returnTo: part,
  invitationToken: part.nullable(),
  stepUp: z.boolean().default(false),
});

const cookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;

export const attemptCookie = (attempt: Attempt): string =>
  cookie(
    ATTEMPT_COOKIE,
    Buffer.from(JSON.stringify(attempt)).toString('base64url'),
    MAX_AGE_SECONDS,
  );

/** A cookie that lives as long as the session. */
export const sessionCookie = (name: string, token: string, maxAgeSeconds: number): string =>
  cookie(name, token, maxAgeSeconds);

export const expiredCookie = (name: string): string => cookie(name, '', 0);

/** The sign-in attempt in a cookie's value, or null. */
export function readAttempt(value: string | null): Attempt | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(value ?? '', 'base64url').toString('utf8'));
    return attemptSchema.safeParse(json).data ?? null;
  } catch {
    return null;
  }
}

/**
 * A path of this installation to return to, without that of `PUBLIC_URL`; `/` for anything that
 * leads elsewhere.
 */
export function safeReturnTo(returnTo: unknown, publicUrl: string): string {
  if (
    typeof returnTo !== 'string' ||
    !returnTo.startsWith('/') ||
    returnTo.length > 1000 ||
    !URL.canParse(returnTo, publicUrl)
  )
    return '/';
  const url = new URL(returnTo, publicUrl);
  return url.origin === new URL(publicUrl).origin && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
}
