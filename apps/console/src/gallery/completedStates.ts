/** A completed run, for one cloud and with attested steps. */
import { aCheck, aRun, aStep, aTrack, anApproval } from '../fixtures/aRun.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { RunView } from '../features/run/data/runFields.ts';
import type { PageStateProps } from './PageState.tsx';

const day = (n: number): string => `2026-10-${String(n).padStart(2, '0')}T12:00:00Z`;
const by = (statement: string, at: string) => ({
  mode: 'ATTESTED' as const,
  since: at,
  attestation: { statement, reference: null, by: 'Omar Operator', at },
});
const done = (at: number, part: object = {}) => ({ since: day(at), ...part });
const approval = anApproval({
  ...{ status: 'SPENT', requestedBy: 'Omar Operator', requestedAt: day(14) },
  ...{ decidedBy: 'Ana Approver', decidedAt: day(15) },
});
const begin = () => [
  aStep('ENTITLEMENT', 'DONE', by('Shield bought', day(2))),
  aStep('VAULT', 'DONE', done(9, { checks: [aCheck()] })),
  aStep('NETWORK', 'DONE', done(10)),
  aStep('KEY', 'DONE', {
    ...done(11),
    checks: [
      aCheck({
        id: 'keyIsNotExpiring',
        title: 'Expiry',
        observed: 'Never; rotates every 180 days',
      }),
    ],
  }),
  aStep('CONSENT', 'DONE', done(12)),
  aStep('ROLE', 'DONE', done(13)),
  aStep('APPROVAL', 'DONE', done(15)),
];

export const completedRun: RunView = aRun({
  ...{ status: 'COMPLETED', startedAt: day(1), completedAt: day(28), updatedAt: day(28) },
  sentence: 'Key-managed: both tracks are done.',
  progress: { done: 19, total: 19 },
  owner: { id: 'member-1', name: 'Omar Operator', removedAt: null },
  tracks: [
    aTrack('AEP', {
      steps: [
        ...begin(),
        aStep('SUBMISSION', 'DONE', done(16)),
        aStep('ACTIVATION', 'DONE', done(21)),
      ],
      approval,
      submission: {
        ...{ status: 'sent', name: 'contoso-cmk', body: '{}', bodySha256: 'ab'.repeat(32) },
        ...{ sends: 1, host: 'platform.adobe.io', requestedBy: 'Omar Operator' },
        ...{ requestedAt: day(16), sentAt: day(16), externalId: 'job-1', statuses: [] },
      },
    }),
    aTrack('CJA', {
      steps: [
        ...begin(),
        aStep('TICKET', 'DONE', done(17)),
        aStep('CONFIRMATION', 'DONE', by('Confirmed', day(28))),
      ],
      approval: { ...approval, configurationName: null },
      ticket: {
        ...{ caseNumber: 'E-001234567', openedAt: day(17), url: null },
        ...{ recordedBy: 'Omar Operator', recordedAt: day(17) },
      },
      confirmation: {
        ...{ confirmedBy: 'Customer Care, J. Rivera', confirmedAt: day(28) },
        ...{ text: 'Configured.', recordedBy: 'Omar Operator' },
      },
    }),
  ],
});
const aws: RunView = {
  ...completedRun,
  owner: null,
  organization: { ...completedRun.organization, cloud: 'AWS' },
  tracks: [
    aTrack('AEP', {
      key: null,
      steps: [
        aStep('ENTITLEMENT', 'DONE', by('Shield bought', day(2))),
        aStep('KEY', 'DONE', done(9)),
        aStep('APPROVAL', 'DONE', done(15)),
        aStep('SUBMISSION', 'DONE', by('Saved on Adobe’s page', day(16))),
        aStep('ACTIVATION', 'DONE', by('Shown as active', day(28))),
      ],
      approval: anApproval({
        ...{ status: 'SPENT', tenantId: '', decidedBy: 'Ana Approver', decidedAt: day(15) },
        keyIdentifier:
          'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      }),
    }),
    aTrack('CJA', { steps: [] }),
  ],
};

export const COMPLETED_STATES: Readonly<Record<string, PageStateProps>> = {
  'run-completed': { path: '/runs/run-1', answers: runAnswers(completedRun) },
  'run-completed-aws': { path: '/runs/run-1', answers: runAnswers(aws) },
};
