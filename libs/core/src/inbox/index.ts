/** What other projects use of inboxes. */
export { CHAT_INBOX_KINDS, CHAT_KINDS, type ChatKind } from './chat.ts';
export { INBOX_KINDS, MAX_MENTIONS, type InboxKind } from './inboxKinds.ts';
export {
  DAY_MINUTES,
  DIGEST_FREQUENCIES,
  firstAllowedAt,
  nextDigestAt,
  type DigestFrequency,
  type DigestTimes,
  type QuietHours,
} from './digestTimes.ts';
export { isTimeZone } from './wallClock.ts';
