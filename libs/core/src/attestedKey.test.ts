/** On AWS an attestation can name the key, which a second person then approves (AWS-10). */
import { describe, expect, it } from 'vitest';
import { KEY_ARN as ARN } from '../testing/awsFacts.ts';
import { DrivenRun } from '../testing/drivenRun.ts';
import { canRequestApproval } from './approvalGuards.ts';
import { canAttest } from './attestationGuards.ts';
import { withStep } from './change.ts';
import type { EventData } from './event.ts';
import { keyToApprove } from './knowledge.ts';
import type { Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import type { StepId } from './vocabulary.ts';

const attest = (
  driven: DrivenRun,
  step: StepId,
  more: Partial<EventData['stepAttested']> = {},
): Refusal | null =>
  driven.apply('stepAttested', { track: 'AEP', step, statement: 's', reference: null, ...more });

const ATTESTED = {
  failure: null,
  observing: false,
  acting: false,
  nextObservationAt: null,
} as const;

function onAws(): DrivenRun {
  const organization = {
    cloud: 'AWS',
    region: 'VA6',
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  } as const;
  const driven = new DrivenRun({ organization, connections: { adobe: null, azure: null } });
  expect(attest(driven, 'ENTITLEMENT')).toBeNull();
  return driven;
}

describe('the key attested on AWS', () => {
  it.each([
    ['an alias', 'arn:aws:kms:us-east-1:123456789012:alias/adobe-cmk', 'keyArnOfAlias'],
    ['a key ID', '0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b', 'keyArnBareId'],
  ])('is not %s (AWS-10)', (_name, reference, reason) => {
    expect(attest(onAws(), 'KEY', { reference })).toMatchObject({
      code: 'INVALID_INPUT',
      reason,
      field: ['reference'],
    });
  });

  it.each([
    ['a sentence', 'See ticket 4711; the key was made by Pat', 'keyArnMissing'],
    ['an alias', 'arn:aws:kms:us-east-1:123456789012:alias/adobe-cmk', 'keyArnOfAlias'],
    ['a key of another region', ARN.replace('us-east-1', 'us-west-2'), 'keyArnRegion'],
  ])('is not %s of the statement either, which a person would approve (AWS-10)', (...given) => {
    const [, statement, reason] = given;
    expect(attest(onAws(), 'KEY', { statement, reference: null })).toMatchObject({
      code: 'INVALID_INPUT',
      reason,
      field: ['reference'],
    });
  });

  it('is named by the statement where that is an ARN, and by the key that was provided', () => {
    const named = onAws();
    expect(attest(named, 'KEY', { statement: ` ${ARN} `, reference: null })).toBeNull();
    expect(keyToApprove(named.run, 'AEP')).toBe(ARN);
    const provided = onAws().must('keyProvided', {
      ...{ track: 'AEP', keyIdentifier: ARN, vaultResourceId: null },
    });
    expect(attest(provided, 'KEY', { statement: 'made by Pat', reference: null })).toBeNull();
    expect(keyToApprove(provided.run, 'AEP')).toBe(ARN);
  });

  it('of a version that took any text is attested again before it is approved', () => {
    const driven = onAws();
    attest(driven, 'KEY', { reference: ARN });
    attest(driven, 'POLICY');
    const { attestation } = driven.run.tracks.AEP.steps.KEY!;
    const text = { ...attestation!, statement: 'made by Pat', reference: null };
    // Cast: an attested step has the same status, whatever it says.
    const stored = withStep(driven.run, 'AEP', 'KEY', { ...ATTESTED, attestation: text }) as Run;
    expect(canRequestApproval(stored, 'AEP', null)).toMatchObject({ reason: 'keyArnMissing' });
    expect(canAttest(stored, 'AEP', 'KEY', driven.now)).toBeNull();
  });
});
