/**
 * Adobe's Identity Management Services: server-to-server tokens (AUTH-02).
 */
import type { Answer, Call } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import { isSandboxSecret } from '../server/sandboxSecret.ts';

export const IMS_HOST = 'ims-na1.adobelogin.com';

export const IMS_AUDIENCE = 'https://ims-na1.adobelogin.com';

const TOKEN_SECONDS = 86_399;

export async function ims(call: Call, context: SandboxContext): Promise<Answer> {
  if (call.method !== 'POST' || call.path !== '/ims/token/v3')
    return { status: 404, body: { error: 'not_found' } };
  if (!/^application\/x-www-form-urlencoded\b/i.test(call.headers['content-type'] ?? ''))
    return imsError(
      400,
      'invalid_request',
      'the content type must be application/x-www-form-urlencoded',
    );
  const form = new URLSearchParams(call.body);
  const clientId = form.get('client_id');
  const grant = form.get('grant_type');
  const scopes = (form.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  if (!grant) return imsError(400, 'invalid_request', 'missing grant_type parameter');
  if (grant !== 'client_credentials')
    return imsError(400, 'unsupported_grant_type', `grant type ${grant} is not supported`);
  if (!clientId) return imsError(400, 'invalid_client', 'missing client_id parameter');
  if (!form.get('client_secret'))
    return imsError(400, 'invalid_request', 'missing client_secret parameter');
  if (!isSandboxSecret(form.get('client_secret')!))
    return imsError(401, 'invalid_client', 'invalid client_secret parameter');
  if (!scopes.length) return imsError(400, 'invalid_scope', 'missing scope parameter');
  const token = await context.mint.sign(
    {
      aud: IMS_AUDIENCE,
      as: 'ims-na1',
      type: 'access_token',
      client_id: clientId,
      user_id: `${clientId}@techacct.adobe.com`,
      scope: scopes.join(','),
    },
    TOKEN_SECONDS,
  );
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: { access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS },
  };
}

const imsError = (status: number, error: string, description: string): Answer => ({
  status,
  body: { error, error_description: description },
});
