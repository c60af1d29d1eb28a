/** A changed policy: what it allowed no more is void, and nothing is sent by an earlier one. */
import { describe, expect, it } from 'vitest';
import type { StepFacts } from '../facts.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { factsExcept } from '../../testing/factsExcept.ts';
import { goodVault } from '../../testing/goodFacts.ts';
import { approvalUsableAt } from '../approvalGuards.ts';
import { entryData } from '../entryData.ts';
import { acceptanceProblem } from '../guards.ts';
import { loosens } from '../policy.ts';
import { approvalsUnder, type AffectedApproval } from '../affectedApprovals.ts';
import { DEFAULT_POLICY, type Policy } from '../policy.ts';

const HOUR = 3600;
const with_ = (change: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, ...change });
const STRICT = with_({ coolingOffSeconds: HOUR, fourEyes: 'OWN_APPROVER', neverAccept: ['keyIsNotExpiring'] }); // prettier-ignore

describe('loosens', () => {
  it.each<[Policy, Policy, boolean]>([
    [DEFAULT_POLICY, DEFAULT_POLICY, false],
    [DEFAULT_POLICY, STRICT, false],
    [STRICT, DEFAULT_POLICY, true],
    [STRICT, { ...STRICT, coolingOffSeconds: HOUR - 1 }, true],
    [STRICT, { ...STRICT, coolingOffSeconds: HOUR + 1 }, false],
    [STRICT, { ...STRICT, approvalValidForSeconds: STRICT.approvalValidForSeconds + 1 }, true],
    [STRICT, { ...STRICT, fourEyes: 'ANOTHER_MEMBER' }, true],
    [STRICT, { ...STRICT, neverAccept: ['vaultExists'] }, true],
    [STRICT, { ...STRICT, neverAccept: ['keyIsNotExpiring', 'vaultExists'] }, false],
  ])('%j to %j: %s', (before, after, expected) => {
    expect(loosens(before, after)).toBe(expected);
  });
});

const change = (driven: DrivenRun, policy: Partial<Policy>): DrivenRun =>
  driven.must('policyChanged', { policy: { ...driven.run.policy, ...policy } });
const submit = (driven: DrivenRun) =>
  driven.apply('submissionRequested', {
    submissionId: 's',
    configurationName: 'c',
    confirmImsOrgId: driven.run.organization.imsOrgId,
  });
const decide = (driven: DrivenRun, ownApprover: boolean) =>
  driven.apply('approvalGranted', {
    track: 'AEP',
    principal: 'member:approver',
    confirmImsOrgId: driven.run.organization.imsOrgId,
    comment: null,
    ownApprover,
  });
const shortRetention = factsExcept({
  step: 'VAULT',
  vault: { outcome: 'seen', value: { ...goodVault('AEP'), softDeleteRetentionInDays: 30 } },
} as StepFacts);
const request = (driven: DrivenRun): DrivenRun =>
  driven.must('approvalRequested', { track: 'AEP', principal: 'member:operator' });
const approvalOf = ({ run }: DrivenRun) => run.tracks.AEP.approval;

describe('a policy that is loosened', () => {
  it.each<[string, Partial<Policy>, Partial<Policy>]>([
    ['four eyes', { fourEyes: 'OWN_APPROVER' }, { fourEyes: 'ANOTHER_MEMBER' }],
    ['cooling-off', { coolingOffSeconds: HOUR }, { coolingOffSeconds: 0 }],
    ['validity', {}, { approvalValidForSeconds: 90 * 24 * HOUR }],
    ['checks', { neverAccept: ['keyIsNotExpiring'] }, { neverAccept: [] }],
  ])('voids what was requested and what was given: %s', (_name, before, after) => {
    for (const given of [false, true]) {
      const driven = request(new DrivenRun({ policy: before }).prepare());
      if (given) expect(decide(driven, true)).toBeNull();
      change(driven, after);
      expect(approvalOf(driven)).toMatchObject({
        status: 'void',
        voided: { code: 'policyLoosened', at: expect.any(String) },
      });
      expect(submit(driven)?.code).toBe('APPROVAL_VOID');
      expect(driven.run.policy).toMatchObject(after);
      expect(decide(driven, true)?.code).toBe('APPROVAL_VOID');
      expect(request(driven).status('AEP', 'APPROVAL')).toBe('WAITING');
    }
  });

  it('says so in the run’s own entry', () => {
    const driven = new DrivenRun({ policy: STRICT }).prepare();
    for (const [policy, loosened] of [
      [{ coolingOffSeconds: 0 }, true],
      [{ coolingOffSeconds: HOUR }, false],
    ] as const) {
      const before = driven.run;
      const { policy: after } = change(driven, policy).run;
      expect(entryData(driven.events.at(-1)!, driven.run, before)).toEqual({
        policy: after,
        loosened,
        approvals: [],
      });
    }
  });

  it('sends nothing that was being read again for the submission', () => {
    const driven = new DrivenRun().prepare().approve('AEP').wait(1);
    expect(submit(driven)).toBeNull();
    change(driven, { approvalValidForSeconds: 90 * 24 * HOUR });
    driven.observe();
    expect(driven.run.tracks.AEP.submission?.status).toBe('aborted');
    expect([...driven.effects.values()].map(({ type }) => type)).not.toContain(
      'submitConfiguration',
    );
  });

  it('leaves what was submitted', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    const before = driven.run.tracks.AEP;
    change(driven, { approvalValidForSeconds: 90 * 24 * HOUR });
    expect(driven.run.tracks.AEP.approval).toEqual(before.approval);
    expect(driven.run.tracks.AEP.submission).toEqual(before.submission);
  });
});

describe('the entry of a changed policy', () => {
  /** Of AEP, given by an approver of the partner, and of CJA, pending. */
  const both = (policy: Partial<Policy> = {}): DrivenRun => {
    const driven = request(new DrivenRun({ policy }).prepare());
    expect(decide(driven, false)).toBeNull();
    return driven.must('approvalRequested', { track: 'CJA', principal: 'member:operator' });
  };
  it.each<[string, Partial<Policy>, Partial<Policy>, (string | null)[]]>([
    [
      'loosened',
      { coolingOffSeconds: HOUR },
      { coolingOffSeconds: 0 },
      ['policyLoosened', 'policyLoosened'],
    ],
    ['tightened', {}, { fourEyes: 'OWN_APPROVER' }, ['ownApproverRequired', null]],
    ['harmless', {}, { coolingOffSeconds: HOUR }, [null, null]],
    ['shortened', {}, { approvalValidForSeconds: 60 }, ['expired', null]],
  ])('says what became of each approval: %s', (_name, before, policy, voided) => {
    const driven = both(before).wait(61);
    const { run } = driven;
    const after = { ...run.policy, ...policy };
    const foreseen = approvalsUnder(run, after, driven.now);
    driven.must('policyChanged', { policy: after });
    const event = driven.events.findLast(({ kind }) => kind === 'policyChanged')!;
    const { approvals } = entryData(event, driven.run, run) as { approvals: AffectedApproval[] };
    // Only a longer cooling-off puts off what stays valid.
    const usableAt = approvalUsableAt(driven.run, run.tracks.AEP.approval!);
    const held = policy.coolingOffSeconds ? { heldUntil: usableAt } : {};
    expect(approvals).toEqual([
      { track: 'AEP', status: 'approved', voided: voided[0], ...held },
      { track: 'CJA', status: 'requested', voided: voided[1] },
    ]);
    // By the same rule, before anything is changed.
    expect(foreseen).toEqual(approvals);
  });

  it('says until when a longer cooling-off puts off an approval', () => {
    const driven = both().wait(61);
    const under = (coolingOffSeconds: number) =>
      approvalsUnder(driven.run, { ...driven.run.policy, coolingOffSeconds }, driven.now);
    const { decidedAt } = driven.run.tracks.AEP.approval!;
    const after = (seconds: number) =>
      new Date(Date.parse(decidedAt!) + seconds * 1000).toISOString();
    expect(under(HOUR).map(({ heldUntil }) => heldUntil)).toEqual([after(HOUR), undefined]);
    // That long ago it was given already.
    expect(under(30)[0]).not.toHaveProperty('heldUntil');
    change(driven, { coolingOffSeconds: HOUR });
    expect(under(HOUR)[0]).not.toHaveProperty('heldUntil');
    expect(under(2 * HOUR)[0]?.heldUntil).toBe(after(2 * HOUR));
  });

  it('has none that was void, used or expired before, or of a closed run', () => {
    const loose = { ...DEFAULT_POLICY, approvalValidForSeconds: 90 * 24 * HOUR };
    const under = ({ run, now }: DrivenRun): string[] =>
      approvalsUnder(run, loose, now).map(({ track }) => track);
    expect(under(both())).toEqual(['AEP', 'CJA']);
    expect(under(new DrivenRun().prepare())).toEqual([]);
    expect(under(new DrivenRun().prepare().approve('AEP').submit())).toEqual([]);
    expect(under(both().must('runCancelled', { reason: 'x' }))).toEqual([]);
    const { run } = both();
    expect(approvalsUnder(run, loose, run.tracks.AEP.approval!.expiresAt!).length).toBe(1);
    const voided = both();
    change(voided, loose);
    expect(approvalsUnder(voided.run, DEFAULT_POLICY, voided.now)).toEqual([]);
  });

  it('names the warning that nobody may accept any more', () => {
    const driven = new DrivenRun();
    driven.world = shortRetention;
    driven.prepare();
    driven.must('checkOverridden', { track: 'AEP', check: 'vaultRetentionIsLong', reason: 'x' });
    const policy = { ...request(driven).run.policy, neverAccept: ['vaultRetentionIsLong'] };
    expect(approvalsUnder(driven.run, policy, driven.now)).toEqual([
      { track: 'AEP', status: 'requested', voided: 'evidenceChanged' },
    ]);
  });
});

describe('a policy that is tightened', () => {
  it('voids what somebody else than an approver of the organization approved', () => {
    for (const own of [false, true]) {
      const driven = request(new DrivenRun().prepare());
      expect(decide(driven, own)).toBeNull();
      change(driven, { fourEyes: 'OWN_APPROVER' });
      expect(approvalOf(driven)?.status).toBe(own ? 'approved' : 'void');
    }
    const driven = request(new DrivenRun().prepare());
    change(driven, { fourEyes: 'OWN_APPROVER' });
    expect(decide(driven, false)?.code).toBe('POLICY_FORBIDS');
    expect(decide(driven, true)).toBeNull();
  });

  it('lets approvals cool off longer and expire earlier', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    change(driven, { coolingOffSeconds: HOUR, approvalValidForSeconds: 2 * HOUR });
    expect(approvalOf(driven)?.status).toBe('approved');
    expect(submit(driven)?.code).toBe('COOLING_OFF');
    driven.wait(2 * HOUR);
    expect(submit(driven)?.code).toBe('APPROVAL_VOID');
    const expiry = [...driven.effects.values()].find(({ type }) => type === 'expireApproval');
    expect(expiry?.dueAt).toBe(approvalOf(driven)?.expiresAt);
  });

  it('takes back what somebody accepted that nobody may accept any more', () => {
    const driven = new DrivenRun();
    driven.world = shortRetention;
    driven.prepare();
    const accept = () =>
      driven.apply('checkOverridden', { track: 'AEP', check: 'vaultRetentionIsLong', reason: 'x' });
    expect(accept()).toBeNull();
    request(driven);
    expect(decide(driven, true)).toBeNull();
    change(driven, { neverAccept: ['vaultRetentionIsLong'] });
    expect(approvalOf(driven)?.status).toBe('void');
    expect(accept()?.code).toBe('POLICY_FORBIDS');
    const about = { check: 'vaultRetentionIsLong', verdict: 'WARN' } as const;
    expect(acceptanceProblem(driven.run, 'AEP', about)?.code).toBe('POLICY_FORBIDS');
    expect(acceptanceProblem(new DrivenRun().run, 'AEP', about)).toBeNull();
    // A policy changes nothing about what nobody could accept anyway.
    const block = { ...about, verdict: 'BLOCK' } as const;
    expect(acceptanceProblem(driven.run, 'AEP', block)?.reason).toBe('checkNotOverridable');
    expect(acceptanceProblem(driven.run, 'CJA', block)?.reason).toBe('checkNeverAccepted');
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: 'member:operator' })?.code,
    ).toBe('CHECKS_NOT_GREEN');
  });

  it('refuses a configuration name whose warning nobody may accept', () => {
    const driven = new DrivenRun({
      policy: { neverAccept: ['configurationNameIsSafe'] },
    }).prepare();
    const named = (configurationName: string) =>
      driven.apply('approvalRequested', {
        track: 'AEP',
        principal: 'member:operator',
        configurationName,
      })?.code;
    expect(named('Upper-Case')).toBe('POLICY_FORBIDS');
    expect(named('lower-case')).toBeUndefined();
  });
});

it('changes nothing on a closed run, or where it is the same', () => {
  const driven = new DrivenRun();
  const { version } = driven.run;
  change(driven, {});
  expect(driven.run.version).toBe(version);
  driven.must('runCancelled', { reason: 'x' });
  change(driven, { coolingOffSeconds: 5 });
  expect(driven.run.policy.coolingOffSeconds).toBe(0);
});

describe('work', () => {
  it('has an owner and a due date, and comments also on a closed run', () => {
    const driven = new DrivenRun();
    const owner = { memberId: 'm', name: 'Omar' };
    driven.must('runAssigned', { owner, dueAt: '2026-12-01T00:00:00.000Z' });
    expect(driven.run).toMatchObject({ owner, dueAt: '2026-12-01T00:00:00.000Z' });
    driven.must('runCancelled', { reason: 'x' });
    expect(driven.apply('runAssigned', { owner: null, dueAt: null })?.code).toBe('RUN_CLOSED');
    const comment = { text: 'Call them.', track: null, step: null };
    expect(driven.apply('commentAdded', comment)).toBeNull();
    expect(driven.events.at(-1)?.kind).toBe('commentAdded');
  });
});
