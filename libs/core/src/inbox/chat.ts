/** What a partner’s chat is sent: what concerns a team, and nobody in particular. */
import type { InboxKind } from './inboxKinds.ts';

/** Chats, as the enum `ChatKind` of the public contract. */
export const CHAT_KINDS = ['SLACK', 'TEAMS'] as const;
/** - `SLACK`: an incoming webhook; `TEAMS`: a workflow's webhook, which takes Adaptive Cards. */
export type ChatKind = (typeof CHAT_KINDS)[number];

/** Of what concerns people, what a chat may be sent. */
export const CHAT_INBOX_KINDS = [
  'APPROVAL_REQUESTED',
  'APPROVAL_GRANTED',
  'APPROVAL_REFUSED',
  'RUN_BLOCKED',
  'RUN_FAILED',
  'HEALTH',
] as const satisfies readonly InboxKind[];
