/** POLICY becomes a step on AWS, and nobody is pushed back behind it. */
import { describe, expect, it } from 'vitest';
import { KEY_ARN, ON_AWS } from '../../testing/awsFacts.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { evidenceHash } from '../evidence.ts';
import type { Run } from '../run.ts';
import { runStatus } from '../runStatus.ts';
import type { StepId } from '../vocabulary.ts';
import { upcastRun } from '../upcastRun.ts';

const NOBODY = { adobe: null, azure: null };
const imsOrgId = '0123456789ABCDEF01234567@AdobeOrg';

/** A run of version 8: it never had the step, and none of its steps waits for it. */
function asVersion8(driven: DrivenRun): unknown {
  const { POLICY: _, ...steps } = driven.run.tracks.AEP.steps;
  const tracks = { ...driven.run.tracks, AEP: { ...driven.run.tracks.AEP, steps } };
  return JSON.parse(JSON.stringify({ ...driven.run, planVersion: 8, tracks })) as unknown;
}

function aRun(...steps: StepId[]): DrivenRun {
  const driven = new DrivenRun({ organization: ON_AWS, connections: NOBODY });
  for (const step of steps) attest(driven, step);
  return driven;
}

const attest = (driven: DrivenRun, step: StepId): DrivenRun =>
  driven.must('stepAttested', {
    track: 'AEP',
    step,
    statement: 's',
    reference: step === 'KEY' ? KEY_ARN : null,
    confirmImsOrgId: imsOrgId,
  });

/** The run as version 8 left it, driven on by this program. */
function continued(stored: unknown): DrivenRun {
  const driven = new DrivenRun({ organization: ON_AWS, connections: NOBODY });
  driven.run = upcastRun(stored);
  driven.wait(3600);
  return driven;
}

/** A run of version 8 whose KEY is done: APPROVAL is open, since nothing was before it. */
function openAtVersion8(): unknown {
  const { POLICY: _, ...steps } = aRun('ENTITLEMENT', 'KEY').run.tracks.AEP.steps;
  const stored = asVersion8(aRun('ENTITLEMENT', 'KEY')) as Run;
  const APPROVAL = { ...steps.APPROVAL!, status: 'READY' };
  return {
    ...stored,
    tracks: { ...stored.tracks, AEP: { ...stored.tracks.AEP, steps: { ...steps, APPROVAL } } },
  };
}

describe('a run of plan version 8 on AWS', () => {
  it('without a request gains POLICY, and its approval waits for it', () => {
    const driven = continued(openAtVersion8());
    expect(Object.keys(driven.run.tracks.AEP.steps).slice(0, 4)).toEqual([
      'ENTITLEMENT',
      'KEY',
      'POLICY',
      'APPROVAL',
    ]);
    expect(driven.status('AEP', 'POLICY')).toBe('READY');
    expect(driven.status('AEP', 'APPROVAL')).toBe('LOCKED');
    expect(driven.apply('approvalRequested', { track: 'AEP', principal: 'member:one' })?.code).toBe(
      'STEP_LOCKED',
    );
    attest(driven, 'POLICY');
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
  });

  it('that is approved keeps its approval, its evidence and its steps to the end', () => {
    const before = aRun('ENTITLEMENT', 'KEY', 'POLICY').approve('AEP');
    const stored = asVersion8(before) as Run;
    const hash = evidenceHash({ ...stored, planVersion: 9 } as Run, 'AEP');
    const approval = { ...stored.tracks.AEP.approval!, evidenceHash: hash };
    const tracks = { ...stored.tracks, AEP: { ...stored.tracks.AEP, approval } };
    const driven = continued({ ...stored, tracks });
    expect(driven.run.tracks.AEP.steps.POLICY).toBeUndefined();
    expect(evidenceHash(driven.run, 'AEP')).toBe(hash);
    for (const step of ['SUBMISSION', 'ACTIVATION', 'CONFIRMATION'] as const) attest(driven, step);
    expect(runStatus(driven.run)).toBe('COMPLETED');
  });

  it('that was submitted stays submitted', () => {
    const before = aRun('ENTITLEMENT', 'KEY', 'POLICY').approve('AEP');
    const driven = continued(asVersion8(attest(before, 'SUBMISSION')));
    expect(driven.run.tracks.AEP.steps.POLICY).toBeUndefined();
    expect(driven.status('AEP', 'SUBMISSION')).toBe('DONE');
  });
});
