/** The title of a refusal, by its code. The message comes from the server. */
import type { IntlShape } from 'react-intl';
import type { UserErrorCode } from '../generated/enums.ts';

const TITLES = {
  INVALID_INPUT: 'refusal.INVALID_INPUT',
  NOT_FOUND: 'refusal.NOT_FOUND',
  FORBIDDEN: 'refusal.FORBIDDEN',
  CONFLICT: 'refusal.CONFLICT',
  IDEMPOTENCY_KEY_REUSED: 'refusal.IDEMPOTENCY_KEY_REUSED',
  STEP_LOCKED: 'refusal.STEP_LOCKED',
  STEP_ALREADY_DONE: 'refusal.STEP_ALREADY_DONE',
  CHECKS_NOT_GREEN: 'refusal.CHECKS_NOT_GREEN',
  APPROVAL_REQUIRED: 'refusal.APPROVAL_REQUIRED',
  APPROVAL_VOID: 'refusal.APPROVAL_VOID',
  SELF_APPROVAL: 'refusal.SELF_APPROVAL',
  CONFIRMATION_MISMATCH: 'refusal.CONFIRMATION_MISMATCH',
  COOLING_OFF: 'refusal.COOLING_OFF',
  ALREADY_SUBMITTED: 'refusal.ALREADY_SUBMITTED',
  RUN_EXISTS: 'refusal.RUN_EXISTS',
  RUN_CLOSED: 'refusal.RUN_CLOSED',
  NOT_ENTITLED: 'refusal.NOT_ENTITLED',
  VAULT_NOT_SEPARATE: 'refusal.VAULT_NOT_SEPARATE',
  CLOUD_NOT_CONNECTED: 'refusal.CLOUD_NOT_CONNECTED',
  HAND_OFF_CLOSED: 'refusal.HAND_OFF_CLOSED',
  INVITATION_CLOSED: 'refusal.INVITATION_CLOSED',
  LAST_OWNER: 'refusal.LAST_OWNER',
  POLICY_FORBIDS: 'refusal.POLICY_FORBIDS',
} as const satisfies Record<UserErrorCode, string>;

const isKnown = (code: string | undefined): code is UserErrorCode =>
  code !== undefined && Object.hasOwn(TITLES, code);

/** "Not done: the run has ended"; only "Not done" for an unknown code or several codes. */
export function formatUserErrorTitle(
  errors: readonly { code: string }[],
  intl: Pick<IntlShape, 'formatMessage'>,
): string {
  const code = errors[0]?.code;
  if (!isKnown(code) || errors.some((error) => error.code !== code))
    return intl.formatMessage({ id: 'refusal.title' });
  return intl.formatMessage(
    { id: 'refusal.because' },
    { why: intl.formatMessage({ id: TITLES[code] }) },
  );
}
