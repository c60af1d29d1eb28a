// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { setLiveConnection } from '../../apollo/liveConnection.ts';
import { aPolicy } from '../../fixtures/aPolicy.ts';
import { anInvitation, organizationChoices } from '../../fixtures/aMember.ts';
import { aRun, aStep, aTrack, anApproval, NEVER_ACCEPTED_CHECK, NOW } from '../../fixtures/aRun.ts';
import { PENDING, Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import type { StepView } from '../../features/run/data/runFields.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const run = aRun({
  nextActions: [
    { mutation: 'verify', track: 'AEP', step: 'VAULT', movesRun: false, label: 'Check now' },
    { mutation: 'cancelRun', track: null, step: null, movesRun: false, label: 'Cancel run' },
  ],
});

const vault = () => screen.findByRole('article', { name: /Vault/ });

const invitedApprovers = (list: readonly object[]) => ({
  InvitedApprovers: { organization: { id: run.organization.id, invitedApprovers: list } },
});

describe('the run page', () => {
  it('says that a pending approval waits for nobody, whoever’s turn it is', async () => {
    const approval = anApproval({ noApprover: 'NO_OWN_APPROVER' });
    const steps = [aStep('APPROVAL', 'WAITING')];
    const waiting = aRun({ tracks: [aTrack('AEP', { steps, approval }), aTrack('CJA')] });
    openConsole('/runs/run-1', {
      role: 'OWNER',
      answers: { ...runAnswers(waiting), ...invitedApprovers([]) },
    });
    const notice = within(await screen.findByRole('alert'));
    expect(notice.getByText('Nobody can approve this request')).toBeTruthy();
    expect(notice.getByRole('button', { name: 'Invite an approver…' })).toBeTruthy();
  });

  it.each([
    [
      'en',
      /^ana@example.com was invited by Paula Owner on November 25, 2026 and has not accepted yet/,
      /^Revoke the invitation/,
      'Revoke',
      'Invite another approver…',
    ],
    [
      'es',
      /^Paula Owner invitó a ana@example.com el 25 de noviembre de 2026; aún no ha aceptado/,
      /^Revocar la invitación/,
      'Revocar',
      'Invitar a otro aprobador…',
    ],
  ] as const)(
    'says who was invited to approve, whose invitation is renewed or revoked there (%s)',
    async (locale, text, revoke, confirm, another) => {
      let list = [anInvitation('ana@example.com')];
      const waiting = aRun({
        tracks: [
          aTrack('AEP', { approval: anApproval({ noApprover: 'NO_APPROVER' }) }),
          aTrack('CJA'),
        ],
      });
      const { person, sent } = openConsole('/runs/run-1', {
        role: 'OWNER',
        locale,
        answers: {
          ...runAnswers(waiting),
          ...organizationChoices(),
          InvitedApprovers: () => invitedApprovers(list).InvitedApprovers,
          RevokeInvitation: () => {
            const [invitation] = list;
            list = [];
            return { revokeInvitation: { invitation, userErrors: [] } };
          },
        },
      });
      const notice = within(await screen.findByRole('alert'));
      const item = await notice.findByRole('listitem');
      expect(item.textContent).toMatch(text);
      const row = within(item);
      expect(notice.getByRole('button', { name: another })).toBeTruthy();
      await person.click(row.getByRole('button', { name: /^(Invite|Invitar de nuevo a) .*ana@/ }));
      const form = within(await screen.findByRole('dialog'));
      expect(form.getByRole<HTMLInputElement>('textbox', { name: /Email|Correo/ }).value).toBe(
        'ana@example.com',
      );
      await person.click(form.getByRole('button', { name: /^(Cancel|Cancelar)$/ }));
      await person.click(row.getByRole('button', { name: revoke }));
      const question = within(await screen.findByRole('alertdialog'));
      await person.click(question.getByRole('button', { name: confirm }));
      await expect.poll(() => notice.queryByRole('listitem')).toBeNull();
      expect(sent('RevokeInvitation')[0]?.input).toMatchObject({
        id: 'invitation-ana@example.com',
      });
    },
  );

  it('says where the run is, and shows why the current step is blocked', async () => {
    openConsole('/runs/run-1', { answers: runAnswers(run) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Contoso Health' })).toBeTruthy();
    expect(screen.getByText('Blocked at Vault: purge protection is off.')).toBeTruthy();
    const card = within(await vault());
    expect(card.getByText('The vault was created without purge protection.')).toBeTruthy();
    expect(card.getByText(/^Turn on purge protection\./)).toBeTruthy();
    expect(card.getByRole('link', { name: /VAL-10/ })).toBeTruthy();
  });

  it.each([
    ['en', 'So that nothing is sent twice', /Next check in /],
    ['es', 'Para no enviar nada', /Siguiente comprobación dentro de /],
  ] as const)(
    'says until when a submission waits after a failover, and no longer once it was sent (%s)',
    async (locale, reason, next) => {
      const sentence = `${reason}: 2026-11-25 10:05 UTC.`;
      const nextLookAt = new Date(Date.now() + 3_600_000).toISOString();
      const withStep = (part: Partial<StepView>) =>
        aRun({
          tracks: [
            aTrack('AEP', {
              steps: [aStep('SUBMISSION', 'WORKING', { actor: 'SYSTEM', ...part })],
            }),
            aTrack('CJA'),
          ],
          nextActions: [],
        });
      const changes = new Pushes();
      const waiting = withStep({ sentence, nextLookAt });
      openConsole('/runs/run-1', {
        locale,
        answers: { ...runAnswers(waiting), RunChanged: changes },
      });
      const article = await screen.findByRole('article', { name: /Submission/ });
      const card = within(article);
      expect(screen.getByRole('group', { name: 'Experience Platform' }).textContent).toContain(
        'Keyway',
      );
      expect(card.getByText(new RegExp(reason)).textContent).not.toContain('UTC');
      expect(article.textContent).toMatch(next);
      expect(card.queryByRole('button', { name: /Check now|Comprobar ahora/ })).toBeNull();
      act(() => setLiveConnection('live'));
      const after = { ...withStep({ sentence: 'In progress.' }), version: waiting.version + 1 };
      act(() => changes.push({ runChanged: after }));
      expect(await card.findByText('In progress.')).toBeTruthy();
      expect(card.queryByText(new RegExp(reason))).toBeNull();
      expect(article.textContent).not.toMatch(next);
    },
  );

  it('checks a step when asked, once, with an idempotency key', async () => {
    const answers = { ...runAnswers(run), Verify: done('verify', run) };
    const { person, sent } = openConsole('/runs/run-1', { answers });
    await person.click(within(await vault()).getByRole('button', { name: 'Check now' }));
    await expect.poll(() => sent('Verify')).toHaveLength(1);
    expect(sent('Verify')[0]?.input).toEqual({
      runId: 'run-1',
      track: 'AEP',
      step: 'VAULT',
      idempotencyKey: expect.stringMatching(/.{16,}/),
    });
  });

  it('shows a refusal at the step, with a link to where it can be resolved', async () => {
    const answers = {
      ...runAnswers(run),
      Verify: refused('verify', 'CLOUD_NOT_CONNECTED', 'Connect Azure first.'),
    };
    const { person } = openConsole('/runs/run-1', { answers });
    const card = within(await vault());
    await person.click(card.getByRole('button', { name: 'Check now' }));
    expect(await card.findByText('Connect Azure first.')).toBeTruthy();
    const link = card.getByRole('link', { name: 'Connect the organization' });
    expect(link.getAttribute('href')).toBe('/organizations/organization-1');
  });

  it('repeats a request that got no answer with the same key', async () => {
    let attempts = 0;
    const answers = {
      ...runAnswers(run),
      Verify: () => ((attempts += 1) === 1 ? new Error('offline') : done('verify', run)),
    };
    const { person, sent } = openConsole('/runs/run-1', { answers });
    const card = within(await vault());
    await person.click(card.getByRole('button', { name: 'Check now' }));
    expect(await card.findByText('We couldn’t confirm whether this was done')).toBeTruthy();
    await person.click(card.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => sent('Verify')).toHaveLength(2);
    const [first, second] = sent('Verify');
    expect(second?.input).toEqual(first?.input);
  });

  it('cancels with a reason, in a dialog that stays open until the server has done it', async () => {
    const answers = { ...runAnswers(run), CancelRun: done('cancelRun', run) };
    const { person, sent } = openConsole('/runs/run-1', { answers });
    await person.click(await screen.findByRole('button', { name: 'More actions' }));
    await person.click(await screen.findByRole('menuitem', { name: 'Cancel run' }));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Cancel run' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    await person.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Wrong organization');
    await person.click(confirm);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(sent('CancelRun')[0]?.input).toMatchObject({ reason: 'Wrong organization' });
  });

  it('says in Spanish where the run is and what can be done', async () => {
    openConsole('/runs/run-1', { locale: 'es', answers: runAnswers(run) });
    const card = within(await vault());
    expect(card.getByRole('button', { name: 'Comprobar ahora' })).toBeTruthy();
    expect(card.getByText('Cómo corregirlo')).toBeTruthy();
    expect(screen.getByText('1 de 19 pasos hechos')).toBeTruthy();
  });

  it('shows that it is loading, then why it could not', async () => {
    const loading = openConsole('/runs/run-1', {
      answers: { ...runAnswers(run), RunPage: PENDING },
    });
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy();
    expect(loading.sent('RunPage')).toHaveLength(1);
  });

  it('shows why it could not load, and tries again', async () => {
    let attempts = 0;
    const answers = {
      ...runAnswers(run),
      RunPage: () => ((attempts += 1) === 1 ? serverError('Database unavailable.') : { run }),
    };
    const { person } = openConsole('/runs/run-1', { answers });
    expect(await screen.findByRole('heading', { name: 'Couldn’t load the run' })).toBeTruthy();
    expect(screen.getByText('Database unavailable.')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Contoso Health' })).toBeTruthy();
  });

  it('says that there is no such run', async () => {
    openConsole('/runs/run-2', { answers: { ...runAnswers(run), RunPage: { run: null } } });
    expect(await screen.findByRole('heading', { name: 'Run not found' })).toBeTruthy();
  });
});

describe('the run page, where a policy bites', () => {
  const policy = aPolicy({ coolingOffSeconds: 3_600, neverAccept: [NEVER_ACCEPTED_CHECK.id] });

  it('says who has to approve, and when the approval can be used', async () => {
    const steps = [aStep('APPROVAL', 'READY')];
    const run = aRun({ policy, tracks: [aTrack('AEP', { steps }), aTrack('CJA')] });
    openConsole('/runs/run-1', { answers: runAnswers(run) });
    expect(await screen.findByText(/used after 1 hour and expires after 7 days/)).toBeTruthy();
  });

  it('says at the step that uses a given approval from when until when it can', async () => {
    const approval = anApproval({
      status: 'APPROVED',
      decidedBy: 'Ana',
      decidedAt: NOW,
      usableAt: '2026-11-25T13:00:00.000Z',
      expiresAt: '2026-12-02T12:00:00.000Z',
    });
    const steps = [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'READY')];
    const run = aRun({ policy, tracks: [aTrack('AEP', { steps, approval }), aTrack('CJA')] });
    openConsole('/runs/run-1', { answers: runAnswers(run) });
    expect(await screen.findByText('Approval usable from')).toBeTruthy();
    expect(screen.getByText('Approval expires')).toBeTruthy();
  });

  it('offers nothing until the cooling-off ends, and then all at once while it is open', async () => {
    // Only this test moves the clock, so that no slow rendering ends the period.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const until = new Date(Date.now() + 1_500).toISOString();
    const tracksOf = (coolingOffUntil: string | null) => {
      const submission = aStep('SUBMISSION', 'READY', { coolingOffUntil });
      return [aTrack('AEP', { steps: [aStep('APPROVAL', 'DONE'), submission] }), aTrack('CJA')];
    };
    const waiting: Parameters<typeof aRun>[0] = {
      ...{ policy, status: 'IN_PROGRESS', waitingOn: ['PARTNER'] },
    };
    const cooling = aRun({
      ...waiting,
      ...{ tracks: tracksOf(until), nobodysTurnUntil: until, waitingOn: [] },
      sentence: 'Cooling-off.',
    });
    const submit = { mutation: 'submitConfiguration', track: 'AEP', step: 'SUBMISSION' } as const;
    const over = aRun({
      ...waiting,
      tracks: tracksOf(null),
      nextActions: [{ ...submit, movesRun: true, label: 'Submit to Adobe' }],
      sentence: 'Ready.',
    });
    const RunPage = () => ({ run: Date.now() < Date.parse(until) ? cooling : over });
    openConsole('/runs/run-1', { answers: { ...runAnswers(cooling), RunPage } });
    expect(await screen.findAllByText(/^Cooling-off until /)).not.toHaveLength(0);
    const card = within(screen.getByRole('article', { name: /Submission/ }));
    const page = () => card.getByRole('link', { name: 'Open submission' });
    // The page can be read meanwhile; the act is disabled there.
    expect(page().getAttribute('href')).toMatch(/\/runs\/run-1\/submit$/);
    expect(card.getByText(/^Cooling-off until /)).toBeTruthy();
    expect(card.queryByText(/^for /)).toBeNull();
    expect(screen.queryByText('Waiting on: your team')).toBeNull();
    vi.setSystemTime(Date.parse(until) + 1);
    expect(await screen.findByText('Ready.')).toBeTruthy();
    expect(screen.queryByText(/^Cooling-off until /)).toBeNull();
    expect(screen.getByRole('link', { name: 'Submit to Adobe' })).toBeTruthy();
    expect(card.getAllByText(/^for /)).not.toHaveLength(0);
    expect(screen.getByText(/^Waiting on: your team/)).toBeTruthy();
  });

  it('is read again when nothing is held back any more, and only then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    // What the browser's clock says counts for nothing.
    const delay = { track: 'AEP' as const, steps: ['SUBMISSION' as const], until: NOW };
    const why = 'The database failed over.';
    const held = (remainingSeconds: number) =>
      aRun({ sentence: why, delays: [{ ...delay, remainingSeconds, sentence: why }] });
    const over = aRun({ sentence: 'In progress.' });
    const answered: object[] = [held(9), held(1), over];
    const RunPage = () => ({ run: answered.length > 1 ? answered.shift() : answered[0] });
    const { sent } = openConsole('/runs/run-1', { answers: { ...runAnswers(over), RunPage } });
    expect(await screen.findAllByText(why)).not.toHaveLength(0);
    const first = sent('RunPage').length;
    await act(() => vi.advanceTimersByTimeAsync(7_000));
    expect(sent('RunPage')).toHaveLength(first);
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.getAllByText(why)).not.toHaveLength(0);
    await act(() => vi.advanceTimersByTimeAsync(1_100));
    expect(await screen.findAllByText('In progress.')).not.toHaveLength(0);
    expect(screen.queryByText(why)).toBeNull();
    const last = sent('RunPage').length;
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(sent('RunPage')).toHaveLength(last);
  });

  it('offers no acceptance of a warning that nobody may accept', async () => {
    const steps = [aStep('KEY', 'BLOCKED', { checks: [NEVER_ACCEPTED_CHECK] })];
    const offer = { mutation: 'overrideCheck', track: 'AEP', step: 'KEY', label: 'Accept warning' };
    const run = aRun({
      policy,
      nextActions: [{ ...offer, movesRun: true } as never],
      tracks: [aTrack('AEP', { steps }), aTrack('CJA')],
    });
    openConsole('/runs/run-1', { answers: runAnswers(run) });
    const checks = within(await screen.findByRole('list', { name: 'Checks' }));
    expect(checks.getByText('Can’t be accepted by policy')).toBeTruthy();
    expect(checks.queryByRole('button', { name: 'Accept warning' })).toBeNull();
  });
});

describe('the activity of a run', () => {
  const entry = (minute: number) => ({
    id: `entry-${minute}`,
    at: `2026-11-25T10:0${minute}:00.000Z`,
    actor: 'Keyway worker',
    kind: 'factsObserved',
    summary: `Entry of minute ${minute}`,
    data: {},
  });
  const history = (...minutes: number[]) => ({
    edges: minutes.map((minute) => ({ cursor: `${minute}`, node: entry(minute) })),
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  const shown = () =>
    screen.queryAllByText(/^Entry of minute/).map((one) => Number(one.textContent.slice(-1)));

  it('follows the changes of the run without being queried again', async () => {
    const [changes, entries] = [new Pushes(), new Pushes()];
    const { sent } = openConsole('/runs/run-1', {
      answers: {
        ...runAnswers(run),
        RunHistory: { run: { id: run.id, version: run.version, history: history(2, 1) } },
        RunChanged: changes,
        RunEntriesAdded: entries,
      },
    });
    await expect.poll(shown).toEqual([2, 1]);
    act(() => setLiveConnection('live'));
    act(() => {
      changes.push({ runChanged: { ...run, version: run.version + 1 } });
      entries.push({ runChanged: { id: run.id, history: history(4, 3, 2) } });
    });
    await expect.poll(shown).toEqual([4, 3, 2, 1]);
    act(() => entries.push({ runChanged: { id: run.id, history: history(5, 4) } }));
    await expect.poll(shown).toEqual([5, 4, 3, 2, 1]);
    expect(sent('RunHistory')).toHaveLength(1);
  });

  it('shows a hand-off that somebody else made, in the list of links too', async () => {
    const entries = new Pushes();
    let made = false;
    const handOff = {
      ...{ __typename: 'HandOff', id: 'h-1', actor: 'AZURE_ADMIN', note: null, createdBy: 'Ben' },
      ...{ createdAt: '2026-11-25T10:00:00.000Z', expiresAt: '2099-01-01T00:00:00.000Z' },
      ...{ revokedAt: null, lastUsedAt: null, uses: 0 },
    };
    const { sent } = openConsole('/runs/run-1', {
      answers: {
        ...runAnswers(run),
        RunHistory: { run: { id: run.id, version: run.version, history: history(1) } },
        RunEntriesAdded: entries,
        RunHandOffs: () => ({ run: { id: run.id, handOffs: made ? [handOff] : [] } }),
      },
    });
    await expect.poll(shown).toEqual([1]);
    await expect.poll(() => sent('RunHandOffs').length).toBe(1);
    made = true;
    const node = { ...entry(2), kind: 'handOffCreated' };
    const pushed = { edges: [{ cursor: '2', node }], pageInfo: history().pageInfo };
    // The version of the run is what it was.
    act(() => entries.push({ runChanged: { id: run.id, history: pushed } }));
    await expect.poll(shown).toEqual([2, 1]);
    expect(await screen.findByRole('region', { name: 'Hand-offs' })).toBeTruthy();
    act(() => entries.push({ runChanged: { id: run.id, history: pushed } }));
    await expect.poll(shown).toEqual([2, 1]);
    expect(sent('RunHandOffs')).toHaveLength(2);
  });
});
