/**
 * A small OIDC provider on a port of its own, for the tests of signing in: every visitor is signed
 * in as the person the test set.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderConfig } from '../config.ts';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';

/** The settings of a provider, for a server under test. */
export const providerConfig = (
  { issuer, clientId, clientSecret }: Pick<ProviderConfig, 'issuer' | 'clientId' | 'clientSecret'>,
  changes: Partial<ProviderConfig> = {},
): ProviderConfig => ({
  ...{ id: 'main', name: 'Sandbox', issuer, clientId, clientSecret },
  ...{ emailDomains: null, emailTrusted: false, assignsRoles: true, stepUp: null },
  ...changes,
});

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in next, with further claims. */
  person: { sub: string; [claim: string]: unknown };
  /** By what means; null: not said. */
  acr: string | null;
  close: () => Promise<void>;
}

/** `redirectUri` may be set later: the server that it leads to needs the issuer first. */
export async function aProvider(redirectUri: string): Promise<TestProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { clientId, clientSecret } = {
    clientId: 'keyway-console',
    clientSecret: 'sandbox-console-secret',
  };
  const state: TestProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: 'nobody' },
    acr: null,
    close: () =>
      new Promise((resolve) => (http.closeAllConnections(), http.close(() => resolve()))),
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/sign-in', redirectUri).href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: {
      openid: ['sub', 'keyway_role', 'keyway_organizations', 'groups'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => state.person }),
    pkce: { required: () => true },
    interactions: {
      policy: interactionPolicy.base(),
      url: (_context, { uid }) => `/interaction/${uid}`,
    },
    acrValues: ['phr'],
    features: { devInteractions: { enabled: false } },
  };
  const provider = new Provider(issuer, configuration);
  const handle = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    void finish(provider, state, request, response);
  });
  return state;
}

/** Signs in, as strongly as asked, and consents at once. */
async function finish(
  provider: Provider,
  state: TestProvider,
  ...[request, response]: Parameters<Provider['interactionFinished']> extends [
    infer Q,
    infer R,
    ...unknown[],
  ]
    ? [Q, R]
    : never
) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, {
      login: {
        accountId: state.person.sub,
        ...(state.acr !== null && { acr: state.acr }),
      },
    });
  const grant = new provider.Grant({
    accountId: session?.accountId,
    clientId: String(params['client_id']),
  });
  grant.addOIDCScope('openid profile email');
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}
