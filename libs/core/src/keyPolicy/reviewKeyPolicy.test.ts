/** What people see of a key policy on a run: as far as both policies are known (VAL-31). */
import { describe, expect, it } from 'vitest';
import {
  AWS_ROLE,
  factsOnAws,
  goodPolicy,
  KEY_ARN,
  ON_AWS,
  POLICY_TEMPLATE,
  policyStep,
} from '../../testing/awsFacts.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { parseKeyArn } from '../inspectKeyArn.ts';
import { inspectKeyPolicy, type KeyPolicy } from './inspectKeyPolicy.ts';
import { compareKeyPolicies } from './compareKeyPolicies.ts';
import { reviewKeyPolicy } from './reviewKeyPolicy.ts';

const [admin, first, ...others] = goodPolicy.Statement;
const read = (text: string) => (inspectKeyPolicy(text, []) as { policy: KeyPolicy }).policy;

function runOf({
  statements,
  template = POLICY_TEMPLATE,
}: {
  statements?: readonly object[];
  template?: string | null;
}) {
  const aws = statements ? AWS_ROLE : null;
  const driven = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws },
  });
  driven.world = (_track, step) =>
    step === 'POLICY' ? policyStep({ ...goodPolicy, Statement: statements }) : factsOnAws(step);
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  driven.must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null });
  if (template !== null) driven.must('keyPolicyProvided', { policy: template });
  return driven.observe().run;
}
const reviewOf = (given: Parameters<typeof runOf>[0]) => reviewKeyPolicy(runOf(given));

describe('a review', () => {
  it('shows each statement of the template beside the one of the key', () => {
    const lacking = { ...first!, Action: ['kms:Decrypt'], Sid: 'Mine' };
    const review = reviewOf({ statements: [admin!, lacking, ...others.slice(1)] })!;
    expect(review.statements.map(({ state, parts, foundSid }) => [state, parts, foundSid])).toEqual(
      [
        ['differing', ['Action'], 'Mine'],
        ['missing', [], null],
        ['present', [], others[1]!.Sid],
        ['present', [], others[2]!.Sid],
      ],
    );
    expect(review.statements.map(({ found }) => found)).toEqual([
      lacking,
      null,
      others[1],
      others[2],
    ]);
    expect(review.statements[0]!.wanted).toMatchObject({ Action: first!.Action });
    const merged = read(review.merged!);
    expect(merged.statements.slice(0, 4).map(({ json }) => json)).toEqual([
      admin,
      lacking,
      ...others.slice(1),
    ]);
    const found = compareKeyPolicies(merged, read(POLICY_TEMPLATE), parseKeyArn(KEY_ARN)!)!;
    expect(found.statements.every(({ state }) => state === 'present')).toBe(true);
  });

  it('lists what to compare by hand where nothing is connected, and merges nothing', () => {
    const review = reviewOf({})!;
    expect(review.statements.map(({ state, found }) => [state, found])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
    expect(review).toMatchObject({ current: null, comparison: null, merged: null });
  });

  it('merges no template of an earlier version that lets others use the key', () => {
    const run = runOf({ statements: [admin!] });
    const { AEP } = run.tracks;
    const evil = { ...admin!, Sid: 'Evil', Principal: { AWS: 'arn:aws:iam::999999999999:root' } };
    const text = JSON.stringify([first, ...others, evil]);
    const stored = { ...AEP, keyPolicy: { ...AEP.keyPolicy!, text } };
    const review = reviewKeyPolicy({ ...run, tracks: { ...run.tracks, AEP: stored } })!;
    expect(review.statements.map(({ sid }) => sid)).toContain('Evil');
    expect(review.merged).toBeNull();
    expect(reviewKeyPolicy(run)!.merged).not.toBeNull();
  });

  it('compares and merges nothing where that takes too many steps', () => {
    const Action = Array.from({ length: 400 }, (_, at) => `kms:*${at}*a*b*c*d*e`);
    const run = runOf({ statements: [admin!, { ...first!, Sid: 'No', Effect: 'Deny', Action }] });
    const { AEP } = run.tracks;
    const wide = Array.from({ length: 250 }, (_, at) => `kms:ReEncrypt*${at}*f`);
    const text = JSON.stringify([first, ...others].map((one) => ({ ...one, Action: wide })));
    const stored = { ...AEP, keyPolicy: { ...AEP.keyPolicy!, text } };
    const review = reviewKeyPolicy({ ...run, tracks: { ...run.tracks, AEP: stored } })!;
    expect(review.statements.map(({ state }) => state)).toEqual([null, null, null, null]);
    expect(review).toMatchObject({ comparison: null, merged: null });
    expect(review.current).toContain('kms:*399*');
  });

  it('is none on Azure, and none before one of the policies is known', () => {
    expect(reviewKeyPolicy(new DrivenRun().prepare().run)).toBeNull();
    expect(reviewOf({ template: null })).toBeNull();
  });
});
