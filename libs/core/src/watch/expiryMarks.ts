/** How near the expiry of a key is. Adobe treats an expired key as withdrawn (AL-04, GAP-07). */
import { dateOfEpoch } from '../dateOfEpoch.ts';
import { areKmsFacts, type StepFacts } from '../facts.ts';
import type { Instant } from '../vocabulary.ts';

/** Days before an expiry at which an alert is opened, farthest first. Never scaled. */
export const EXPIRY_MARKS = [90, 30, 7, 1] as const;
export type ExpiryMark = (typeof EXPIRY_MARKS)[number];

/** When the key, or its imported material (AWS-02), expires; null: never, or not known. */
export function expiresAt(facts: StepFacts | null): Instant | null {
  if (!facts) return null;
  if (areKmsFacts(facts))
    return facts.kmsKey.outcome === 'seen' ? facts.kmsKey.value.validTo : null;
  return 'key' in facts && facts.key.outcome === 'seen'
    ? dateOfEpoch(facts.key.value.expires)
    : null;
}

/** The last mark that passed; null before the first, and once the key has expired. */
export function expiryMark(expires: Instant | null, at: Instant): ExpiryMark | null {
  if (expires === null) return null;
  const days = (Date.parse(expires) - Date.parse(at)) / 86_400_000;
  return days <= 0 ? null : (EXPIRY_MARKS.findLast((mark) => days <= mark) ?? null);
}
