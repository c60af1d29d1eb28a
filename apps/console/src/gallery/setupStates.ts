/** A set-up by Keyway in its states. */
import { aRun, aStep, aTrack, NOW } from '../fixtures/aRun.ts';
import { aChange, aSetup, KEY_THERE, LOCK_REFUSED, NETWORK_CHANGE } from '../fixtures/aSetup.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { SetupView } from '../features/run/setup/setupDocuments.ts';
import type { PageStateProps } from './PageState.tsx';

const offered = (mutation: string, label: string, movesRun = false) => ({
  ...({ mutation, label, movesRun, track: 'AEP', step: 'VAULT' } as const),
});
const OFFER = offered('planSetup', 'Let Keyway set this up');
const CANCEL = offered('cancelSetup', 'Cancel set-up');
const steps = [
  aStep('ENTITLEMENT', 'DONE', { mode: 'ATTESTED' }),
  aStep('VAULT', 'READY', { actor: 'AZURE_ADMIN', mode: 'AUTOMATIC' }),
  aStep('NETWORK', 'LOCKED'),
  aStep('KEY', 'LOCKED'),
];
const page = (setup: SetupView | null, nextActions = [OFFER]): PageStateProps => ({
  path: '/runs/run-1',
  answers: runAnswers(
    aRun({
      ...{ status: 'IN_PROGRESS', sentence: 'Ready: Vault.', nextActions },
      tracks: [aTrack('AEP', { key: null, setup, steps }), aTrack('CJA')],
    }),
  ),
});

const made = aChange({ result: 'MADE', progress: 'Done by Keyway.', at: NOW });
const there = { ...KEY_THERE, result: 'ALREADY_THERE', at: NOW } as const;
const unread = aChange({
  ...{ outcome: 'UNKNOWN', after: [], reason: 'It could not be read.' },
  remedy: 'Grant Microsoft.KeyVault/vaults/read.',
});

export const SETUP_STATES: Readonly<Record<string, PageStateProps>> = {
  'setup-offered': page(null),
  'setup-planning': page(
    aSetup({
      ...{ status: 'PLANNING', sentence: 'Reading what is in Azure.', changes: [] },
      ...{ confirmable: false, planHash: null, plannedAt: null },
    }),
    [CANCEL],
  ),
  'setup-planned': page(aSetup(), [
    offered('confirmSetup', 'Confirm changes', true),
    OFFER,
    CANCEL,
  ]),
  'setup-not-readable': page(aSetup({ confirmable: false, changes: [unread] }), [OFFER, CANCEL]),
  'setup-applying': page(
    aSetup({
      ...{ status: 'APPLYING', sentence: 'Keyway is making the changes.', confirmable: false },
      ...{ confirmedBy: 'Omar Operator (console)', confirmedAt: NOW },
      changes: [
        made,
        { ...NETWORK_CHANGE, running: true, progress: 'Keyway is making this change.', at: NOW },
        { ...there, progress: 'Already there. Keyway changed nothing.' },
        LOCK_REFUSED,
      ],
    }),
    [CANCEL],
  ),
};
