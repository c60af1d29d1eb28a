// @vitest-environment jsdom
/** What is next is one press away: the other track's request, and the next decision. */
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import {
  anApprovableTrack,
  anApproval,
  aRun,
  aStep,
  IMS_ORG_ID,
  NOW,
  WARNING_CHECK,
} from '../../fixtures/aRun.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import type { TrackId } from '../../generated/enums.ts';
import { decision, PATH } from '../../testing/approvalPage.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const requestedOf = (requested: TrackId, mutation: string, track: TrackId) =>
  aRun({
    tracks: (['AEP', 'CJA'] as const).map((id) =>
      anApprovableTrack(id, id === requested ? { approval: anApproval() } : {}),
    ),
    nextActions: [{ mutation, track, step: 'APPROVAL', movesRun: true, label: mutation }],
  });
const ALSO = 'Request it for Customer Journey Analytics too';

it('requests the other track’s approval, and says where it is refused', async () => {
  const run = requestedOf('AEP', 'requestApproval', 'CJA');
  let answer: object = refused('requestApproval', 'CHECKS_NOT_GREEN', 'A check has changed.');
  const { person, sent } = openConsole(PATH, {
    answers: { ...runAnswers(run), RequestApproval: () => answer },
  });
  const form = await decision();
  const button = await form.findByRole('button', { name: ALSO });
  await person.click(button);
  expect(await form.findByText('A check has changed.')).toBeTruthy();
  answer = done('requestApproval', requestedOf('AEP', 'cancelRun', 'AEP'));
  await person.click(button);
  await expect.poll(() => form.queryByRole('button', { name: ALSO })).toBeNull();
  expect(sent('RequestApproval').map(({ input }) => input)).toMatchObject([
    { runId: 'run-1', track: 'CJA' },
    { runId: 'run-1', track: 'CJA' },
  ]);
  expect(sent('RequestApproval')[0]?.input).not.toHaveProperty('configurationName');
});

it('leads to the page of the other track where it needs a name (AEP-40)', async () => {
  const run = requestedOf('CJA', 'requestApproval', 'AEP');
  openConsole('/runs/run-1/approval/CJA', { answers: runAnswers(run) });
  const link = await (
    await decision()
  ).findByRole('link', { name: 'Open approval of Experience Platform' });
  expect(link.getAttribute('href')).toBe(PATH);
});

describe('one request for both tracks', () => {
  const BOTH = 'Also request approval for Customer Journey Analytics';
  /** What is requested of each track, so far. */
  const runOf = (requested: readonly TrackId[], part: Partial<TrackView> = {}) =>
    aRun({
      tracks: (['AEP', 'CJA'] as const).map((id) =>
        anApprovableTrack(id, {
          ...(id === 'CJA' && part),
          ...(requested.includes(id) && { approval: anApproval() }),
        }),
      ),
      nextActions: (['AEP', 'CJA'] as const)
        .filter((id) => !requested.includes(id))
        .map((track) => ({
          ...{ mutation: 'requestApproval', track, step: 'APPROVAL' },
          ...{ movesRun: true, label: 'Request approval' },
        })),
    });
  function open(answer: (track: TrackId) => object, part: Partial<TrackView> = {}) {
    let run = runOf([], part);
    const opened = openConsole(PATH, {
      answers: {
        ...runAnswers(run),
        RunPage: () => ({ run }),
        RequestApproval: ({ input }) => answer((input as { track: TrackId }).track),
      },
    });
    const tracks = () =>
      opened.sent('RequestApproval').map(({ input }) => (input as { track: TrackId }).track);
    const press = async () =>
      opened.person.click(
        await (await decision()).findByRole('button', { name: 'Request approval' }),
      );
    /** Somebody else changes the run. */
    const change = (next: RunView) => {
      run = next;
      return opened.client.refetchQueries({ include: ['RunPage'] });
    };
    return { ...opened, tracks, press, change };
  }
  const box = async () => (await decision()).findByRole('checkbox', { name: BOTH });

  it('requests each with one press, and the name is for Experience Platform alone', async () => {
    const { sent, tracks, press } = open((track) =>
      done('requestApproval', runOf(track === 'AEP' ? ['AEP'] : ['AEP', 'CJA'])),
    );
    expect(await box()).toHaveProperty('checked', true);
    await press();
    await expect.poll(tracks).toEqual(['AEP', 'CJA']);
    await expect.poll(() => screen.queryByRole('button', { name: ALSO })).toBeNull();
    expect(sent('RequestApproval')[1]?.input).not.toHaveProperty('configurationName');
    expect(tracks()).toEqual(['AEP', 'CJA']);
  });

  it('requests one where the other is not wanted', async () => {
    const { tracks, press, person } = open(() => done('requestApproval', runOf(['AEP'])));
    await person.click(await box());
    await press();
    expect(await (await decision()).findByRole('button', { name: ALSO })).toBeTruthy();
    expect(tracks()).toEqual(['AEP']);
  });

  it('says of each why it was refused, and what is requested stays', async () => {
    let refusedTrack: TrackId = 'AEP';
    const { tracks, press, person } = open((track) =>
      track === refusedTrack
        ? refused('requestApproval', 'CHECKS_NOT_GREEN', `A check of ${track} has changed.`)
        : done('requestApproval', runOf(track === 'AEP' ? ['AEP'] : ['AEP', 'CJA'])),
    );
    await press();
    const form = await decision();
    expect(await form.findByText('A check of AEP has changed.')).toBeTruthy();
    expect(tracks()).toEqual(['AEP']);
    refusedTrack = 'CJA';
    await press();
    expect(await form.findByText('A check of CJA has changed.')).toBeTruthy();
    expect(tracks()).toEqual(['AEP', 'AEP', 'CJA']);
    refusedTrack = 'AEP';
    await person.click(form.getByRole('button', { name: ALSO }));
    await expect.poll(() => form.queryByRole('button', { name: ALSO })).toBeNull();
    expect(tracks()).toEqual(['AEP', 'AEP', 'CJA', 'CJA']);
  });

  it('is sent once for a press, whatever becomes of the first one since', async () => {
    const { tracks, press, change } = open((track) =>
      track === 'CJA'
        ? refused('requestApproval', 'CHECKS_NOT_GREEN', 'A check has changed.')
        : done('requestApproval', runOf(['AEP'])),
    );
    await press();
    const form = await decision();
    expect(await form.findByText('A check has changed.')).toBeTruthy();
    await change(runOf([]));
    expect(await form.findByRole('button', { name: 'Request approval' })).toBeTruthy();
    // A colleague requests Experience Platform’s, and nobody asked for the other one.
    await change(runOf(['AEP']));
    expect(await form.findByRole('button', { name: ALSO })).toBeTruthy();
    expect(tracks()).toEqual(['AEP', 'CJA']);
  });

  const override = { reason: 'It rotates.', by: 'Omar Operator', at: NOW };
  const accepted = { ...WARNING_CHECK, override };
  it.each([
    ['an approval is over', { approval: anApproval({ status: 'VOID' }) }],
    ['a warning was accepted', { steps: [aStep('KEY', 'DONE', { checks: [accepted] })] }],
  ])('is not chosen for anybody where %s', async (_, part) => {
    open(() => PENDING, part);
    expect(await box()).toHaveProperty('checked', false);
  });

  it('is not offered while a warning of the other track needs a reason', async () => {
    open(() => PENDING, {
      steps: [aStep('KEY', 'DONE', { checks: [WARNING_CHECK] }), aStep('APPROVAL', 'READY')],
    });
    expect(
      await (await decision()).findByRole('button', { name: 'Request approval' }),
    ).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: BOTH })).toBeNull();
  });
});

const waiting = (count: number) => ({
  pendingApprovals: {
    totalCount: count,
    edges: Array.from({ length: Math.min(count, 1) }, () => ({
      node: {
        track: 'CJA',
        run: { id: 'run-2', organization: { id: 'org-2', name: 'Fabrikam' } },
      },
    })),
  },
});

it.each([
  [2, '/runs/run-2/approval/CJA'],
  [0, null],
])('after a decision, with %i more to decide, leads to %s', async (count, href) => {
  const run = requestedOf('AEP', 'approve', 'AEP');
  const approved = anApprovableTrack('AEP', { approval: anApproval({ status: 'APPROVED' }) });
  const { client, person, sent } = openConsole(PATH, {
    role: 'APPROVER',
    answers: {
      ...runAnswers(run),
      Approve: done('approve', { ...run, tracks: [approved, run.tracks[1]!], nextActions: [] }),
      NextApproval: waiting(count),
    },
  });
  const form = await decision();
  await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
  expect(sent('NextApproval')).toEqual([]);
  await person.click(form.getByRole('button', { name: 'Approve' }));
  await expect.poll(() => sent('NextApproval')).toHaveLength(1);
  if (href === null) {
    expect(await form.findByRole('heading', { name: 'Approved' })).toBeTruthy();
    expect(screen.queryByText(/waits? for you/)).toBeNull();
    return;
  }
  const link = await form.findByRole('link', { name: 'Review next: Fabrikam · CJA' });
  expect(link.getAttribute('href')).toBe(href);
  expect(form.getByText('2 approvals wait for you.')).toBeTruthy();
  // The number beside the navigation has the same name in the cache.
  await client.refetchQueries({ include: ['ShellCounts'] });
  expect(form.getByRole('link', { name: 'Review next: Fabrikam · CJA' })).toBeTruthy();
  expect(sent('NextApproval')).toHaveLength(1);
});

it('leads to the other track of the same run first', async () => {
  const run = requestedOf('AEP', 'approve', 'AEP');
  const approval = anApproval({ status: 'APPROVED' });
  const both = (['AEP', 'CJA'] as const).map((id) => anApprovableTrack(id, { approval }));
  const nextActions = [
    { ...run.nextActions[0]!, mutation: 'approve', track: 'CJA' as const, label: 'Approve' },
  ];
  const { person } = openConsole(PATH, {
    role: 'APPROVER',
    answers: {
      ...runAnswers(run),
      Approve: done('approve', { ...run, tracks: both, nextActions }),
      NextApproval: waiting(2),
    },
  });
  const form = await decision();
  await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
  await person.click(form.getByRole('button', { name: 'Approve' }));
  const link = await form.findByRole('link', { name: 'Review next: Contoso Health · CJA' });
  expect(link.getAttribute('href')).toBe('/runs/run-1/approval/CJA');
});

describe('approving and reviewing the next', () => {
  const requested = (['AEP', 'CJA'] as const).map((id) =>
    anApprovableTrack(id, { approval: anApproval() }),
  );
  const run = { ...requestedOf('AEP', 'approve', 'AEP'), tracks: requested };
  const approved = anApprovableTrack('AEP', { approval: anApproval({ status: 'APPROVED' }) });
  const answers = {
    ...runAnswers(run),
    ShellCounts: { pendingApprovals: { totalCount: 2 } },
    Approve: done('approve', { ...run, tracks: [approved, run.tracks[1]!], nextActions: [] }),
    NextApproval: waiting(1),
  };
  async function press(others: object) {
    const opened = openConsole(PATH, { role: 'APPROVER', answers: { ...answers, ...others } });
    const form = await decision();
    const button = await form.findByRole('button', { name: 'Approve and review next' });
    // Nothing less is required than for one.
    expect(button.hasAttribute('disabled')).toBe(true);
    await opened.person.type(
      form.getByRole('textbox', { name: /IMS organization ID/ }),
      IMS_ORG_ID,
    );
    await opened.person.click(button);
    return { ...opened, form };
  }

  it('leads there, says what was approved, and takes nothing typed along', async () => {
    const { sent, router } = await press({});
    await expect.poll(() => router.state.location.pathname).toBe('/runs/run-2/approval/CJA');
    expect(router.state.location.state.approved).toBe('Contoso Health · AEP');
    expect(await (await decision()).findByText('Approved: Contoso Health · AEP')).toBeTruthy();
    expect(sent('Approve')).toHaveLength(1);
  });

  it('stays where it is refused, or where nothing is left', async () => {
    const { form } = await press({
      Approve: refused('approve', 'CHECKS_NOT_GREEN', 'A check has changed.'),
    });
    expect(await form.findByText('A check has changed.')).toBeTruthy();
    expect(form.getByRole('textbox', { name: /IMS organization ID/ })).toHaveProperty(
      'value',
      IMS_ORG_ID,
    );
  });

  it('stays where somebody else has decided the rest meanwhile', async () => {
    const { form, router } = await press({ NextApproval: waiting(0) });
    expect(await form.findByRole('heading', { name: 'Approved' })).toBeTruthy();
    expect(router.state.location.pathname).toBe(PATH);
  });
});

it('takes nothing that was typed or asked for to the other track’s page', async () => {
  const both = (['AEP', 'CJA'] as const).map((id) =>
    anApprovableTrack(id, { approval: anApproval() }),
  );
  const run = aRun({
    tracks: both,
    nextActions: (['AEP', 'CJA'] as const).map((track) => ({
      ...{ mutation: 'approve', track, step: 'APPROVAL' as const },
      ...{ movesRun: true, label: 'Approve' },
    })),
  });
  const { person, router } = openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
  const field = async () =>
    (await decision()).findByRole('textbox', { name: /IMS organization ID/ });
  await person.type(await field(), IMS_ORG_ID);
  void router.navigate({ href: '/runs/run-1/approval/CJA' });
  await person.click(await screen.findByRole('button', { name: 'Leave without saving' }));
  expect(await screen.findByRole('heading', { level: 1, name: /Customer Journey/ })).toBeTruthy();
  expect(await field()).toHaveProperty('value', '');
});
