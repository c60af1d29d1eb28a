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
  /** Keyway made no call. */
  own: {
    KEYWAY_NOT_CONNECTED: 'this organization has no connection to the cloud',
    KEYWAY_CREDENTIAL_NOT_READABLE: 'the stored credential cannot be decrypted',
    KEYWAY_NO_HOST: 'no Experience Platform host is documented for the region',
    KEYWAY_NOT_READ_YET: 'what this step depends on has not been read yet',
  },
};
