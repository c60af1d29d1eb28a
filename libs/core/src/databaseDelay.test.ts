/** What waits after the database lost time: recorded once for each loss, whoever finds it when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { submitting } from '../testing/callOutcomeCases.ts';
import { DrivenRun } from '../testing/drivenRun.ts';
import { setupInput } from '../testing/setupExamples.ts';
import { SetupAzure, setUpUntilIdle, workOnSetup, WRITE } from '../testing/setupWorker.ts';
import { databaseDelayOf, delayOfSetup, delaysOf, type DatabaseDelay } from './databaseDelay.ts';
import { WORKER } from './eventActor.ts';
import { plusSeconds } from './polling.ts';
import { summaryOf } from './runSummary.ts';
import type { StepId } from './vocabulary.ts';

const WAIT_SECONDS = 305;
const delayFrom = (now: string, era = 2, seconds = WAIT_SECONDS): DatabaseDelay => ({
  ...{ era, cause: 'FAILED_OVER', since: now, until: plusSeconds(now, seconds) },
});
const shown = (driven: DrivenRun, step: StepId = 'SUBMISSION') =>
  databaseDelayOf(driven.run, 'AEP', step, driven.now);
/** What people read of it. */
const shownAs = ({ cause, since, until }: DatabaseDelay) => ({ cause, since, until });
/** As a list of runs has it. */
const listed = ({ run, now }: DrivenRun) => delaysOf(summaryOf(run), now);
const kinds = ({ events }: DrivenRun, kind: string) => events.filter((one) => one.kind === kind);

describe('a configuration that was requested before the database was restored', () => {
  const notSent = (driven: DrivenRun, restoredAt: string) =>
    driven.apply('configurationNotSent', { submissionId: 'submission-1', restoredAt }, WORKER);

  it('is not sent, and needs another approval', () => {
    const driven = submitting().wait(60);
    notSent(driven, driven.now);
    const { submission } = driven.run.tracks.AEP;
    expect(submission).toMatchObject({ status: 'failed', outcome: 'refused', sends: 0 });
    expect(driven.step('AEP', 'SUBMISSION').failure).toMatchObject({ code: 'restored' });
    expect(driven.effects.has('submit')).toBe(false);
    driven.apply('configurationSending', { submissionId: 'submission-1', send: 1 }, WORKER);
    expect(driven.run.tracks.AEP.submission).toBe(submission);
    driven.must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
    expect(driven.run.tracks.AEP).toMatchObject({ submission: null, approval: null });
    expect(driven.run.tracks.AEP.earlierSubmissions ?? []).toEqual([]);
  });

  it('changes nothing of one that was requested since, is sent, or whose send is open', () => {
    const since = submitting();
    notSent(since.wait(60), plusSeconds(since.run.tracks.AEP.submission!.requestedAt, -1));
    const open = submitting().must('configurationSending', {
      ...{ submissionId: 'submission-1', send: 1 },
    });
    notSent(open.wait(60), open.now);
    const sent = submitting().accepted();
    notSent(sent.wait(60), sent.now);
    for (const [driven, status] of [
      [since, 'sending'],
      [open, 'sending'],
      [sent, 'sent'],
    ] as const)
      expect(driven.run.tracks.AEP.submission!.status).toBe(status);
    expect(since.run.tracks.AEP.submission!.unresolved).toBe(false);
    expect(open.run.tracks.AEP.submission!.unresolved).toBe(true);
  });
});

describe('a configuration that waits', () => {
  const sending = { submissionId: 'submission-1', send: 1 };
  const find = (driven: DrivenRun, delay: DatabaseDelay): DrivenRun =>
    driven.must('configurationDelayed', { submissionId: 'submission-1', ...delay }, WORKER);
  const recorded = (driven: DrivenRun) => kinds(driven, 'configurationDelayed').length;

  it('says why, since when and until when; Keyway works on it, and its effect stays', () => {
    const driven = submitting();
    expect(shown(driven)).toBeNull();
    const effect = driven.effects.get('submit');
    const delay = delayFrom(driven.now);
    find(driven, delay);
    expect(shown(driven)).toMatchObject(shownAs(delay));
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({ status: 'WORKING', actor: 'SYSTEM' });
    expect(driven.effects.get('submit')).toBe(effect);
    expect(shown(driven, 'ACTIVATION')).toBeNull();
  });

  it('is listed as the step shows it, with what a restore asks for again', () => {
    const driven = submitting().wait(60);
    const { requestedAt } = driven.run.tracks.AEP.submission!;
    for (const [era, restoredAt] of [driven.now, requestedAt].entries()) {
      find(driven, { ...delayFrom(driven.now, era + 2), cause: 'RESTORED', restoredAt });
      expect(listed(driven)).toEqual([
        { track: 'AEP', steps: ['SUBMISSION'], delay: shown(driven) },
      ]);
      expect(shown(driven)).toMatchObject({ what: 'configuration', asksAgain: era === 0 });
    }
    expect(listed(driven.wait(WAIT_SECONDS))).toEqual([]);
    expect(summaryOf(driven.run).tracks[0]).toMatchObject({ delay: { cause: 'RESTORED' } });
    driven.must('configurationSending', sending);
    expect(summaryOf(driven.run).tracks[0]).toMatchObject({ delay: null });
  });

  it('is not recorded by a second worker, nor because of an earlier loss', () => {
    const driven = submitting();
    const first = delayFrom(driven.now, 3);
    find(driven, first);
    const { run } = driven;
    find(driven, delayFrom(driven.now, 3, 900));
    find(driven, delayFrom(driven.now, 2, 900));
    expect(driven.run).toBe(run);
    expect(shown(driven)).toMatchObject(shownAs(first));
    const next = delayFrom(driven.now, 4);
    find(driven, next);
    expect(shown(driven)).toMatchObject(shownAs(next));
    expect(recorded(driven)).toBe(2);
  });

  it('is shown no longer once it is sent, found, or the time is over', () => {
    const begun = find(submitting(), delayFrom(submitting().now)).must(
      'configurationSending',
      sending,
    );
    expect(shown(begun)).toBeNull();
    const answer = { id: 'job', status: 'CREATED', keyVaultKeyIdentifier: null, imsOrgId: null };
    const found = find(submitting(), delayFrom(submitting().now)).must('configurationAccepted', {
      ...{ submissionId: 'submission-1', found: true, answer, timeScale: 1 },
    });
    expect(shown(found)).toBeNull();
    const late = find(submitting(), delayFrom(submitting().now)).wait(WAIT_SECONDS);
    expect(shown(late)).toBeNull();
  });

  it('is not recorded by one that comes late: after the time, the send, or another submission', () => {
    const over = submitting();
    const old = delayFrom(over.now);
    find(over.wait(WAIT_SECONDS), old);
    const sent = submitting().must('configurationSending', sending);
    find(sent, delayFrom(sent.now));
    const other = submitting();
    const delay = delayFrom(other.now);
    other.must('configurationDelayed', { submissionId: 'submission-0', ...delay }, WORKER);
    expect([over, sent, other].map(recorded)).toEqual([0, 0, 0]);
  });

  it('holds one entry a loss, in whatever order workers find what', () => {
    const moves = fc.array(
      fc.record({ era: fc.integer({ min: 2, max: 4 }), wait: fc.integer({ min: 0, max: 400 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, (found) => {
        const driven = submitting();
        const began = driven.now;
        for (const { era, wait } of found)
          find(driven.wait(wait), delayFrom(began, era, era * 300));
        const eras = kinds(driven, 'configurationDelayed').map(
          ({ data }) => (data as DatabaseDelay).era,
        );
        expect(eras).toEqual([...new Set(eras)].toSorted());
      }),
    );
  });
});

describe('a change that waits', () => {
  function confirmed(): { driven: DrivenRun; azure: SetupAzure } {
    const azure = new SetupAzure();
    const driven = new DrivenRun({ connections: WRITE })
      .must('stepAttested', {
        ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null },
      })
      .must('setupRequested', { track: 'AEP', ...setupInput('AEP') });
    workOnSetup(driven, azure);
    const { hash } = driven.run.tracks.AEP.setup!.plan!;
    return { driven: driven.must('setupConfirmed', { track: 'AEP', planHash: hash }), azure };
  }
  function next(driven: DrivenRun) {
    const effect = driven.effects.get('setup:AEP')!;
    if (effect.type !== 'makeChange') throw new Error('nothing is to be changed');
    const { attempt: _, ...about } = effect.data;
    return about;
  }
  const find = (driven: DrivenRun, delay: DatabaseDelay): DrivenRun =>
    driven.must('setupChangeDelayed', { ...next(driven), ...delay }, WORKER);
  const recorded = (driven: DrivenRun) => kinds(driven, 'setupChangeDelayed').length;

  it('is said once of the set-up and of what it brings about, until it is made', () => {
    const { driven, azure } = confirmed();
    const delay = delayFrom(driven.now, 2, 45);
    find(driven, delay);
    find(driven, delayFrom(driven.now, 2, 90));
    expect(recorded(driven)).toBe(1);
    expect(delayOfSetup(driven.run.tracks.AEP.setup!, driven.now)).toEqual(delay);
    for (const step of ['VAULT', 'ROLE'] as const)
      expect(shown(driven, step)).toEqual(
        step === 'VAULT' ? { ...shownAs(delay), what: 'change', asksAgain: false } : null,
      );
    const held = listed(driven);
    expect(held).toEqual([{ track: 'AEP', steps: held[0]!.steps, delay: shown(driven, 'VAULT') }]);
    for (const step of held[0]!.steps) expect(shown(driven, step)).toEqual(held[0]!.delay);
    driven.wait(45);
    expect([shown(driven, 'VAULT'), listed(driven)]).toEqual([null, []]);
    setUpUntilIdle(driven, azure);
    expect(azure.made).toHaveLength(4);
  });

  it('is over with the send, whatever the time, and is not recorded again', () => {
    const { driven } = confirmed();
    const delay = delayFrom(driven.now, 2, 45);
    find(driven, delay);
    driven.must('setupChangeStarted', next(driven), WORKER);
    expect(shown(driven, 'VAULT')).toBeNull();
    find(driven, delay);
    expect(shown(driven, 'VAULT')).toBeNull();
    expect(recorded(driven)).toBe(1);
  });

  it('is not recorded of another plan, nor once the set-up is over', () => {
    const { driven } = confirmed();
    const about = next(driven);
    const delay = delayFrom(driven.now, 2, 45);
    driven.must('setupChangeDelayed', { ...about, planHash: 'other', ...delay }, WORKER);
    driven.must('setupCancelled', { track: 'AEP' });
    driven.must('setupChangeDelayed', { ...about, ...delay }, WORKER);
    expect(recorded(driven)).toBe(0);
    expect(shown(driven, 'VAULT')).toBeNull();
  });
});
