/** The submission and the ticket, in the states that people get. */
import { aRun, aStep, aTrack, anApproval, NOW } from '../fixtures/aRun.ts';
import { anOutgoing } from '../fixtures/aPreview.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { RunView, TrackView } from '../features/run/data/runFields.ts';
import { completedRun } from './completedStates.ts';
import type { PageStateProps } from './PageState.tsx';

const given = anApproval({
  ...{ status: 'APPROVED', decidedBy: 'Ana Approver', decidedAt: NOW, usable: true },
  ...{ usableAt: NOW, expiresAt: '2099-01-08T00:00:00Z' },
});
const submission: NonNullable<TrackView['submission']> = {
  ...{ status: 'sent', name: 'contoso-cmk', body: '{"name":"contoso-cmk"}', sends: 1 },
  ...{ bodySha256: 'ab12'.repeat(16), host: 'platform.adobe.io', requestedBy: 'Omar Operator' },
  ...{ requestedAt: NOW, sentAt: NOW, externalId: 'job-20261125' },
  statuses: [
    { status: 'CREATED', at: NOW },
    { status: 'RUNNING', at: NOW },
  ],
};
const steps = [
  aStep('VAULT', 'DONE'),
  aStep('APPROVAL', 'DONE'),
  aStep('SUBMISSION', 'DONE'),
  aStep('ACTIVATION', 'WAITING', { actor: 'ADOBE', sentence: 'Waiting on Adobe.' }),
];
const locked = [aStep('VAULT', 'READY'), aStep('APPROVAL', 'LOCKED')];
const aep = (part: Partial<TrackView>): RunView =>
  aRun({ status: 'WAITING', tracks: [aTrack('AEP', part), aTrack('CJA')] });
const cja = (part: Partial<TrackView>, mutation?: string): RunView =>
  aRun({
    status: 'WAITING',
    tracks: [aTrack('AEP'), aTrack('CJA', part)],
    nextActions: mutation
      ? [{ mutation, track: 'CJA', step: 'TICKET', movesRun: true, label: 'Record case' }]
      : [],
  });

const page = (run: RunView, path: string): PageStateProps => ({
  path: `/runs/run-1/${path}`,
  answers: runAnswers(run),
});
const ready = anOutgoing('keyway-cmk');
const ticketReady = {
  ...page(
    cja(
      { approval: given, steps: [aStep('APPROVAL', 'DONE'), aStep('TICKET', 'READY')] },
      'recordTicket',
    ),
    'ticket',
  ),
};

export const SUBMIT_STATES: Readonly<Record<string, PageStateProps>> = {
  'submit-not-yet': page(aep({ steps: [...locked, aStep('SUBMISSION', 'LOCKED')] }), 'submit'),
  'submit-no-name': page(
    aep({
      approval: { ...given, configurationName: null },
      steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'READY')],
    }),
    'submit',
  ),
  'submit-attested': page(
    aep({
      approval: anApproval({ status: 'SPENT' }),
      steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'DONE', { mode: 'ATTESTED' })],
    }),
    'submit',
  ),
  'submit-sent': page(aep({ approval: given, submission, steps }), 'submit'),
  'ticket-not-yet': page(cja({ steps: [...locked, aStep('TICKET', 'LOCKED')] }), 'ticket'),
  'ticket-ready': {
    ...ticketReady,
    answers: {
      ...ticketReady.answers,
      RunOutgoing: {
        run: { ...ready, tracks: ready.tracks.map((track) => ({ ...track, ticketReady: true })) },
      },
    },
  },
  'ticket-confirmed': page(completedRun, 'ticket'),
};
