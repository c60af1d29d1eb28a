/** Compact JWS with EdDSA (RFC 7515, RFC 8037), read as strictly as it is written. */
import { sign, verify, type KeyObject } from 'node:crypto';
import type { EvidenceKeyring } from './evidenceKeys.ts';

/** What is signed; a signature of one type is never accepted for another. */
export type JwsType = 'keyway-checkpoint+jws' | 'keyway-manifest+jws';

export interface JwsHeader {
  alg: 'EdDSA';
  kid: string;
  typ: JwsType;
}

export interface ReadJws {
  header: JwsHeader;
  payload: Buffer;
}

/** Why a JWS is not valid. */
export type JwsProblem = 'malformed' | 'otherType' | 'unknownKey' | 'badSignature';

const headerText = (kid: string, typ: JwsType): string =>
  JSON.stringify({ alg: 'EdDSA', kid, typ } satisfies JwsHeader);

const encode = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** Signs exactly these bytes, which the JWS then holds. */
export function signJws(
  payload: Uint8Array | string,
  typ: JwsType,
  { kid, privateKey }: { kid: string; privateKey: KeyObject },
): string {
  const input = `${encode(headerText(kid, typ))}.${encode(payload)}`;
  return `${input}.${encode(sign(null, Buffer.from(input), privateKey))}`;
}

/** The bytes of a part that is written in the one way that Base64url without padding has. */
function decode(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : null;
}

function parseHeader(bytes: Buffer): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The payload and header where the signature is that of a known key; otherwise why not. */
export function readJws(
  jws: string,
  typ: JwsType,
  keyring: EvidenceKeyring,
): ReadJws | { problem: JwsProblem; kid: string | null } {
  const parts = jws.split('.');
  const [head, payload, signature] = parts.map(decode);
  if (parts.length !== 3 || !head || !payload || !signature)
    return { problem: 'malformed', kid: null };
  const parsed = parseHeader(head);
  const kid = parsed?.kid;
  if (!parsed || parsed.alg !== 'EdDSA' || typeof kid !== 'string')
    return { problem: 'malformed', kid: null };
  // A header in another form, such as one with `crit`, is none that Keyway writes.
  if (head.toString('utf8') !== headerText(kid, typ)) return { problem: 'otherType', kid };
  const key = keyring.find(kid);
  if (!key) return { problem: 'unknownKey', kid };
  const input = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
  if (!verify(null, input, key, signature)) return { problem: 'badSignature', kid };
  return { header: { alg: 'EdDSA', kid, typ }, payload };
}
