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
  mayNotDecide?: 'SELF_APPROVAL' | 'FORBIDDEN' | null;
  archivedAt?: string | null;
}

/** A run whose approval has been pending since an hour. */
function awaiting(name: string, part: Part = {}) {
  const {
    version = 5,
    status = 'WAITING',
    hour = 8,
    mayNotDecide = null,
    archivedAt = null,
  } = part;
  const requestedAt = `2026-11-25T${String(hour).padStart(2, '0')}:00:00Z`;
  const { organization } = aRun();
  const steps = [aStep('APPROVAL', status)];
  return aRun({
    id: `run-${name}`,
    version,
    organization: { ...organization, id: name, name, ...{ archivedAt } },
    tracks: [aTrack('AEP', { steps, approval: anApproval({ requestedAt, mayNotDecide }) })],
  });
}
type Run = ReturnType<typeof awaiting>;

function page(runs: readonly Run[], endCursor: string | null = null) {
  const edges = runs.map((node) => ({ cursor: node.id, node }));
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return { runs: { totalCount: runs.length, pageInfo, edges } };
}

function open(
  Approvals: object,
  { role = 'APPROVER', locale }: { role?: Role; locale?: Locale } = {},
) {
  const changes = new Pushes();
  const opened = openConsole('/approvals', {
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

  it('offer no review to the requester or to a role that only reads', async () => {
    const own = awaiting('Contoso', { mayNotDecide: 'SELF_APPROVAL' });
    const foreign = awaiting('Adatum', { mayNotDecide: 'FORBIDDEN' });
    open(page([own, foreign]), { role: 'AUDITOR' });
    expect(await screen.findByText('You requested it; someone else decides')).toBeTruthy();
    expect(screen.getByText('Your role can’t decide')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Review/ })).toBeNull();
  });

  it('say that there are none', async () => {
    open(page([]));
    expect(await screen.findByText('No pending approvals')).toBeTruthy();
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
    expect(screen.queryByText('No pending approvals')).toBeNull();
  });

  it('are in Spanish', async () => {
    const own = awaiting('Contoso', { mayNotDecide: 'SELF_APPROVAL' });
    open(page([own, awaiting('Adatum')]), { locale: 'es' });
    expect(await screen.findByRole('link', { name: 'Revisar: Adatum' })).toBeTruthy();
    expect(screen.getByText('Usted la solicitó; decide otra persona')).toBeTruthy();
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
    expect(await screen.findByText('No pending approvals')).toBeTruthy();
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
