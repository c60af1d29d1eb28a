// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anInvitation, aPage } from '../fixtures/aMember.ts';
import { toDrafts } from '../features/people/grantDrafts.ts';
import { keepForm } from '../features/viewer/keptForm.ts';
import type { Locale } from '../intl/locale.ts';
import { openConsole } from '../testing/openConsole.tsx';

const URL = 'https://keyway.example/auth/invitation/kwi_secret';
const DRAFTS = toDrafts([{ role: 'AUDITOR', organization: null }]);

/** A secret as people get to see one: the link of an invitation that was just made. */
async function openSecret(locale: Locale = 'en') {
  keepForm({
    form: 'invite',
    values: { email: 'ana@example.com', drafts: DRAFTS, lifetime: '7' },
  });
  const invitation = anInvitation('ana@example.com');
  const opened = openConsole('/settings/invitations', {
    role: 'OWNER',
    locale,
    answers: {
      Invitations: { invitations: aPage([]) },
      InviteMember: { inviteMember: { url: URL, invitation, userErrors: [] } },
    },
  });
  const form = within(await screen.findByRole('dialog'));
  await opened.person.click(form.getByRole('button', { name: /^(Create|Crear) / }));
  await screen.findByText(/kwi_/);
  return opened;
}
type Opened = Awaited<ReturnType<typeof openSecret>>;

const question = () => screen.findByRole('alertdialog', { name: 'Close without copying?' });
const isGone = () => waitFor(() => expect(screen.queryByText(/kwi_/)).toBeNull());

const WAYS: [string, (opened: Opened) => Promise<unknown>][] = [
  ['Escape', ({ person }) => person.keyboard('{Escape}')],
  ['its button', ({ person }) => person.click(screen.getByRole('button', { name: 'Close' }))],
];

describe('a secret that is shown once', () => {
  it.each(WAYS)('is closed by %s without a copy after a question alone', async (_, close) => {
    const opened = await openSecret();
    await close(opened);
    const first = within(await question());
    expect(first.getByText(/It is shown only once/)).toBeTruthy();
    const back = first.getByRole('button', { name: 'Go back' });
    await waitFor(() => expect(document.activeElement).toBe(back));
    // Escape answers the question, and closes nothing else.
    await opened.person.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    const dialog = screen.getByRole('dialog', { name: 'Invitation created' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await close(opened);
    const again = within(await question());
    await opened.person.click(again.getByRole('button', { name: 'Close without copying' }));
    await isGone();
  });

  it.each(WAYS)('is closed by %s at once when it was copied', async (_, close) => {
    const opened = await openSecret();
    await opened.person.click(screen.getByRole('button', { name: 'Copy invitation link' }));
    expect(await navigator.clipboard.readText()).toBe(URL);
    // Not hidden from screen readers by the dialog.
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
    await close(opened);
    await isGone();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('was copied too where the marked text was copied by keyboard', async () => {
    const opened = await openSecret();
    const code = screen.getByText(/kwi_/).closest('code')!;
    document.getSelection()?.selectAllChildren(code);
    fireEvent.copy(code);
    await opened.person.keyboard('{Escape}');
    await isGone();
  });

  it('was not copied where the clipboard refused, or another text was copied', async () => {
    const opened = await openSecret();
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
    try {
      await opened.person.click(screen.getByRole('button', { name: 'Copy invitation link' }));
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Couldn’t copy'));
    const heading = screen.getByText('Copy the link now. It won’t be shown again.');
    document.getSelection()?.selectAllChildren(heading);
    fireEvent.copy(heading);
    await opened.person.keyboard('{Escape}');
    await question();
  });

  it('holds back a change of the page, which follows once the question is answered', async () => {
    const { person, router } = await openSecret();
    void router.navigate({ to: '/' });
    const asked = within(await question());
    expect(router.state.location.pathname).toBe('/settings/invitations');
    await person.click(asked.getByRole('button', { name: 'Close without copying' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('asks in Spanish', async () => {
    const { person } = await openSecret('es');
    await person.keyboard('{Escape}');
    const asked = within(await screen.findByRole('alertdialog', { name: '¿Cerrar sin copiar?' }));
    expect(asked.getByRole('button', { name: 'Volver' })).toBeTruthy();
  });
});
