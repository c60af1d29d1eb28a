/**
 * Checks the form of a cloud's answer. A field that a check rests on may be absent, but never of
 * another type: "absent" has a meaning (KV-04, KV-05, NET-01).
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { z } from 'zod';

/** Absent or null is null; another type makes the whole answer a `badResponse`. */
export const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? null);
/** A text without blanks around it; absent, null or blank is null. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
/** For fields that nothing rests on: another type is null too. */
export const lenientText = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null);

/**
 * The value in the schema's form, or throws `badResponse` naming `what` and the first field that is
 * wrong.
 */
export function parseResponse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  what: string,
): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = (result.error.issues[0]?.path ?? []).map(String).join('.');
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
    { detail: `${what} has another form than expected${path === '' ? '' : `: ${path}`}` },
  );
}

/** An RFC 3339 text or a Date as an instant with milliseconds in UTC, or null. */
export function toInstant(value: unknown): string | null {
  const date = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
