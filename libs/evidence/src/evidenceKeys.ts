/** Public keys that verify evidence: a JWKS of Ed25519 keys (RFC 7517, RFC 8037). */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 public key. `kid` is its RFC 7638 thumbprint. */
export interface EvidenceKey {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  use: 'sig';
  alg: 'EdDSA';
}

/** What `/.well-known/keyway-keys.json` serves: the present key first, then the former ones. */
export interface EvidenceKeySet {
  keys: EvidenceKey[];
}

const X = /^[A-Za-z0-9_-]{43}$/;

/** The RFC 7638 thumbprint of an Ed25519 key. */
export const thumbprint = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');

/** The entry of a JWKS for a public key. */
export function evidenceKey(key: KeyObject): EvidenceKey {
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || typeof x !== 'string')
    throw new TypeError('Only Ed25519 keys sign evidence.');
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), use: 'sig', alg: 'EdDSA' };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The keys of a JWKS that are Ed25519 and named by their own thumbprint; null where the text is no
 * JWKS. Other keys are left out: nothing here is signed with them.
 */
export function parseKeySet(text: string): EvidenceKeySet | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(parsed) || !Array.isArray(parsed.keys)) return null;
  const keys = parsed.keys.filter(
    (key): key is Record<string, unknown> & { x: string; kid: string } =>
      isRecord(key) &&
      key.kty === 'OKP' &&
      key.crv === 'Ed25519' &&
      typeof key.x === 'string' &&
      X.test(key.x) &&
      key.kid === thumbprint(key.x) &&
      key.d === undefined,
  );
  return {
    keys: keys.map(({ x, kid }) => ({
      ...{ kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' },
    })) as EvidenceKey[],
  };
}

/** Finds keys by their `kid`, prepared to verify with. */
export class EvidenceKeyring {
  readonly #keys = new Map<string, KeyObject>();

  constructor({ keys }: EvidenceKeySet) {
    for (const { x, kid } of keys)
      if (X.test(x) && kid === thumbprint(x))
        this.#keys.set(
          kid,
          createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
        );
  }

  find(kid: string): KeyObject | null {
    return this.#keys.get(kid) ?? null;
  }
}
