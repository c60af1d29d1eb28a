import { expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { partnersTurnFrom, waitingOnAt } from './coolingOff.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { summaryOf } from './runSummary.ts';

it('waits on nobody where every open step of the partner waits for a cooling-off', () => {
  const policy = { ...DEFAULT_POLICY, coolingOffSeconds: 3600 };
  const driven = new DrivenRun().prepare().must('policyChanged', { policy });
  const turn = () => {
    const summary = summaryOf(driven.run);
    return [partnersTurnFrom(summary), waitingOnAt(summary, driven.now)];
  };
  expect(turn()).toEqual([null, ['PARTNER']]);
  driven.approve('AEP');
  // Approval can be requested on the other track.
  expect(turn()).toEqual([null, ['PARTNER']]);
  driven.must('approvalRequested', { track: 'CJA', principal: 'member:x' });
  const from = driven.run.tracks.AEP.approval!.decidedAt!;
  const until = new Date(Date.parse(from) + 3_600_000).toISOString();
  expect(turn()).toEqual([until, ['APPROVER']]);
  driven.wait(3600);
  expect(turn()).toEqual([until, ['PARTNER', 'APPROVER']]);
});
