// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRun } from '../fixtures/aRun.ts';
import { Pushes } from '../fixtures/AnsweringLink.ts';
import { aHealth } from '../fixtures/aHealth.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import type { AGrant } from '../fixtures/shellAnswers.ts';
import { tasksAnswer } from '../fixtures/tasksAnswer.ts';
import type { Locale } from '../intl/locale.ts';
import { openConsole } from '../testing/openConsole.tsx';
import { setLiveConnection } from './liveConnection.ts';
import { handleClose } from './socketClose.ts';

const OPERATOR: AGrant[] = [{ role: 'OPERATOR', organization: null }];
const AUDITOR: AGrant[] = [{ role: 'AUDITOR', organization: null }];
const ADATUM = { id: 'organization-2', name: 'Adatum' };
const OF_ADATUM: AGrant[] = [{ role: 'OPERATOR', organization: ADATUM }];
const NONE = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const run = aRun({
  nextActions: [
    { mutation: 'verify', track: 'AEP', step: 'VAULT', movesRun: false, label: 'Check now' },
  ],
});
const withoutActions = { ...run, nextActions: [] };

/** Opens a page; `become` gives the person other grants, which the answers can ask for. */
function open(
  path: string,
  answers: (limited: boolean) => Answers,
  { locale, from = OPERATOR }: { locale?: Locale; from?: AGrant[] } = {},
) {
  let grants = from;
  const names = Object.keys(answers(false));
  const isLimited = () => grants !== OPERATOR;
  const all: Answers = {
    ...{ Viewer: () => shellAnswers('OPERATOR', grants)['Viewer']! },
    ...Object.fromEntries(names.map((name) => [name, answerOf(name)])),
  };
  function answerOf(name: string) {
    return (variables: object) => {
      const answer = answers(isLimited())[name]!;
      return typeof answer === 'function' ? (answer(variables) as object) : answer;
    };
  }
  const opened = openConsole(path, { locale, answers: all });
  const become = (next: AGrant[]) => {
    grants = next;
    act(() => handleClose({ code: 4403, reason: 'Access changed' }));
  };
  return { ...opened, become };
}

const CHANGED = /^Your access has changed\. Keyway shows what you can see and do now\./;
const notice = (text = CHANGED) =>
  screen.findByText((_, element) =>
    element?.tagName === 'SPAN' ? text.test(element.textContent) : false,
  );

describe('an open page whose person sees less from now on', () => {
  const runPage = (limited: boolean): Answers => ({
    ...runAnswers(run),
    ...(limited && { RunPage: { run: null }, RunHistory: { run: null } }),
    ...{ RunHandOffs: { run: limited ? null : { id: run.id, handOffs: [] } } },
  });

  it.each([
    ['en', CHANGED, 'See your access'],
    [
      'es',
      /^Su acceso ha cambiado\. Keyway muestra lo que ahora puede ver y hacer\./,
      'Ver su acceso',
    ],
  ] as const)('has nothing more of it, and says why (%s)', async (locale, text, link) => {
    const { become, client, person } = open('/runs/run-1', runPage, { locale });
    await screen.findByRole('heading', { level: 1, name: 'Contoso Health' });
    become(OF_ADATUM);
    expect((await notice(text)).textContent).toContain(link);
    expect(screen.queryByText('Contoso Health')).toBeNull();
    expect(JSON.stringify(client.extract())).not.toContain('Contoso');
    await person.click(screen.getByRole('button', { name: locale === 'en' ? 'Close' : 'Cerrar' }));
    expect(screen.queryByText(link)).toBeNull();
  });

  it('keeps nothing of the pages that were open before', async () => {
    const organizations = (limited: boolean) => ({
      ...runPage(limited),
      Organizations: { organizations: { totalCount: 0, ...NONE } },
      SavedViews: { savedViews: [] },
    });
    const { become, client, router } = open('/runs/run-1', organizations);
    await screen.findByRole('heading', { level: 1, name: 'Contoso Health' });
    await act(() => router.navigate({ to: '/organizations' }));
    await expect.poll(() => screen.queryByText('Contoso Health')).toBeNull();
    expect(JSON.stringify(client.extract())).toContain('Contoso');
    become(OF_ADATUM);
    await notice();
    expect(JSON.stringify(client.extract())).not.toContain('Contoso');
  });

  it('has no content either where it can’t be read again', async () => {
    const { become, client } = open('/runs/run-1', (limited) => ({
      ...runPage(limited),
      ...(limited && { RunPage: new Error('No.') }),
    }));
    await screen.findByRole('heading', { level: 1, name: 'Contoso Health' });
    become(OF_ADATUM);
    await notice();
    await expect.poll(() => screen.queryByText('Contoso Health')).toBeNull();
    expect(JSON.stringify(client.extract())).not.toContain('Contoso');
  });

  it('has a bulk job no more that they did not start', async () => {
    const job = {
      ...{ __typename: 'BulkJob', id: 'job-1', action: 'START_RUNS', track: null },
      ...{ status: 'RUNNING', total: 1, done: 1, refused: 0, skipped: 0, startedBy: 'Olga' },
      ...{ startedAt: '2026-11-25T08:00:00Z', endedAt: null, cancelledBy: null },
      ...{
        actor: null,
        linksUntil: null,
        linksWorkUntil: null,
        needsAttention: 0,
        outcomes: [],
        items: { totalCount: 0, ...NONE },
      },
    };
    const { become } = open('/bulk-jobs/job-1', (limited) => ({
      BulkJobChanged: new Pushes(),
      BulkJob: { node: limited ? null : job },
    }));
    await screen.findByRole('heading', { name: 'Start runs' });
    become(OF_ADATUM);
    await notice();
    expect(screen.queryByRole('heading', { name: 'Start runs' })).toBeNull();
  });

  it('has no entry of the history that was pushed meanwhile, or read as a later page', async () => {
    const entry = (name: string) => ({
      ...{ id: name, at: '2026-11-25T10:00:00.000Z', actor: 'Omar', principal: null },
      ...{ kind: 'runStarted', summary: `About ${name}`, data: {}, hash: 'a', previousHash: 'b' },
      ...{ organization: { id: name, name }, run: null },
    });
    const page = (names: string[], endCursor: string | null = null) => ({
      edges: names.map((name) => ({ cursor: name, node: entry(name) })),
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    });
    const changes = new Pushes();
    const history = (limited: boolean): Answers => ({
      OrganizationChoices: { organizations: { edges: [] } },
      HistoryChanges: changes,
      History: ({ after }) => ({
        history: limited ? page(['Adatum']) : after ? page(['Contoso']) : page(['Adatum'], 'more'),
      }),
    });
    const { become, person } = open('/history', history);
    await screen.findByText('About Adatum');
    await person.click(screen.getByRole('button', { name: 'Load more' }));
    await screen.findByText('About Contoso');
    act(() => changes.push({ runsChanged: { id: 'run-2', history: page(['Fabrikam']) } }));
    await screen.findByText('About Fabrikam');
    become(OF_ADATUM);
    await notice();
    expect(screen.queryByText(/About (Contoso|Fabrikam)/)).toBeNull();
    expect(screen.getByText('About Adatum')).toBeTruthy();
  });
});

describe('an open page whose person’s role changes', () => {
  const vault = async () => within(await screen.findByRole('article', { name: /Vault/ }));

  it('offers no more what they may do no more, and keeps what was typed', async () => {
    const { become, person } = open('/runs/run-1', (limited) =>
      runAnswers(limited ? withoutActions : run),
    );
    const box = await screen.findByRole('textbox', { name: 'Comment' });
    await person.type(box, 'Ana asked Adobe');
    expect((await vault()).getByRole('button', { name: 'Check now' })).toBeTruthy();
    become(AUDITOR);
    await notice();
    expect((await vault()).queryByRole('button', { name: 'Check now' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Comment' })).toBe(box);
    expect((box as HTMLTextAreaElement).value).toBe('Ana asked Adobe');
  });

  it('keeps a dialog with what was typed in it', async () => {
    const { become, person } = open('/runs/run-1', () => runAnswers(run));
    await person.click((await vault()).getByRole('button', { name: 'Comment…' }));
    const dialog = within(await screen.findByRole('dialog'));
    const box = dialog.getByRole('textbox', { name: /Comment/ });
    await person.type(box, 'Asked Ana.');
    become(AUDITOR);
    await expect.poll(() => document.body.textContent).toContain('Your access has changed.');
    expect(box.isConnected && (box as HTMLTextAreaElement).value).toBe('Asked Ana.');
  });
});

describe('an open page whose person sees more from now on', () => {
  const nodes = (names: string[]) =>
    names.map((name) => ({
      id: name,
      name,
      imsOrgId: name,
      keyHealth: aHealth(),
      currentRun: null,
    }));
  const matrix = (all: boolean) => ({
    MatrixChanges: new Pushes(),
    Tasks: tasksAnswer([]),
    MatrixPage: {
      organizations: {
        totalCount: all ? 2 : 1,
        pageInfo: NONE.pageInfo,
        nodes: nodes(all ? ['Adatum', 'Contoso'] : ['Adatum']),
      },
    },
  });
  const rows = async () =>
    within(await screen.findByRole('grid'))
      .queryAllByRole('rowheader')
      .map(({ textContent }) => textContent);

  it('shows the new organization, says so, and shows it no more when it is taken away', async () => {
    const { become } = open('/', (limited) => matrix(!limited), { from: AUDITOR });
    await expect.poll(rows).toEqual([expect.stringContaining('Adatum')]);
    expect(screen.queryByText(CHANGED)).toBeNull();
    become(OPERATOR);
    await notice();
    await expect.poll(async () => (await rows()).length).toBe(2);
    become(AUDITOR);
    await expect.poll(async () => (await rows()).length).toBe(1);
  });

  it('says so where the change happened while the live connection was down', async () => {
    let grants = AUDITOR;
    openConsole('/', {
      answers: { ...matrix(false), Viewer: () => shellAnswers('OPERATOR', grants)['Viewer']! },
    });
    await expect.poll(rows).toHaveLength(1);
    grants = OPERATOR;
    act(() => setLiveConnection('reconnecting'));
    act(() => setLiveConnection('live'));
    await notice();
  });
});
