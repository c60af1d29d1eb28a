// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPage } from '../../fixtures/aMember.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { aRun, aStep, aTrack, anApproval } from '../../fixtures/aRun.ts';
import { PENDING, Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { someCheckpoints } from '../../fixtures/someCheckpoints.ts';
import { tasksAnswer } from '../../fixtures/tasksAnswer.ts';
import type { Role } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const CONTOSO = { id: 'organization-1', name: 'Contoso' };
const PAGE = '/organizations/organization-1';
const decide = (mutation: string, label: string) =>
  ({ mutation, track: 'AEP', step: 'APPROVAL', movesRun: true, label, reason: null }) as const;
const RUN = aRun({
  organization: { ...aRun().organization, name: 'Contoso' },
  status: 'WAITING',
  sentence: 'Waiting on an approver.',
  nextActions: [decide('approve', 'Approve'), decide('refuse', 'Refuse')],
  tracks: [
    aTrack('AEP', { steps: [aStep('APPROVAL', 'WAITING')], approval: anApproval() }),
    aTrack('CJA', { steps: [aStep('ENTITLEMENT', 'DONE')] }),
  ],
});

interface Opened {
  path?: string;
  role?: Role;
  locale?: Locale;
  answers?: Answers;
  organization?: ReturnType<typeof anOrganization>;
}

/** Opens the console as somebody with one grant, for Contoso. */
function openAsOwn(part: Opened = {}) {
  const { path = '/', role = 'APPROVER', locale, answers, organization = own() } = part;
  const pageInfo = { hasNextPage: false, endCursor: null };
  return openConsole(path, {
    grants: [{ role, organization: CONTOSO }],
    locale,
    answers: {
      ...runAnswers(RUN),
      Organization: { organization },
      Connections: { organization },
      MatrixPage: { organizations: { totalCount: 0, pageInfo, nodes: [] } },
      MatrixChanges: PENDING,
      Tasks: tasksAnswer([]),
      ...answers,
    },
  });
}
const own = (part: object = {}) => {
  const { id, status, sentence } = RUN;
  return anOrganization([], { currentRun: { id, status, sentence }, ...part });
};
const rail = async () =>
  within(await screen.findByRole('navigation', { name: 'Main' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);

describe('home of who sees one organization', () => {
  it.each(['/', '/organizations'])('is its page, also at %s', async (path) => {
    const { router } = openAsOwn({ path });
    expect(await screen.findByRole('heading', { level: 1, name: 'Contoso' })).toBeTruthy();
    expect(router.state.location.pathname).toBe(PAGE);
    expect(screen.queryByRole('heading', { name: 'Portfolio' })).toBeNull();
  });

  it('is in the rail in place of the lists', async () => {
    openAsOwn();
    await expect.poll(rail).toEqual(['Contoso', 'Approvals', 'Health', 'History', 'Settings']);
  });

  it('has the run, what the person can do, and the approvals', async () => {
    openAsOwn();
    expect(await screen.findByText('Waiting on an approver.')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Steps and their order' })).toBeTruthy();
    const tasks = within(screen.getByRole('region', { name: 'Your tasks' }));
    expect(tasks.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/runs/run-1/approval/AEP',
    ]);
    const approvals = within(screen.getByRole('region', { name: 'Approvals' }));
    expect(approvals.getByText(/Waiting for a decision/)).toBeTruthy();
    expect(approvals.getByText('Omar Operator (console)')).toBeTruthy();
  });

  it('follows the run', async () => {
    const changes = new Pushes();
    openAsOwn({ answers: { RunChanged: changes } });
    await screen.findByText('Waiting on an approver.');
    const approved = { ...RUN, version: RUN.version + 1, sentence: 'Approved.', nextActions: [] };
    act(() => changes.push({ runChanged: approved }));
    expect(await screen.findByText('Approved.')).toBeTruthy();
    expect(screen.getByText(/You have no tasks/)).toBeTruthy();
  });

  it('says that no approval was requested', async () => {
    openAsOwn({ answers: runAnswers(aRun({ organization: RUN.organization })) });
    expect(await screen.findByText('No approval was requested yet.')).toBeTruthy();
  });

  it('says that its run could not be loaded, and shows the rest', async () => {
    openAsOwn({ answers: { RunPage: serverError('Too busy.') } });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load the run' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Details' })).toBeTruthy();
  });

  it('without a run asks for none', async () => {
    const { sent } = openAsOwn({ organization: own({ currentRun: null }) });
    expect(await screen.findByText('No runs yet.')).toBeTruthy();
    expect(sent('RunPage')).toEqual([]);
  });

  it('is in Spanish', async () => {
    openAsOwn({ locale: 'es' });
    expect(await screen.findByRole('link', { name: 'Abrir aprobación' })).toBeTruthy();
  });

  it('offers an operator of one organization no other', async () => {
    const { router, person } = openAsOwn({ role: 'OPERATOR', path: '/organizations/new' });
    expect(await screen.findByText(/This needs a role for all organizations/)).toBeTruthy();
    await person.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: /Search by organization/ });
    const actions = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(actions).toContain('Go to the home page');
    for (const name of ['Add organization', 'Import organizations', 'Go to the portfolio'])
      expect(actions).not.toContain(name);
    expect(router.state.location.pathname).toBe('/organizations/new');
  });

  it('has no filter by organization in its history, and verifies its own chain', async () => {
    const history = aPage([]);
    const { person, sent } = openAsOwn({
      path: '/history',
      answers: {
        History: { history },
        HistoryVerification: {
          historyVerification: {
            ok: true,
            entries: 0,
            brokenAt: null,
            checkpoints: someCheckpoints({ count: 0, lastAt: null, lastEntries: null }),
          },
        },
      },
    });
    await expect.poll(rail).toHaveLength(5);
    expect(await screen.findByRole('search')).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Organization/ })).toBeNull();
    await person.click(screen.getByRole('button', { name: /^Verify/ }));
    await expect.poll(() => sent('HistoryVerification')[0]?.organizationId).toBe(CONTOSO.id);
  });
});
