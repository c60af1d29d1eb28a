// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { signOut } from './signOut.ts';

afterEach(() => void vi.unstubAllGlobals());

const PROVIDER = 'https://login.example.com/end?id_token_hint=x';
const answer = (body: unknown) => () => Promise.resolve(Response.json(body));
it.each([
  ['the provider’s page', answer({ endSessionUrl: PROVIDER }), PROVIDER],
  ['no page', () => Promise.resolve(new Response(null, { status: 204 })), '/sign-in'],
  ['another answer', answer({}), '/sign-in'],
  ['an error', () => Promise.resolve(new Response('no', { status: 500 })), '/sign-in'],
  ['no answer', () => Promise.reject(new Error('offline')), '/sign-in'],
])('leads on after %s', async (_what, fetch, address) => {
  const assign = vi.fn();
  vi.stubGlobal('location', { ...window.location, assign });
  vi.stubGlobal('fetch', vi.fn(fetch));
  await signOut();
  expect(assign.mock.calls).toEqual([[address]]);
});
