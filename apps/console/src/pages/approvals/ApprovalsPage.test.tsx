// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setLiveConnection } from '../../apollo/liveConnection.ts';
import { aRun, aStep, aTrack, anApproval } from '../../fixtures/aRun.ts';
import { PENDING, Pushes } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Role, StepStatus } from '../../generated/enums.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

interface Part {
  version?: number;
  status?: StepStatus;
  hour?: number;
  mayNotDecide?: 'SELF_APPROVAL' | 'FORBIDDEN' | 'POLICY_FORBIDS' | null;
  noApprover?: 'NO_OWN_APPROVER' | null;
  archivedAt?: string | null;
}

/** A run whose approval has been pending since an hour. */
function awaiting(name: string, part: Part = {}) {
  const {
    version = 5,
    status = 'WAITING',
    hour = 8,
    mayNotDecide = null,
    noApprover = null,
    archivedAt = null,
  } = part;
  const requestedAt = `2026-11-25T${String(hour).padStart(2, '0')}:00:00Z`;
  const { organization } = aRun();
  const steps = [aStep('APPROVAL', status)];
  return aRun({
    id: `run-${name}`,
    version,
    organization: { ...organization, id: name, name, ...{ archivedAt } },
    tracks: [
      aTrack('AEP', { steps, approval: anApproval({ requestedAt, mayNotDecide, noApprover }) }),
    ],
  });
}
type Run = ReturnType<typeof awaiting>;

function page(runs: readonly Run[], endCursor: string | null = null) {
  const edges = runs.map((run) => ({ cursor: run.id, node: { run } }));
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return { pendingApprovals: { totalCount: runs.length, pageInfo, edges } };
}

function open(
  Approvals: object,
  { role = 'APPROVER', locale, show }: { role?: Role; locale?: Locale; show?: string } = {},
) {
  const changes = new Pushes();
  const opened = openConsole(`/approvals${show ? `?show=${show}` : ''}`, {
    role,
    locale,
    answers: { Approvals, ApprovalChanges: changes },
  });
  const change = (run: Run) => act(() => changes.push({ runsChanged: run }));
  return { ...opened, change };
}

const names = () =>
  screen.queryAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);

describe('the pending approvals', () => {
  it('are listed, the longest wait first, each with its page', async () => {
    const runs = [awaiting('Contoso', { hour: 9 }), awaiting('Adatum', { hour: 7 })];
    open(page(runs));
    await expect.poll(names).toEqual(['Adatum', 'Contoso']);
    const review = screen.getByRole('link', { name: 'Review: Adatum' });
    expect(review.getAttribute('href')).toBe('/runs/run-Adatum/approval/AEP');
    const [, row] = within(screen.getByRole('table', { name: 'Approvals' })).getAllByRole('row');
    expect(row?.textContent).toContain('Experience Platform');
    expect(row?.textContent).toContain('Omar Operator');
  });

  it('can be selected by operators, and are no longer once they are decided', async () => {
    const runs = [awaiting('Contoso'), awaiting('Adatum')];
    const { person, change } = open(page(runs), { role: 'OPERATOR' });
    await person.click(await screen.findByRole('checkbox', { name: 'Select Contoso' }));
    await person.click(screen.getByRole('checkbox', { name: 'Select Adatum' }));
    expect(await screen.findByText('2 organizations selected')).toBeTruthy();
    change(awaiting('Contoso', { version: 6, status: 'DONE' }));
    expect(await screen.findByText('1 organization selected')).toBeTruthy();
  });

  it('can’t be selected by approvers, for whom there is no bulk action', async () => {
    open(page([awaiting('Contoso')]));
    await expect.poll(names).toEqual(['Contoso']);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('offer no review to the requester or to a role that only reads', async () => {
    const own = awaiting('Contoso', { mayNotDecide: 'SELF_APPROVAL' });
    const foreign = awaiting('Adatum', { mayNotDecide: 'FORBIDDEN' });
    open(page([own, foreign]), { role: 'AUDITOR', show: 'others' });
    expect(await screen.findByText('You requested it; someone else decides')).toBeTruthy();
    expect(screen.getByText('Your role can’t decide')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Review/ })).toBeNull();
  });

  it('say until when what was approved can be withdrawn, and by whom', async () => {
    open(page([]));
    const text = await screen.findByText(/The approver or an owner can withdraw an approval until/);
    expect(text.textContent).toContain('when the submission to Adobe begins or is attested');
    expect(text.textContent).toContain('when the case is recorded. What follows can’t be undone.');
  });

  it('say that there are none', async () => {
    open(page([]));
    expect(await screen.findByText('Nothing for you to decide')).toBeTruthy();
    const others = screen.getByRole('link', { name: 'See what waits for others' });
    expect(others.getAttribute('href')).toBe('/approvals?show=others');
  });

  it('say why they could not be loaded, and are loaded again', async () => {
    const { person } = open(failsOnce('Too busy.', () => page([awaiting('Contoso')])));
    expect(
      await screen.findByRole('heading', { name: 'Couldn’t load the approvals' }),
    ).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(names).toEqual(['Contoso']);
  });

  it('are not said to be none while they load', async () => {
    const { sent } = open(PENDING);
    await expect.poll(() => sent('Approvals')).toHaveLength(1);
    expect(await screen.findByRole('heading', { name: 'Approvals' })).toBeTruthy();
    expect(screen.queryByText('Nothing for you to decide')).toBeNull();
  });

  it('are in Spanish', async () => {
    const own = awaiting('Contoso', { mayNotDecide: 'SELF_APPROVAL' });
    const { person } = open(
      ({ mayDecide }: { mayDecide?: boolean }) => page(mayDecide ? [awaiting('Adatum')] : [own]),
      {
        locale: 'es',
      },
    );
    expect(await screen.findByRole('link', { name: 'Revisar: Adatum' })).toBeTruthy();
    await person.click(screen.getByRole('link', { name: 'Para otros' }));
    expect(await screen.findByText('Usted la solicitó; decide otra persona')).toBeTruthy();
  });
});

describe('the number beside the page’s name', () => {
  it('is that of approvals for this person, read again after a change that can matter', async () => {
    const changes = new Pushes();
    let totalCount = 2;
    const { sent } = openConsole('/approvals', {
      role: 'APPROVER',
      answers: {
        Approvals: page([awaiting('Contoso')]),
        ApprovalChanges: PENDING,
        ShellCounts: () => ({ pendingApprovals: { totalCount } }),
        RunsChanged: changes,
      },
    });
    expect(await screen.findByRole('img', { name: '2 approvals for you to decide' })).toBeTruthy();
    expect(sent('ShellCounts')).toHaveLength(1);
    totalCount = 3;
    const progress = { done: 1, total: 2 };
    const change = {
      id: 'run-9',
      status: 'WAITING',
      waitingOn: ['APPROVER'],
      ...{ refusedTracks: [], delays: [] },
      nobodysTurnUntil: null,
      progress,
    };
    act(() => changes.push({ runsChanged: { ...change, updatedAt: '2026-11-25T12:00:00Z' } }));
    expect(await screen.findByRole('img', { name: '3 approvals for you to decide' })).toBeTruthy();
  });
});

describe('approvals for others', () => {
  it('are asked for apart, and say who decides by the policy or that nobody can', async () => {
    const own = awaiting('Contoso', { mayNotDecide: 'POLICY_FORBIDS' });
    const nobodys = awaiting('Adatum', {
      mayNotDecide: 'POLICY_FORBIDS',
      noApprover: 'NO_OWN_APPROVER',
    });
    const { sent } = open(page([own, nobodys]), { show: 'others' });
    expect(await screen.findByText('An approver of Contoso decides')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'No person can approve' });
    expect(link.getAttribute('href')).toBe('/runs/run-Adatum/approval/AEP');
    expect(sent('Approvals')).toMatchObject([{ mayDecide: false }]);
    const tab = screen.getByRole('link', { name: 'For others' });
    expect(tab.getAttribute('aria-current')).toBe('page');
  });

  it('go over to this person when these may decide by now', async () => {
    const { change } = open(page([awaiting('Contoso')]));
    await expect.poll(names).toEqual(['Contoso']);
    change(awaiting('Contoso', { version: 6, mayNotDecide: 'POLICY_FORBIDS' }));
    expect(await screen.findByText('Nothing for you to decide')).toBeTruthy();
    change(awaiting('Contoso', { version: 7 }));
    await expect.poll(names).toEqual(['Contoso']);
  });
});

describe('decided approvals', () => {
  const entry = (kind: string, data: object, tracks: readonly object[] = []) => ({
    id: kind,
    at: '2026-11-25T11:00:00Z',
    actor: 'Ana Approver (console)',
    kind,
    data: { track: 'AEP', principal: 'member:1', ...data },
    organization: { id: 'o1', name: 'Contoso' },
    run: { id: 'run-1', tracks },
  });
  const ALL = [
    entry('approvalGranted', { comment: 'As agreed', confirmImsOrgId: 'X' }),
    entry('approvalRefused', { reason: 'Not our key' }),
  ];
  const history = (entries: readonly object[]) => ({
    history: {
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: entries.map((node, index) => ({ cursor: String(index), node })),
    },
  });

  it('say who decided what, when and why, and lead to the run and the history', async () => {
    const { sent, router } = openConsole('/approvals?show=decided', {
      role: 'AUDITOR',
      answers: { Decisions: history(ALL), DecisionChanges: PENDING },
    });
    const table = within(await screen.findByRole('table', { name: 'Decided' }));
    const [, granted, refused] = table.getAllByRole('row');
    expect(granted?.textContent).toMatch(/Contoso.*Approved.*Ana Approver.*As agreed/);
    expect(refused?.textContent).toMatch(/Refused.*Not our key/);
    const hrefs = within(granted!).getAllByRole('link');
    expect(hrefs.map((link) => link.getAttribute('href'))).toEqual([
      '/runs/run-1/approval/AEP',
      '/history?kind=DECISIONS&organization=o1',
    ]);
    expect(sent('Decisions')[0]).toMatchObject({
      filter: { kind: ['approvalGranted', 'approvalRefused', 'approvalWithdrawn'] },
    });
    expect(router.state.location.search).toMatchObject({ show: 'decided' });
  });

  const given = (approval: object) =>
    entry('approvalGranted', { comment: 'As agreed' }, [
      {
        id: 'AEP',
        approval: {
          decidedAt: '2026-11-25T11:00:00.000Z',
          voidedAt: null,
          reason: null,
          ...approval,
        },
      },
      { id: 'CJA', approval: null },
    ]);
  const decided = (locale: 'en' | 'es', one: object) =>
    openConsole('/approvals?show=decided', {
      ...{ role: 'AUDITOR', locale },
      answers: { Decisions: history([one]), DecisionChanges: PENDING },
    });
  const voided = { status: 'VOID', voidedAt: '2026-11-25T12:00:00Z', reason: 'Loosened.' };

  it.each([
    ['en', voided, /Approved\s*Void since Nov 25, 2026.*, because: Loosened\./],
    ['es', voided, /Aprobada\s*Anulada desde el 25 nov 2026.*, porque: Loosened\./],
    ['en', { ...voided, voidedAt: null }, /Void, because: Loosened\./],
    ['en', { ...voided, status: 'EXPIRED', reason: null }, /Void since .*, because it expired/],
  ] as const)('say of what became void since when and why (%s)', async (locale, state, text) => {
    decided(locale, given(state));
    const [, row] = await screen.findAllByRole('row');
    expect(row?.textContent).toMatch(text);
  });

  it.each([
    ['stands', { status: 'APPROVED' }],
    ['was decided later', { ...voided, decidedAt: '2026-11-26T11:00:00Z' }],
  ])('say nothing of the kind where the approval %s', async (_name, state) => {
    decided('en', given(state));
    const [, row] = await screen.findAllByRole('row');
    expect(row?.textContent).not.toMatch(/Void/);
  });

  it('are read again when one of them becomes void', async () => {
    const changes = new Pushes();
    let one = given({ status: 'APPROVED' });
    openConsole('/approvals?show=decided', {
      role: 'AUDITOR',
      answers: { Decisions: () => history([one]), DecisionChanges: changes },
    });
    expect(await screen.findByText('As agreed')).toBeTruthy();
    one = given(voided);
    const tracks = [
      { id: 'AEP', approval: { status: 'VOID' } },
      { id: 'CJA', approval: null },
    ];
    const run = { id: 'run-1', tracks, history: { nodes: [{ kind: 'factsObserved' }] } };
    act(() => changes.push({ runsChanged: run }));
    expect(await screen.findByText(/^Void since/)).toBeTruthy();
  });

  it('are those of the address', async () => {
    const { sent } = openConsole('/approvals?show=decided&decision=refused', {
      role: 'AUDITOR',
      locale: 'es',
      answers: { Decisions: history([]), DecisionChanges: PENDING },
    });
    expect(await screen.findByText('No hay decisiones')).toBeTruthy();
    expect(sent('Decisions')).toMatchObject([{ filter: { kind: ['approvalRefused'] } }]);
  });

  it('are read again when somebody decides', async () => {
    const changes = new Pushes();
    let entries = ALL.slice(1);
    openConsole('/approvals?show=decided', {
      role: 'AUDITOR',
      answers: { Decisions: () => history(entries), DecisionChanges: changes },
    });
    expect(await screen.findByText('Not our key')).toBeTruthy();
    entries = ALL;
    act(() =>
      changes.push({
        runsChanged: { id: 'run-1', tracks: [], history: { nodes: [{ kind: 'approvalGranted' }] } },
      }),
    );
    expect(await screen.findByText('As agreed')).toBeTruthy();
  });
});

describe('the pending approvals while runs change', () => {
  it('follow the changes without being queried again', async () => {
    const { sent, change } = open(page([awaiting('Contoso')]));
    await expect.poll(names).toEqual(['Contoso']);
    change(awaiting('Fabrikam', { hour: 7 }));
    await expect.poll(names).toEqual(['Fabrikam', 'Contoso']);
    change(awaiting('Contoso', { version: 6, status: 'DONE' }));
    await expect.poll(names).toEqual(['Fabrikam']);
    change(awaiting('Contoso', { version: 5 }));
    change(awaiting('Fabrikam', { version: 6, archivedAt: '2026-11-25T12:00:00Z' }));
    expect(await screen.findByText('Nothing for you to decide')).toBeTruthy();
    expect(sent('Approvals')).toHaveLength(1);
  });

  it('keep the pages that were read, and the newer of two versions', async () => {
    const { person, change } = open(({ after }: { after?: string }) =>
      after
        ? page([awaiting('Contoso'), awaiting('Litware', { hour: 10 })])
        : page([awaiting('Adatum', { hour: 7 })], 'run-Adatum'),
    );
    await expect.poll(names).toEqual(['Adatum']);
    change(awaiting('Contoso', { version: 6, status: 'DONE' }));
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(names).toEqual(['Adatum', 'Litware']);
  });

  it('are read again, all pages that were shown, when the live connection is back', async () => {
    const adatum = awaiting('Adatum', { hour: 7 });
    const second = [awaiting('Contoso'), awaiting('Litware', { hour: 10 })];
    let isBack = false;
    const { person, sent } = open(({ after }: { after?: string }) => {
      if (!after) return page([adatum], 'run-Adatum');
      return page(isBack ? second.slice(1) : second);
    });
    await person.click(await screen.findByRole('button', { name: 'Load more' }));
    await expect.poll(names).toEqual(['Adatum', 'Contoso', 'Litware']);
    isBack = true;
    const seen: (readonly unknown[])[] = [];
    act(() => setLiveConnection('reconnecting'));
    act(() => setLiveConnection('live'));
    await expect
      .poll(() => {
        seen.push(names());
        return names();
      })
      .toEqual(['Adatum', 'Litware']);
    // Never only the first page.
    expect(seen.every((one) => one.length > 1)).toBe(true);
    expect(sent('Approvals')).toHaveLength(4);
  });
});
