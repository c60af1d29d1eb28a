/**
 * Identifiers derived from names, so that laying out the same customer twice gives the same Azure
 * side.
 */
import { createHash } from 'node:crypto';

export const deriveHex = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** A GUID in the form of version 4. */
export function deriveGuid(...parts: string[]): string {
  const hex = deriveHex(...parts);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
