/**
 * A small OIDC provider on a port of its own, for the tests of signing in: every visitor is signed
 * in as the person the test set.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in next, with further claims. */
  person: { sub: string; [claim: string]: unknown };
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
    close: () =>
      new Promise((resolve) => (http.closeAllConnections(), http.close(() => resolve()))),
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
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

/** Signs in and consents at once. */
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
      login: { accountId: state.person.sub },
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
