/**
 * The parameters of `/oauth/authorize` (RFC 6749 4.1.1, RFC 7636 4.3), from an address or a form.
 */
import { SCOPES } from '@keyway/core';
import { withParameters } from '../signIn/providers.ts';

/** The only program that signs in by the browser: a public client without a secret. */
export const CLIENT_ID = 'keyway-cli';
/** Without `scope`. `approve` and `admin` are given to whoever asks for them alone. */
export const DEFAULT_SCOPES: readonly string[] = ['read', 'runs:write'];
export const AUTHORIZE_PATH = '/oauth/authorize';

/**
 * Loopback addresses alone, on any port (RFC 8252 7.3). Names are none: `localhost` may resolve to
 * another host (8.3). Compared as text, so that no parser decides what the host is.
 */
const REDIRECT_URI = /^http:\/\/(127\.0\.0\.1|\[::1\]):([1-9]\d{0,4})\/callback$/;
/** An SHA-256 as base64url. */
const CHALLENGE = /^[\w-]{43}$/;
/** As RFC 6749 A.5 allows it. */
const STATE = /^[\x20-\x7e]{1,400}$/;
/** Fits into the way back from signing in. */
const MAX_PARAMETERS = 900;

const NAMES = [
  'response_type',
  'client_id',
  'redirect_uri',
  'code_challenge',
  'code_challenge_method',
  'state',
  'scope',
] as const;

export interface AuthorizationRequest {
  redirectUri: string;
  state: string;
  challenge: string;
  /** Known ones, each once. */
  scopes: string[];
}

/** The error codes of RFC 6749 4.1.2.1 that a request can have. */
export type AuthorizationError =
  'invalid_request' | 'unsupported_response_type' | 'invalid_scope' | 'access_denied';

export type ParsedRequest =
  | { request: AuthorizationRequest }
  /** Sent to the program, whose address is one that it may have. */
  | { error: AuthorizationError; redirectUri: string; state: string | null }
  /** Shown to the person alone: who sent this is not known. */
  | { invalid: 'oauthClient' | 'oauthRedirect' | 'oauthRepeated' | 'oauthTooLong' };

/** Whether a program may be sent there. */
export function isRedirectUri(text: string): boolean {
  const port = REDIRECT_URI.exec(text)?.[2];
  return port !== undefined && Number(port) <= 65_535;
}

export function parseAuthorizationRequest(given: URLSearchParams): ParsedRequest {
  const values = Object.fromEntries(NAMES.map((name) => [name, given.get(name)])) as Record<
    (typeof NAMES)[number],
    string | null
  >;
  const length = Object.values(values).reduce((sum, value) => sum + (value?.length ?? 0), 0);
  if (length > MAX_PARAMETERS) return { invalid: 'oauthTooLong' };
  if (NAMES.some((name) => given.getAll(name).length > 1)) return { invalid: 'oauthRepeated' };
  if (values.client_id !== CLIENT_ID) return { invalid: 'oauthClient' };
  const redirectUri = values.redirect_uri ?? '';
  if (!isRedirectUri(redirectUri)) return { invalid: 'oauthRedirect' };
  const state = STATE.test(values.state ?? '') ? values.state : null;
  const refuse = (error: AuthorizationError): ParsedRequest => ({ error, redirectUri, state });
  if (values.response_type !== 'code') return refuse('unsupported_response_type');
  const challenge = values.code_challenge ?? '';
  // Without a state or a verifier, somebody else's code could be put into the program.
  if (state === null || values.code_challenge_method !== 'S256' || !CHALLENGE.test(challenge))
    return refuse('invalid_request');
  const asked = (values.scope ?? '').split(' ').filter((scope) => scope !== '');
  if (asked.some((scope) => !SCOPES.some((known) => known === scope)))
    return refuse('invalid_scope');
  const wanted = asked.length > 0 ? asked : DEFAULT_SCOPES;
  const scopes = SCOPES.filter((scope) => wanted.includes(scope));
  return { request: { redirectUri, state, challenge, scopes } };
}

/** The parameters of a request, always in the same order. */
export const parametersOf = (request: AuthorizationRequest): Record<string, string> => ({
  response_type: 'code',
  client_id: CLIENT_ID,
  redirect_uri: request.redirectUri,
  code_challenge: request.challenge,
  code_challenge_method: 'S256',
  state: request.state,
  scope: request.scopes.join(' '),
});

/** The page that asks for the same. */
export const authorizationPath = (request: AuthorizationRequest): string =>
  withParameters(AUTHORIZE_PATH, parametersOf(request));

/** Where the browser brings an answer to the program; `iss` says whose it is (RFC 9207). */
export function answerUrl(
  redirectUri: string,
  issuer: string,
  answer: { state: string | null } & ({ code: string } | { error: AuthorizationError }),
): string {
  const { state, ...rest } = answer;
  return withParameters(redirectUri, { ...rest, ...(state !== null && { state }), iss: issuer });
}
