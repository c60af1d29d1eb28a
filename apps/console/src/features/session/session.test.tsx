// @vitest-environment jsdom
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportSignedIn, reportUnauthenticated } from '../../apollo/unauthenticated.ts';
import { shellAnswers } from '../../fixtures/shellAnswers.ts';
import { forgetTyped, hasTyped } from '../../routing/typedFields.ts';
import { sessionPart } from './sessionParts.ts';
import { openConsole } from '../../testing/openConsole.tsx';

type ViewerAnswer = { viewer: Record<string, unknown> };
const known = shellAnswers()['Viewer'] as ViewerAnswer;
const viewerWith = (more: object): ViewerAnswer => ({
  ...known,
  viewer: { ...known.viewer, ...more },
});
const unauthenticated = new CombinedGraphQLErrors({
  errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }],
});
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const session = (idleSeconds: number, minutes: number) => ({
  session: { id: 'session-1', idleSeconds, endsAt: inMinutes(minutes) },
});

afterEach(() => {
  cleanup();
  forgetTyped();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  reportSignedIn();
});

const AGAIN = { name: 'Sign in again' };

/** The form of a new organization, with a name typed into it. */
async function typeName(answers: Record<string, unknown> = {}) {
  let answer: unknown = known;
  const opened = openConsole('/organizations/new', {
    role: 'OWNER',
    answers: { Viewer: () => answer, ...answers },
  });
  const field = await screen.findByRole('textbox', { name: /^Name/ });
  await sessionPart.load();
  await opened.person.type(field, 'Contoso');
  return { ...opened, field, answerViewer: (next: unknown) => (answer = next) };
}

describe('the end of a session', () => {
  it('is announced before it comes, with a button that signs in in a window of its own', async () => {
    const open = vi.fn<typeof window.open>(() => window);
    vi.stubGlobal('open', open);
    const { person } = openConsole('/settings', {
      answers: { Viewer: viewerWith(session(86_400, 5)) },
    });
    expect(
      await screen.findByText(/^Your session ends at .*; what you typed stays here/),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', AGAIN));
    expect(open.mock.calls[0]?.[0]).toBe('/sign-in?returnTo=%2Fsigned-in');
  });

  it('says what to do where the browser does not open the window', async () => {
    vi.stubGlobal('open', () => null);
    const { person } = openConsole('/settings', {
      answers: { Viewer: viewerWith(session(86_400, 5)) },
    });
    await person.click(await screen.findByRole('button', AGAIN));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Allow pop-up windows/);
    expect(screen.getByRole('link', { name: 'Open the sign-in page' })).toBeTruthy();
  });

  it('is announced to whoever does nothing, and put off by a button', async () => {
    const now = vi.spyOn(Date, 'now');
    const { person, sent } = openConsole('/settings', {
      answers: { Viewer: viewerWith(session(600, 600)) },
    });
    await screen.findAllByText(/Omar Operator/);
    expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
    now.mockReturnValue(performance.timeOrigin + performance.now() + 8 * 60_000);
    window.dispatchEvent(new Event('focus'));
    const stay = await screen.findByRole('button', { name: 'Stay signed in' });
    const before = sent('Viewer').length;
    await person.click(stay);
    await expect.poll(() => sent('Viewer').length).toBeGreaterThan(before);
  });

  it('is not announced where nobody asked for it', async () => {
    openConsole('/settings', { answers: { Viewer: viewerWith(session(86_400, 60)) } });
    await screen.findAllByText(/Omar Operator/);
    expect(screen.queryByRole('button', AGAIN)).toBeNull();
  });
});

function leaving() {
  const assign = vi.fn<(address: string) => void>();
  vi.stubGlobal('location', { ...window.location, assign });
  return assign;
}

describe('a page with something typed', () => {
  it('waits, covered, until the same person signed in again, and continues', async () => {
    const { field, router, answerViewer } = await typeName();
    answerViewer(unauthenticated);
    act(() => reportUnauthenticated());
    expect(await screen.findByText('Your session has ended')).toBeTruthy();
    expect(router.state.location.pathname).toBe('/organizations/new');
    // Returning without having signed in changes nothing.
    window.dispatchEvent(new Event('focus'));
    answerViewer(known);
    window.dispatchEvent(new Event('focus'));
    await expect.poll(() => screen.queryByText('Your session has ended')).toBeNull();
    expect(field.isConnected && (field as HTMLInputElement).value).toBe('Contoso');
  });

  it('is loaded again, never uncovered, where somebody else signed in', async () => {
    const { answerViewer } = await typeName();
    const reload = vi.fn();
    vi.stubGlobal('location', { ...window.location, reload });
    answerViewer(viewerWith({ id: 'viewer-2', name: 'Paula Owner' }));
    act(() => reportUnauthenticated());
    await screen.findByText('Your session has ended');
    window.dispatchEvent(new Event('focus'));
    await expect.poll(() => reload.mock.calls.length).toBeGreaterThan(0);
    expect(screen.getByText('Your session has ended')).toBeTruthy();
  });

  it('asks before it is reloaded or closed, also where its form has no question', async () => {
    window.dispatchEvent(new Event('pageshow'));
    const { person } = openConsole('/settings', { answers: {} });
    await screen.findAllByText(/Omar Operator/);
    await sessionPart.load();
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const field = document.body.appendChild(document.createElement('textarea'));
    await person.type(field, 'Half a comment');
    await expect.poll(asks).toBe(true);
    await person.clear(field);
    expect(asks()).toBe(false);
    field.remove();
  });

  it('is left at once by whoever lost the access', async () => {
    const assign = leaving();
    await typeName();
    act(() => reportUnauthenticated('removed'));
    await expect.poll(() => assign.mock.lastCall?.[0]).toMatch(/end=removed$/);
    // The browser asks nothing then.
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
    expect(screen.queryByText('Your session has ended')).toBeNull();
  });

  it('is left, and nothing of it kept, by the button or after a quarter of an hour', async () => {
    const assign = leaving();
    const { person, client } = await typeName();
    act(() => reportUnauthenticated());
    await person.click(await screen.findByRole('button', { name: 'Leave and discard it' }));
    await expect.poll(() => assign.mock.lastCall?.[0]).toMatch(/end=ended$/);
    expect(hasTyped()).toBe(false);
    expect(JSON.stringify(client.extract())).not.toContain('Omar');
  });
});
