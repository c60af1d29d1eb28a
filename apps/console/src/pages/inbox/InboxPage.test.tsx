// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import { anInbox, anInboxItem } from '../../fixtures/anInboxItem.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const READ = '2026-11-25T09:00:00.000Z';
const mention = anInboxItem();
const alert = anInboxItem({
  ...{ id: 'item-2', kind: 'HEALTH', runId: null, alertId: 'alert-1', track: null, step: null },
  ...{ title: 'A key of Contoso has a new alert', excerpt: null, readAt: READ },
  createdAt: '2026-11-24T08:00:00.000Z',
});
const count = (unreadCount: number) => ({
  viewer: { __typename: 'Viewer', id: 'viewer-1', unreadCount },
});
const marked = (items: object[] | null, unreadCount: number) => ({
  markInboxRead: { items, ...count(unreadCount), userErrors: [] },
});

it('lists what concerns a person by day, and leads to the place', async () => {
  openConsole('/inbox', {
    answers: { Inbox: anInbox([mention, alert], 1), UnreadCount: count(1) },
  });
  const link = await screen.findByRole('link', { name: mention.title });
  expect(link.getAttribute('href')).toBe('/runs/run-1#step-AEP-VAULT');
  expect(screen.getByText('Can you call them?')).toBeTruthy();
  expect(screen.getByRole('link', { name: alert.title }).getAttribute('href')).toBe(
    '/alerts/alert-1',
  );
  const days = screen.getAllByRole('region', { name: /^Items of/ });
  expect(days).toHaveLength(2);
  expect(within(days[0]!).getByText('Unread')).toBeTruthy();
  expect(within(days[1]!).queryByText('Unread')).toBeNull();
  expect((await screen.findByRole('link', { name: 'Inbox, 1 unread' })).getAttribute('href')).toBe(
    '/inbox',
  );
});

it('marks one as read, and says so in the top bar', async () => {
  const { person, sent } = openConsole('/inbox', {
    answers: {
      ...{ Inbox: anInbox([mention, alert], 1), UnreadCount: count(1) },
      MarkInboxRead: marked([{ __typename: 'InboxItem', id: 'item-1', readAt: READ }], 0),
    },
  });
  await person.click(await screen.findByRole('button', { name: `Mark as read: ${mention.title}` }));
  await screen.findByRole('button', { name: `Mark as unread: ${mention.title}` });
  expect(sent('MarkInboxRead')).toMatchObject([{ input: { ids: ['item-1'], read: true } }]);
  await screen.findByRole('link', { name: 'Inbox' });
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
});

it('marks what is opened, and everything up to the newest', async () => {
  const { person, sent, router } = openConsole('/inbox', {
    answers: {
      ...{ Inbox: anInbox([mention, alert], 1), UnreadCount: count(1) },
      MarkInboxRead: marked(null, 0),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(sent('Inbox').length).toBeGreaterThan(1));
  expect(sent('MarkInboxRead')).toMatchObject([{ input: { allUntil: mention.createdAt } }]);
  await person.click(screen.getByRole('link', { name: mention.title }));
  expect(router.state.location.pathname).toBe('/runs/run-1');
  expect(sent('MarkInboxRead').at(-1)).toMatchObject({ input: { ids: ['item-1'], read: true } });
});

it('shows what comes while the list is read, whichever answer is later', async () => {
  const reads = { list: [new Pushes(), new Pushes()], count: [new Pushes(), new Pushes()] };
  const changed = new Pushes();
  const left = { list: [...reads.list], count: [...reads.count] };
  const { sent } = openConsole('/inbox', {
    answers: {
      Inbox: () => left.list.shift() ?? anInbox([mention], 1),
      UnreadCount: () => left.count.shift() ?? count(1),
      InboxChanged: changed,
    },
  });
  await waitFor(() => expect(sent('InboxChanged')).toHaveLength(1));
  await waitFor(() => expect(sent('Inbox')).toHaveLength(1));
  changed.push({ inboxChanged: { unreadCount: 1 } });
  await waitFor(() => expect(sent('Inbox')).toHaveLength(2));
  await waitFor(() => expect(sent('UnreadCount')).toHaveLength(2));
  reads.list[1]!.push(anInbox([mention], 1), true);
  reads.count[1]!.push(count(1), true);
  await screen.findByRole('link', { name: mention.title });
  // Of before the comment.
  reads.list[0]!.push(anInbox([], 0), true);
  reads.count[0]!.push(count(0), true);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(screen.getByRole('link', { name: mention.title })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Inbox, 1 unread' })).toBeTruthy();
});

it('leads from requests and decisions to the approval of their track', async () => {
  const items = (['APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED'] as const).map(
    (kind) => anInboxItem({ id: kind, kind, title: kind, track: 'CJA', step: 'APPROVAL' }),
  );
  openConsole('/inbox', { answers: { Inbox: anInbox(items, 3), UnreadCount: count(3) } });
  for (const { title } of items)
    expect((await screen.findByRole('link', { name: title })).getAttribute('href')).toBe(
      '/runs/run-1/approval/CJA',
    );
  expect(screen.getByText('Approval granted')).toBeTruthy();
  expect(screen.getByText('Approval refused')).toBeTruthy();
});

it('asks for what the address filters by', async () => {
  const { person, sent } = openConsole('/inbox?show=unread&kind=HEALTH', {
    answers: { Inbox: anInbox([]) },
  });
  expect(await screen.findByText('Nothing of this kind')).toBeTruthy();
  expect(sent('Inbox')).toMatchObject([{ unreadOnly: true, kinds: ['HEALTH'] }]);
  await person.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByText('Nothing here yet')).toBeTruthy();
  expect(sent('Inbox').at(-1)).toMatchObject({ unreadOnly: false, kinds: null });
});

it('says why it could not be loaded, and that a token’s is refused', async () => {
  openConsole('/inbox', { answers: { Inbox: serverError('gone') } });
  expect(await screen.findByText('Couldn’t load your inbox')).toBeTruthy();
});

it('shows in Spanish what is unread', async () => {
  openConsole('/inbox', {
    locale: 'es',
    answers: { Inbox: anInbox([mention], 1), UnreadCount: count(1) },
  });
  expect(await screen.findByText('Sin leer')).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'Bandeja, 1 sin leer' })).toBeTruthy();
});
