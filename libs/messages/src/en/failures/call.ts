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
};
