/**
 * The OpenID provider that stands in for the partner's own: one client, PKCE, nobody is asked for
 * consent.
 */
import Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { JWK } from 'jose';
import type { Answer } from '../server/exchange.ts';
import { escapeHtml, htmlPage } from '../server/htmlPage.ts';
import type { SandboxSecrets } from '../server/tokenMint.ts';
import type { World } from '../state/world.ts';
import type { SignInStore } from './signInStore.ts';
import { people } from './people.ts';
import type { Person } from './people.ts';

const CLIENT_ID = 'keyway-console';

/** Signing and cookie keys come from disk, so that a restart ends nobody's session. */
export function createProvider(
  issuer: string,
  redirectUris: string[],
  secrets: SandboxSecrets,
  world: World,
  signIns: SignInStore,
): Provider {
  const provider = new Provider(issuer, {
    adapter: (model: string) => signIns.adapter(model),
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: 'sandbox-console-secret',
        client_name: 'Keyway console',
        redirect_uris: ['http://localhost/auth/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [secrets.signingKey as JWK & { kty: 'RSA' }] },
    cookies: { keys: [secrets.cookieKey] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: {
      openid: ['sub', 'keyway_role', 'keyway_organizations'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    renderError,
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => account(id, world),
    loadExistingGrant: grantEverything,
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 600,
      IdToken: 3600,
      Interaction: 3600,
      Grant: 14 * 24 * 3600,
      Session: 14 * 24 * 3600,
      RefreshToken: 14 * 24 * 3600,
    },
  } satisfies Configuration);
  allowPatterns(provider, redirectUris);
  return provider;
}

function account(id: string, world: World) {
  const person = people.find(({ sub }) => sub === id);
  return person && { accountId: id, claims: () => claims(person, world) };
}

function claims({ sub, name, email, role, limited }: Person, world: World) {
  const organizations = [...world.customers.values(), ...world.awsCustomers.values()]
    .filter((customer) => customer.approvers.includes(sub))
    .map((customer) => customer.imsOrgId);
  return {
    sub,
    name,
    email,
    email_verified: true,
    keyway_role: role,
    ...(limited && { keyway_organizations: organizations }),
  };
}

/** Signing in is consent: the sandbox needs one click, not two. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client!.clientId,
    accountId: oidc.session!.accountId!,
  });
  grant.addOIDCScope('openid profile email offline_access');
  await grant.save();
  return grant;
}

/**
 * Ports of a console under test are not known beforehand, so redirect addresses are patterns here.
 */
function allowPatterns(provider: Provider, redirectUris: string[]): void {
  const patterns = redirectUris.map(
    (uri) => new RegExp(`^${uri.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '\\d+')}$`),
  );
  // Cast: oidc-provider does not declare the two methods that a provider may replace.
  const client = provider.Client.prototype as unknown as {
    redirectUriAllowed: (uri: string) => boolean;
    postLogoutRedirectUriAllowed: (uri: string) => boolean;
  };
  client.redirectUriAllowed = (uri) => patterns.some((pattern) => pattern.test(uri));
  client.postLogoutRedirectUriAllowed = (uri) =>
    redirectUris.some((pattern) => sameOrigin(pattern, uri));
}

function sameOrigin(pattern: string, uri: string): boolean {
  const { hostname, protocol } = new URL(pattern.replace(':*', ''));
  return (
    URL.canParse(uri) && new URL(uri).hostname === hostname && new URL(uri).protocol === protocol
  );
}

function show(context: KoaContextWithOIDC, { headers = {}, body }: Answer): void {
  context.set(headers);
  context.body = body as string;
}

/** @param form The provider's own form, empty but for its token; the button belongs to it. */
function logoutSource(context: KoaContextWithOIDC, form: string): void {
  const button =
    '<button class="primary" autofocus type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>';
  show(
    context,
    htmlPage(
      'Sign out',
      `<h1>Sign out?</h1><p>The sandbox forgets who you are.</p>${form}${button}`,
    ),
  );
}

function postLogoutSuccessSource(context: KoaContextWithOIDC): void {
  show(
    context,
    htmlPage('Signed out', '<h1>You are signed out</h1><p>You may close this page.</p>'),
  );
}

function renderError(
  context: KoaContextWithOIDC,
  { error, error_description: description }: { error: string; error_description?: string },
): void {
  show(
    context,
    htmlPage(
      'Sign-in failed',
      `<h1>Sign-in failed</h1><p>${escapeHtml(description ?? error)}</p><p>Go back to the console and start again.</p>`,
    ),
  );
}
