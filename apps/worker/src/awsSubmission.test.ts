/** A run on AWS from the role to the submission: read through the role, decided by two persons. */
import type { EventData, EventKind, Run } from '@keyway/core';
import { OPERATOR } from '@keyway/testing';
import { expect, it } from 'vitest';
import {
  approvalBy,
  approve,
  awsScenario,
  readyOnAws,
  requestApproval,
  submission,
} from './testing/awsRun.ts';
import { runOf } from './testing/performedByTest.ts';
import {
  applyRunEvent,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

it('is verified, approved by another person, and submitted by hand (AWS-14)', async () => {
  await withWorkers(1, async () => {
    const begun = await readyOnAws();
    const ready = await runOf(begun.runId);
    for (const step of ['KEY', 'POLICY'] as const)
      expect(ready.tracks.AEP.steps[step]).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    await requestApproval(begun);
    await approve(begun);
    const attested = await applyRunEvent(begun.runId, 'stepAttested', submission(begun));
    // It does not count before every fact was read again.
    expect(statusOf(attested, 'AEP', 'SUBMISSION')).toBe('WORKING');
    const run = await until(
      'submission counts',
      begun.runId,
      (one) => statusOf(one, 'AEP', 'SUBMISSION') === 'DONE',
    );
    expect(run.tracks.AEP).toMatchObject({
      approval: { status: 'spent' },
      steps: { SUBMISSION: { mode: 'ATTESTED', attestation: { reference: 'contoso-cmk' } } },
    });
    for (const step of ['ACTIVATION', 'CONFIRMATION'] as const)
      await applyRunEvent(begun.runId, 'stepAttested', { ...submission(begun), step });
    expect((await runOf(begun.runId)).completedAt).not.toBeNull();
  });
});

it('does not count where a statement was removed after the approval (VAL-31)', async () => {
  await withWorkers(1, async () => {
    const begun = await readyOnAws();
    await requestApproval(begun);
    await approve(begun);
    await awsScenario('awsStatement2Missing', begun.imsOrgId);
    await applyRunEvent(begun.runId, 'stepAttested', submission(begun));
    const voided = (run: Run) => run.tracks.AEP.approval?.status === 'void';
    const run = await until('approval void', begun.runId, voided);
    expect(run.tracks.AEP.steps.SUBMISSION).toMatchObject({ status: 'LOCKED', attestation: null });
    expect(run.anomalies).toMatchObject([{ code: 'attestedButChanged' }]);
  });
});

it('goes nowhere by one person alone', async () => {
  await withWorkers(1, async () => {
    const begun = await readyOnAws();
    const alone = <K extends EventKind>(kind: K, data: EventData[K]) =>
      expect(applyRunEvent(begun.runId, kind, data)).rejects;
    await alone('stepAttested', submission(begun)).toThrow(/APPROVAL_REQUIRED/);
    await requestApproval(begun);
    await alone('stepAttested', submission(begun)).toThrow(/APPROVAL_REQUIRED/);
    await alone('approvalGranted', approvalBy(begun, OPERATOR.principal)).toThrow(/SELF_APPROVAL/);
    for (const step of ['APPROVAL', 'ACTIVATION', 'CONFIRMATION'] as const)
      await alone('stepAttested', { ...submission(begun), step }).toThrow();
    const { tracks, completedAt } = await runOf(begun.runId);
    expect(completedAt).toBeNull();
    expect(tracks.AEP.steps.SUBMISSION).toMatchObject({ status: 'LOCKED', attestation: null });
  });
});
