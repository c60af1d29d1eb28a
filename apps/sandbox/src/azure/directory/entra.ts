/**
 * Microsoft Entra ID under login.microsoftonline.com: client credentials, the discovery documents,
 * and the two pages by which an administrator lets an application into a tenant.
 */
import type { Answer, Call } from '../../server/exchange.ts';
import { RouteTable } from '../../server/routeTable.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import { isSandboxSecret } from '../../server/sandboxSecret.ts';
import { ENTRA_HOST } from '../azureHosts.ts';
import { validateAssertion } from './clientAssertion.ts';
import { acceptConsent, showConsent } from './consentPage.ts';
import { entraError } from './entraError.ts';
import { deriveGuid } from '../derive.ts';

/** The resources a token can be asked for, each with the audience its tokens carry. */
const AUDIENCES: Record<string, string> = {
  'https://management.azure.com': 'https://management.azure.com',
  'https://management.core.windows.net': 'https://management.azure.com',
  'https://graph.microsoft.com': 'https://graph.microsoft.com',
  'https://vault.azure.net': 'https://vault.azure.net',
  'https://managedhsm.azure.net': 'https://managedhsm.azure.net',
};

const TOKEN_SECONDS = 3599;

const routes = new RouteTable<SandboxContext>()
  .on('POST /:tenant/oauth2/v2.0/token', issueToken)
  .on('GET /:tenant/oauth2/authorize', (call, { tenant }, context) =>
    showConsent(call, tenant!, context),
  )
  .on('GET /:tenant/oauth2/v2.0/authorize', (call, { tenant }, context) =>
    showConsent(call, tenant!, context),
  )
  .on('GET /:tenant/adminconsent', (call, { tenant }, context) =>
    showConsent(call, tenant!, context),
  )
  .on('POST /:tenant/oauth2/authorize', (call, { tenant }, context) =>
    acceptConsent(call, tenant!, context),
  )
  .on('POST /:tenant/oauth2/v2.0/authorize', (call, { tenant }, context) =>
    acceptConsent(call, tenant!, context),
  )
  .on('POST /:tenant/adminconsent', (call, { tenant }, context) =>
    acceptConsent(call, tenant!, context),
  )
  .on('GET /:tenant/v2.0/.well-known/openid-configuration', (_call, { tenant }) => ({
    status: 200,
    body: discovery(tenant!),
  }))
  .on('GET /:tenant/discovery/v2.0/keys', (_call, _parameters, context) => ({
    status: 200,
    body: context.mint.jwks,
  }))
  .on('GET /common/discovery/instance', () => ({ status: 200, body: instanceDiscovery() }));

/**
 * Answers for login.microsoftonline.com; consent also answers on the loopback port of the identity
 * provider.
 */
export const entra = (call: Call, context: SandboxContext): Answer | Promise<Answer> =>
  routes.answer(call, context) ?? { status: 404, body: 'Not found' };

async function issueToken(
  call: Call,
  { tenant = '' }: Record<string, string>,
  context: SandboxContext,
): Promise<Answer> {
  const form = new URLSearchParams(call.body);
  const clientId = form.get('client_id');
  if (!context.world.tenants.get(tenant)) {
    return entraError(
      400,
      'invalid_request',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }
  if (!clientId)
    return entraError(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'client_id'.",
    );
  if (form.get('grant_type') !== 'client_credentials')
    return entraError(
      400,
      'unsupported_grant_type',
      70003,
      'The app requested an unsupported grant type.',
    );
  const credentialError = form.get('client_assertion')
    ? await validateAssertion({ tenant, clientId, form }, context)
    : validateSecret(form, clientId);
  if (credentialError) return credentialError;
  const scope = form.get('scope') ?? '';
  if (!scope.endsWith('/.default')) {
    return entraError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const audience = AUDIENCES[scope.slice(0, -'/.default'.length).replace(/\/$/, '')];
  if (!audience)
    return entraError(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${scope.slice(0, -9)} was not found in the tenant named ${tenant}.`,
    );
  const claims = {
    aud: audience,
    iss: `https://sts.windows.net/${tenant.toLowerCase()}/`,
    tid: tenant.toLowerCase(),
    appid: clientId,
    oid: deriveGuid('caller', tenant.toLowerCase(), clientId),
    sub: deriveGuid('caller', tenant.toLowerCase(), clientId),
    idtyp: 'app',
    ver: '1.0',
  };
  const token = await context.mint.sign(claims, TOKEN_SECONDS);
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      ext_expires_in: TOKEN_SECONDS,
      access_token: token,
    },
  };
}

function validateSecret(form: URLSearchParams, clientId: string): Answer | undefined {
  const secret = form.get('client_secret');
  if (!secret)
    return entraError(
      401,
      'invalid_client',
      7000216,
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    );
  if (isSandboxSecret(secret)) return undefined;
  return entraError(
    401,
    'invalid_client',
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  );
}

function discovery(tenant: string) {
  const base = `https://${ENTRA_HOST}/${tenant}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function instanceDiscovery() {
  return {
    tenant_discovery_endpoint: `https://${ENTRA_HOST}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: ENTRA_HOST,
        preferred_cache: 'login.windows.net',
        aliases: [ENTRA_HOST, 'login.windows.net'],
      },
    ],
  };
}
