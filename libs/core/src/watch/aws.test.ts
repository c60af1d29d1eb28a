/** Watching a key in AWS KMS: what revokes it, what can't be read, and how both end (AWS-12). */
import { describe, expect, it } from 'vitest';
import {
  aRotation,
  factsOnAws,
  goodPolicy,
  KEY_ARN,
  kmsStep,
  policyStep,
} from '../../testing/awsFacts.ts';
import { APPROVER, type World } from '../../testing/drivenRun.ts';
import { completedOnAws, DrivenWatch, worldOnAws } from '../../testing/drivenWatch.ts';
import { absent, unreadable } from '../../testing/exampleFacts.ts';
import type { KmsStepFacts, StepFacts } from '../facts.ts';
import type { StepState } from '../stepState.ts';
import { placesOfTrack } from './keyPlace.ts';
import { revocationClock } from './revocationClock.ts';
import { runbookOf } from './runbookOf.ts';
import { startWatch } from './startWatch.ts';
import { trackDrift } from './trackDrift.ts';
import { upcastWatch } from './upcastWatch.ts';

const [admin, ...adobe] = goodPolicy.Statement;
const policy = (...Statement: object[]) => policyStep({ ...goodPolicy, Statement });
const withFacts =
  (...changed: StepFacts[]): World =>
  (_track, step) =>
    changed.find((facts) => facts.step === step) ?? factsOnAws(step);
const watching = () => new DrivenWatch(completedOnAws()).observe(worldOnAws);
const deniedRotation: KmsStepFacts = {
  ...kmsStep(),
  rotation: unreadable('denied', 'kms:GetKeyRotationStatus'),
};
const driftOf = (driven: DrivenWatch) =>
  trackDrift(driven.track('AEP')).map(({ field, harmful }) => [field, harmful]);

describe('a watch on AWS', () => {
  it('begins with the key and its policy, and is healthy', () => {
    const driven = watching();
    expect(driven.watch.tracks.CJA).toBeNull();
    expect(driven.track('AEP')).toMatchObject({ keyIdentifier: KEY_ARN, health: 'HEALTHY' });
    expect(driven.alerts).toEqual([]);
    expect(placesOfTrack(driven.track('AEP'))).toEqual([
      { kind: 'kms', arn: KEY_ARN, region: 'us-east-1' },
    ]);
  });

  it('has nothing to read where key and policy were attested', () => {
    const driven = completedOnAws();
    const { KEY, ...others } = driven.run.tracks.AEP.steps;
    const attested = { ...KEY!, attestation: others.ENTITLEMENT!.attestation } as StepState;
    const run = {
      ...driven.run,
      tracks: {
        ...driven.run.tracks,
        AEP: { ...driven.run.tracks.AEP, steps: { ...others, KEY: attested } },
      },
    };
    expect(startWatch(run, driven.now)).toBeNull();
  });

  it('reads the key alone where the run had no step for the policy', () => {
    const driven = completedOnAws();
    const { POLICY: _, ...steps } = driven.run.tracks.AEP.steps;
    const AEP = { ...driven.run.tracks.AEP, steps };
    driven.run = { ...driven.run, tracks: { ...driven.run.tracks, AEP } };
    const alone = new DrivenWatch(driven).observe(worldOnAws);
    expect(alone.track('AEP').health).toBe('HEALTHY');
    expect(alone.track('AEP').steps.POLICY.facts).toBeNull();
  });

  it('is read as an earlier version of the program stored it', () => {
    const { watch } = watching();
    const { POLICY: _, ...steps } = watch.tracks.AEP!.steps;
    const stored = { ...watch, tracks: { ...watch.tracks, AEP: { ...watch.tracks.AEP!, steps } } };
    expect(upcastWatch(stored).tracks.AEP!.steps.POLICY).toMatchObject({ facts: null, checks: [] });
  });
});

const LOSSES: [string, StepFacts, string, string[]][] = [
  [
    'disabled',
    kmsStep({ keyState: 'Disabled', enabled: false }),
    'kmsKeyIsEnabled',
    ['enableKmsKey'],
  ],
  [
    'pending deletion',
    kmsStep({ keyState: 'PendingDeletion', deletionDate: '2026-12-01T00:00:00.000Z' }),
    'kmsKeyIsEnabled',
    ['cancelKmsKeyDeletion', 'enableKmsKey'],
  ],
  [
    'without material',
    kmsStep({ keyState: 'PendingImport' }),
    'kmsKeyIsEnabled',
    ['importKeyMaterial'],
  ],
  ['without a statement', policy(admin!, ...adobe.slice(0, -1)), 'keyPolicyHoldsTemplate', []],
  [
    'with a statement that lacks an action',
    policy(admin!, { ...adobe[0], Action: 'kms:DescribeKey' }, ...adobe.slice(1)),
    'keyPolicyHoldsTemplate',
    ['mergeKeyPolicy'],
  ],
  [
    'with a Deny',
    policy(admin!, ...adobe, { ...adobe[0], Sid: 'No', Effect: 'Deny', Condition: undefined }),
    'keyPolicyHoldsTemplate',
    ['removeDenyStatement'],
  ],
];

describe('a key that Adobe can’t use', () => {
  it.each(LOSSES)(
    '%s: revoked at once, and healthy once it is as before',
    (_n, facts, check, to) => {
      const driven = watching().observe(withFacts(facts));
      const track = driven.track('AEP');
      expect(track.health).toBe('REVOKED');
      expect(driven.alerts).toEqual(['+ AEP REVOKED']);
      const { cause } = revocationClock(track)!;
      expect(cause.subject).toMatchObject({ kind: 'check', check });
      expect(runbookOf('REVOKED', cause.subject)).toEqual(
        expect.arrayContaining(['openCustomerCareTicket', ...to, 'checkAgain']),
      );
      expect(driven.observe(worldOnAws).track('AEP').health).toBe('HEALTHY');
      expect(driven.alerts).toEqual(['+ AEP REVOKED', '- AEP REVOKED']);
    },
  );

  it('says until when a deletion can be cancelled (AWS-15), and when AEP shows it (TM-17)', () => {
    const deletionDate = '2026-12-01T00:00:00.000Z';
    const pending = kmsStep({ keyState: 'PendingDeletion', deletionDate, enabled: false });
    // KMS says nothing of the rotation of such a key.
    const facts: StepFacts = { ...pending, rotation: unreadable('rejected') };
    const driven = watching().observe(withFacts(facts));
    expect(driven.track('AEP').health).toBe('REVOKED');
    const marks = revocationClock(driven.track('AEP'))!.marks;
    expect(marks.map(({ rule }) => rule)).toEqual(['TM-14', 'TM-17', 'TM-05', 'AWS-15', 'TM-06']);
    expect(marks.find(({ rule }) => rule === 'AWS-15')?.at).toBe(deletionDate);
    expect(driftOf(driven)).toEqual([
      ['KEY.keyState', true],
      ['KEY.deletionDate', true],
    ]);
    const { acceptable } = trackDrift(driven.track('AEP'))[0]!;
    expect(acceptable).toBe(false);
  });

  it('is gone only after KMS said so for ten minutes', () => {
    const gone: World = (_track, step) =>
      step === 'KEY'
        ? { step, kmsKey: absent(), rotation: absent() }
        : { step: 'POLICY', keyPolicy: absent() };
    const driven = watching().observe(gone);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.observe().observe().track('AEP').health).toBe('REVOKED');
    expect(driven.observe(worldOnAws).track('AEP').health).toBe('HEALTHY');
  });

  it('is not gone while its policy is read', () => {
    const contradiction = withFacts({ step: 'KEY', kmsKey: absent(), rotation: absent() });
    const driven = watching().observe(contradiction).observe().observe().observe();
    expect(driven.track('AEP').health).toBe('UNREACHABLE');
    expect(driven.alerts).toEqual(['+ AEP UNREACHABLE']);
  });
});

describe('what can’t be read on AWS', () => {
  const refused: World = (_track, step) =>
    step === 'KEY'
      ? {
          ...{ step, kmsKey: unreadable('denied', 'sts:AssumeRole') },
          rotation: unreadable('denied', 'sts:AssumeRole'),
        }
      : { step: 'POLICY', keyPolicy: unreadable('denied', 'sts:AssumeRole') };

  it('is unreachable where the role may not be assumed, never revoked', () => {
    const driven = watching().observe(refused);
    expect(driven.track('AEP').health).toBe('UNREACHABLE');
    expect(driven.alerts).toEqual(['+ AEP UNREACHABLE']);
    expect(driven.observe(worldOnAws).track('AEP').health).toBe('HEALTHY');
  });

  it('keeps what was found before beside it', () => {
    const driven = watching().observe(withFacts(kmsStep({ keyState: 'Disabled' })));
    driven.observe(refused);
    expect(driven.alerts).toEqual(['+ AEP REVOKED', '+ AEP UNREACHABLE']);
  });

  it('is the rotation alone: unreachable, and it hides no loss of the key', () => {
    const driven = watching().observe(withFacts(deniedRotation));
    expect(driven.track('AEP').health).toBe('UNREACHABLE');
    expect(driven.last!.opened).toMatchObject([
      {
        subject: { step: 'KEY', failure: { permission: 'kms:GetKeyRotationStatus' } },
      },
    ]);
    driven.observe(withFacts({ ...deniedRotation, ...kmsPart('Disabled') }));
    expect(driven.track('AEP').health).toBe('REVOKED');
    expect(driven.observe(worldOnAws).track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts.toSorted()).toEqual([
      ...['+ AEP REVOKED', '+ AEP UNREACHABLE', '- AEP REVOKED', '- AEP UNREACHABLE'],
    ]);
  });

  it('is no finding where the rotation could not be read when it was approved either', () => {
    const world = withFacts(deniedRotation);
    const driven = new DrivenWatch(completedOnAws(world)).observe(world);
    expect(driven.track('AEP').health).toBe('HEALTHY');
  });

  it('keeps the rotation that was known while its call fails for a while', () => {
    const off = withFacts(kmsStep({}, { enabled: false }));
    const driven = watching().observe(off);
    const throttled: StepFacts = { ...kmsStep(), rotation: unreadable('throttled') };
    for (let count = 0; count < 5; count += 1) driven.observe(withFacts(throttled));
    expect(driven.track('AEP').health).toBe('AT_RISK');
    expect(driven.alerts).toEqual(['+ AEP AT_RISK']);
  });
});

const kmsPart = (keyState: string): Pick<KmsStepFacts, 'kmsKey'> => ({
  kmsKey: kmsStep({ keyState, enabled: keyState === 'Enabled' }).kmsKey,
});

describe('what is different from what was approved', () => {
  const backup = {
    ...{ Sid: 'Backup', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' },
    Principal: { AWS: 'arn:aws:iam::444455556666:role/backup' },
  };

  it.each<[string, StepFacts, [string, boolean][], string]>([
    [
      'a statement that was removed, by its Sid',
      policy(admin!, ...adobe.slice(0, -1)),
      [['POLICY.statements.CJA Oberon IAM User Permissions', true]],
      'REVOKED',
    ],
    [
      'a statement that was added',
      policy(admin!, ...adobe, backup),
      [['POLICY.statements.Backup', false]],
      'AT_RISK',
    ],
    [
      'the statement of the account',
      policy(...adobe),
      [['POLICY.statements.Enable IAM User Permissions', true]],
      'AT_RISK',
    ],
    [
      'a condition that was left out',
      policy(admin!, { ...adobe[0], Condition: undefined }, ...adobe.slice(1)),
      [['POLICY.statements.Adobe Enable IAM User Permissions', true]],
      'AT_RISK',
    ],
    ['rotation', kmsStep({}, { enabled: false }), [['KEY.rotation.enabled', true]], 'AT_RISK'],
    [
      'how often it rotates',
      kmsStep({}, { periodInDays: 90 }),
      [['KEY.rotation.periodInDays', false]],
      'AT_RISK',
    ],
    ['the date of a rotation', kmsStep({}, { nextRotation: null }), [], 'HEALTHY'],
    [
      'order and Sids, which mean nothing',
      policy(...adobe.toReversed().map((one) => ({ ...one, Sid: `x ${one.Sid}` })), admin!),
      [],
      'HEALTHY',
    ],
  ])('%s', (_name, facts, wanted, health) => {
    const driven = watching().observe(withFacts(facts));
    expect(driftOf(driven)).toEqual(wanted);
    expect(driven.track('AEP').health).toBe(health);
    expect(driven.observe(worldOnAws).track('AEP').health).toBe('HEALTHY');
  });

  it('can be accepted per statement, and counts again once the statement changes', () => {
    const driven = watching().observe(withFacts(policy(admin!, ...adobe, backup)));
    const accept = (field: string) =>
      driven.apply(
        {
          kind: 'differenceAccepted',
          data: { track: 'AEP', field, reason: 'the backup', timeScale: 1 },
        },
        APPROVER,
      );
    accept('POLICY.statements.Backup');
    expect(driven.track('AEP').health).toBe('HEALTHY');
    const other = { ...backup, Principal: { AWS: 'arn:aws:iam::444455556666:role/Backup' } };
    driven.observe(withFacts(policy(admin!, ...adobe, other)));
    expect(driven.track('AEP').health).toBe('AT_RISK');
    driven.observe(withFacts(policy(admin!, ...adobe.slice(1), backup)));
    expect(driven.track('AEP').health).toBe('REVOKED');
    expect(() => accept('POLICY.statements.Adobe Enable IAM User Permissions')).toThrow();
  });

  it('warns of imported material that expires soon, though it was approved', () => {
    const imported = (validTo: string) =>
      withFacts({
        ...kmsStep({ origin: 'EXTERNAL', validTo }),
        rotation: { outcome: 'seen', value: aRotation({ enabled: false }) },
      });
    const world = imported('2027-01-20T00:00:00.000Z');
    const driven = new DrivenWatch(completedOnAws(world)).observe(world);
    expect(driven.track('AEP').health).toBe('HEALTHY');
    expect(driven.alerts).toEqual(['+ AEP expiry 2027-01-20T00:00:00.000Z 90']);
    driven.wait(30 * 24 * 3600).observe(world);
    expect(driven.track('AEP').health).toBe('AT_RISK');
  });
});
