// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AnsweringLink, PENDING } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import type { Locale } from '../intl/locale.ts';
import '../testing/browser.ts';
import type { ClosedView } from './closedView.ts';
import { clientOf, createHandOffClient, readToken } from './handOffClient.ts';
import type { HandedOffStepView, HandedOffView } from './handOffDocuments.ts';
import { HandOffApp } from './HandOffApp.tsx';

configure({ asyncUtilTimeout: 120_000 });
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
    text: '1. Open the vault.',
    lines: [
      { text: 'Open the vault.', checks: [], progress: null },
      { text: 'Choose Premium.', checks: ['vaultExists'], progress: 'DONE' },
      { text: 'Choose a period.', checks: ['vaultRetentionIsLong'], progress: 'OPEN' },
      { text: 'Enable it.', checks: ['vaultHasPurgeProtection'], progress: 'FAILING' },
      { text: 'Save.', checks: [], progress: null },
    ],
    remarks: ['The scripts change only this.'],
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
  later: [],
  ...more,
});
const answer = (given: HandedOffView) => ({ handedOff: given });
const closed = (reason: ClosedView['reason'], at: string | null = null) =>
  new CombinedGraphQLErrors({
    errors: [
      {
        message: 'This hand-off is closed.',
        extensions: { code: 'HAND_OFF_CLOSED', partner: 'Northwind', reason, at },
      },
    ],
  });
const LATER = { track: 'AEP', id: 'KEY', title: 'Key' } as const;
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
    // What was found is the line in red; what is wanted would read as a statement there.
    const [, row] = [...vault.getByText('Purge protection is off').parentElement!.children];
    expect(row!.textContent).toBe('Required: Purge protection is on');
    // The instructions say it, with scripts to copy.
    expect(vault.queryByText('Turn it on.')).toBeNull();
    expect(vault.getByRole('button', { name: 'Copy Vault' })).toBeTruthy();
    await person.click(vault.getByRole('tab', { name: 'az CLI' }));
    expect(vault.getByText('az keyvault update')).toBeTruthy();
    // Rules are pages of the console.
    expect(vault.queryByRole('link')).toBeNull();
    expect(document.title).not.toContain('kwh_');
  });

  it('shows what a check found missing first, and folds what is done', async () => {
    open({ HandedOff: answer(handedOff()) });
    const vault = await card();
    const list = vault.getByText('Open the vault.').closest('ol')!;
    expect([...list.children].map((one) => one.textContent)).toEqual([
      'Open the vault.',
      'Enable it.Found: Purge protection is off. Right: On',
      'Choose a period.',
      'Save.',
    ]);
    // A remark is no thing to do.
    expect(screen.getByText('The scripts change only this.').closest('li')).toBeNull();
    const done = vault.getByText('Choose Premium.').closest('details')!;
    expect(done.open).toBe(false);
    expect(within(done).getByText('1 of these is done already')).toBeTruthy();
  });

  it.each([
    ['en', /^Still the same: Purge protection is off \(checked at 11:03/, 'Check now'],
    ['es', /^Sigue igual: Purge protection is off \(comprobado a las 11:03/, /^Comprobar/],
  ] as const)('says, in %s, that a check found the same again', async (locale, text, name) => {
    const at = new Date(2026, 10, 25, 11, 3).toISOString();
    const same = handedOff({ steps: [step({ lookedAt: at })] });
    const { person } = open(
      {
        HandedOff: answer(handedOff({ steps: [step({ lookedAt: '2026-11-25T10:00:00.000Z' })] })),
        CheckHandedOff: { checkHandedOff: { handedOff: same, userErrors: [] } },
      },
      locale,
    );
    const vault = await card();
    // A region that is there before its text: only then do screen readers announce it.
    const region = vault.getByRole('status');
    expect(region.textContent).toBe('');
    await person.click(vault.getByRole('button', { name }));
    expect(await within(region).findByText(text)).toBeTruthy();
    expect(region.textContent).not.toContain('10');
  });

  it('says why a firewall or a role can be found as before, and what was found instead', async () => {
    const at = '2026-11-25T11:00:00.000Z';
    const found = (more: Partial<HandedOffStepView>) =>
      handedOff({
        steps: [step({ id: 'NETWORK', title: 'Vault network', lookedAt: at, ...more })],
      });
    let answered = found({});
    const { person } = open({
      HandedOff: answer(handedOff({ steps: [step({ id: 'NETWORK', title: 'Vault network' })] })),
      CheckHandedOff: () => ({ checkHandedOff: { handedOff: answered, userErrors: [] } }),
    });
    const vault = await card();
    await person.click(vault.getByRole('button', { name: 'Check now' }));
    expect(await vault.findByText(/can take up to 10 minutes/)).toBeTruthy();
    const [off, exists] = step().checks;
    answered = found({
      lookedAt: '2026-11-25T11:01:00.000Z',
      checks: [
        { ...off!, verdict: 'PASS' },
        { ...exists!, verdict: 'BLOCK', observed: 'Gone' },
      ],
    });
    await person.click(vault.getByRole('button', { name: 'Check now' }));
    expect(await vault.findByText(/^Checked at .* Found: Gone\.$/)).toBeTruthy();
    expect(vault.queryByText(/^Still the same/)).toBeNull();
  });

  it('calls its reader “you”, the others by what they are, and says whom to ask', async () => {
    const [off] = step().checks;
    const by = (actor: HandedOffStepView['checks'][number]['actor'], id: string) => ({
      ...off!,
      id,
      actor,
      observed: id,
    });
    open({
      HandedOff: answer(
        handedOff({
          steps: [
            step({
              checks: [
                by('AZURE_ADMIN', 'a'),
                by('ENTRA_ADMIN', 'b'),
                by('PARTNER', 'c'),
                by('SYSTEM', 'd'),
              ],
            }),
          ],
        }),
      ),
    });
    const vault = await card();
    expect(vault.getAllByText('Who must act').map((one) => one.nextSibling?.textContent)).toEqual([
      'you',
      'a Microsoft Entra administrator of your organization',
      'Northwind, who sent you this link',
      'Keyway, automatically',
    ]);
    expect(screen.getByText(/^Northwind sent you this link\./)).toBeTruthy();
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
    const asksBeforeUnload = () =>
      !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asksBeforeUnload()).toBe(true);
    await person.click(send);
    expect(await vault.findByText('Too short.')).toBeTruthy();
    await person.click(send);
    expect(await screen.findByRole('heading', { name: /^Thank you/ })).toBeTruthy();
    expect(asksBeforeUnload()).toBe(false);
    expect(sent('AttestHandedOff')[1]?.['input']).toEqual({
      ...{ track: 'AEP', step: 'VAULT', by: 'Luis', statement: 'Turned it on' },
    });
  });

  it('says what opens later, and thanks for what is done', async () => {
    const nothingYet = 'There’s nothing for you to do right now';
    open({ HandedOff: answer(handedOff({ steps: [], later: [LATER] })) });
    expect(await screen.findByRole('heading', { name: nothingYet })).toBeTruthy();
    expect(screen.getByText(/^Your other steps open when/)).toBeTruthy();
    const later = within(screen.getByRole('region', { name: 'Your later steps' }));
    expect(later.getByRole('listitem').textContent).toBe('Key (Experience Platform)');
    cleanup();
    open({ HandedOff: answer(handedOff({ steps: [], done: [DONE], later: [LATER] })) });
    expect(await screen.findByRole('heading', { name: nothingYet })).toBeTruthy();
    expect(screen.getByText(/^Thank you for what you’ve done so far/)).toBeTruthy();
  });

  it('thanks when all is done, and says what follows', async () => {
    open({ HandedOff: answer(handedOff({ steps: [], done: [DONE] })) });
    expect(
      await screen.findByRole('heading', { name: 'Thank you, you’ve done all your steps' }),
    ).toBeTruthy();
    expect(screen.getByText(/Northwind has the setup approved by a second person/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Your later steps' })).toBeNull();
  });

  const AT = '2026-11-20T10:00:00.000Z';
  it.each([
    ['EXPIRED', AT, 'en', 'This link expired', /^It worked until November 20, 2026.*Northwind/],
    ['REVOKED', AT, 'en', 'This link was revoked', /^It stopped .* November 20.*Northwind/],
    ['COMPLETED', null, 'en', 'Thank you, the setup is complete', /ask Northwind/],
    ['CANCELLED', null, 'en', 'This work was stopped', /until Northwind contacts you/],
    ['EXPIRED', AT, 'es', 'Este enlace expiró', /^Funcionó hasta el 20 de noviembre .*Northwind/],
    ['REVOKED', AT, 'es', 'Este enlace se revocó', /^Dejó de funcionar el 20 .*Northwind/],
    ['COMPLETED', null, 'es', 'Gracias, la configuración está completa', /a Northwind/],
    ['CANCELLED', null, 'es', 'Este trabajo se detuvo', /hasta que Northwind/],
  ] as const)('says that a link is closed: %s %s %s', async (reason, at, locale, title, text) => {
    open({ HandedOff: closed(reason, at) }, locale);
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(screen.getByText(text)).toBeTruthy();
    expect(document.title).toContain(title);
  });

  it('says one text of every link that is none, which says nothing about it', async () => {
    const unknown = async () =>
      (await screen.findByRole('heading', { name: 'This link doesn’t open anything' })).closest(
        'section',
      )!.textContent;
    localStorage.setItem('keyway.locale', 'en');
    render(<HandOffApp client={null} />);
    const text = await unknown();
    cleanup();
    const response = new Response('', { status: 401 });
    open({ HandedOff: new ServerError('No', { response, bodyText: '' }) });
    expect(await unknown()).toBe(text);
    expect(text).toMatch(/incomplete or mistyped.*ask the person who sent it/);
  });

  it('shows why a link closed while it was used', async () => {
    let asked = 0;
    const { person } = open({
      HandedOff: () => ((asked += 1) === 1 ? answer(handedOff()) : closed('REVOKED', AT)),
      CheckHandedOff: {
        checkHandedOff: {
          handedOff: null,
          userErrors: [{ code: 'HAND_OFF_CLOSED', message: 'Closed.', field: null }],
        },
      },
    });
    await person.click((await card()).getByRole('button', { name: 'Check now' }));
    expect(await screen.findByRole('heading', { name: 'This link was revoked' })).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
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
