// @vitest-environment jsdom
import { gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PENDING } from '../fixtures/AnsweringLink.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import { openConsole } from '../testing/openConsole.tsx';
import { createClient } from './client.ts';
import { allowLiveConnection } from './liveConnection.ts';
import { handleClose } from './socketClose.ts';
import { onUnauthenticated, reportSignedIn, reportUnauthenticated } from './unauthenticated.ts';

const environment = { environment: { sandbox: false, version: '0.1.0', signIn: [] } };
const viewer = shellAnswers()['Viewer'] as object;
const unauthenticated = new CombinedGraphQLErrors({
  errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }],
});
let isSignedIn = true;
let current = viewer;
const FORBIDDEN = 4403;
const closed = (reason: string, code = FORBIDDEN) => handleClose({ code, reason });

/** The settings, which show who is signed in. */
async function openSettings(locale: 'en' | 'es' = 'en') {
  isSignedIn = true;
  current = viewer;
  const opened = openConsole('/settings', {
    locale,
    answers: {
      SignInEnvironment: environment,
      Viewer: () => (isSignedIn ? current : unauthenticated),
    },
  });
  expect((await screen.findAllByText(/Omar Operator/)).length).toBeGreaterThan(0);
  return opened;
}
const alert = async () => (await screen.findByRole('alert')).textContent;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reportSignedIn();
});

it('says nothing of a session to whoever was not signed in', async () => {
  const { router } = openConsole('/settings', {
    answers: { SignInEnvironment: environment, Viewer: PENDING },
  });
  reportUnauthenticated();
  expect(await screen.findByText(/^No sign-in provider/)).toBeTruthy();
  expect(router.state.location.pathname).toBe('/sign-in');
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('an open page', () => {
  it.each([
    ['Session ended', 'en', 'Your session has ended. Sign in again to continue.'],
    ['Session ended', 'es', 'Su sesión terminó. Vuelva a iniciar sesión para continuar.'],
    ['Access removed', 'en', /^Your access was removed\./],
    ['Access removed', 'es', /^Se le retiró el acceso\./],
  ] as const)('shows nothing more after “%s” (%s), and says why', async (reason, locale, text) => {
    const { router, client } = await openSettings(locale);
    isSignedIn = false;
    closed(reason);
    // At once, before the sign-in page is loaded.
    await expect.poll(() => screen.queryAllByText(/Omar Operator/)).toEqual([]);
    expect(await alert()).toMatch(text);
    expect(router.state.location).toMatchObject({ pathname: '/sign-in' });
    expect(router.state.location.search).toMatchObject({ returnTo: '/settings' });
    expect(JSON.stringify(client.extract())).not.toContain('Omar');
  });

  it('says the same where a request is answered that nobody is signed in', async () => {
    await openSettings();
    reportUnauthenticated();
    expect(await alert()).toBe('Your session has ended. Sign in again to continue.');
    // The socket may say more, later; the request says less, later.
    closed('Access removed');
    await expect.poll(alert).toMatch(/^Your access was removed/);
    reportUnauthenticated();
    expect(await alert()).toMatch(/^Your access was removed/);
  });

  it('asks who is signed in where it may see less, or its session ended in another tab', async () => {
    const { sent, router } = await openSettings();
    for (const reason of ['Access changed', 'Session ended', 'Forbidden']) {
      const before = sent('Viewer').length;
      closed(reason);
      await expect.poll(() => sent('Viewer').length, { message: reason }).toBeGreaterThan(before);
    }
    closed('Access removed', 1006);
    closed('', 1000);
    expect(router.state.location.pathname).toBe('/settings');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('is loaded again where somebody else signed in in another tab', async () => {
  await openSettings();
  const reload = vi.fn();
  vi.stubGlobal('location', { ...window.location, reload });
  const { viewer: before, ...more } = viewer as { viewer: object };
  current = { ...more, viewer: { ...before, id: 'viewer-2', name: 'Paula Owner' } };
  closed('Session ended');
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

describe('the client', () => {
  it('reports a request that is answered with 401', async () => {
    const error = { message: 'No.', extensions: { code: 'UNAUTHENTICATED' } };
    const fetch = () => Promise.resolve(Response.json({ errors: [error] }, { status: 401 }));
    vi.stubGlobal('fetch', vi.fn(fetch));
    const report = vi.fn();
    const stop = onUnauthenticated(report);
    const query = gql`
      query Viewer {
        viewer {
          id
        }
      }
    `;
    await expect(createClient().query({ query })).rejects.toThrow();
    expect(report).toHaveBeenCalled();
    stop();
  });

  it('reports why the server closes its socket', async () => {
    allowLiveConnection();
    await openSettings();
    class ClosedSocket {
      static readonly OPEN = 1;
      readonly readyState = 3;
      onclose?: (event: CloseEvent) => void;
      constructor() {
        const event = new CloseEvent('close', { code: FORBIDDEN, reason: 'Access removed' });
        setTimeout(() => this.onclose?.(event));
      }
      close() {}
      send() {}
    }
    vi.stubGlobal('WebSocket', ClosedSocket);
    const subscribed = createClient()
      .subscribe({
        query: gql`
          subscription RunsChanged {
            runsChanged {
              id
            }
          }
        `,
      })
      .subscribe({ error: () => undefined });
    expect(await alert()).toMatch(/^Your access was removed/);
    subscribed.unsubscribe();
  });
});
