/** Versions of what people edit and save as a whole, so that nobody replaces unseen changes. */
import { hash } from 'node:crypto';
import { canonicalJson, refuse } from '@keyway/core';
import { Refused } from './refused.ts';

/** Equal for equal content, so that what was changed back is as it was. */
export const contentVersion = (content: unknown): string =>
  hash('sha256', canonicalJson(content), 'base64url').slice(0, 22);

/**
 * @param given of what the change was made to; null: whatever holds
 * @throws Refused where something else holds by now
 */
export function assertVersion(given: string | null | undefined, content: unknown): void {
  if (given != null && given !== contentVersion(content))
    throw new Refused(refuse('changedMeanwhile', ['ifVersion']));
}
