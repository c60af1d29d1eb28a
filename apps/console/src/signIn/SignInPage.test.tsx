// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../testing/openConsole.tsx';
import { prefetchConsole } from './prefetchConsole.ts';
import { SignInApp } from './SignInApp.tsx';

const environment = (part: object = {}) => ({
  environment: {
    sandbox: false,
    signIn: [{ name: 'Contoso SSO', url: '/auth/login?provider=1' }],
    ...part,
  },
});
const CONSOLE = `<!doctype html><link rel="modulepreload" href="/assets/react.js">
  <link rel="stylesheet" href="/assets/styles.css"><script type="module" src="/assets/index.js"></script>
  <script type="module" src="https://evil.example/a.js"></script>`;

const assign = vi.fn();
const sent = vi.fn();
const PENDING = new Promise<Response>(() => undefined);
type Answer = () => Response | Promise<Response>;
const data =
  (value: object): Answer =>
  () =>
    Response.json({ data: value });

/** Opens the page at an address, with answers to what it asks, the last one again and again. */
function open(address: string, ...answers: [Answer, ...Answer[]]) {
  const url = new URL(address, 'https://keyway.example');
  const { pathname, search, hash } = url;
  vi.stubGlobal('location', { ...window.location, pathname, search, hash, assign });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path !== '/graphql') return Promise.resolve(new Response(CONSOLE));
    sent(init?.body);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return Promise.resolve(answer?.());
  });
  localStorage.setItem('keyway.locale', 'en');
  render(<SignInApp />);
  return userEvent.setup();
}
beforeEach(() => {
  assign.mockClear();
  sent.mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the sign-in page', () => {
  it('opens the provider, which returns to the page that was wanted', async () => {
    const person = open('/sign-in?returnTo=%2Fruns%2Frun-1', data(environment()));
    await person.click(await button('Continue with Contoso SSO'));
    expect(assign.mock.calls).toEqual([['/auth/login?provider=1&returnTo=%2Fruns%2Frun-1']]);
  });

  it('returns to the page at whose address it was sent, with its place', async () => {
    const person = open('/runs/run-1?x=1#step-AEP-KEY', data(environment()));
    await person.click(await button('Continue with Contoso SSO'));
    const returnTo = encodeURIComponent('/runs/run-1?x=1#step-AEP-KEY');
    expect(assign.mock.calls).toEqual([[`/auth/login?provider=1&returnTo=${returnTo}`]]);
  });

  it('has a button for each provider', async () => {
    const signIn = ['contoso', 'fabrikam'].map((id) => ({
      name: `${id} SSO`,
      url: `/auth/login?provider=${id}`,
    }));
    const person = open('/sign-in', data(environment({ signIn })));
    const first = await button('Continue with contoso SSO');
    const second = await button('Continue with fabrikam SSO');
    await person.click(second);
    expect(assign.mock.calls).toEqual([['/auth/login?provider=fabrikam']]);
    await expect.poll(() => second.getAttribute('aria-disabled')).toBe('true');
    expect(first.getAttribute('aria-disabled')).toBeNull();
  });

  it('returns to no other site', async () => {
    const person = open(
      `/sign-in?returnTo=${encodeURIComponent('//evil.example')}`,
      data(environment()),
    );
    await person.click(await button('Continue with Contoso SSO'));
    expect(assign.mock.calls).toEqual([['/auth/login?provider=1']]);
  });

  it('shows progress until the provider’s page is there, and not after coming back', async () => {
    const person = open('/sign-in', data(environment()));
    const opened = await button('Continue with Contoso SSO');
    await person.click(opened);
    await expect.poll(() => opened.getAttribute('aria-disabled')).toBe('true');
    window.dispatchEvent(new Event('pageshow'));
    await expect.poll(() => opened.getAttribute('aria-disabled')).toBeNull();
  });

  it.each([
    ['ended', 'Your session has ended. Sign in again to continue.'],
    ['removed', /^Your access was removed\./],
  ])('says why there is no session any more: %s', async (end, text) => {
    open(`/sign-in?end=${end}`, data(environment()));
    expect((await screen.findByRole('alert')).textContent).toMatch(text);
  });

  it('says nothing of a session to whoever had none, whatever the address says', async () => {
    open('/sign-in?end=%3Cb%3Eyou%20owe%20us', data(environment()));
    await button('Continue with Contoso SSO');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that it is the sandbox, and only there', async () => {
    open('/sign-in', data(environment({ sandbox: true })));
    expect(await screen.findByText(/^This is the sandbox/)).toBeTruthy();
    // Its own provider alone has demo users.
    expect(screen.queryByText(/choose a demo user/)).toBeNull();
    cleanup();
    const signIn = [{ name: 'Sandbox', url: '/auth/login' }];
    open('/sign-in', data(environment({ sandbox: true, signIn })));
    expect(await screen.findByText(/choose a demo user/)).toBeTruthy();
  });

  it('says that no provider is configured', async () => {
    open('/sign-in', data(environment({ signIn: [] })));
    expect(await screen.findByText(/^No sign-in provider is configured/)).toBeTruthy();
    expect(screen.queryByText(/^This is the sandbox/)).toBeNull();
  });

  it.each<[string, Answer]>([
    ['there is no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['it is an error', () => Response.json({ errors: [{ message: 'Busy.' }] }, { status: 503 })],
    ['it is a page of a proxy', () => new Response('<html>502</html>', { status: 502 })],
  ])(
    'says that the options could not be loaded, where %s, and loads them again',
    async (_, bad) => {
      const person = open('/sign-in', bad, data(environment()));
      expect(await screen.findByText('Couldn’t load the sign-in options')).toBeTruthy();
      await person.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await button(/^Continue with/)).toBeTruthy();
    },
  );

  it('offers nothing while it loads', async () => {
    open('/sign-in', () => PENDING);
    await expect.poll(() => sent.mock.calls).toHaveLength(1);
    // Nobody is signed in: the page must not query who is.
    expect(String(sent.mock.calls[0]?.[0])).not.toContain('viewer');
    expect(screen.queryByRole('button', { name: /^Continue with/ })).toBeNull();
    expect(screen.queryByText(/^No sign-in provider/)).toBeNull();
  });

  it('changes to Spanish', async () => {
    const person = open('/sign-in', data(environment()));
    await person.click(await screen.findByRole('radio', { name: 'Español' }));
    expect(await button('Continuar con Contoso SSO')).toBeTruthy();
  });
});

it('loads the console while the person signs in, and nothing of another site', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(CONSOLE)));
  await prefetchConsole();
  const links = [...document.head.querySelectorAll('link[rel=prefetch]')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/assets/react.js',
    '/assets/index.js',
    '/assets/styles.css',
  ]);
});
