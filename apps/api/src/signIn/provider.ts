/** An OIDC provider. It is discovered on first use, so that the api starts without it. */
import { createHash } from 'node:crypto';
import { MAIN_PROVIDER } from '@keyway/config';
import * as oidc from 'openid-client';
import type { ProviderConfig } from '../config.ts';
import { observedFetch } from './observedFetch.ts';

/** A sign-in in progress, kept in the browser until the provider redirects back. */
export interface Attempt {
  /** The ID of the provider that was asked; an answer of another one is refused. */
  provider: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  /** A path of this installation. */
  returnTo: string;
  /** Of the invitation whose link was followed; null without one. */
  invitationToken: string | null;
  /** Somebody signed in shows the provider again who they are. */
  stepUp: boolean;
}
/** What a sign-in is begun for. */
export type Purpose = Pick<Attempt, 'returnTo' | 'invitationToken' | 'stepUp'> & {
  /** The provider asks who signs in, also where it knows somebody in this browser. */
  otherAccount: boolean;
};

export interface Person {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  /**
   * The claim `email_verified`: the provider vouches that the address is this person's. Where it
   * says nothing, the settings do; they also say for which domains it counts.
   */
  emailVerified: boolean;
  /** Of the ID token, and of the userinfo endpoint where there is one. */
  claims: Readonly<Record<string, unknown>>;
  /** The claim `keyway_role` of the sandbox's provider; not validated. */
  role: string | null;
  /** The claim `keyway_organizations`: the IMS organization IDs that a person is limited to. */
  imsOrgIds: string[] | null;
  /** The claim `auth_time`, at most now; null where the provider doesn't say. */
  authenticatedAt: string | null;
  /** The claim `acr`. */
  acr: string | null;
  idToken: string | null;
}

const TIMEOUT_SECONDS = 10;
const MAX_ORGANIZATIONS = 1000;

export class Provider {
  readonly config: ProviderConfig;
  readonly #publicUrl: string;
  readonly #redirectUri: string;
  #configuration: Promise<oidc.Configuration> | null = null;

  constructor(config: ProviderConfig, publicUrl: string) {
    this.config = config;
    this.#publicUrl = publicUrl;
    // One for each (RFC 9700, 4.4.2.2): a provider that doesn't send `iss` can't be mixed up.
    const own = config.id === MAIN_PROVIDER ? '' : `/${config.id}`;
    this.#redirectUri = `${publicUrl}/auth/callback${own}`;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    // The configuration allows HTTP only on this machine and in sandbox mode.
    const isHttp = issuer.startsWith('http:');
    this.#configuration ??= oidc
      .discovery(new URL(issuer), clientId, undefined, authenticate(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: observedFetch,
        execute: [
          // Without it, TLS to the token endpoint would count instead of the signature.
          oidc.enableNonRepudiationChecks,
          ...(isHttp ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        this.#configuration = null;
        throw error;
      });
    return this.#configuration;
  }

  /** Where to send the browser. Throws when the provider cannot be reached. */
  async begin({ otherAccount, ...purpose }: Purpose): Promise<{ attempt: Attempt; url: URL }> {
    const configuration = await this.#discover();
    const attempt = {
      provider: this.config.id,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      ...purpose,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri,
      scope: 'openid profile email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Every provider knows `login`; `select_account` some refuse.
      ...(otherAccount && { prompt: 'login' }),
      ...(purpose.stepUp && this.#stepUpParameters()),
    });
    return { attempt, url };
  }

  #stepUpParameters(): Record<string, string> {
    const { maxAgeSeconds = null, acr = null } = this.config.stepUp ?? {};
    return {
      // `max_age` alone would accept a sign-in that is about to be too old.
      ...(maxAgeSeconds !== null && { prompt: 'login', max_age: String(maxAgeSeconds) }),
      ...(acr && { acr_values: acr.join(' ') }),
    };
  }

  /** Who signed in. Throws where the response is not for this attempt. */
  async finish(attempt: Attempt, search: string): Promise<Person> {
    const maxAgeSeconds = this.config.stepUp?.maxAgeSeconds ?? null;
    const configuration = await this.#discover();
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(`${this.#redirectUri}${search}`),
      {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
        ...(attempt.stepUp && maxAgeSeconds !== null && { maxAge: maxAgeSeconds }),
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
    const email = text('email');
    const name = text('name') ?? text('preferred_username') ?? email ?? idToken.sub;
    return {
      issuer: idToken.iss,
      subject: idToken.sub,
      name,
      email,
      emailVerified: this.#vouchesFor(email, claims),
      claims,
      role: text('keyway_role'),
      imsOrgIds: imsOrgIdsOf(claims),
      authenticatedAt: authenticatedAtOf(idToken),
      acr: typeof idToken['acr'] === 'string' ? idToken['acr'].slice(0, 200) : null,
      idToken: tokens.id_token ?? null,
    };
  }

  /** Whether it says that this is the person's address, and may say so. */
  #vouchesFor(email: string | null, claims: Readonly<Record<string, unknown>>): boolean {
    const { emailDomains, emailTrusted } = this.config;
    // A longer one would be another address once it is shortened.
    if (email === null || email.length !== String(claims['email']).trim().length) return false;
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    return (
      (emailDomains === null || emailDomains.includes(domain)) &&
      (claims['email_verified'] ?? emailTrusted) === true
    );
  }

  /**
   * Where signing out continues, so that the provider's session ends too; null where the provider
   * has no such page. Throws where it can't be reached.
   */
  async endSessionUrl(idToken: string | null): Promise<string | null> {
    const configuration = await this.#discover();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    const url = oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.#publicUrl}/sign-in`,
      ...(idToken && { id_token_hint: idToken }),
    });
    return /^https?:$/.test(url.protocol) ? url.href : null;
  }
}

/** As RFC 6749 prefers it, unless the provider says that it takes the other way alone. */
function authenticate(clientSecret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(clientSecret);
  const post = oidc.ClientSecretPost(clientSecret);
  return (server, ...request) => {
    const known = server.token_endpoint_auth_methods_supported;
    const isPost =
      known?.includes('client_secret_post') === true && !known.includes('client_secret_basic');
    return (isPost ? post : basic)(server, ...request);
  };
}

/** A provider whose clock is ahead makes no sign-in last longer. */
function authenticatedAtOf({ auth_time: seconds }: oidc.IDToken): string | null {
  return typeof seconds === 'number' && seconds > 0
    ? new Date(Math.min(seconds * 1000, Date.now())).toISOString()
    : null;
}

/** The claim `keyway_organizations`, where it is a list. */
function imsOrgIdsOf({ keyway_organizations: claim }: Record<string, unknown>): string[] | null {
  if (!Array.isArray(claim)) return null;
  return claim.filter((entry) => typeof entry === 'string').slice(0, MAX_ORGANIZATIONS);
}
