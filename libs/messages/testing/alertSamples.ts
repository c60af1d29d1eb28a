/** What alerts are about, of every kind. */
import type { AlertSubject } from '@keyway/core';

const AT = '2026-11-24T00:10:00.000Z';
/** A check that fails. */
export const CHECK_SUBJECT = {
  kind: 'check',
  check: 'keyIsEnabled',
  outcome: 'disabled',
  values: {},
};
/** Of each other kind. */
export const SUBJECTS: readonly AlertSubject[] = [
  { kind: 'difference', field: 'KEY.keyOps', approved: 'wrapKey', now: null },
  { kind: 'configuration', name: 'c', approved: 'https://a/keys/k', now: 'https://b/keys/k' },
  { kind: 'version', version: 'v1' },
  { kind: 'unread', step: 'KEY', failure: null },
  { kind: 'expiry', expires: AT, days: 7 },
  { kind: 'rotation', version: 'v2', former: 'v1', until: AT },
  { kind: 'unsafeVersion', version: 'v1', until: AT },
];
