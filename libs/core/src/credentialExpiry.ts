/** How near the expiry of a stored secret or certificate is. Without it Keyway can't sign in. */
import type { Instant } from './vocabulary.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Days before an expiry at which Keyway warns, farthest first; 0: it has expired. Never scaled. */
export const CREDENTIAL_MARKS = [30, 7, 0] as const;
/** The days of a warning. */
export type CredentialMark = (typeof CREDENTIAL_MARKS)[number];

/** Every state of an expiry, farthest first; each but the first begins at its mark. */
export const CREDENTIAL_EXPIRY_STATES = [
  'LATER',
  'WITHIN_30_DAYS',
  'WITHIN_7_DAYS',
  'EXPIRED',
] as const;
/** How near an expiry is. */
export type CredentialExpiryState = (typeof CREDENTIAL_EXPIRY_STATES)[number];

const STATES = { 30: 'WITHIN_30_DAYS', 7: 'WITHIN_7_DAYS', 0: 'EXPIRED' } as const;

const markInstant = (expiresAt: Instant, mark: CredentialMark): number =>
  Date.parse(expiresAt) - mark * DAY_MILLISECONDS;

/** The nearest mark that has passed; null before the first. */
function passedMark(expiresAt: Instant, at: Instant): CredentialMark | null {
  const now = Date.parse(at);
  return CREDENTIAL_MARKS.findLast((mark) => markInstant(expiresAt, mark) <= now) ?? null;
}

/** What follows for warnings of one credential. */
export interface CredentialWarning {
  /** To warn about now; null: nothing, or nothing that was not said yet. */
  mark: CredentialMark | null;
  /** When the next mark passes; null: none is left. */
  nextAt: Instant | null;
}

/**
 * Which mark to warn about. Of several that passed together only the nearest counts.
 * @param warned the last one that was warned about; a clock that was set back repeats none
 */
export function credentialWarning(
  expiresAt: Instant,
  warned: CredentialMark | null,
  at: Instant,
): CredentialWarning {
  const passed = passedMark(expiresAt, at);
  const isNew = passed !== null && (warned === null || passed < warned);
  const last = isNew ? passed : warned;
  const next = CREDENTIAL_MARKS.find((mark) => last === null || mark < last);
  return {
    mark: isNew ? passed : null,
    nextAt: next === undefined ? null : new Date(markInstant(expiresAt, next)).toISOString(),
  };
}

/** How near it is. */
export function credentialExpiryState(expiresAt: Instant, at: Instant): CredentialExpiryState {
  const mark = passedMark(expiresAt, at);
  return mark === null ? 'LATER' : STATES[mark];
}

/** Days that are left, a begun one included; 0 once it has expired. */
export const daysUntilExpiry = (expiresAt: Instant, at: Instant): number =>
  Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.parse(at)) / DAY_MILLISECONDS));
