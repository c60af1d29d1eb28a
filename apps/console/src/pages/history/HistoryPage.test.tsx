// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setLiveConnection } from '../../apollo/liveConnection.ts';
import { PENDING, Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { someCheckpoints } from '../../fixtures/someCheckpoints.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const entry = (minute: number, part: object = {}) => ({
  id: `entry-${minute}`,
  at: `2026-11-25T10:${String(minute).padStart(2, '0')}:00.000Z`,
  actor: 'Omar Operator (console)',
  principal: null,
  kind: 'runStarted',
  summary: `Entry of minute ${minute}`,
  data: { minute },
  hash: 'a'.repeat(64),
  previousHash: 'b'.repeat(64),
  organization: { id: 'organization-1', name: 'Contoso' },
  run: { id: 'run-1' },
  change: null as object | null,
  ...part,
});
type Entry = ReturnType<typeof entry>;

/** The answer for an opened entry. */
const entryFields = (...fields: object[]) => ({
  node: {
    __typename: 'HistoryEntry',
    id: 'entry-2',
    fields: fields.map((of) => ({ name: null, level: 0, format: 'TEXT', ...of })),
  },
});

function page(entries: readonly Entry[], endCursor: string | null = null) {
  const edges = entries.map((node) => ({ cursor: node.id, node }));
  return { history: { edges, pageInfo: { hasNextPage: endCursor !== null, endCursor } } };
}

function open(
  answers: { History: object } & Record<string, object>,
  address = '/history',
  locale: 'en' | 'es' = 'en',
) {
  const changes = new Pushes();
  const organizations = { organizations: { edges: [] } };
  const opened = openConsole(address, {
    locale,
    answers: {
      OrganizationChoices: organizations,
      OrganizationName: { organization: { id: 'organization-1', name: 'Contoso' } },
      HistoryChanges: changes,
      ...answers,
    },
  });
  /** A run has changed, and these are the newest entries of its history. */
  const change = (...entries: Entry[]) => act(() => changes.push({ runsChanged: page(entries) }));
  return { ...opened, change };
}

const textOf = ({ textContent }: HTMLElement) => textContent;

const shown = () =>
  screen
    .queryAllByRole('button', { name: /^Show details: Entry of minute/ })
    .map((button) => Number(/\d+$/.exec(button.getAttribute('aria-label') ?? '')?.[0]));

describe('the history page', () => {
  it('shows entries, newest first, and the data and hashes of one', async () => {
    const { person } = open({ History: page([entry(2), entry(1)]) });
    await person.click(
      await screen.findByRole('button', { name: 'Show details: Entry of minute 2' }),
    );
    expect(shown()).toEqual([1]);
    await person.click(await screen.findByRole('button', { name: 'Show data' }));
    expect(screen.getByText(/"minute": 2/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy Data' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy Hash' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: 'Contoso' })).toHaveLength(2);
  });

  it('leads to the step that an entry is about, else to its run', async () => {
    open({
      History: page([
        entry(3, { data: { track: 'AEP', facts: { step: 'VAULT' } } }),
        entry(2, { data: { track: 'CJA', step: 'KEY', text: 'Call them.' } }),
        entry(1),
      ]),
    });
    await expect.poll(shown).toEqual([3, 2, 1]);
    const places = screen.getAllByRole('link', { name: 'Contoso' });
    expect(places.map((place) => place.getAttribute('href'))).toEqual([
      '/runs/run-1#step-AEP-VAULT',
      '/runs/run-1#step-CJA-KEY',
      '/runs/run-1',
    ]);
  });

  it('opens and closes an entry by its whole row, and by the keyboard', async () => {
    const { person } = open({ History: page([entry(2), entry(1)]) });
    const row = await screen.findByText('Entry of minute 2');
    await person.click(row);
    expect(await screen.findByRole('button', { name: 'Show data' })).toBeTruthy();
    await person.click(row);
    expect(screen.queryByRole('button', { name: 'Show data' })).toBeNull();
    screen.getByRole('button', { name: 'Show details: Entry of minute 1' }).focus();
    await person.keyboard('{Enter}');
    await person.click(await screen.findByRole('button', { name: 'Show data' }));
    expect(screen.getByText(/"minute": 1/)).toBeTruthy();
  });

  it('shows the fields of an opened entry, with times as people read them', async () => {
    const { person, sent } = open({
      History: page([entry(2)]),
      EntryFields: entryFields(
        { label: 'Track', values: ['Experience Platform'] },
        { label: 'Key identifier', format: 'VERBATIM', values: ['https://a.vault.azure.net/k'] },
        { label: 'Due', format: 'INSTANT', values: ['2026-11-25T10:00:00.000Z'] },
        { label: 'Observed', values: [] },
        { label: 'Key operations', level: 1, values: ['unwrapKey', 'wrapKey'] },
      ),
    });
    await person.click(await screen.findByText('Entry of minute 2'));
    const list = await screen.findByLabelText('Details');
    expect(within(list).getAllByRole('term').map(textOf)).toEqual([
      ...['Track', 'Key identifier', 'Due', 'Observed', 'Key operations'],
    ]);
    expect(within(list).getByText('Experience Platform')).toBeTruthy();
    expect(within(list).getByText(/^Nov 25, 2026/)).toBeTruthy();
    expect(within(list).getAllByRole('listitem').map(textOf)).toEqual(['unwrapKey', 'wrapKey']);
    expect(within(list).getByRole('button', { name: 'Copy Key identifier' })).toBeTruthy();
    expect(sent('EntryFields')).toEqual([{ id: 'entry-2', locale: 'en' }]);
  });

  it('shows the first fields of a long entry, and all when asked', async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({
      ...{ label: `Field ${index}`, values: ['x'] },
    }));
    const { person } = open({ History: page([entry(2)]), EntryFields: entryFields(...many) });
    await person.click(await screen.findByText('Entry of minute 2'));
    const more = await screen.findByRole('button', { name: 'Show all 150 fields' });
    expect(screen.getAllByRole('term')).toHaveLength(100);
    await person.click(more);
    expect(screen.getAllByRole('term')).toHaveLength(150);
  });

  it('asks again for fields that could not be loaded, and shows the data meanwhile', async () => {
    const answer = entryFields({ label: 'Track', values: ['Experience Platform'] });
    const { person } = open({
      History: page([entry(2)]),
      EntryFields: failsOnce('Too busy.', () => answer),
    });
    await person.click(await screen.findByText('Entry of minute 2'));
    expect(await screen.findByText('Couldn’t load the details')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Show data' }));
    expect(screen.getByText(/"minute": 2/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Experience Platform')).toBeTruthy();
  });

  it('says that nothing has happened, or that nothing matches', async () => {
    const { person } = open({ History: page([]) });
    expect(await screen.findByText('No history yet')).toBeTruthy();
    await person.type(screen.getByRole('searchbox', { name: 'Filter by person or token' }), 'Ana');
    expect(await screen.findByText('No matching entries')).toBeTruthy();
  });

  it('shows why it could not load, and tries again', async () => {
    const { person } = open({ History: failsOnce('Too busy.', () => page([entry(1)])) });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load the history' })).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(shown).toEqual([1]);
  });

  it('shows no entries while it loads', async () => {
    const { sent } = open({ History: PENDING });
    await expect.poll(() => sent('History')).toHaveLength(1);
    expect(screen.queryByText('No history yet')).toBeNull();
    expect(shown()).toEqual([]);
  });

  it('filters by what the address says, and removes what it does not know', async () => {
    const { sent, router } = open(
      { History: page([]) },
      '/history?organization=organization-1&kind=RUNS&foreign=x',
    );
    await screen.findByText('No matching entries');
    expect(sent('History').at(-1)?.filter).toEqual({
      organizationId: 'organization-1',
      kind: ['runStarted', 'runAssigned', 'commentAdded', 'runCancelled'],
      oncePerChange: true,
    });
    expect(router.state.location.href).toBe('/history?organization=organization-1&kind=RUNS');
  });

  it('is in Spanish', async () => {
    open({ History: page([]) }, '/history', 'es');
    expect(await screen.findByText('Aún no hay historial')).toBeTruthy();
  });
});

describe('the chain of the history', () => {
  it('is verified on request', async () => {
    const historyVerification = {
      ...{ ok: true, entries: 12_408, brokenAt: null },
      checkpoints: someCheckpoints(),
    };
    const { person, sent } = open({
      History: page([]),
      HistoryVerification: { historyVerification },
    });
    const verify = await screen.findByRole('button', { name: 'Verify the partner’s own chain' });
    expect(sent('HistoryVerification')).toHaveLength(0);
    await person.click(verify);
    const verdict =
      'All 12,408 of the partner’s own entries, from the first to the latest, match their hashes';
    expect(await screen.findAllByText(verdict)).not.toHaveLength(0);
    expect(screen.getByText(/doesn’t show that what they say is true/)).toBeTruthy();
    expect(screen.getByText(/Each organization’s chain is verified separately/)).toBeTruthy();
  });

  it('is neither intact nor broken when it could not be verified', async () => {
    const { person } = open({ History: page([]), HistoryVerification: serverError('Timed out.') });
    await person.click(
      await screen.findByRole('button', { name: 'Verify the partner’s own chain' }),
    );
    expect(await screen.findAllByText(/^Couldn’t verify the chain/)).not.toHaveLength(0);
  });

  it('is broken at an entry', async () => {
    const historyVerification = {
      ...{ ok: false, entries: 9, brokenAt: 'entry-7' },
      checkpoints: someCheckpoints(),
    };
    const { person } = open({
      History: page([]),
      HistoryVerification: { historyVerification },
    });
    await person.click(
      await screen.findByRole('button', { name: 'Verify the partner’s own chain' }),
    );
    const verdict =
      'The chain is broken. From the first entry on, 9 entries match. Then entry entry-7 was changed, or an entry next to it was removed, added or moved.';
    expect(await screen.findAllByText(verdict)).not.toHaveLength(0);
    expect(screen.queryByText(/what they say is true/)).toBeNull();
  });
});

describe('the signed checkpoints', () => {
  const verify = async (checkpoints: object, ok: boolean) => {
    const { person } = open({
      History: page([]),
      HistoryVerification: {
        historyVerification: { ok, entries: 12_408, brokenAt: null, checkpoints },
      },
    });
    await person.click(
      await screen.findByRole('button', { name: 'Verify the partner’s own chain' }),
    );
  };

  it('are what the chain was compared with, to get and to keep', async () => {
    await verify(someCheckpoints(), true);
    expect(
      await screen.findByText(
        /compared with 3 signed checkpoints; the last valid one covers 12,000/,
      ),
    ).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Signed checkpoints' });
    expect(link.getAttribute('href')).toBe('/checkpoints/partner.jsonl');
  });

  it('that are none yet say so', async () => {
    await verify(someCheckpoints({ count: 0, lastAt: null, lastEntries: null }), true);
    expect(await screen.findByText(/There is no signed checkpoint yet/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Signed checkpoints' })).toBeNull();
  });

  it.each([
    ['OTHER_HISTORY', /^Signed checkpoint 2 doesn’t match/],
    ['NOT_SIGNED', /^Checkpoint 2 isn’t signed/],
    ['OUT_OF_ORDER', /^Checkpoint 2 doesn’t follow/],
  ])('find what a chain alone can’t: %s', async (problem, text) => {
    await verify(someCheckpoints({ valid: false, brokenAt: 2, problem }), false);
    expect(await screen.findAllByText(text)).not.toHaveLength(0);
    expect(screen.queryByText(/The chain is broken/)).toBeNull();
    expect(screen.queryByText(/what they say is true/)).toBeNull();
  });
});

describe('the history while runs change', () => {
  it('gets their entries, keeps the pages that were read, and queries nothing', async () => {
    const { person, sent, change } = open({
      History: ({ after }: { after?: string }) =>
        after ? page([entry(8)]) : page([entry(10), entry(9)], 'entry-9'),
    });
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(shown).toEqual([10, 9, 8]);
    const oldest = screen.getByRole('button', { name: 'Show details: Entry of minute 8' });
    change(entry(12), entry(10), entry(3));
    change(entry(11));
    await expect.poll(shown).toEqual([12, 11, 10, 9, 8]);
    expect(oldest.isConnected).toBe(true);
    expect(sent('History')).toHaveLength(2);
  });

  it('asks for what changed since the page was read, and shows an entry that came late', async () => {
    const { sent, change } = open({ History: page([entry(10), entry(8)], 'entry-8') });
    await expect.poll(shown).toEqual([10, 8]);
    expect(sent('HistoryChanges')).toHaveLength(1);
    // Written in another chain before the newest one, and read after it.
    change(entry(9), entry(10));
    await expect.poll(shown).toEqual([10, 9, 8]);
  });

  it('shows a change of a policy once, with how many runs it has reached by now', async () => {
    const own = entry(9, { run: null, kind: 'policyChanged' });
    const reached = (minute: number, runCount: number) =>
      entry(minute, { kind: 'policyChanged', change: { runCount, first: own } });
    const { person, change, sent } = open({
      History: page([{ ...own, change: { runCount: 1, first: own } }, entry(8)]),
      ChangeEntries: ({ after }: { after?: string }) => ({
        node: {
          __typename: 'HistoryEntry',
          id: own.id,
          change: { entries: page(after ? [entry(20)] : [entry(21)], after ? null : 'x').history },
        },
      }),
    });
    expect(await screen.findByRole('button', { name: 'Affects 1 run' })).toBeTruthy();
    change(reached(10, 2));
    change(reached(11, 3), reached(10, 2));
    const affects = await screen.findByRole('button', { name: 'Affects 3 runs' });
    expect(shown()).toEqual([9, 8]);
    await person.click(affects);
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(shown).toEqual([9, 21, 20, 8]);
    // Its own details open above the runs that it affects.
    const entryButton = screen.getByRole('button', { name: 'Show details: Entry of minute 9' });
    await person.click(entryButton);
    const detail = document.getElementById(entryButton.getAttribute('aria-controls')!)!;
    const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
    expect(detail.compareDocumentPosition(affects) & FOLLOWING).toBe(FOLLOWING);
    expect(sent('ChangeEntries').map(({ id }) => id)).toEqual([own.id, own.id]);
  });

  it('shows the run of an organization where the change is not in its history', async () => {
    const own = entry(9, { run: null, kind: 'policyChanged', organization: null });
    const { change } = open({ History: page([entry(8)]) }, '/history?organization=organization-1');
    await expect.poll(shown).toEqual([8]);
    change(entry(10, { kind: 'policyChanged', change: { runCount: 3, first: own } }));
    await expect.poll(shown).toEqual([10, 8]);
    expect(screen.queryByRole('button', { name: /^Affects/ })).toBeNull();
  });

  it('compares the filter with the stored name, and shows it in the reader’s language', async () => {
    const actor = ({ locale }: { locale: string }) =>
      locale === 'es' ? 'Keyway (automático)' : 'Keyway worker';
    const { change } = open({ History: page([]) }, '/history?actor=keyway+w', 'es');
    await screen.findByText('No hay entradas que coincidan');
    change(entry(1), entry(2, { actor }));
    expect(await screen.findByText('Keyway (automático)')).toBeTruthy();
    expect(screen.queryByText('Entry of minute 1')).toBeNull();
  });

  it('gets only entries that match the filter', async () => {
    const { change } = open({ History: page([entry(1)]) }, '/history?kind=RUNS&actor=omar');
    await expect.poll(shown).toEqual([1]);
    change(entry(2, { kind: 'approvalGranted' }), entry(3, { actor: 'Ana Approver' }), entry(4));
    await expect.poll(shown).toEqual([4, 1]);
  });

  it('is read again when the live connection is back, and keeps later pages', async () => {
    let newest = [entry(10), entry(9)];
    // As a server does: reads that begin at once share a request.
    const later = (answer: object) => {
      const pushes = new Pushes();
      queueMicrotask(() => pushes.push(answer, true));
      return pushes;
    };
    const { person, sent } = open({
      History: ({ after }: { after?: string }) =>
        later(after ? page([entry(8)]) : page(newest, 'entry-9')),
    });
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(shown).toEqual([10, 9, 8]);
    newest = [entry(11), ...newest];
    act(() => setLiveConnection('reconnecting'));
    act(() => setLiveConnection('live'));
    await expect.poll(shown).toEqual([11, 10, 9, 8]);
    expect(sent('History')).toHaveLength(3);
  });

  it('is in the chosen language after a change, pushed entries and later pages too', async () => {
    const inLanguage = (minute: number) =>
      entry(minute, {
        summary: ({ locale }: { locale: string }) =>
          locale === 'es' ? `Entrada ${minute}` : `Entry of minute ${minute}`,
      });
    const { person, change } = open({
      History: ({ after }: { after?: string }) =>
        after ? page([inLanguage(8)]) : page([inLanguage(10), inLanguage(9)], 'entry-9'),
    });
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    change(inLanguage(11));
    await expect.poll(shown).toEqual([11, 10, 9, 8]);
    await person.click(screen.getByRole('button', { name: 'Language' }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Español' }));
    const spanish = () =>
      screen.queryAllByRole('button', { name: /: Entrada/ }).map((one) => one.ariaLabel);
    await expect.poll(() => spanish().length).toBeGreaterThanOrEqual(2);
    expect(screen.queryByText(/Entry of minute/)).toBeNull();
    change(inLanguage(12));
    await expect.poll(() => screen.queryByText('Entrada 12')).toBeTruthy();
  });

  it('gets entries about no run when the page is shown again', async () => {
    const { sent } = open({
      History: page([entry(1)]),
      NewestHistory: page([entry(2, { run: null, kind: 'memberInvited' }), entry(1)]),
    });
    await expect.poll(shown).toEqual([1]);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(shown).toEqual([2, 1]);
    expect(sent('NewestHistory')).toHaveLength(1);
    expect(sent('History')).toHaveLength(1);
  });
});
