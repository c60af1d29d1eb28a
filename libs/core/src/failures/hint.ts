/**
 * What is known about a failed call: the rules it rests on and who must act. `libs/messages` has
 * its texts under the same ID.
 */
import type { RuleId } from '../rules/register.ts';
import type { Actor } from '../vocabulary.ts';

export interface FailureHint {
  rules: readonly RuleId[];
  /**
   * `STEP`: the step's actor, who has to grant something. `SYSTEM`: it passes, and Keyway
   * tries again.
   */
  actor: Actor | 'STEP';
}

/**
 * Codes of failures that Keyway reports: it made no call, or could not use the response. Where the
 * response has a status, the code is shown as it is: a service could imitate it.
 */
export const OWN_CODES = {
  notConnected: 'KEYWAY_NOT_CONNECTED',
  otherTenant: 'KEYWAY_OTHER_TENANT',
  otherAccount: 'KEYWAY_OTHER_ACCOUNT',
  credentialNotReadable: 'KEYWAY_CREDENTIAL_NOT_READABLE',
  noHost: 'KEYWAY_NO_HOST',
  notReadYet: 'KEYWAY_NOT_READ_YET',
  invalidRequest: 'KEYWAY_INVALID_REQUEST',
  malformedCredential: 'KEYWAY_MALFORMED_CREDENTIAL',
  noSubscription: 'KEYWAY_NO_SUBSCRIPTION',
  tooManySubscriptions: 'KEYWAY_TOO_MANY_SUBSCRIPTIONS',
  notInSubscriptions: 'KEYWAY_NOT_IN_SUBSCRIPTIONS',
  unexpectedResponse: 'KEYWAY_UNEXPECTED_RESPONSE',
  otherResource: 'KEYWAY_OTHER_RESOURCE',
  otherwiseThere: 'KEYWAY_OTHERWISE_THERE',
  responseIncomplete: 'KEYWAY_RESPONSE_INCOMPLETE',
  responseTooLong: 'KEYWAY_RESPONSE_TOO_LONG',
  redirected: 'KEYWAY_REDIRECTED',
  tooManyPages: 'KEYWAY_TOO_MANY_PAGES',
  noIdentity: 'KEYWAY_NO_IDENTITY',
  sealingKeyUnavailable: 'KEYWAY_SEALING_KEY_UNAVAILABLE',
  sealingKeyNotConfigured: 'KEYWAY_SEALING_KEY_NOT_CONFIGURED',
  historyChanged: 'KEYWAY_HISTORY_CHANGED',
  wrappedKeyDiffers: 'KEYWAY_WRAPPED_KEY_DIFFERS',
  proxyUnreachable: 'KEYWAY_PROXY_UNREACHABLE',
  proxyRefused: 'KEYWAY_PROXY_REFUSED',
  proxySignIn: 'KEYWAY_PROXY_SIGN_IN',
  unknownAuthority: 'KEYWAY_UNKNOWN_AUTHORITY',
} as const;
/** A code of a failure that Keyway reports; the text of each is in `libs/messages`. */
export type OwnCode = (typeof OWN_CODES)[keyof typeof OWN_CODES];

/** The way to a cloud, which is the same for each: who operates Keyway sets it up. */
export const networkHints = <const R extends RuleId>(rule: R) => {
  const hint = { rules: [rule], actor: 'PARTNER' } as const;
  return {
    [OWN_CODES.proxyUnreachable]: hint,
    [OWN_CODES.proxyRefused]: hint,
    [OWN_CODES.proxySignIn]: hint,
    [OWN_CODES.unknownAuthority]: hint,
  };
};
