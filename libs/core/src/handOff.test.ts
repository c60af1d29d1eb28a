/** Which steps a hand-off reaches, and that no event by it does more. */
import { describe, expect, it } from 'vitest';
import {
  AWS_ROLE,
  DEFAULT_POLICY_TEXT,
  factsOnAws,
  KEY_ARN,
  ON_AWS,
  POLICY_TEMPLATE,
  policyStep,
} from '../testing/awsFacts.ts';
import { DrivenRun } from '../testing/drivenRun.ts';
import { factsExcept, noPurgeProtection } from '../testing/factsExcept.ts';
import { attestedApplication, keyIdentifier } from '../testing/goodFacts.ts';
import type { EventData } from './event.ts';
import {
  HAND_OFF_ACTORS,
  handOffActorProblem,
  handedOffSteps,
  handedOffStepsDone,
  handedOffStepsLater,
} from './handOff.ts';
import type { HandOffActor, HandOffOfEvent } from './handOff.ts';
import type { Connections } from './organization.ts';
import { planStep } from './plans/planFor.ts';
import { STEP_IDS, TRACK_IDS } from './vocabulary.ts';

const by = (actor: HandOffActor): HandOffOfEvent => ({ id: 'h', actor });
const steps = ({ run, now }: DrivenRun, actor: HandOffActor) =>
  handedOffSteps(run, actor, now).filter(({ track }) => track === 'AEP');
const attestation = (step: 'VAULT' | 'SUBMISSION' | 'ENTITLEMENT'): EventData['stepAttested'] => ({
  ...{ track: 'AEP', step, statement: 's', reference: null },
});
const key = { track: 'AEP', keyIdentifier: keyIdentifier('AEP'), vaultResourceId: null } as const;
const unconnected = (): DrivenRun => {
  const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
  driven.must('stepAttested', attestation('ENTITLEMENT'));
  return driven;
};

describe('the steps of a hand-off on AWS', () => {
  const onAws = (connections: Connections) => {
    const driven = new DrivenRun({ organization: ON_AWS, connections });
    driven.world = (_track, step) => factsOnAws(step);
    return driven.must('stepAttested', attestation('ENTITLEMENT'));
  };
  const kmsKey = { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null } as const;

  it('are the key and its policy, which nobody attests where Keyway reads them', () => {
    const driven = onAws({ adobe: null, azure: null, aws: AWS_ROLE });
    driven.must('keyProvided', kmsKey);
    expect(steps(driven, 'AWS_ADMIN')).toEqual([
      { track: 'AEP', step: 'KEY', mayCheck: true, mayAttest: false },
    ]);
    expect(handedOffStepsLater(driven.run, 'AWS_ADMIN')).toEqual([
      { track: 'AEP', step: 'POLICY' },
    ]);
    const missing = policyStep(DEFAULT_POLICY_TEXT);
    driven.world = (_track, step) => (step === 'POLICY' ? missing : factsOnAws(step));
    driven.must('keyPolicyProvided', { policy: POLICY_TEMPLATE }).observe();
    expect(steps(driven, 'AWS_ADMIN')).toEqual([
      { track: 'AEP', step: 'POLICY', mayCheck: true, mayAttest: false },
    ]);
    for (const actor of ['AZURE_ADMIN', 'ENTRA_ADMIN'] as const)
      expect(handOffActorProblem(driven.run, actor)?.reason).toBe('handOffActorNotInPlan');
  });

  it('do not include naming the key, which an attestation by hand-off would approve', () => {
    const driven = onAws({ adobe: null, azure: null });
    expect(steps(driven, 'AWS_ADMIN')).toEqual([
      { track: 'AEP', step: 'KEY', mayCheck: false, mayAttest: false },
    ]);
    const named = { track: 'AEP', step: 'KEY', statement: 's', reference: KEY_ARN } as const;
    const handOff = by('AWS_ADMIN');
    expect(driven.apply('stepAttested', { ...named, handOff })?.reason).toBe('keyNeedsAccount');
    driven.must('keyProvided', kmsKey);
    expect(driven.apply('stepAttested', { ...named, reference: null, handOff })).toBeNull();
  });
});

describe('the steps of a hand-off', () => {
  it('are its actor’s open ones, also while the partner has not connected Azure or named the key', () => {
    const driven = unconnected();
    expect(steps(driven, 'AZURE_ADMIN')).toEqual([
      { track: 'AEP', step: 'VAULT', mayCheck: false, mayAttest: false },
    ]);
    expect(steps(driven, 'ENTRA_ADMIN')).toEqual([]);
    driven.must('keyProvided', key);
    expect(steps(driven, 'AZURE_ADMIN')).toEqual([
      { track: 'AEP', step: 'VAULT', mayCheck: false, mayAttest: true },
    ]);
    driven.must('stepAttested', { ...attestation('VAULT'), handOff: by('AZURE_ADMIN') });
    expect(handedOffStepsDone(driven.run, 'AZURE_ADMIN')).toEqual([
      { track: 'AEP', step: 'VAULT' },
    ]);
    expect(steps(driven, 'AZURE_ADMIN').map(({ step }) => step)).toEqual(['NETWORK', 'KEY']);
  });

  it('can be checked and not attested where Keyway can read them', () => {
    const driven = new DrivenRun();
    driven.must('stepAttested', attestation('ENTITLEMENT'));
    driven.must('keyProvided', key);
    expect(steps(driven, 'AZURE_ADMIN')).toEqual([
      { track: 'AEP', step: 'VAULT', mayCheck: true, mayAttest: false },
    ]);
    const place = { track: 'AEP', step: 'VAULT' } as const;
    driven.must('verificationRequested', { ...place, handOff: by('AZURE_ADMIN') });
    // Still theirs while it is checked.
    expect(steps(driven, 'AZURE_ADMIN')).toMatchObject([{ step: 'VAULT' }]);
    expect(driven.run.tracks.AEP.steps.VAULT?.observing).toBe(true);
  });

  it('that open later are each other step of the plan for its actor, until the run ends', () => {
    const driven = unconnected();
    const later = (actor: HandOffActor) =>
      handedOffStepsLater(driven.run, actor)
        .filter(({ track }) => track === 'AEP')
        .map(({ step }) => step);
    expect(later('AZURE_ADMIN')).toEqual(['NETWORK', 'KEY', 'ROLE']);
    expect(later('ENTRA_ADMIN')).toEqual(['CONSENT']);
    driven.must('runCancelled', { reason: 'x' });
    expect([...later('AZURE_ADMIN'), ...later('ENTRA_ADMIN')]).toEqual([]);
  });

  it('end with the run', () => {
    const driven = unconnected();
    driven.must('runCancelled', { reason: 'x' });
    expect(steps(driven, 'AZURE_ADMIN')).toEqual([]);
  });

  it('are never one that can’t be undone, at any point of a run', () => {
    const reached = new Set<string>();
    const collect = (driven: DrivenRun): void => {
      for (const actor of HAND_OFF_ACTORS)
        for (const { track, step } of handedOffSteps(driven.run, actor, driven.now)) {
          reached.add(step);
          expect(planStep(driven.run, track, step)?.pointOfNoReturn).toBeUndefined();
        }
    };
    const byHand = unconnected();
    byHand.must('keyProvided', key);
    for (const step of [
      'VAULT',
      'NETWORK',
      'KEY',
      'APP_REGISTRATION',
      'CONSENT',
      'ROLE',
    ] as const) {
      collect(byHand);
      const reference = step === 'APP_REGISTRATION' ? attestedApplication : null;
      byHand.must('stepAttested', { track: 'AEP', step, statement: 's', reference });
    }
    collect(byHand);
    const connected = new DrivenRun().prepare();
    collect(connected);
    connected.approve('AEP');
    collect(connected);
    connected.approve('CJA').submit();
    collect(connected);
    expect([...reached].toSorted()).toEqual(['CONSENT', 'KEY', 'NETWORK', 'ROLE', 'VAULT']);
  });
});

describe('an event by a hand-off', () => {
  it('reaches no step but its own', () => {
    const driven = unconnected();
    driven.must('keyProvided', key);
    const open = new Set(
      HAND_OFF_ACTORS.flatMap((actor) =>
        handedOffSteps(driven.run, actor, driven.now).map(
          ({ track, step }) => `${actor} ${track} ${step}`,
        ),
      ),
    );
    for (const actor of HAND_OFF_ACTORS)
      for (const track of TRACK_IDS)
        for (const step of STEP_IDS) {
          if (open.has(`${actor} ${track} ${step}`)) continue;
          const place = { track, step, handOff: by(actor) };
          const text = { statement: 's', reference: null };
          expect(driven.apply('stepAttested', { ...place, ...text })?.code).toBe('NOT_FOUND');
          expect(driven.apply('verificationRequested', place)?.code).toBe('NOT_FOUND');
        }
  });

  it('checks no more than one step', () => {
    const handOff = by('AZURE_ADMIN');
    expect(
      new DrivenRun().apply('verificationRequested', { track: null, step: null, handOff })?.code,
    ).toBe('NOT_FOUND');
    expect(
      new DrivenRun().apply('verificationRequested', { track: 'AEP', step: null, handOff })?.code,
    ).toBe('NOT_FOUND');
  });

  it('attests nothing that fails a check', () => {
    const driven = new DrivenRun();
    driven.must('stepAttested', attestation('ENTITLEMENT'));
    driven.must('keyProvided', key);
    expect(
      driven.apply('stepAttested', { ...attestation('VAULT'), handOff: by('AZURE_ADMIN') })?.reason,
    ).toBe('stepVerifiable');
  });
});

describe('a hand-off for an actor', () => {
  it('is of use while there is something for them, now or later', () => {
    const driven = unconnected();
    const problems = () =>
      HAND_OFF_ACTORS.map((actor) => handOffActorProblem(driven.run, actor)?.reason ?? null);
    expect(problems()).toEqual([null, null, 'handOffActorNotInPlan']);
    const aws = new DrivenRun({
      organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
      connections: { adobe: null, azure: null },
    });
    expect(handOffActorProblem(aws.run, 'ENTRA_ADMIN')?.reason).toBe('handOffActorNotInPlan');
    expect(handOffActorProblem(aws.run, 'AWS_ADMIN')).toBeNull();
    const prepared = new DrivenRun().prepare();
    for (const actor of ['AZURE_ADMIN', 'ENTRA_ADMIN'] as const)
      expect(handOffActorProblem(prepared.run, actor)?.reason).toBe('handOffNothingToDo');
  });

  it('is of use again where what they did is gone', () => {
    const driven = new DrivenRun().prepare();
    driven.world = factsExcept(noPurgeProtection);
    driven.wait(24 * 3600).observe();
    expect(handOffActorProblem(driven.run, 'AZURE_ADMIN')).toBeNull();
  });
});
