/**
 * The other side's error code where it has the form of one; it is shown and stored, so it may hold
 * no secret.
 */
import { cleanMessage } from './cleanMessage.ts';

const CODE = /^[\w.:+-]{1,100}$/;

/** Null where it is no code, or resembles a credential. */
export function cleanCode(value: unknown, secrets: readonly string[] = []): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && CODE.test(value) && cleanMessage(value, secrets) === value
    ? value
    : null;
}
