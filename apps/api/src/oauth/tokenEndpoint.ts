/**
 * `/oauth/token` and `/oauth/revoke` (RFC 6749 4.1.3, RFC 7009): forms of a program, not a person.
 */
import type { ExchangedCode } from '@keyway/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressKey } from '../transport/clientAddress.ts';
import { CLIENT_ID } from './authorizationRequest.ts';
import type { Oauth } from './oauthRoutes.ts';

/** Longer than any code, token or verifier (RFC 7636 4.1: at most 128 characters). */
const MAX_VALUE = 300;

/** The error codes of RFC 6749 5.2 and RFC 7009 2.2.1 that are answered here. */
type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'unsupported_token_type';

/** An answer that nobody may keep. */
const uncached = (reply: FastifyReply): FastifyReply =>
  reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });

export const sendOauthError = (
  reply: FastifyReply,
  error: TokenError | 'server_error' | 'temporarily_unavailable',
  description: string,
  status = error === 'invalid_client' ? 401 : 400,
): FastifyReply => uncached(reply).code(status).send({ error, error_description: description });

interface Problem {
  error: TokenError;
  description: string;
}

/** The values of a form, each once; or what is wrong with it. */
function valuesOf(form: unknown, names: readonly string[]): Record<string, string> | Problem {
  const invalid = (description: string): Problem => ({ error: 'invalid_request', description });
  if (!(form instanceof URLSearchParams))
    return invalid('Send a form, with the header Content-Type: application/x-www-form-urlencoded.');
  const values: Record<string, string> = {};
  for (const name of names) {
    const [value = '', ...more] = form.getAll(name);
    if (more.length > 0) return invalid(`Send ${name} once.`);
    if (value === '') return invalid(`Send ${name}.`);
    if (value.length > MAX_VALUE) return invalid(`${name} is longer than ${MAX_VALUE} characters.`);
    values[name] = value;
  }
  return values['client_id'] === CLIENT_ID
    ? values
    : { error: 'invalid_client', description: `The only client_id is ${CLIENT_ID}.` };
}

const isProblem = (values: Record<string, string> | Problem): values is Problem =>
  'description' in values;

/**
 * The same for every reason: a program can't do anything else, and nobody learns what a code was.
 */
const NO_GRANT =
  'The code is not valid: it is unknown, expired, used or of another request. Sign in again.';

export async function exchange(
  { store, guard, log }: Oauth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const form = request.body;
  const grantType = form instanceof URLSearchParams ? form.get('grant_type') : null;
  if (grantType !== null && grantType !== 'authorization_code')
    return sendOauthError(reply, 'unsupported_grant_type', 'Send grant_type=authorization_code.');
  const names = ['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier'];
  const values = valuesOf(form, names);
  if (isProblem(values)) return sendOauthError(reply, values.error, values.description);
  let refused: (ExchangedCode & { refused: unknown })['refused'] | null = null;
  const given = await guard.check(addressKey(request.ip), `code ${values['code']}`, async () => {
    const outcome = await store.authorizationCodes.exchange({
      ...{ code: values['code']!, clientId: values['client_id']! },
      ...{ redirectUri: values['redirect_uri']!, verifier: values['code_verifier']! },
    });
    if (!('refused' in outcome)) return outcome;
    refused = outcome.refused;
    return null;
  });
  if (!given) {
    log.warn({ reason: refused, requestId: request.id }, 'a program got no token');
    return sendOauthError(reply, 'invalid_grant', NO_GRANT);
  }
  const { token, apiToken } = given;
  const expiresIn = (Date.parse(apiToken.expiresAt!) - Date.parse(apiToken.createdAt)) / 1000;
  return uncached(reply).send({
    access_token: token,
    token_type: 'Bearer',
    expires_in: expiresIn,
    scope: apiToken.scopes.join(' '),
  });
}

/** 200 also where the token is not valid any more: that is what the program wants. */
export async function revoke(
  { store, guard, accessChanged }: Oauth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const values = valuesOf(request.body, ['client_id', 'token']);
  if (isProblem(values)) return sendOauthError(reply, values.error, values.description);
  const { token = '' } = values;
  const found = await guard.check(addressKey(request.ip), `token ${token}`, async () => {
    const outcome = await store.authorizationCodes.revokeToken({ token, clientId: CLIENT_ID });
    return outcome === 'unknown' ? null : { outcome };
  });
  if (found?.outcome === 'notOfClient')
    return sendOauthError(
      reply,
      'unsupported_token_type',
      'This token was not made by signing in. An owner revokes it in Keyway.',
    );
  if (found) accessChanged();
  return uncached(reply).code(200).send({});
}
