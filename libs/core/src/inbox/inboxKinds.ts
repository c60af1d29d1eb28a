/** What concerns a person, as the enum `InboxKind` of the public contract. */
export const INBOX_KINDS = [
  'MENTIONED',
  'APPROVAL_REQUESTED',
  'APPROVAL_GRANTED',
  'APPROVAL_REFUSED',
  'ASSIGNED',
  'RUN_BLOCKED',
  'RUN_FAILED',
  'HEALTH',
] as const;
/**
 * - `MENTIONED`: in a comment
 * - `APPROVAL_REQUESTED`: of everybody who may give it
 * - `APPROVAL_GRANTED`, `APPROVAL_REFUSED`: what the person requested last of the track
 * - `ASSIGNED`: a run
 * - `RUN_BLOCKED`, `RUN_FAILED`: a run that the person is responsible for
 * - `HEALTH`: an alert of an organization whose run the person is responsible for
 */
export type InboxKind = (typeof INBOX_KINDS)[number];

/** Colleagues that one comment may name. */
export const MAX_MENTIONS = 20;
