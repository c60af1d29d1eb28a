// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServerError } from '@apollo/client/errors';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AnsweringLink, PENDING } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import type { Locale } from '../intl/locale.ts';
import '../testing/browser.ts';
import { clientOf, createHandOffClient, readToken } from './handOffClient.ts';
import type { HandedOffStepView, HandedOffView } from './handOffDocuments.ts';
import { HandOffApp } from './HandOffApp.tsx';

configure({ asyncUtilTimeout: 30_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.querySelector('[data-live-announcer]')?.remove();
});

const step = (more: Partial<HandedOffStepView> = {}): HandedOffStepView => ({
  ...{ track: 'AEP', id: 'VAULT', status: 'BLOCKED', title: 'Vault' },
  ...{ sentence: 'Blocked: purge protection is off.', looking: false, lookedAt: null },
  ...{ mayCheck: true, mayAttest: false },
  checks: [
    {
      ...{ id: 'vaultHasPurgeProtection', rules: ['VAL-10'], verdict: 'BLOCK' },
      ...{ title: 'Purge protection is on', observed: 'Purge protection is off' },
      ...{ expected: 'On', cause: 'It is off by default.', remedy: 'Turn it on.' },
      ...{ checkedAt: '2026-11-25T10:00:00.000Z', actor: 'AZURE_ADMIN', override: null },
    },
    {
      ...{ id: 'vaultExists', rules: [], verdict: 'PASS', title: 'The vault exists' },
      ...{ observed: 'contoso', expected: 'There', cause: null, remedy: null },
      ...{ checkedAt: null, actor: null, override: null },
    },
  ],
  instructions: {
    text: 'Open the vault.',
    values: [{ label: 'Vault', value: 'contoso-aep' }],
    scripts: [{ tool: 'AZ_CLI', text: 'az keyvault update' }],
  },
  ...more,
});
const handedOff = (more: Partial<HandedOffView> = {}): HandedOffView => ({
  ...{ partner: 'Northwind', organization: 'Contoso', actor: 'AZURE_ADMIN' },
  ...{ note: 'By Friday, please.', expiresAt: '2099-01-01T00:00:00.000Z' },
  steps: [step()],
  done: [],
  ...more,
});
const DONE = { track: 'AEP', id: 'VAULT', title: 'Vault', sentence: 'Done and verified.' } as const;

function open(answers: Answers, locale: Locale = 'en') {
  localStorage.setItem('keyway.locale', locale);
  const link = new AnsweringLink(answers);
  render(<HandOffApp client={clientOf(link)} />);
  return { person: userEvent.setup(), sent: (operation: string) => link.sent(operation) };
}
const card = async () => within(await screen.findByRole('article', { name: /Vault/ }));

describe('the page of a hand-off', () => {
  it('shows what to do, why, and values and scripts to copy', async () => {
    const { person } = open({ HandedOff: { handedOff: handedOff() } });
    const vault = await card();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Contoso');
    expect(screen.getByText('By Friday, please.')).toBeTruthy();
    expect(vault.getByText('Blocked: purge protection is off.')).toBeTruthy();
    expect(vault.getByText(/^Why: the key that encrypts/)).toBeTruthy();
    expect(vault.getByText('It is off by default.')).toBeTruthy();
    expect(vault.getByRole('button', { name: 'Copy Vault' })).toBeTruthy();
    await person.click(vault.getByRole('tab', { name: 'az CLI' }));
    expect(vault.getByText('az keyvault update')).toBeTruthy();
    // Rules are pages of the console.
    expect(vault.queryByRole('link')).toBeNull();
    expect(document.title).not.toContain('kwh_');
  });

  it('checks, shows that it does, and then what was found', async () => {
    let asked = 0;
    const { person, sent } = open({
      HandedOff: () => ({
        handedOff: (asked += 1) === 1 ? handedOff() : handedOff({ steps: [], done: [DONE] }),
      }),
      CheckHandedOff: {
        checkHandedOff: {
          handedOff: handedOff({ steps: [step({ status: 'WORKING', looking: true })] }),
          userErrors: [],
        },
      },
    });
    await person.click((await card()).getByRole('button', { name: 'Check now' }));
    expect(await screen.findByText(/^Checking your setup/)).toBeTruthy();
    expect(sent('CheckHandedOff')).toEqual([
      { input: { track: 'AEP', step: 'VAULT' }, locale: 'en' },
    ]);
    expect(await screen.findByRole('heading', { name: /^Thank you/ })).toBeTruthy();
    expect(screen.getByText(/Done and verified\./)).toBeTruthy();
    expect(sent('HandedOff').length).toBeGreaterThan(1);
  });

  it('attests with a name and a statement, and shows what was refused at its field', async () => {
    let tried = 0;
    const open1 = handedOff({ steps: [step({ mayCheck: false, mayAttest: true, checks: [] })] });
    const { person, sent } = open({
      HandedOff: { handedOff: open1 },
      AttestHandedOff: () => ({
        attestHandedOff:
          (tried += 1) === 1
            ? {
                handedOff: open1,
                userErrors: [{ code: 'INVALID_INPUT', message: 'Too short.', field: ['by'] }],
              }
            : { handedOff: handedOff({ steps: [], done: [DONE] }), userErrors: [] },
      }),
    });
    const vault = await card();
    await person.click(vault.getByRole('button', { name: 'I have done this…' }));
    const send = vault.getByRole('button', { name: 'Confirm' });
    expect(send.hasAttribute('disabled')).toBe(true);
    await person.type(vault.getByRole('textbox', { name: /Your name/ }), 'Luis');
    await person.type(vault.getByRole('textbox', { name: /What was done/ }), 'Turned it on');
    await person.click(send);
    expect(await vault.findByText('Too short.')).toBeTruthy();
    await person.click(send);
    expect(await screen.findByRole('heading', { name: /^Thank you/ })).toBeTruthy();
    expect(sent('AttestHandedOff')[1]?.['input']).toEqual({
      ...{ track: 'AEP', step: 'VAULT', by: 'Luis', statement: 'Turned it on' },
    });
  });

  it('says that nothing is open yet', async () => {
    open({ HandedOff: { handedOff: handedOff({ steps: [] }) } });
    expect(
      await screen.findByRole('heading', { name: 'There’s nothing for you to do yet' }),
    ).toBeTruthy();
  });

  it('says that the link is closed: by null, by an unknown token, and while it is used', async () => {
    const closed = () => screen.findByRole('heading', { name: 'This link can’t be used' });
    open({ HandedOff: { handedOff: null } });
    expect(await closed()).toBeTruthy();
    cleanup();
    const response = new Response('', { status: 401 });
    open({ HandedOff: new ServerError('No', { response, bodyText: '' }) });
    expect(await closed()).toBeTruthy();
    cleanup();
    const { person } = open({
      HandedOff: { handedOff: handedOff() },
      CheckHandedOff: {
        checkHandedOff: {
          handedOff: null,
          userErrors: [{ code: 'HAND_OFF_CLOSED', message: 'Closed.', field: null }],
        },
      },
    });
    await person.click((await card()).getByRole('button', { name: 'Check now' }));
    expect(await closed()).toBeTruthy();
    cleanup();
    render(<HandOffApp client={null} />);
    expect(await closed()).toBeTruthy();
  });

  it('shows that it is loading, that it failed or is offline, and tries again', async () => {
    open({ HandedOff: PENDING });
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy();
    cleanup();
    let asked = 0;
    const { person } = open({
      HandedOff: () => ((asked += 1) === 1 ? new Error('x') : { handedOff: handedOff() }),
    });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load your steps' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await card()).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    cleanup();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    open({ HandedOff: new Error('x') });
    expect(await screen.findByRole('heading', { name: 'You’re offline' })).toBeTruthy();
    vi.restoreAllMocks();
  });

  it('asks for the texts again in the other language', async () => {
    const { person, sent } = open({ HandedOff: { handedOff: handedOff() } });
    await card();
    await person.click(screen.getByRole('radio', { name: 'Español' }));
    expect(await screen.findByText('Claves de cifrado de Contoso')).toBeTruthy();
    await expect.poll(() => sent('HandedOff').at(-1)).toEqual({ locale: 'es' });
  });
});

describe('the token', () => {
  it('is read from the path alone', () => {
    expect(readToken('/hand-off/kwh_abc')).toBe('kwh_abc');
    for (const path of ['/hand-off/', '/hand-off/kw_abc', '/hand-off/kwh_a/b', '/x/kwh_abc'])
      expect(readToken(path)).toBeNull();
  });

  it('is sent as a bearer token, without cookies, and stored nowhere', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() =>
      Promise.resolve(
        new Response('{"data":{"handedOff":null}}', {
          headers: { 'content-type': 'application/json' },
        }),
      ),
    );
    vi.stubGlobal('fetch', fetch);
    localStorage.clear();
    render(<HandOffApp client={createHandOffClient('kwh_secret')} />);
    await expect.poll(() => fetch.mock.calls.length).toBeGreaterThan(0);
    const [address, init] = fetch.mock.calls[0]!;
    expect(address).toBe('/graphql');
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer kwh_secret');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('kwh_');
    expect(document.cookie).toBe('');
  });
});
