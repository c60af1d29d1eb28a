// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { reportUnauthenticated } from '../apollo/unauthenticated.ts';
import { aMember, aPage, CONTOSO } from '../fixtures/aMember.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import { openConsole } from '../testing/openConsole.tsx';

const OMAR = aMember('Omar', {
  grants: [{ role: 'OPERATOR', organization: CONTOSO, rule: null }],
});
const POLICY = {
  version: 'v1',
  providers: [{ name: 'Northwind', issuer: 'https://northwind.example' }],
  rules: [
    {
      ...{ issuer: null, claim: 'groups', value: 'admins' },
      grant: { role: 'OPERATOR', organization: null, rule: null },
    },
  ],
};
const ANSWERS: Answers = {
  Organizations: { organizations: aPage([]) },
  Members: { members: aPage([OMAR]) },
};

/** Opens the form of a new organization, and types into it. */
async function type(locale: 'en' | 'es' = 'en') {
  const opened = openConsole('/organizations/new', { role: 'OWNER', locale, answers: ANSWERS });
  const name = await screen.findByRole('textbox', { name: /^(Name|Nombre)/ });
  await opened.person.type(name, 'Contoso');
  return opened;
}
/** Whether the browser asks before the page is reloaded or closed. */
function asksBeforeUnload(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
const leave = (router: ReturnType<typeof openConsole>['router']) =>
  void router.navigate({ to: '/settings/members' });
const question = () => screen.findByRole('alertdialog');

describe('a page with changes that are not saved', () => {
  it('asks before it is left, and stays or leaves as the person says', async () => {
    const { person, router } = await type();
    leave(router);
    const asked = await question();
    expect(within(asked).getByText('Leave without saving?')).toBeTruthy();
    await person.click(within(asked).getByRole('button', { name: 'Stay on the page' }));
    await expect.poll(() => screen.queryByRole('alertdialog')).toBeNull();
    expect(router.state.location.pathname).toBe('/organizations/new');
    expect(screen.getByDisplayValue('Contoso')).toBeTruthy();
    leave(router);
    await person.click(
      within(await question()).getByRole('button', { name: 'Leave without saving' }),
    );
    await expect.poll(() => router.state.location.pathname).toBe('/settings/members');
  });

  it('asks in Spanish, and before reloading or closing', async () => {
    const { router } = await type('es');
    expect(asksBeforeUnload()).toBe(true);
    leave(router);
    expect(within(await question()).getByText('¿Salir sin guardar?')).toBeTruthy();
  });

  it('does not ask where the access was removed: nothing can be saved any more', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { ...window.location, assign });
    await type();
    reportUnauthenticated('removed');
    await expect.poll(() => assign.mock.calls).toHaveLength(1);
    expect(asksBeforeUnload()).toBe(false);
    vi.unstubAllGlobals();
    window.dispatchEvent(new Event('pageshow'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

it('does not ask where nothing was changed', async () => {
  const { router } = openConsole('/organizations/new', { role: 'OWNER', answers: ANSWERS });
  await screen.findByRole('textbox', { name: /^Name/ });
  expect(asksBeforeUnload()).toBe(false);
  leave(router);
  await expect.poll(() => router.state.location.pathname).toBe('/settings/members');
});

describe('the settings', () => {
  it('ask where rules are not saved, and not after they were discarded', async () => {
    const { person, router } = openConsole('/settings/single-sign-on', {
      role: 'OWNER',
      answers: { ...ANSWERS, SignInPolicy: { signInPolicy: POLICY } },
    });
    await person.click(await screen.findByRole('button', { name: 'Remove rule: admins' }));
    expect(asksBeforeUnload()).toBe(true);
    leave(router);
    await person.click(within(await question()).getByRole('button', { name: /^Stay/ }));
    await person.click(await screen.findByRole('button', { name: 'Discard changes' }));
    expect(asksBeforeUnload()).toBe(false);
    leave(router);
    await expect.poll(() => router.state.location.pathname).toBe('/settings/members');
  });

  it('ask where a dialog was begun, and not after it was closed', async () => {
    const { person } = openConsole('/settings/members', { role: 'OWNER', answers: ANSWERS });
    await person.click(await screen.findByRole('button', { name: 'Invite person' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(asksBeforeUnload()).toBe(false);
    await person.type(dialog.getByRole('textbox', { name: /Email/ }), 'nora@example.com');
    expect(asksBeforeUnload()).toBe(true);
    await person.click(dialog.getByRole('button', { name: 'Cancel' }));
    await expect.poll(asksBeforeUnload).toBe(false);
  });
});

describe('a form that does not ask itself', () => {
  /** A comment begun on a page of its own field, as any page may have. */
  async function typeElsewhere() {
    const opened = openConsole('/settings', { answers: ANSWERS });
    await screen.findAllByText(/Omar Operator/);
    const field = document.createElement('textarea');
    document.getElementById('main')?.append(field);
    await opened.person.type(field, 'Half a sentence');
    return { ...opened, field };
  }

  it('is asked for before the page is left', async () => {
    const { router, person } = await typeElsewhere();
    await expect
      .poll(() => {
        leave(router);
        return screen.queryByRole('alertdialog');
      })
      .not.toBeNull();
    await person.click(within(await question()).getByRole('button', { name: 'Stay on the page' }));
    expect(router.state.location.pathname).toBe('/settings');
  });

  it('is not asked for where it was emptied, or only searches', async () => {
    const { router, person, field } = await typeElsewhere();
    await person.clear(field);
    const search = document.createElement('input');
    search.type = 'search';
    field.replaceWith(search);
    await person.type(search, 'Contoso');
    leave(router);
    await expect.poll(() => router.state.location.pathname).toBe('/settings/members');
  });
});
