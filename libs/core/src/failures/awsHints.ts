/** Errors of STS and KMS (AWS-02, AWS-04, ROT-09), by their documented code, then by kind. */
import { networkHints, OWN_CODES, type FailureHint } from './hint.ts';

/** Rules and actor of each failure of AWS. */
export const AWS_HINTS = {
  // STS: the role that Keyway assumes, whose trust policy and external ID are the customer's
  AccessDenied: { rules: ['AWS-04'], actor: 'STEP' },
  // Keyway's own identity
  InvalidClientTokenId: { rules: ['AWS-04'], actor: 'PARTNER' },
  SignatureDoesNotMatch: { rules: ['AWS-04'], actor: 'PARTNER' },
  // KMS
  InvalidArnException: { rules: ['AWS-10'], actor: 'PARTNER' },
  // By kind
  credential: { rules: ['AWS-04'], actor: 'PARTNER' },
  denied: { rules: ['AWS-04'], actor: 'STEP' },
  deniedPermission: { rules: ['AWS-04'], actor: 'STEP' },
  notFound: { rules: ['AWS-10'], actor: 'STEP' },
  rejected: { rules: ['AWS-10'], actor: 'PARTNER' },
  throttled: { rules: ['KV-12'], actor: 'SYSTEM' },
  unavailable: { rules: ['KV-12'], actor: 'SYSTEM' },
  noAnswer: { rules: ['KV-12'], actor: 'SYSTEM' },
  badResponse: { rules: ['AWS-02'], actor: 'SYSTEM' },
  // Keyway's own
  [OWN_CODES.notConnected]: { rules: ['AWS-04'], actor: 'PARTNER' },
  [OWN_CODES.credentialNotReadable]: { rules: ['AWS-04'], actor: 'PARTNER' },
  [OWN_CODES.notReadYet]: { rules: ['AWS-02'], actor: 'SYSTEM' },
  ...networkHints('KV-12'),
} as const satisfies Record<string, FailureHint>;

/** The key of a hint of AWS, and of its texts. */
export type AwsHintId = keyof typeof AWS_HINTS;
