/**
 * Keyway's own AWS identity towards the sandbox: invented values, so that no real credential is
 * ever used there.
 */

/** `npm start` sets the first two for the worker; the sandbox knows no other identity. */
export const SANDBOX_AWS = {
  accessKeyId: 'AKIAKEYWAYSANDBOX001',
  secretAccessKey: 'sandbox-secret-access-key-of-no-account',
  /** Whom the trust policy of a customer's role names. */
  account: '210987654321',
  principal: 'arn:aws:iam::210987654321:user/keyway',
} as const;
