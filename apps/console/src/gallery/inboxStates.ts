/** The inbox in its states. */
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import { anInbox, anInboxItem } from '../fixtures/anInboxItem.ts';
import type { PageStateProps } from './PageState.tsx';

const items = [
  anInboxItem(),
  anInboxItem({
    ...{ id: 'item-2', kind: 'RUN_BLOCKED', excerpt: null, createdAt: '2026-11-25T07:00:00.000Z' },
    title: 'The run of Contoso is blocked at Vault',
  }),
  anInboxItem({
    ...{ id: 'item-3', kind: 'APPROVAL_REQUESTED', excerpt: null, step: 'APPROVAL' },
    ...{ title: 'Olga Operator requested an approval for Contoso, Experience Platform' },
    ...{ createdAt: '2026-11-24T07:00:00.000Z', readAt: '2026-11-24T08:00:00.000Z' },
  }),
  anInboxItem({
    ...{ id: 'item-4', kind: 'APPROVAL_REFUSED', excerpt: null, step: 'APPROVAL' },
    ...{ title: 'Ana Approver refused the request for Contoso, Experience Platform' },
    ...{ createdAt: '2026-11-24T06:00:00.000Z', readAt: '2026-11-24T08:00:00.000Z' },
  }),
];
const unread = (count: number) => ({ viewer: { id: 'viewer-1', unreadCount: count } });

export const INBOX_STATES: Record<string, PageStateProps> = {
  inbox: { path: '/inbox', answers: { Inbox: anInbox(items, 2), UnreadCount: unread(2) } },
  'inbox-empty': { path: '/inbox', answers: { Inbox: anInbox([]) } },
  'inbox-loading': { path: '/inbox', answers: { Inbox: PENDING } },
  'inbox-failed': { path: '/inbox', answers: { Inbox: serverError('gone') } },
};
