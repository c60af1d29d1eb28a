/** The settings of notifications in their states. */
import { aChat } from '../fixtures/aChat.ts';
import { NOW } from '../fixtures/aRun.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import {
  notificationPage,
  someNotificationSettings,
} from '../fixtures/someNotificationSettings.ts';
import type { PageStateProps } from './PageState.tsx';

const page = (answers: Answers): PageStateProps => ({
  ...{ path: '/settings/notifications', answers: { Chat: { chat: null }, ...answers } },
});
const off = { digest: 'OFF', dueAt: null, sentAt: null } as const;
const quietHours = { __typename: 'QuietHours', from: '20:00', until: '07:00' } as const;

export const NOTIFICATION_STATES: Readonly<Record<string, PageStateProps>> = {
  notifications: page(notificationPage(someNotificationSettings({ quietHours }))),
  'notifications-no-server': page(
    notificationPage(someNotificationSettings({ ...off, isAvailable: false })),
  ),
  'notifications-refused-address': page(
    notificationPage(someNotificationSettings({ problem: 'ADDRESS_REFUSED' })),
  ),
  'notifications-chat': page({
    ...notificationPage(someNotificationSettings()),
    Chat: { chat: aChat() },
  }),
  'notifications-chat-refused': page({
    ...notificationPage(someNotificationSettings()),
    Chat: { chat: aChat({ kind: 'TEAMS', testedAt: NOW, testProblem: 'ADDRESS_REFUSED' }) },
  }),
  'notifications-loading': page({ NotificationSettings: PENDING }),
  'notifications-failed': page({ NotificationSettings: serverError('Unavailable.') }),
};
