/** What came of the checks that a bulk job started. */
export const bulk = {
  /** `more`: how many are not named. */
  failed:
    '{count, plural, one {# check failed} other {# checks failed}}: {titles}{more, plural, =0 {} other { and # more}}.',
  blockedAt: 'Blocked at {places}.',
  failedAt: 'Failed at {places}.',
  waitingAt: 'Nothing failed. Not done yet: {places}.',
  passed: 'All checks passed.',
  nothingChecked: 'Nothing could be checked yet.',
};
