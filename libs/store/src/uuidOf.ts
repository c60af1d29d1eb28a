/** An ID that follows from what it names: the same whoever makes it, and however often. */
import { hash } from 'node:crypto';

/** @param parts none of which has a line break, apart from the last one */
export function uuidOf(parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\n'));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
