/**
 * Replaces what jsonb refuses (NUL, lone surrogates): a cloud's raw message must not prevent an
 * observation from being recorded.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@keyway/core';

const UNSTORABLE = /\\u0000|\\ud[89a-f][0-9a-f]{2}/i;
/**
 * Above this an entry keeps size and hash of its data instead: one answer of a cloud must not make
 * history unreadable.
 */
const MAX_ENTRY_BYTES = 1024 * 1024;

const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner)]),
  );
}

/** The value as JSON keeps it, with what PostgreSQL cannot hold replaced by U+FFFD. */
export function storable<T>(value: T): T {
  const text = JSON.stringify(value);
  return UNSTORABLE.test(text) ? (clean(JSON.parse(text)) as T) : value;
}

/**
 * An entry's data, or where it is too large what identifies it; `json` in its canonical form, in
 * which it is hashed and kept.
 */
export function boundedData(
  data: unknown,
  maxBytes = MAX_ENTRY_BYTES,
): { json: string; data: unknown } {
  const json = JSON.stringify(data);
  const bytes = Buffer.byteLength(json);
  const kept: unknown =
    bytes <= maxBytes
      ? JSON.parse(json)
      : { omitted: { bytes, sha256: createHash('sha256').update(json).digest('hex') } };
  return { json: canonicalJson(kept), data: kept };
}
