/** The parts of an observation about a failed call. */
export const call = {
  /** The outcome `unreadable`, which every check that reads a cloud shares. */
  unreadable: {
    observed: 'Could not be read: {answer}',
    cause: '{failureCause}',
    remedy: '{failureRemedy}',
  },
  /** `“Profile is not valid” (code 403025, HTTP 403)`. */
  answer:
    '{message, select, none {{identified}} other {“{message}”{identified, select, none {} other { ({identified})}}}}',
  identified:
    '{code, select, none {HTTP {status}} other {code {code}{status, select, none {} other {, HTTP {status}}}}}',
  /** The call got no response. */
  noAnswer:
    'no answer{host, select, none {} other { from {host}}}{identified, select, none {} other { ({identified})}}',
  /** Keyway made no call, or could not use the response. */
  own: {
    KEYWAY_NOT_CONNECTED: 'this organization has no connection to the cloud',
    KEYWAY_OTHER_ACCOUNT: 'the role is in another AWS account than its ARN says',
    KEYWAY_OTHER_TENANT: 'the connection is for another tenant than the vault that was approved',
    KEYWAY_CREDENTIAL_NOT_READABLE: 'the stored credential cannot be decrypted',
    KEYWAY_NO_HOST: 'no Experience Platform host is documented for the region',
    KEYWAY_NOT_READ_YET: 'what this step depends on has not been read yet',
    KEYWAY_INVALID_REQUEST: 'a name or ID that the call needs is invalid',
    KEYWAY_MALFORMED_CREDENTIAL: 'the tenant ID, client ID or client secret is malformed',
    KEYWAY_NO_SUBSCRIPTION: 'the credential can see no subscription',
    KEYWAY_TOO_MANY_SUBSCRIPTIONS:
      'the credential can see more than 50 subscriptions, and the connection names none',
    KEYWAY_NOT_IN_SUBSCRIPTIONS:
      'nothing of this name is in the subscriptions that the credential can see',
    KEYWAY_UNEXPECTED_RESPONSE: 'the response has an unexpected format',
    KEYWAY_OTHER_RESOURCE: 'the response describes another resource',
    KEYWAY_OTHERWISE_THERE: 'something else is there, and Keyway does not overwrite it',
    KEYWAY_RESPONSE_INCOMPLETE: 'the response is incomplete',
    KEYWAY_RESPONSE_TOO_LONG: 'the response is too long',
    KEYWAY_REDIRECTED: 'the response refers to another host',
    KEYWAY_TOO_MANY_PAGES: 'the list has too many pages',
    KEYWAY_NO_IDENTITY: 'Keyway has no identity of its own to sign in with',
    KEYWAY_SEALING_KEY_UNAVAILABLE: 'the key that seals credentials can’t be used at the moment',
    KEYWAY_SEALING_KEY_NOT_CONFIGURED:
      'the key that sealed the stored credential is not configured in Keyway',
    KEYWAY_HISTORY_CHANGED:
      'history isn’t what its last checkpoint signed, so that nothing is sent: it was changed in the database',
    KEYWAY_WRAPPED_KEY_DIFFERS: 'the unwrapped key is not the one that was wrapped',
    KEYWAY_PROXY_UNREACHABLE: 'the proxy of this network does not answer',
    KEYWAY_PROXY_REFUSED: 'the proxy of this network refused the connection',
    KEYWAY_PROXY_SIGN_IN: 'the proxy of this network requires credentials',
    KEYWAY_UNKNOWN_AUTHORITY: 'the certificate is from an unknown certificate authority',
  },
};
