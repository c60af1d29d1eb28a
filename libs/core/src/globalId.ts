/**
 * Opaque IDs that are unique across types, used by the API and in the hashes of history. The core
 * has neither Buffer nor btoa.
 */
import { isLowerCaseGuid } from './guid.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Codes of the letters, by their value. */
const LETTERS = Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
/** Values of the letters, by their code. */
const VALUES = new Map(LETTERS.map((code, value) => [code, value]));

/** What has a global ID. */
export type GlobalIdType =
  | 'Organization'
  | 'Partner'
  | 'Run'
  | 'HistoryEntry'
  | 'ApiToken'
  | 'Member'
  | 'Invitation'
  | 'HandOff'
  | 'Session'
  | 'BulkJob'
  | 'DryRun'
  | 'SavedView'
  | 'Alert'
  | 'Webhook'
  | 'WebhookDelivery'
  | 'InboxItem';

/** A text is made of all its codes at once: one that grows is flattened by whoever reads it. */
function encode(text: string): string {
  const codes: number[] = [];
  for (let index = 0; index < text.length; index += 3) {
    // Zero, where there is none.
    const bits =
      (text.charCodeAt(index) << 16) |
      (text.charCodeAt(index + 1) << 8) |
      text.charCodeAt(index + 2);
    const letters = Math.min(4, text.length - index + 1);
    for (let letter = 0; letter < letters; letter += 1)
      codes.push(LETTERS[(bits >> (18 - 6 * letter)) & 63]!);
  }
  return String.fromCharCode(...codes);
}

function decode(encoded: string): string | null {
  const codes: number[] = [];
  for (let index = 0; index < encoded.length; index += 4) {
    const letters = Math.min(4, encoded.length - index);
    if (letters === 1) return null;
    let bits = 0;
    for (let letter = 0; letter < letters; letter += 1) {
      const value = VALUES.get(encoded.charCodeAt(index + letter));
      if (value === undefined) return null;
      bits |= value << (18 - 6 * letter);
    }
    for (let byte = 0; byte < letters - 1; byte += 1) codes.push((bits >> (16 - 8 * byte)) & 255);
  }
  return String.fromCharCode(...codes);
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
