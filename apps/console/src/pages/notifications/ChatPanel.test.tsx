// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aChat } from '../../fixtures/aChat.ts';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import {
  notificationPage,
  someNotificationSettings,
} from '../../fixtures/someNotificationSettings.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const open = (answers: Answers, role: 'OWNER' | 'OPERATOR' = 'OWNER') =>
  openConsole('/settings/notifications', {
    role,
    answers: { ...notificationPage(someNotificationSettings()), ...answers },
  });
const panel = async () => within(await screen.findByRole('region', { name: 'Chat of the team' }));
const SECRET = 'https://hooks.slack.com/services/T/B/secret';

describe('the chat of a partner', () => {
  it('is for owners alone', async () => {
    const { sent } = open({}, 'OPERATOR');
    await screen.findByRole('radio', { name: 'Off' });
    expect(screen.queryByRole('region', { name: 'Chat of the team' })).toBeNull();
    expect(sent('Chat')).toEqual([]);
  });

  it('is connected by its address, which is not shown again', async () => {
    let chat: ReturnType<typeof aChat> | null = null;
    const { person, sent } = open({
      Chat: () => ({ chat }),
      SetChat: () => {
        chat = aChat();
        return { setChat: { chat, userErrors: [] } };
      },
    });
    await person.click((await panel()).getByRole('button', { name: 'Connect chat' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Connect chat' }));
    const save = dialog.getByRole('button', { name: 'Save chat' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await person.type(dialog.getByLabelText(/Address of the incoming webhook/), SECRET);
    await person.click(save);
    expect(await (await panel()).findByText('hooks.slack.com')).toBeTruthy();
    expect(sent('SetChat')).toMatchObject([
      {
        input: {
          ...{ kind: 'SLACK', url: SECRET, digest: 'HOURLY' },
          kinds: [
            ...['APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED'],
            ...['RUN_BLOCKED', 'RUN_FAILED', 'HEALTH'],
          ],
        },
      },
    ]);
    expect(document.body.innerHTML).not.toContain('services/T/B/secret');
  });

  it('is refused at the field', async () => {
    const userErrors = [{ code: 'INVALID_INPUT', message: 'Use https.', field: ['url'] }];
    const { person } = open({
      Chat: { chat: null },
      SetChat: { setChat: { chat: null, userErrors } },
    });
    await person.click((await panel()).getByRole('button', { name: 'Connect chat' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Connect chat' }));
    await person.type(dialog.getByLabelText(/Address of the incoming webhook/), 'http://x');
    await person.click(dialog.getByRole('button', { name: 'Save chat' }));
    expect(await dialog.findByText('Use https.')).toBeTruthy();
  });

  it('says how a test message ended', async () => {
    let chat = aChat();
    const { person, sent } = open({
      Chat: () => ({ chat }),
      TestChat: () => {
        chat = aChat({ testedAt: '2026-11-25T08:00:00.000Z', testProblem: 'ADDRESS_REFUSED' });
        return { testChat: { chat, userErrors: [] } };
      },
    });
    await person.click((await panel()).getByRole('button', { name: 'Send test message' }));
    expect(await screen.findByText('The test message wasn’t sent')).toBeTruthy();
    expect(sent('TestChat')).toHaveLength(1);
  });

  it('waits for a test that is being sent, and says where nobody knows how it ended', async () => {
    let chat = aChat({ testRequestedAt: '2026-11-25T08:00:00.000Z' });
    open({ Chat: () => ({ chat }) });
    const test = (await panel()).getByRole('button', { name: /Send test message/ });
    expect(test.getAttribute('aria-disabled')).toBe('true');
    chat = aChat({ testedAt: '2026-11-25T08:02:00.000Z', testProblem: 'OUTCOME_UNKNOWN' });
    expect(
      await screen.findByText('It isn’t known whether the test message was sent'),
    ).toBeTruthy();
    expect(screen.queryByText('The test message wasn’t sent')).toBeNull();
  });

  it('is disconnected after a question', async () => {
    let chat: ReturnType<typeof aChat> | null = aChat();
    const { person } = open({
      Chat: () => ({ chat }),
      RemoveChat: () => {
        chat = null;
        return { removeChat: { userErrors: [] } };
      },
    });
    await person.click((await panel()).getByRole('button', { name: 'Disconnect' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Disconnect the chat?' }));
    await person.click(dialog.getByRole('button', { name: 'Disconnect' }));
    expect(await screen.findByRole('button', { name: 'Connect chat' })).toBeTruthy();
  });

  it('says why it could not be loaded', async () => {
    open({ Chat: serverError('gone') });
    expect(await screen.findByText('Couldn’t load the chat')).toBeTruthy();
  });
});
