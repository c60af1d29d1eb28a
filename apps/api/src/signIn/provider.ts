/** The OIDC provider. It is discovered on first use, so that the api starts without it. */
import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Config } from '../config.ts';

export type ProviderConfig = NonNullable<Config['oidc']>;

/** A sign-in in progress, kept in the browser until the provider redirects back. */
export interface Attempt {
  state: string;
  nonce: string;
  codeVerifier: string;
  /** A path of this installation. */
  returnTo: string;
  /** Of the invitation whose link was followed; null without one. */
  invitationToken: string | null;
}
export interface Person {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  /** The claim `email_verified`: the provider vouches that the address is this person's. */
  emailVerified: boolean;
  /** Of the ID token, and of the userinfo endpoint where there is one. */
  claims: Readonly<Record<string, unknown>>;
  /** The claim `keyway_role` of the sandbox's provider; not validated. */
  role: string | null;
  /** The claim `keyway_organizations`: the IMS organization IDs that a person is limited to. */
  imsOrgIds: string[] | null;
}

const TIMEOUT_SECONDS = 10;
const MAX_ORGANIZATIONS = 1000;

export class Provider {
  readonly #config: ProviderConfig;
  readonly #redirectUri: string;
  #configuration: Promise<oidc.Configuration> | null = null;

  constructor(config: ProviderConfig, publicUrl: string) {
    this.#config = config;
    this.#redirectUri = `${publicUrl}/auth/callback`;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#config;
    // The configuration allows HTTP only on this machine and in sandbox mode.
    const isHttp = issuer.startsWith('http:');
    this.#configuration ??= oidc
      .discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: isHttp ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#configuration = null;
        throw error;
      });
    return this.#configuration;
  }

  /** Where to send the browser. Throws when the provider cannot be reached. */
  async begin({
    returnTo,
    invitationToken,
  }: Pick<Attempt, 'returnTo' | 'invitationToken'>): Promise<{ attempt: Attempt; url: URL }> {
    const configuration = await this.#discover();
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      ...{ returnTo, invitationToken },
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri,
      scope: 'openid profile email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return { attempt, url };
  }

  /** Who signed in. Throws where the response is not for this attempt. */
  async finish(attempt: Attempt, search: string): Promise<Person> {
    const configuration = await this.#discover();
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(`${this.#redirectUri}${search}`),
      {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      },
    );
    const idToken = tokens.claims();
    if (!idToken) throw new Error('the provider returned no ID token');
    const userInfo = configuration.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub)
      : {};
    const claims: Record<string, unknown> = { ...userInfo, ...idToken };
    const text = (name: string): string | null =>
      typeof claims[name] === 'string' && claims[name].trim()
        ? claims[name].trim().slice(0, 200)
        : null;
    const name = text('name') ?? text('preferred_username') ?? text('email') ?? idToken.sub;
    return {
      issuer: idToken.iss,
      subject: idToken.sub,
      name,
      email: text('email'),
      emailVerified: claims['email_verified'] === true,
      claims,
      role: text('keyway_role'),
      imsOrgIds: imsOrgIdsOf(claims),
    };
  }
}

/** The claim `keyway_organizations`, where it is a list. */
function imsOrgIdsOf({ keyway_organizations: claim }: Record<string, unknown>): string[] | null {
  if (!Array.isArray(claim)) return null;
  return claim.filter((entry) => typeof entry === 'string').slice(0, MAX_ORGANIZATIONS);
}
