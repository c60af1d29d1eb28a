/** What was last seen as not met, on the run page and where somebody decides. */
import { aLastBlockedTrack, LAST_BLOCKED } from '../fixtures/aLastBlockedTrack.ts';
import { aRun, aStep, aTrack, anApproval, NOW } from '../fixtures/aRun.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { PageStateProps } from './PageState.tsx';

const disconnected = aRun({
  status: 'WAITING',
  sentence: 'Waiting on your team: connect Azure again.',
  nextActions: [
    { mutation: 'connectAzure', track: null, step: null, movesRun: true, label: 'Connect Azure' },
    { mutation: 'attestStep', track: 'AEP', step: 'VAULT', movesRun: true, label: 'Attest' },
  ],
  tracks: [
    aTrack('AEP', {
      steps: [
        aStep('ENTITLEMENT', 'DONE', { mode: 'ATTESTED' }),
        aStep('VAULT', 'READY', {
          sentence:
            'Ready for your team: connect Azure again so that Keyway can read this, or attest that it was corrected: create or correct the vault contoso. When it was last read, on 25 November 2026 at 12:00 UTC, this requirement was not met: “Purge protection is on”: purge protection is off.',
          lastBlocked: LAST_BLOCKED,
        }),
        aStep('KEY', 'LOCKED'),
      ],
    }),
    aTrack('CJA'),
  ],
});
const requested = aRun({
  status: 'WAITING',
  sentence: 'Waiting on an approver: the AEP track is ready.',
  tracks: [aLastBlockedTrack(), aTrack('CJA')],
});
const approved = aRun({
  status: 'IN_PROGRESS',
  tracks: [
    aLastBlockedTrack(
      anApproval({
        ...{ status: 'APPROVED', decidedBy: 'Ana Approver (console)', decidedAt: NOW },
        comment: 'The customer showed the vault on screen.',
        acceptedBlocks: [{ id: 'vaultHasPurgeProtection', title: 'Purge protection is on' }],
      }),
    ),
    aTrack('CJA'),
  ],
});

const APPROVAL = '/runs/run-1/approval/AEP';

export const LAST_BLOCKED_STATES: Readonly<Record<string, PageStateProps>> = {
  'run-last-blocked': { path: '/runs/run-1', answers: runAnswers(disconnected) },
  'approval-last-blocked': { path: APPROVAL, answers: runAnswers(requested) },
  'approval-last-blocked-accepted': { path: APPROVAL, answers: runAnswers(approved) },
};
