// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const environment = (part: object = {}) => ({
  environment: {
    sandbox: false,
    version: '0.1.0',
    signIn: [{ name: 'Contoso SSO', url: '/auth/login?provider=1' }],
    ...part,
  },
});
const answers = { SignInEnvironment: environment() };

/** Replaces the browser's location, which jsdom cannot navigate. */
function watchNavigation() {
  const assign = vi.fn();
  vi.stubGlobal('location', { ...window.location, assign });
  return assign;
}
afterEach(() => void vi.unstubAllGlobals());

describe('the sign-in page', () => {
  it('opens the provider, which returns to the page that was wanted', async () => {
    const assign = watchNavigation();
    const { person, sent } = openConsole('/sign-in?returnTo=%2Fruns%2Frun-1', { answers });
    const button = await screen.findByRole('button', { name: 'Continue with Contoso SSO' });
    await person.click(button);
    expect(assign.mock.calls).toEqual([['/auth/login?provider=1&returnTo=%2Fruns%2Frun-1']]);
    // Nobody is signed in: the page must not query who is.
    expect(sent('Viewer')).toEqual([]);
  });

  it('has a button for each provider', async () => {
    const assign = watchNavigation();
    const signIn = ['contoso', 'fabrikam'].map((id) => ({
      name: `${id} SSO`,
      url: `/auth/login?provider=${id}`,
    }));
    const { person } = openConsole('/sign-in', {
      answers: { SignInEnvironment: environment({ signIn }) },
    });
    const first = await screen.findByRole('button', { name: 'Continue with contoso SSO' });
    const second = screen.getByRole('button', { name: 'Continue with fabrikam SSO' });
    await person.click(second);
    expect(assign.mock.calls).toEqual([['/auth/login?provider=fabrikam']]);
    await expect.poll(() => second.getAttribute('aria-disabled')).toBe('true');
    expect(first.getAttribute('aria-disabled')).toBeNull();
  });

  it('returns to no other site', async () => {
    const assign = watchNavigation();
    const address = `/sign-in?returnTo=${encodeURIComponent('//evil.example')}`;
    const { person } = openConsole(address, { answers });
    await person.click(await screen.findByRole('button', { name: 'Continue with Contoso SSO' }));
    expect(assign.mock.calls).toEqual([['/auth/login?provider=1']]);
  });

  it('shows progress until the provider’s page is there, and not after coming back', async () => {
    watchNavigation();
    const { person } = openConsole('/sign-in', { answers });
    const button = await screen.findByRole('button', { name: 'Continue with Contoso SSO' });
    await person.click(button);
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    window.dispatchEvent(new Event('pageshow'));
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
  });

  it('says that it is the sandbox, and only there', async () => {
    const sandbox = { SignInEnvironment: environment({ sandbox: true }) };
    openConsole('/sign-in', { answers: sandbox });
    expect(await screen.findByText(/^This is the sandbox/)).toBeTruthy();
    // Its own provider alone has demo users.
    expect(screen.queryByText(/choose a demo user/)).toBeNull();
    cleanup();
    const signIn = [{ name: 'Sandbox', url: '/auth/login' }];
    openConsole('/sign-in', {
      answers: { SignInEnvironment: environment({ sandbox: true, signIn }) },
    });
    expect(await screen.findByText(/choose a demo user/)).toBeTruthy();
  });

  it('says that no provider is configured', async () => {
    openConsole('/sign-in', { answers: { SignInEnvironment: environment({ signIn: [] }) } });
    expect(await screen.findByText(/^No sign-in provider is configured/)).toBeTruthy();
    expect(screen.queryByText(/^This is the sandbox/)).toBeNull();
  });

  it('says that the options could not be loaded, and loads them again', async () => {
    const { person } = openConsole('/sign-in', {
      answers: { SignInEnvironment: failsOnce('Too busy.', () => environment()) },
    });
    expect(await screen.findByText('Couldn’t load the sign-in options')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^Continue with/ })).toBeTruthy();
  });

  it('offers nothing while it loads', async () => {
    const { sent } = openConsole('/sign-in', { answers: { SignInEnvironment: PENDING } });
    await expect.poll(() => sent('SignInEnvironment')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /^Continue with/ })).toBeNull();
    expect(screen.queryByText(/^No sign-in provider/)).toBeNull();
  });

  it('changes to Spanish', async () => {
    const { person } = openConsole('/sign-in', { answers });
    await person.click(await screen.findByRole('radio', { name: 'Español' }));
    expect(await screen.findByRole('button', { name: 'Continuar con Contoso SSO' })).toBeTruthy();
  });
});
