/**
 * Opaque IDs that are unique across types, used by the API and in the hashes of history. The core
 * has neither Buffer nor btoa.
 */
import { isLowerCaseGuid } from './guid.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export type GlobalIdType = 'Organization' | 'Run' | 'HistoryEntry' | 'ApiToken' | 'Member';

function encode(text: string): string {
  let encoded = '';
  for (let index = 0; index < text.length; index += 3) {
    const [a, b, c] = [
      text.charCodeAt(index),
      text.charCodeAt(index + 1),
      text.charCodeAt(index + 2),
    ];
    const bits = (a << 16) | ((Number.isNaN(b) ? 0 : b) << 8) | (Number.isNaN(c) ? 0 : c);
    const letters = Number.isNaN(b) ? 2 : Number.isNaN(c) ? 3 : 4;
    for (let letter = 0; letter < letters; letter += 1)
      encoded += ALPHABET.charAt((bits >> (18 - 6 * letter)) & 63);
  }
  return encoded;
}

function decode(encoded: string): string | null {
  let text = '';
  for (let index = 0; index < encoded.length; index += 4) {
    const letters = Array.from(encoded.slice(index, index + 4), (letter) =>
      ALPHABET.indexOf(letter),
    );
    if (letters.length === 1 || letters.includes(-1)) return null;
    const bits = letters.reduce((sum, value, place) => sum | (value << (18 - 6 * place)), 0);
    for (let byte = 0; byte < letters.length - 1; byte += 1)
      text += String.fromCharCode((bits >> (16 - 8 * byte)) & 255);
  }
  return text;
}

/** base64url of `Type:uuid`, without padding. */
export const globalId = (type: GlobalIdType, uuid: string): string => encode(`${type}:${uuid}`);

/** The UUID in an ID of this type; null for anything else, so that it is treated as missing. */
export function parseGlobalId(type: GlobalIdType, id: string): string | null {
  const text = id.length <= 128 ? decode(id) : null;
  if (text === null || !text.startsWith(`${type}:`)) return null;
  const uuid = text.slice(type.length + 1);
  // Only one spelling is valid: no other letter case, no left-over bits.
  return isLowerCaseGuid(uuid) && globalId(type, uuid) === id ? uuid : null;
}
