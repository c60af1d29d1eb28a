/** Runs as plan version 3 stored them: sentences become codes (docs/reference/run.md, rule 8). */
import { describe, expect, it } from 'vitest';
import stored from '../../fixtures/runs-of-version-3.json' with { type: 'json' };
import { evidenceHash } from '../evidence.ts';
import { earlierSubmission, heldConfiguration } from '../heldConfiguration.ts';
import type { Run } from '../run.ts';
import type { StepId } from '../vocabulary.ts';
import { upcastRun } from '../upcastRun.ts';

type Name = keyof typeof stored;
const upcast = (name: Name): Run => upcastRun(structuredClone(stored[name]));
/** Status, since when, and who has to act, of each step. */
const statuses = (steps: object): unknown[] =>
  Object.values(steps as Run['tracks']['AEP']['steps']).map(({ status, since, actor }) => [
    status,
    since,
    actor,
  ]);
const failureOf = (name: Name, step: StepId) => upcast(name).tracks.AEP.steps[step]!.failure;
const APPROVED_KEY = /^https:\/\/contoso-/;

describe('a run of plan version 3', () => {
  it.each(Object.keys(stored) as Name[])('%s: keeps its statuses and evidence', (name) => {
    const run = upcast(name);
    expect(run.planVersion).toBe(9);
    for (const track of ['AEP', 'CJA'] as const) {
      const [before, after] = [stored[name].tracks[track], run.tracks[track]];
      expect(statuses(after.steps)).toEqual(statuses(before.steps));
      const approval = after.approval;
      if (approval?.status === 'approved')
        expect(evidenceHash(run, track)).toBe(approval.evidenceHash);
    }
    expect(JSON.stringify(run)).not.toMatch(/"(looking|nextLookAt|kind":"(foundBefore|statusNot))/);
    expect(upcastRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });

  it('has its observations under their new names', () => {
    expect(upcast('observing').tracks.AEP.steps.KEY).toMatchObject({ observing: true });
    expect(upcast('approved').tracks.AEP.steps.KEY!.nextObservationAt).toBe(
      stored.approved.tracks.AEP.steps.KEY.nextLookAt,
    );
    expect(upcast('assigning').tracks.AEP.steps.ROLE).toMatchObject({
      status: 'WORKING',
      acting: true,
    });
  });

  it.each<[Name, StepId, object]>([
    ['assignmentRefused', 'ROLE', { code: 'refused', upstreamMessage: 'no' }],
    ['conflictEnded', 'SUBMISSION', { code: 'refused' }],
    ['otherKey', 'SUBMISSION', { code: 'otherKey', values: { name: 'keyway-cmk' } }],
    ['otherKeyAfterSend', 'SUBMISSION', { code: 'otherKeyAfterSend' }],
    ['keyNotNamed', 'SUBMISSION', { code: 'keyNotNamed', values: { name: 'keyway-cmk' } }],
    ['failedBefore', 'SUBMISSION', { code: 'failedBefore' }],
    ['noUsableAnswer', 'SUBMISSION', { code: 'noUsableAnswer', values: { sends: 5 } }],
    ['failedAtAdobe', 'ACTIVATION', { code: 'failed', upstreamMessage: 'FAILED' }],
  ])('%s: says by a code why %s failed', (name, step, expected) => {
    expect(failureOf(name, step)).toMatchObject(expected);
  });

  it.each<[Name, object | undefined, string | null]>([
    ['evidenceChanged', { code: 'evidenceChanged', values: {} }, null],
    ['factsDiffer', { code: 'factsDiffer', values: {} }, null],
    ['expired', { code: 'expired', values: { at: '2026-11-24T01:00:11.000Z' } }, null],
    ['expiredRereading', { code: 'expired', values: { at: '2026-11-24T01:00:11.000Z' } }, null],
    ['withdrawn', undefined, 'Wrong day'],
    ['approvalRefused', undefined, 'Wrong key'],
  ])(
    '%s: says by a code why its approval is void, or keeps a person’s reason',
    (name, voided, reason) => {
      const { approval } = upcast(name).tracks.AEP;
      expect([approval?.voided, approval?.reason]).toEqual([voided, reason]);
    },
  );

  it.each<[Name, string, object]>([
    ['foundBefore', 'foundBefore', { name: 'keyway-cmk' }],
    ['statusNotRead', 'statusNotRead', { code: '403025', status: 403 }],
    ['statusWentBack', 'statusWentBack', { from: 'UPDATE_EXISTING_RESOURCES', to: 'RUNNING' }],
    [
      'otherAnswer',
      'otherConfiguration',
      { name: 'keyway-cmk', imsOrgId: 'FEDCBA9876543210FEDCBA98@AdobeOrg', key: null },
    ],
    ['blockedAfterTicket', 'blockedAfterTicket', {}],
  ])('%s: has the anomaly %s with its values', (name, code, values) => {
    expect(upcast(name).anomalies).toMatchObject([{ code, values }]);
  });

  it('keeps what binds the next submission', () => {
    const conflict = upcast('conflictRetried');
    expect(earlierSubmission(conflict)).toMatchObject({
      outcome: 'exists',
      failure: { code: 'refused', upstreamMessage: 'A configuration exists already.' },
    });
    expect(conflict.tracks.AEP.submission?.conflict).toMatchObject({ code: 'refused' });
    expect(earlierSubmission(upcast('otherKeyRetried'))?.failure).toMatchObject({
      code: 'otherKey',
      values: { name: 'keyway-cmk', key: expect.stringMatching(APPROVED_KEY) as string },
      upstreamMessage: null,
    });
    expect(earlierSubmission(upcast('noUsableAnswerRetried'))?.failure?.code).toBe(
      'noUsableAnswer',
    );
    expect(heldConfiguration(upcast('noUsableAnswerRetried'))).not.toBeNull();
  });

  it('that was archived says so by a code, without a person’s reason', () => {
    expect(upcast('archived').cancelled).toMatchObject({
      code: 'organizationArchived',
      reason: null,
    });
  });

  it('keeps a sentence that is not recognized, to be shown as it is', () => {
    const run = structuredClone(stored.statusWentBack);
    run.anomalies[0]!.message = 'Something of an earlier version.';
    expect(upcastRun(run).anomalies[0]).toMatchObject({
      code: 'stored',
      values: { text: 'Something of an earlier version.' },
    });
    const failed = structuredClone(stored.assignmentRefused);
    failed.tracks.AEP.steps.ROLE.checks = [];
    expect(upcastRun(failed).tracks.AEP.steps.ROLE!.failure).toMatchObject({
      code: 'stored',
      values: { text: 'no' },
    });
  });
});
