/** Sign-in of programs by the browser: an authorization server for the command line. */
import { SCOPES } from '@keyway/core';
import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
} from 'fastify';
import type { Store } from '@keyway/store';
import type { Config } from '../config.ts';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { sendError } from '../transport/sendError.ts';
import { answerAuthorization, showAuthorization } from './authorize.ts';
import { AUTHORIZE_PATH } from './authorizationRequest.ts';
import { exchange, revoke, sendOauthError } from './tokenEndpoint.ts';

/** Forms of a few short values. */
const MAX_FORM_BYTES = 16 * 1024;
const TOKEN_PATH = '/oauth/token';
const REVOKE_PATH = '/oauth/revoke';

/** What the routes share. */
export interface Oauth {
  config: Pick<Config, 'providers' | 'publicUrl'>;
  sandbox: boolean;
  store: Store;
  guard: CredentialGuard;
  log: Pick<FastifyBaseLogger, 'warn'>;
  now: () => string;
  /** Closes the sockets of a token that was revoked. */
  accessChanged: () => void;
}

/** RFC 8414. */
const metadata = (issuer: string): Record<string, unknown> => ({
  issuer,
  authorization_endpoint: issuer + AUTHORIZE_PATH,
  token_endpoint: issuer + TOKEN_PATH,
  revocation_endpoint: issuer + REVOKE_PATH,
  scopes_supported: SCOPES,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  revocation_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
});

/** As a program reads it; of a page, as everywhere. */
async function sendOauthFailure(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  if (request.routeOptions.url === AUTHORIZE_PATH || status >= 500)
    return sendError(error, request, reply);
  if (status !== 429) return sendOauthError(reply, 'invalid_request', error.message, status);
  const { retryAfterSeconds = 1 } = error as { retryAfterSeconds?: number };
  void reply.header('retry-after', retryAfterSeconds);
  return sendOauthError(reply, 'temporarily_unavailable', error.message, status);
}

export async function addOauthRoutes(server: FastifyInstance, oauth: Oauth): Promise<void> {
  const of =
    (
      route: (oauth: Oauth, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
    ) =>
    (request: FastifyRequest, reply: FastifyReply) =>
      route(oauth, request, reply);
  await server.register((routes, _options, done) => {
    routes.removeAllContentTypeParsers();
    const options = { parseAs: 'string', bodyLimit: MAX_FORM_BYTES } as const;
    routes.addContentTypeParser(
      'application/x-www-form-urlencoded',
      options,
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    routes.setErrorHandler(sendOauthFailure);
    routes.get('/.well-known/oauth-authorization-server', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(metadata(oauth.config.publicUrl)),
    );
    routes.get(AUTHORIZE_PATH, of(showAuthorization));
    routes.post(AUTHORIZE_PATH, of(answerAuthorization));
    routes.post(TOKEN_PATH, of(exchange));
    routes.post(REVOKE_PATH, of(revoke));
    for (const path of [TOKEN_PATH, REVOKE_PATH])
      routes.get(path, (_request, reply) =>
        sendOauthError(reply.header('allow', 'POST'), 'invalid_request', 'Send it by POST.', 405),
      );
    done();
  });
}
