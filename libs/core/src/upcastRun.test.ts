/**
 * Runs as the program of plan version 2 stored them (docs/reference/run.md, rule 8). What was
 * submitted stays submitted.
 */
import { describe, expect, it } from 'vitest';
import stored from '../fixtures/runs-of-version-2.json' with { type: 'json' };
import { APPROVER } from '../testing/drivenRun.ts';
import type { EventData, EventKind, RunEvent } from './event.ts';
import { evidenceHash } from './evidence.ts';
import { hasSubmitted, heldConfiguration } from './heldConfiguration.ts';
import type { Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { progress, runStatus } from './runStatus.ts';
import { transition } from './transition.ts';
import { upcastRun } from './upcastRun.ts';
import type { StepId } from './vocabulary.ts';

type Name = keyof typeof stored;
const LATER = '2026-12-24T00:00:00.000Z';
const statuses = (run: Run): string =>
  Object.entries(run.tracks.AEP.steps)
    .map(([step, state]) => `${step} ${state.status}`)
    .join(', ');

function after<K extends EventKind>(run: Run, kind: K, data: EventData[K]): Run | Refusal {
  const event = {
    id: 'e',
    at: LATER,
    actor: { principal: 'member:one', name: 'One', origin: 'console' },
    kind,
    data,
  } as RunEvent;
  const outcome = transition(run, event);
  return 'refusal' in outcome ? outcome.refusal : outcome.run;
}
const attested = (run: Run, step: StepId): Run | Refusal =>
  after(run, 'stepAttested', {
    track: 'AEP',
    step,
    statement: 's',
    reference: null,
    confirmImsOrgId: run.organization.imsOrgId,
  });

describe('a run of plan version 2', () => {
  it.each<[Name, string]>([
    [
      'awsNothing',
      'ENTITLEMENT READY, KEY LOCKED, POLICY LOCKED, APPROVAL LOCKED, SUBMISSION LOCKED, ACTIVATION LOCKED, CONFIRMATION LOCKED',
    ],
    [
      'awsKey',
      'ENTITLEMENT DONE, KEY DONE, POLICY READY, APPROVAL LOCKED, SUBMISSION LOCKED, ACTIVATION LOCKED, CONFIRMATION LOCKED',
    ],
    [
      'awsSubmission',
      'ENTITLEMENT DONE, KEY DONE, APPROVAL NOT_APPLICABLE, SUBMISSION DONE, ACTIVATION WAITING, CONFIRMATION LOCKED',
    ],
    [
      'awsCompleted',
      'ENTITLEMENT DONE, KEY DONE, APPROVAL NOT_APPLICABLE, SUBMISSION DONE, ACTIVATION DONE, CONFIRMATION DONE',
    ],
  ])('%s: gains the approval where nothing was submitted yet', (name, expected) => {
    const run = upcastRun(stored[name]);
    expect(statuses(run)).toBe(expected);
    expect(upcastRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });

  it('on AWS needs a second person before its submission', () => {
    const run = attested(upcastRun(stored.awsKey), 'POLICY') as Run;
    expect(attested(run, 'SUBMISSION')).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    expect(
      after(run, 'approvalRequested', { track: 'AEP', principal: 'member:one' }),
    ).toMatchObject({ version: run.version + 1 });
  });

  it('that completed stays complete, with everything that applies done', () => {
    const run = upcastRun(stored.awsCompleted);
    expect([runStatus(run), progress(run)]).toEqual(['COMPLETED', { done: 5, total: 5 }]);
    expect(run.completedAt).toBe(stored.awsCompleted.completedAt);
  });

  it.each<Name>([
    'awsSubmission',
    'azureAttested',
    'azureAttestedThenThrownBack',
    'azureAttestedThenExpired',
  ])('%s: is frozen, holds the organization’s configuration, and can only be completed', (name) => {
    const run = upcastRun(stored[name]);
    expect([heldConfiguration(run), hasSubmitted(run)]).toEqual(['attested', true]);
    expect(run.tracks.AEP.steps.SUBMISSION!.status).toBe('DONE');
    expect(Object.values(run.tracks.AEP.steps).map(({ status }) => status)).not.toContain(
      'BLOCKED',
    );
    expect(after(run, 'runCancelled', { reason: 'x' })).toMatchObject({
      code: 'ALREADY_SUBMITTED',
    });
    expect(attested(run, 'SUBMISSION')).toMatchObject({ code: 'STEP_ALREADY_DONE' });
    const activated = attested(run, 'ACTIVATION') as Run;
    expect(activated.tracks.AEP.steps.ACTIVATION!.status).toBe('DONE');
    expect(activated.tracks.AEP.steps.SUBMISSION!.status).toBe('DONE');
  });

  it('that was thrown back after its submission was attested says so', () => {
    expect(upcastRun(stored.azureAttestedThenThrownBack).anomalies).toMatchObject([
      {
        step: 'SUBMISSION',
        code: 'changedAfterAttestation',
        values: { steps: expect.stringMatching(/^VAULT/) as string },
      },
    ]);
    expect(upcastRun(stored.azureAttested).anomalies).toEqual([]);
  });

  it('that was approved is still approved for the same evidence', () => {
    const run = upcastRun(stored.azureApproved);
    expect(run.tracks.AEP.approval).toMatchObject({
      status: 'approved',
      decidedBy: { principal: APPROVER.principal },
    });
    expect(evidenceHash(run, 'AEP')).toBe(stored.azureApproved.tracks.AEP.approval.evidenceHash);
  });

  it('that failed against a configuration at Adobe holds it, and one that Adobe refused is free', () => {
    const [conflict, refused] = [upcastRun(stored.azureConflict), upcastRun(stored.azureRefused)];
    expect([heldConfiguration(conflict), heldConfiguration(refused)]).toEqual([
      'submission-1',
      null,
    ]);
    expect(after(conflict, 'runCancelled', { reason: 'x' })).toMatchObject({
      code: 'ALREADY_SUBMITTED',
    });
    expect(after(refused, 'runCancelled', { reason: 'x' })).toMatchObject({
      cancelled: { reason: 'x' },
    });
  });
});

it('refuses a state whose observations the store did not put back', () => {
  const run = structuredClone(upcastRun(stored.azureApproved));
  Object.assign(run.tracks.AEP.steps.VAULT!, { checks: null, facts: null });
  expect(() => upcastRun(run)).toThrow('AEP/VAULT/checks');
});

it.each([
  ['id', { id: null }],
  ['version', { version: '1' }],
  ['anomalies', { anomalies: {} }],
  ['organization', { organization: undefined }],
  ['tracks', { tracks: [] }],
  ['AEP', { tracks: {} }],
])('refuses a state without its %s', (part, change) => {
  const run = { ...upcastRun(stored.azureApproved), ...change };
  expect(() => upcastRun(run)).toThrow(`can't be read: ${part} `);
});

it('refuses a step of an unknown status', () => {
  const run = structuredClone(upcastRun(stored.azureApproved));
  Object.assign(run.tracks.AEP.steps.VAULT!, { status: 'GONE' });
  expect(() => upcastRun(run)).toThrow('AEP/VAULT');
});
