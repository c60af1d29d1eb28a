/**
 * An event that the run's rules do not allow now. Told to the caller as it is: a code clients rely
 * on, a message, and the input field.
 */
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
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  code: RefusalCode;
  /** One or two sentences: what is wrong and what is right. */
  message: string;
  /** The path inside `input`, such as `['imsOrgId']`. */
  field?: string[];
}

export const refuse = (code: RefusalCode, message: string, field?: string[]): Refusal => ({
  code,
  message,
  ...(field ? { field } : {}),
});
