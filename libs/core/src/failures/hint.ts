/**
 * What is known about a failed call: the rules it rests on and who must act. `libs/messages` has
 * its texts under the same ID.
 */
import type { RuleId } from '../rules/register.ts';
import type { Actor } from '../vocabulary.ts';

export interface FailureHint {
  rules: readonly RuleId[];
  /**
   * `STEP`: whoever acts on the step, who has to grant something. `SYSTEM`: it passes, and Keyway
   * tries again.
   */
  actor: Actor | 'STEP';
}

/**
 * Codes of failures that Keyway reports before it calls anyone. They count only where no response
 * came.
 */
export const OWN_CODES = {
  notConnected: 'KEYWAY_NOT_CONNECTED',
  credentialNotReadable: 'KEYWAY_CREDENTIAL_NOT_READABLE',
  noHost: 'KEYWAY_NO_HOST',
  notReadYet: 'KEYWAY_NOT_READ_YET',
} as const;
export type OwnCode = (typeof OWN_CODES)[keyof typeof OWN_CODES];
