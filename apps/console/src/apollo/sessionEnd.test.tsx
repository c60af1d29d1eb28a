// @vitest-environment jsdom
import { gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PENDING } from '../fixtures/AnsweringLink.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import { openConsole } from '../testing/openConsole.tsx';
import { createClient } from './client.ts';
import { allowLiveConnection } from './liveConnection.ts';
import { handleClose } from './socketClose.ts';
import { onUnauthenticated, reportSignedIn, reportUnauthenticated } from './unauthenticated.ts';

const viewer = shellAnswers()['Viewer'] as object;
const unauthenticated = new CombinedGraphQLErrors({
  errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }],
});
let isSignedIn = true;
let current = viewer;
const FORBIDDEN = 4403;
const closed = (reason: string, code = FORBIDDEN) => handleClose({ code, reason });

/** The settings, which show who is signed in. */
async function openSettings() {
  isSignedIn = true;
  current = viewer;
  const opened = openConsole('/settings', {
    answers: {
      Viewer: () => (isSignedIn ? current : unauthenticated),
    },
  });
  expect((await screen.findAllByText(/Omar Operator/)).length).toBeGreaterThan(0);
  return opened;
}
const assign = vi.fn();
/** Where the page was left for, the last time. */
const leftFor = () => expect.poll(() => assign.mock.lastCall?.[0] as unknown);
beforeEach(() => {
  assign.mockClear();
  vi.stubGlobal('location', { ...window.location, assign });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  reportSignedIn();
});

it('says nothing of a session to whoever was not signed in', async () => {
  openConsole('/settings', { answers: { Viewer: PENDING } });
  await expect.poll(() => document.getElementById('main')).not.toBeNull();
  reportUnauthenticated();
  await leftFor().toBe('/sign-in?returnTo=%2Fsettings');
});

describe('an open page', () => {
  it.each([
    ['Session ended', 'ended'],
    ['Access removed', 'removed'],
  ] as const)('shows nothing more after “%s”, and says why', async (reason, end) => {
    const { client } = await openSettings();
    isSignedIn = false;
    closed(reason);
    // At once, before the sign-in page is loaded.
    await expect.poll(() => screen.queryAllByText(/Omar Operator/)).toEqual([]);
    await leftFor().toBe(`/sign-in?returnTo=%2Fsettings&end=${end}`);
    expect(JSON.stringify(client.extract())).not.toContain('Omar');
  });

  it('says the same where a request is answered that nobody is signed in', async () => {
    await openSettings();
    reportUnauthenticated();
    await leftFor().toMatch(/end=ended$/);
    // The socket may say more, later; the request says less, later.
    closed('Access removed');
    await leftFor().toMatch(/end=removed$/);
    reportUnauthenticated();
    await leftFor().toMatch(/end=removed$/);
  });

  it('asks who is signed in where it may see less, or its session ended in another tab', async () => {
    const { sent } = await openSettings();
    for (const reason of ['Access changed', 'Session ended', 'Forbidden']) {
      const before = sent('Viewer').length;
      closed(reason);
      await expect.poll(() => sent('Viewer').length, { message: reason }).toBeGreaterThan(before);
    }
    closed('Access removed', 1006);
    closed('', 1000);
    expect(assign).not.toHaveBeenCalled();
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
    await leftFor().toMatch(/end=removed$/);
    subscribed.unsubscribe();
  });
});
