// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { IMS_ORG_ID, NOW, aRun, aStep, aTrack, anApproval } from '../../fixtures/aRun.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { anOutgoing } from '../../fixtures/aPreview.ts';
import { chooseDelay } from '../../features/run/data/useRunUntil.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const PATH = '/runs/run-1/submit';
const approval = anApproval({
  status: 'APPROVED',
  decidedBy: 'Ana Approver (console)',
  decidedAt: NOW,
});
const submission: NonNullable<TrackView['submission']> = {
  status: 'sent',
  name: 'keyway-cmk',
  body: '{"name":"keyway-cmk"}',
  host: 'platform.adobe.io',
  requestedBy: 'Omar Operator (console)',
  requestedAt: NOW,
  sentAt: NOW,
  externalId: 'configuration-1',
  ...{ bodySha256: 'ab12'.padEnd(64, '0'), sends: 1 },
  statuses: [
    { status: 'RUNNING', at: NOW },
    { status: 'UPDATE_EXISTING_RESOURCES', at: NOW },
  ],
};

const runWith = (part: Partial<TrackView>) =>
  aRun({
    tracks: [aTrack('AEP', part), aTrack('CJA')],
    nextActions: part.submission
      ? []
      : [
          {
            mutation: 'submitConfiguration',
            track: 'AEP',
            step: 'SUBMISSION',
            movesRun: true,
            label: 'Submit',
          },
        ],
  });
const ready = runWith({
  approval,
  steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'READY'), aStep('ACTIVATION', 'LOCKED')],
});
const sent = runWith({
  approval,
  submission,
  steps: [
    aStep('SUBMISSION', 'DONE'),
    aStep('ACTIVATION', 'WAITING', { actor: 'ADOBE', sentence: 'Waiting on Adobe.' }),
  ],
});

const form = async () => within(await screen.findByRole('region', { name: 'Submit' }));

describe('the submission page', () => {
  it('sends once the ID is typed, and then shows Adobe’s progress', async () => {
    const answers = {
      ...runAnswers(ready),
      SubmitConfiguration: done('submitConfiguration', { ...sent, version: ready.version + 1 }),
    };
    const opened = openConsole(PATH, { answers });
    const fields = await form();
    expect(await screen.findByText('{"name":"keyway-cmk"}')).toBeTruthy();
    const button = fields.getByRole('button', { name: 'Submit to Adobe' });
    expect(button.hasAttribute('disabled')).toBe(true);
    const id = fields.getByRole('textbox', { name: /IMS organization ID/ });
    await opened.person.type(id, IMS_ORG_ID);
    await opened.person.click(button);
    const progress = within(await screen.findByRole('region', { name: 'At Adobe' }));
    expect(progress.getByText('UPDATE_EXISTING_RESOURCES')).toBeTruthy();
    expect(opened.sent('SubmitConfiguration')[0]?.input).toMatchObject({
      configurationName: 'keyway-cmk',
      confirmImsOrgId: IMS_ORG_ID,
    });
  });

  it('can’t be sent until what can’t be undone is on screen', async () => {
    const outgoing = failsOnce('The database is unavailable.', ({ name }) => ({
      run: anOutgoing(String(name)),
    }));
    const { person } = openConsole(PATH, {
      answers: { ...runAnswers(ready), RunOutgoing: outgoing },
    });
    const consequences = within(
      await screen.findByRole('region', { name: 'What can’t be undone' }),
    );
    expect(await consequences.findByText('The database is unavailable.')).toBeTruthy();
    const fields = await form();
    await person.type(fields.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    const button = fields.getByRole('button', { name: 'Submit to Adobe' });
    expect(button.hasAttribute('disabled')).toBe(true);
    await person.click(consequences.getByRole('button', { name: 'Try again' }));
    expect(await consequences.findByText('IRR-01')).toBeTruthy();
    expect(button.hasAttribute('disabled')).toBe(false);
  });

  it('shows a refusal, with a link to the approval', async () => {
    const answers = {
      ...runAnswers(ready),
      SubmitConfiguration: refused(
        'submitConfiguration',
        'APPROVAL_VOID',
        'The vault changed after the approval.',
      ),
    };
    const { person } = openConsole(PATH, { answers });
    const fields = await form();
    await screen.findByText('{"name":"keyway-cmk"}');
    await person.type(fields.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    await person.click(fields.getByRole('button', { name: 'Submit to Adobe' }));
    expect(await fields.findByText('The vault changed after the approval.')).toBeTruthy();
    const link = fields.getByRole('link', { name: 'Go to the approval' });
    expect(link.getAttribute('href')).toBe('/runs/run-1/approval/AEP');
  });

  it('shows in Spanish that the answer is not there yet', async () => {
    const answers = { ...runAnswers(ready), SubmitConfiguration: PENDING };
    const { person, sent: requests } = openConsole(PATH, { locale: 'es', answers });
    const fields = within(await screen.findByRole('region', { name: 'Enviar' }));
    await screen.findByText('{"name":"keyway-cmk"}');
    await person.type(fields.getByRole('textbox', { name: /ID de organización/ }), IMS_ORG_ID);
    const button = fields.getByRole('button', { name: 'Enviar a Adobe' });
    await person.click(button);
    await person.click(button);
    await expect.poll(() => requests('SubmitConfiguration')).toHaveLength(1);
    expect(screen.queryByRole('region', { name: 'En Adobe' })).toBeNull();
  });

  it('says what is missing before an approval', async () => {
    const steps = [aStep('APPROVAL', 'READY'), aStep('SUBMISSION', 'LOCKED')];
    const run = { ...runWith({ steps }), nextActions: [] };
    openConsole(PATH, { answers: runAnswers(run) });
    expect(await screen.findByText('A second person must approve it first.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Submit to Adobe' })).toBeNull();
  });

  const EXACT = /exactly as it will be sent/;
  const NOT_EXACT = 'Not the exact bytes yet: the name is a placeholder';
  it.each([
    [
      'requested without a name',
      { configurationName: null },
      /may choose any name that passes the check/,
      NOT_EXACT,
    ],
    [
      'requested',
      { configurationName: 'x' },
      'One request to Adobe, byte for byte, named x.',
      EXACT,
    ],
  ] as const)(
    'promises exact bytes only for a requested name: approval %s',
    async (_which, part, sentText, bytes) => {
      const steps = [aStep('APPROVAL', 'READY'), aStep('SUBMISSION', 'LOCKED')];
      const run = runWith({ approval: anApproval(part), steps });
      openConsole(PATH, { answers: runAnswers({ ...run, nextActions: [] }) });
      const sending = within(await screen.findByRole('region', { name: 'What will be sent' }));
      expect(await sending.findByText(sentText)).toBeTruthy();
      expect(await sending.findByText(bytes)).toBeTruthy();
      expect(sending.queryByText(bytes === EXACT ? NOT_EXACT : EXACT)).toBeNull();
    },
  );

  it.each([
    ['none', null],
    ['void', anApproval({ status: 'VOID', configurationName: 'x' })],
  ])('shows no form and no request without an approval that holds: %s', async (_which, given) => {
    const steps = [aStep('APPROVAL', 'READY'), aStep('SUBMISSION', 'LOCKED')];
    openConsole(PATH, {
      answers: runAnswers({ ...runWith({ approval: given, steps }), nextActions: [] }),
    });
    const fields = await form();
    expect(await fields.findByText(/A second person must approve it first/)).toBeTruthy();
    expect(fields.getByRole('link', { name: 'Go to the approval' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'What will be sent' })).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('chooses no name where the approval leaves it open', async () => {
    const open = anApproval({ ...approval, configurationName: null });
    openConsole(PATH, {
      answers: runAnswers({ ...ready, tracks: [{ ...ready.tracks[0]!, approval: open }] }),
    });
    const fields = await form();
    expect(await fields.findByText(/^The approval names no configuration/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says after sending what was sent, by what, and what Adobe answered', async () => {
    openConsole(PATH, { answers: runAnswers(sent) });
    const at = within(await screen.findByRole('region', { name: 'At Adobe' }));
    expect(at.getByText('submitConfiguration')).toBeTruthy();
    expect(at.getByRole('button', { name: /Copy SHA-256 of the body/i })).toBeTruthy();
    expect(at.getByText(/Accepted as job/)).toBeTruthy();
    expect(at.getByText('21 bytes, exactly as sent')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Submit' })).toBeNull();
  });

  it('says to who just submitted why nothing is sent yet, and until when', async () => {
    const run = runWith({
      approval,
      submission: { ...submission, status: 'sending', sentAt: null, sends: 0, statuses: [] },
      steps: [
        aStep('SUBMISSION', 'WORKING', {
          ...{ actor: 'SYSTEM', sentence: 'Keyway sends it from 2026-11-25 10:05 UTC on.' },
        }),
        aStep('ACTIVATION', 'LOCKED'),
      ],
    });
    openConsole(PATH, { answers: runAnswers(run) });
    const at = within(await screen.findByRole('region', { name: 'At Adobe' }));
    expect((await at.findByText(/^Keyway sends it from /)).textContent).not.toContain('UTC');
  });

  it('says that a person attested the submission', async () => {
    const run = runWith({
      approval: anApproval({ status: 'SPENT' }),
      steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'DONE')],
    });
    const outgoing = anOutgoing('keyway-cmk');
    const tracks = outgoing.tracks.map((track) => ({ ...track, preview: null }));
    openConsole(PATH, {
      answers: {
        ...runAnswers({ ...run, nextActions: [] }),
        RunOutgoing: { run: { ...outgoing, tracks } },
      },
    });
    const said = await screen.findAllByText(/^A person attested that the configuration was submit/);
    expect(said.length).toBeGreaterThan(0);
    expect(screen.queryByText('A second person must approve it first.')).toBeNull();
  });

  it('shows why sending was stopped, and lets it be approved again', async () => {
    const run = runWith({
      approval: anApproval({ status: 'VOID', reason: 'The key has a new version.' }),
      submission: { ...submission, status: 'aborted', sentAt: null, statuses: [] },
      steps: [aStep('APPROVAL', 'READY'), aStep('SUBMISSION', 'LOCKED')],
    });
    openConsole(PATH, { answers: runAnswers(run) });
    expect(await screen.findByRole('heading', { name: 'Nothing was sent' })).toBeTruthy();
    expect(screen.getByText('The key has a new version.')).toBeTruthy();
    expect(screen.getByText(/^Something differed from what was approved/)).toBeTruthy();
  });

  const stopped = (part: Partial<typeof approval>) => ({
    ...runWith({
      approval: anApproval({ reason: 'Wrong vault', ...part }),
      submission: { ...submission, status: 'aborted', sentAt: null, statuses: [] },
      steps: [aStep('APPROVAL', 'READY'), aStep('SUBMISSION', 'LOCKED')],
    }),
    nextActions: [],
  });

  it('says by whom the approval was withdrawn, and not that something differed', async () => {
    const withdrawn = { withdrawnBy: 'Ana Approver', withdrawnAt: NOW };
    openConsole(PATH, { answers: runAnswers(stopped({ status: 'VOID', ...withdrawn })) });
    expect(await screen.findByText(/^Ana Approver withdrew the approval before/)).toBeTruthy();
    expect(screen.getByText(/^Ana Approver withdrew the approval\. Request/)).toBeTruthy();
    expect(screen.getByText('Wrong vault')).toBeTruthy();
    expect(screen.getByText('Withdrawn by')).toBeTruthy();
    expect(screen.queryByText(/differed/)).toBeNull();
  });

  it('does not ask for another approval where it was requested since', async () => {
    openConsole(PATH, { answers: runAnswers(stopped({ status: 'REQUESTED' })) });
    expect(await screen.findByText(/^An earlier submission was stopped/)).toBeTruthy();
    expect(screen.queryByText(/differed/)).toBeNull();
  });
});

describe('the submission page, while an approval can’t be used yet', () => {
  const waiting = (usableAt: string, usable: boolean) => ({
    ...runWith({
      approval: { ...approval, usableAt, usable, expiresAt: '2099-01-08T00:00:00.000Z' },
      steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'READY')],
    }),
    ...(usable ? {} : { nextActions: [] }),
  });

  it('says until when, and what happens then', async () => {
    openConsole(PATH, { answers: runAnswers(waiting('2099-01-01T00:00:00.000Z', false)) });
    const fields = await form();
    expect(
      await fields.findByRole('heading', {
        name: /^The approval can be used from January 1, 2099/,
      }),
    ).toBeTruthy();
    expect(fields.getByText(/Nothing is sent automatically.* before January 8, 2099/)).toBeTruthy();
    expect(fields.queryByText(/A second person must approve/)).toBeNull();
    // What will be sent can be read; only the act is disabled, with its reason.
    const act = fields.getByRole<HTMLButtonElement>('button', { name: 'Submit to Adobe' });
    expect(act.disabled).toBe(true);
    const why = document.getElementById(act.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toMatch(/^The approval can be used from January 1, 2099/);
    expect(screen.getByRole('heading', { name: 'What will be sent' })).toBeTruthy();
    expect(fields.queryByRole('textbox')).toBeNull();
  });

  it('offers to submit when the server says so, whatever the browser’s clock says', async () => {
    // Past by the browser's clock, and not yet by the server's.
    const usableAt = new Date(Date.now() - 5_000).toISOString();
    const decidedAt = new Date(Date.now() - 60_000).toISOString();
    let asked = 0;
    const answer = () => {
      const run = waiting(usableAt, (asked += 1) > 2);
      const tracks = run.tracks.map((track) =>
        track.approval ? { ...track, approval: { ...track.approval, decidedAt } } : track,
      );
      return { run: { ...run, tracks } };
    };
    openConsole(PATH, { answers: { ...runAnswers(ready), RunPage: answer } });
    const fields = await form();
    expect(await fields.findByRole('heading', { name: /^The approval can be used/ })).toBeTruthy();
    const act = () => fields.getByRole<HTMLButtonElement>('button', { name: 'Submit to Adobe' });
    expect(act().disabled).toBe(true);
    expect(await fields.findByRole('textbox')).toBeTruthy();
    expect(fields.getAllByRole('button', { name: 'Submit to Adobe' })).toHaveLength(1);
    expect(act().getAttribute('aria-describedby')).toBeNull();
    expect(asked).toBeGreaterThan(2);
    expect(fields.queryByRole('heading', { name: /^The approval can be used/ })).toBeNull();
  });

  it.each([
    [10_000, 10_500],
    [3_600_000, 30_000],
    [-5_000, 2_000],
    [-3_600_000, 30_000],
  ])('asks again soon around the time: %d ms ahead in %d ms', (ahead, delay) => {
    expect(chooseDelay(ahead, 0)).toBe(delay);
  });
});
