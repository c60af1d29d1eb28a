/** The refusals that clients may rely on: `UserErrorCode` of the public contract. */
export const REFUSAL_CODES = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'CONFLICT',
  'IDEMPOTENCY_KEY_REUSED',
  'STEP_LOCKED',
  'STEP_ALREADY_DONE',
  'CHECKS_NOT_GREEN',
  'APPROVAL_REQUIRED',
  'APPROVAL_VOID',
  'SELF_APPROVAL',
  'CONFIRMATION_MISMATCH',
  'COOLING_OFF',
  'ALREADY_SUBMITTED',
  'RUN_EXISTS',
  'RUN_CLOSED',
  'NOT_ENTITLED',
  'VAULT_NOT_SEPARATE',
  'CLOUD_NOT_CONNECTED',
  'LAST_OWNER',
  'INVITATION_CLOSED',
  'HAND_OFF_CLOSED',
  'POLICY_FORBIDS',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a reason is: its public code, and the values its text names. */
export interface Reason {
  code: RefusalCode;
  values: readonly string[];
}

export const reason = <const V extends readonly string[]>(
  code: RefusalCode,
  ...values: V
): { code: RefusalCode; values: V } => ({ code, values });
