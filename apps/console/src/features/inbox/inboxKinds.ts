import type { InboxKind } from '../../generated/enums.ts';

/** What the page can be filtered by. */
export const INBOX_KINDS = [
  'MENTIONED',
  'APPROVAL_REQUESTED',
  'APPROVAL_GRANTED',
  'APPROVAL_REFUSED',
  'ASSIGNED',
  'RUN_BLOCKED',
  'RUN_FAILED',
  'HEALTH',
] as const satisfies readonly InboxKind[];

/** That of an address; undefined where it is none. */
export const kindOf = (text: string | undefined): (typeof INBOX_KINDS)[number] | undefined =>
  INBOX_KINDS.find((kind) => kind === text);
