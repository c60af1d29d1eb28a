/** One step for many organizations: the rules of one, and nothing that can’t be undone. */
import { describe, expect, it } from 'vitest';
import { AWS_ROLE, factsOnAws, KEY_ARN, ON_AWS, POLICY_TEMPLATE } from '../testing/awsFacts.ts';
import { APPROVER, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { bulkEvent, type BulkEventAction, type BulkInput } from './bulk.ts';
import type { EffectType } from './effect.ts';
import { transition } from './transition.ts';
import type { StepId, TrackId } from './vocabulary.ts';

const at = '2026-11-24T10:00:00.000Z';
const by = { id: 'e-1', at, actor: OPERATOR, bulkJob: 'job' };
const NOT_CONNECTED = { adobe: null, azure: null };
const attestation = { statement: 'Contract C-1', reference: 'C-1' };

function inBulk(
  { run }: DrivenRun,
  action: BulkEventAction,
  track: TrackId,
  step: StepId,
  more: Partial<BulkInput> = {},
) {
  const input = { ...{ track, step, reason: null }, ...more, action };
  return transition(run, bulkEvent(input, by));
}
const failed = () =>
  new DrivenRun().prepare().approve('AEP').submit().accepted().wait(3600).reported('FAILED');

describe('a step that is tried again for many organizations', () => {
  it('waits for a new approval of each, and sends nothing (GAP-31)', () => {
    const driven = failed();
    const again = inBulk(driven, 'RETRY_STEPS', 'AEP', 'ACTIVATION');
    if ('refusal' in again) throw new Error(again.refusal.reason);
    const { approval, steps, submission } = again.run!.tracks.AEP;
    expect([approval, submission]).toEqual([null, null]);
    expect(steps.SUBMISSION?.status).toBe('LOCKED');
    const sending: EffectType = 'submitConfiguration';
    expect(again.effects.map(({ type }) => type)).not.toContain(sending);
  });

  it.each<[TrackId, StepId, string]>([
    ['AEP', 'VAULT', 'stepDone'],
    ['CJA', 'CONFIRMATION', 'stepLocked'],
  ])('is refused where it has not failed: %s %s', (track, step, reason) => {
    expect(inBulk(failed(), 'RETRY_STEPS', track, step)).toMatchObject({ refusal: { reason } });
  });
});

describe('a step that is attested for many organizations', () => {
  it('is attested by the starter, with the job, and never verified', () => {
    const event = {
      action: 'ATTEST_STEPS',
      track: 'AEP',
      step: 'ENTITLEMENT',
      reason: null,
    } as const;
    expect(bulkEvent({ ...event, attestation }, by)).toMatchObject({
      kind: 'stepAttested',
      data: { track: 'AEP', step: 'ENTITLEMENT', ...attestation, bulkJob: 'job' },
    });
    const done = inBulk(new DrivenRun(), 'ATTEST_STEPS', 'AEP', 'ENTITLEMENT', { attestation });
    if ('refusal' in done) throw new Error(done.refusal.reason);
    expect(done.run!.tracks.AEP.steps.ENTITLEMENT).toMatchObject({
      ...{ status: 'DONE', mode: 'ATTESTED' },
      attestation: { by: { name: OPERATOR.name, origin: 'console' }, ...attestation },
    });
  });

  it('is refused where each organization has a reference of its own (AEP-23, AWS-10)', () => {
    const onAws = new DrivenRun({
      organization: ON_AWS,
      connections: { adobe: null, azure: null, aws: null },
    });
    const application = { ...attestation, reference: '7d2b2f64-3f0e-4b55-8f0f-0a6a3f1c9e01' };
    const refusal = { reason: 'bulkReferenceOfEach', field: ['step'] };
    for (const [driven, step, given] of [
      [new DrivenRun({ connections: NOT_CONNECTED }), 'APP_REGISTRATION', application],
      [onAws, 'KEY', { ...attestation, reference: KEY_ARN }],
    ] as const) {
      const more = { attestation: given };
      driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...attestation });
      expect(inBulk(driven, 'ATTEST_STEPS', 'AEP', step, more)).toMatchObject({ refusal });
      // One by one it is taken.
      expect(driven.apply('stepAttested', { track: 'AEP', step, ...given })).toBeNull();
    }
    const withKey = new DrivenRun({
      organization: ON_AWS,
      connections: { adobe: null, azure: null, aws: null },
    })
      .must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...attestation })
      .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null });
    const bare = { attestation: { ...attestation, reference: null } };
    expect(inBulk(withKey, 'ATTEST_STEPS', 'AEP', 'KEY', bare)).toHaveProperty('run');
  });

  it('is refused at a point of no return, where nobody typed the ID of each (IRR-09)', () => {
    const driven = new DrivenRun({
      organization: ON_AWS,
      connections: { adobe: null, azure: null, aws: AWS_ROLE },
    });
    driven.world = (_track, step) => factsOnAws(step);
    const { imsOrgId: confirmImsOrgId } = driven.run.organization;
    const step = { track: 'AEP', statement: 'x', reference: null } as const;
    driven
      .must('stepAttested', { ...step, step: 'ENTITLEMENT' })
      .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
      .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
      .observe();
    const data = { track: 'AEP', principal: OPERATOR.principal } as const;
    driven.must('approvalRequested', { ...data, configurationName: 'contoso-cmk' });
    const granted = { track: 'AEP', principal: APPROVER.principal, confirmImsOrgId } as const;
    driven.must('approvalGranted', { ...granted, comment: null }, APPROVER);
    const more = { attestation: { statement: 'x', reference: 'contoso-cmk' } };
    const { events } = driven;
    expect(inBulk(driven, 'ATTEST_STEPS', 'AEP', 'SUBMISSION', more)).toMatchObject({
      refusal: { field: ['confirmImsOrgId'] },
    });
    expect(driven.events).toBe(events);
    // With the ID, it is taken.
    const typed = { ...step, ...more.attestation, step: 'SUBMISSION', confirmImsOrgId } as const;
    expect(driven.apply('stepAttested', typed)).toBeNull();
  });
});
