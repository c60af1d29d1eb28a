/**
 * Seals an ID token with a key that is derived from the cookie's token. The database holds only the
 * hash of that token, so what is stored can be opened by nobody but the browser of the session.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Longer ones would not fit into the address of the provider's sign-out page. */
const MAX_CHARACTERS = 4096;

const keyOf = (cookieToken: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', cookieToken, '', 'keyway id token', 32));

/** Null for a token that is too long to be sent again. */
export function sealIdToken(idToken: string, cookieToken: string): Uint8Array<ArrayBuffer> | null {
  if (idToken.length > MAX_CHARACTERS) return null;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(cookieToken), nonce);
  const sealed = Buffer.concat([cipher.update(idToken, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** Null where the bytes were not sealed for this cookie. */
export function openIdToken(bytes: Uint8Array, cookieToken: string): string | null {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, keyOf(cookieToken), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
