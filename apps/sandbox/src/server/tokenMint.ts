/**
 * Signs and checks the bearer tokens of the emulated sign-in services. The key is kept on disk, so
 * that cached tokens stay valid when the sandbox restarts, as with the real clouds.
 */
import fs from 'node:fs';
import path from 'node:path';
import { SignJWT, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { isObject } from '../isObject.ts';
import { writePrivate } from './certificates.ts';

const MAX_CACHED_TOKENS = 5000;

/** The sandbox's secrets that outlive a restart, in `secrets.json` (0600). */
export interface SandboxSecrets {
  signingKey: JWK;
  cookieKey: string;
}

const isSecrets = (value: unknown): value is SandboxSecrets =>
  isObject(value) &&
  isObject(value.signingKey) &&
  typeof value.signingKey.kty === 'string' &&
  typeof value.cookieKey === 'string';

export async function readSecrets(directory: string): Promise<SandboxSecrets> {
  const file = path.join(directory, 'secrets.json');
  if (fs.existsSync(file)) {
    const stored: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (!isSecrets(stored)) throw new Error(`${file} is damaged: delete it to start again`);
    return stored;
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signingKey = {
    ...(await exportJWK(privateKey)),
    alg: 'RS256',
    use: 'sig',
    kid: crypto.randomUUID(),
  };
  const secrets = { signingKey, cookieKey: crypto.randomUUID() };
  writePrivate(file, JSON.stringify(secrets));
  return secrets;
}

export class TokenMint {
  private readonly jwk: JWK;
  private readonly privateKey: CryptoKey;
  private readonly publicKey: CryptoKey;
  private readonly verified = new Map<string, JWTPayload>();

  private constructor(jwk: JWK, privateKey: CryptoKey, publicKey: CryptoKey) {
    this.jwk = jwk;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static async from(secrets: SandboxSecrets): Promise<TokenMint> {
    const { n, e, kty, kid, alg, use } = secrets.signingKey;
    const publicJwk = { n, e, kty, kid, alg, use } as JWK;
    return new TokenMint(
      publicJwk,
      (await importJWK(secrets.signingKey, 'RS256')) as CryptoKey,
      (await importJWK(publicJwk, 'RS256')) as CryptoKey,
    );
  }

  /** The public half, for discovery documents. */
  get jwks(): { keys: JWK[] } {
    return { keys: [this.jwk] };
  }

  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.jwk.kid })
      .setIssuedAt(now)
      .setNotBefore(now - 300)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.privateKey);
  }

  /**
   * The claims of the bearer token in an `Authorization` header; undefined when it is missing,
   * foreign or expired.
   */
  async read(authorization: string | undefined): Promise<JWTPayload | undefined> {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const known = this.verified.get(token);
    if (known) return known.exp! * 1000 > Date.now() ? known : undefined;
    try {
      const { payload } = await jwtVerify(token, this.publicKey, { algorithms: ['RS256'] });
      if (this.verified.size >= MAX_CACHED_TOKENS) this.verified.clear();
      this.verified.set(token, payload);
      return payload;
    } catch {
      return undefined;
    }
  }
}
