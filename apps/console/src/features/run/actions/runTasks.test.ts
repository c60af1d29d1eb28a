import { describe, expect, it } from 'vitest';
import { aRun, aStep, aTrack } from '../../../fixtures/aRun.ts';
import type { ActionView } from '../data/runFields.ts';
import { runTasks } from './runTasks.ts';

const action = (mutation: string, part: Partial<ActionView> = {}): ActionView => ({
  ...{ mutation, track: 'AEP', step: 'APPROVAL', movesRun: true, label: mutation, reason: null },
  ...part,
});
const SINCE = '2026-11-20T12:00:00Z';

describe('the tasks of a run', () => {
  it('are what moves it, once for each page', () => {
    const run = aRun({
      nextActions: [
        action('approve'),
        action('refuse'),
        action('verify', { step: 'KEY', movesRun: false }),
        action('attestStep', { step: 'VAULT' }),
      ],
      tracks: [aTrack('AEP', { steps: [aStep('APPROVAL', 'WAITING', { since: SINCE })] })],
    });
    expect(runTasks(run).map(({ href, since }) => [href, since])).toEqual([
      ['/runs/run-1/approval/AEP', SINCE],
      ['/runs/run-1#step-AEP-VAULT', run.startedAt],
    ]);
  });
});
