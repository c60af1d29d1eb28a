// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import {
  notificationPage,
  someNotificationSettings,
} from '../../fixtures/someNotificationSettings.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const open = (settings = someNotificationSettings(), answers: Answers = {}, locale?: Locale) =>
  openConsole('/settings/notifications', {
    ...(locale && { locale }),
    answers: { ...notificationPage(settings), ...answers },
  });
const saved = (settings: ReturnType<typeof someNotificationSettings> | null, message?: string) => ({
  setNotificationSettings: {
    notificationSettings: settings,
    userErrors: message ? [{ code: 'INVALID_INPUT', message, field: ['digest'] }] : [],
  },
});
const off = someNotificationSettings({ digest: 'OFF', dueAt: null, sentAt: null });
const save = () => screen.findByRole('button', { name: 'Save changes' });
const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name });

describe('the settings of notifications', () => {
  it('are shown as they are saved, with the address and when the next one comes', async () => {
    open();
    expect((await radio('Every day at 08:00')).checked).toBe(true);
    expect(screen.getByText('omar@example.com')).toBeTruthy();
    expect(screen.getByText('Next one')).toBeTruthy();
    expect(screen.queryByText('Due since')).toBeNull();
    const kinds = within(screen.getByRole('group', { name: 'About' }));
    expect(kinds.getAllByRole('checkbox', { checked: true })).toHaveLength(2);
    expect(screen.queryByLabelText('From')).toBeNull();
    expect((await save()).hasAttribute('disabled')).toBe(true);
  });

  it('say since when one is due that no worker has sent', async () => {
    open(someNotificationSettings({ dueAt: '2026-11-24T07:00:00.000Z' }));
    expect(await screen.findByText('Due since')).toBeTruthy();
    expect(screen.queryByText('Next one')).toBeNull();
  });

  it('are saved together, and say so', async () => {
    const quietHours = { __typename: 'QuietHours', from: '22:30', until: '07:00' } as const;
    const { person, sent } = open(undefined, {
      SetNotificationSettings: saved(someNotificationSettings({ digest: 'HOURLY', quietHours })),
    });
    await person.click(await radio('Every hour'));
    await person.click(screen.getByRole('checkbox', { name: 'Mention' }));
    await person.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    fireEvent.change(await screen.findByLabelText(/From/), { target: { value: '22:30' } });
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    await person.click(await save());
    expect(await screen.findAllByText(/Saved/)).not.toHaveLength(0);
    expect(sent('SetNotificationSettings')).toMatchObject([
      {
        input: {
          ...{ digest: 'HOURLY', kinds: ['APPROVAL_REQUESTED'], language: 'en' },
          ...{ timeZone: 'Europe/Madrid', quietHours: { from: '22:30', until: '07:00' } },
        },
      },
    ]);
    expect(screen.queryByText('Not saved yet')).toBeNull();
    expect((await radio('Every hour')).checked).toBe(true);
  });

  it('that are refused say why at the button and keep what was chosen', async () => {
    const { person } = open(off, {
      SetNotificationSettings: saved(null, 'No mail server is configured.'),
    });
    await person.click(await radio('Every hour'));
    await person.click(await save());
    expect(await screen.findByText('No mail server is configured.')).toBeTruthy();
    expect((await radio('Every hour')).checked).toBe(true);
  });

  it('are kept without a connection, and sent again with the same key', async () => {
    const { person, sent } = open(off, {
      SetNotificationSettings: failsOnce('gone', () =>
        saved(someNotificationSettings({ digest: 'HOURLY' })),
      ),
    });
    await person.click(await radio('Every hour'));
    await person.click(await save());
    const again = await screen.findByRole('button', { name: /Try again|Retry/ });
    expect((await radio('Every hour')).checked).toBe(true);
    await person.click(again);
    expect(await screen.findAllByText(/Saved/)).not.toHaveLength(0);
    const [first, second] = sent('SetNotificationSettings');
    expect(second).toEqual(first);
  });

  it('find a time zone by part of its name', async () => {
    const { person, sent } = open(undefined, {
      SetNotificationSettings: saved(someNotificationSettings({ timeZone: 'America/Bogota' })),
    });
    const zone = await screen.findByRole('combobox', { name: /Time zone/ });
    await person.clear(zone);
    await person.type(zone, 'bogo');
    await person.click(await screen.findByRole('option', { name: 'America/Bogota' }));
    await person.click(await save());
    await expect
      .poll(() => sent('SetNotificationSettings')[0]?.input)
      .toMatchObject({ timeZone: 'America/Bogota' });
  });

  it('propose this browser’s language and time zone where nothing was chosen', async () => {
    const fresh = { ...off, timeZone: 'UTC', kinds: [...off.kinds] };
    open(fresh, {}, 'es');
    expect(await screen.findByRole('button', { name: /Idioma de los correos/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Idioma de los correos/ }).textContent).toContain(
      'Español',
    );
  });

  it('say that no mail server is configured, and offer nothing but off', async () => {
    open(someNotificationSettings({ ...off, isAvailable: false }));
    expect(await screen.findByText('This installation sends no email')).toBeTruthy();
    expect((await radio('Every hour')).disabled).toBe(true);
    expect((await radio('Off')).disabled).toBe(false);
  });

  it('say that no address is known, or that it was refused', async () => {
    open(someNotificationSettings({ problem: 'ADDRESS_REFUSED' }));
    expect(await screen.findByText(/mail server refused your address/)).toBeTruthy();
  });

  it('say why they could not be loaded', async () => {
    openConsole('/settings/notifications', {
      answers: { NotificationSettings: serverError('gone') },
    });
    expect(await screen.findByText('Couldn’t load your notification settings')).toBeTruthy();
  });
});

it('is reached from the inbox and from the account menu', async () => {
  const { person, router } = open(undefined, {
    Inbox: { viewer: { id: 'viewer-1', unreadCount: 0, inbox: null } },
  });
  await radio('Off');
  await router.navigate({ to: '/settings' });
  await person.click(await screen.findByRole('button', { name: /Signed in as/ }));
  await person.click(await screen.findByRole('menuitem', { name: 'Notifications' }));
  expect(router.state.location.pathname).toBe('/settings/notifications');
  await router.navigate({ to: '/inbox' });
  const link = await screen.findByRole('link', { name: 'Change notifications' });
  expect(link.getAttribute('href')).toBe('/settings/notifications');
});
