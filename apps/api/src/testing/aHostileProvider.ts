/**
 * A provider that answers as the test wants: discovery, keys and a token endpoint, whose ID token
 * may be wrong in any way. The test itself sends the browser back from it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

export interface HostileProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Of the discovery document, beside what is needed. */
  metadata: Record<string, unknown>;
  /** The claims of the next ID token; `nonce` is that of the attempt. */
  claims: (valid: JWTPayload, nonce: string) => JWTPayload;
  signing: 'its key' | 'another key' | 'the client secret' | 'nothing';
  /** What the userinfo endpoint says; null: there is none. */
  userInfo: Record<string, unknown> | null;
  /** How often a code came to the token endpoint. */
  codes: number;
  /** How the last code came: by the header, or with the secret in the body. */
  authentication: 'header' | 'body' | null;
  /** The nonce of the attempt that is answered. */
  nonce: string;
  close: () => Promise<void>;
}

const ALG = 'RS256';

export async function aHostileProvider(): Promise<HostileProvider> {
  const [own, other] = await Promise.all([generateKeyPair(ALG), generateKeyPair(ALG)]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k', alg: ALG, use: 'sig' };
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const state: HostileProvider = {
    ...{ issuer, clientId: 'keyway', clientSecret: 'a-secret-of-thirty-two-characters' },
    ...{ metadata: {}, userInfo: null, signing: 'its key', codes: 0, nonce: '' },
    authentication: null,
    claims: (valid) => valid,
    close: () =>
      new Promise((resolve) => (http.closeAllConnections(), http.close(() => resolve()))),
  };
  const idToken = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const valid = {
      ...{ iss: issuer, aud: state.clientId, sub: 'eve', name: 'Eve', nonce: state.nonce },
      ...{ iat: now, exp: now + 300 },
    };
    const claims = state.claims(valid, state.nonce);
    if (state.signing === 'nothing') return new UnsecuredJWT(claims).encode();
    if (state.signing === 'the client secret')
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(state.clientSecret));
    const { privateKey } = state.signing === 'its key' ? own : other;
    return new SignJWT(claims).setProtectedHeader({ alg: ALG, kid: 'k' }).sign(privateKey);
  };
  const discovery = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    ...(state.userInfo && { userinfo_endpoint: `${issuer}/me` }),
    ...state.metadata,
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (body: unknown): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (request.url === '/keys') return send({ keys: [jwk] });
    if (request.url === '/me') return send(state.userInfo);
    if (request.url !== '/token') return send(discovery());
    state.codes += 1;
    const body = new URLSearchParams(await text(request));
    state.authentication = null;
    if (request.headers.authorization?.startsWith('Basic ')) state.authentication = 'header';
    if (body.get('client_secret') === state.clientSecret) state.authentication = 'body';
    return send({ access_token: 'a', token_type: 'bearer', id_token: await idToken() });
  }
  return state;
}
