/** The configuration POST: sent once, whatever is known of its outcome. */
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import { anOutage } from '../../testing/factsExcept.ts';

describe('the POST (AEP-36 to AEP-40)', () => {
  const sending = () => new DrivenRun().prepare().approve('AEP').submit();

  it('is begun once; an unknown outcome is looked up five times before another send', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ sends: 1, unresolved: true });
    const before = driven.run;
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    expect(driven.run).toBe(before);
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'send',
      definite: false,
      failure: anOutage({}),
      attempt: 0,
      timeScale: 1,
    });
    for (const lookups of [1, 2, 3, 4]) {
      driven.must('configurationNotFound', { submissionId: 'submission-1', lookups, timeScale: 1 });
      expect(driven.run.tracks.AEP.submission?.unresolved).toBe(true);
    }
    driven
      .wait(10)
      .must('configurationNotFound', { submissionId: 'submission-1', lookups: 5, timeScale: 1 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: false, sends: 1 });
  });

  it('a send that nobody saw end is not repeated while it may be on its way, whatever the poll scale', () => {
    const driven = sending();
    driven.timeScale = 0.01;
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    driven.must('configurationNotFound', {
      submissionId: 'submission-1',
      lookups: 5,
      timeScale: 0.01,
    });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: true });
    expect(driven.effects.get('submit')!.dueAt).toBe(
      driven.run.tracks.AEP.submission!.inFlightUntil,
    );
    driven
      .wait(20)
      .must('configurationNotFound', { submissionId: 'submission-1', lookups: 5, timeScale: 0.01 });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: false, sends: 1 });
  });

  it('a lookup that fails leaves an earlier send unresolved', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    const denied = anOutage({ kind: 'denied', message: 'Profile is not valid' });
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'lookup',
      definite: true,
      failure: denied,
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.run.tracks.AEP.submission).toMatchObject({ status: 'sending', unresolved: true });
  });

  it('a definite no is FAILED with Adobe’s message, and a retry needs a new approval', () => {
    const driven = sending();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    driven.must('configurationSendFailed', {
      submissionId: 'submission-1',
      during: 'send',
      definite: true,
      failure: anOutage({ kind: 'denied', message: 'Profile is not valid' }),
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'FAILED',
      externalStatus: 'Profile is not valid',
    });
    driven.must('stepRetried', { track: 'AEP', step: 'SUBMISSION' });
    expect(driven.status('AEP', 'APPROVAL')).toBe('READY');
    expect(driven.status('AEP', 'SUBMISSION')).toBe('LOCKED');
  });

  it('a configuration of that name for another key is never taken for ours (GAP-02)', () => {
    const driven = sending();
    const answer = {
      id: 'j',
      status: 'RUNNING',
      keyVaultKeyIdentifier:
        'https://other.vault.azure.net/keys/k/02cee357ad5d4c72b2b04881fdffd626',
      imsOrgId: null,
    };
    driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 1,
    });
    expect(driven.status('AEP', 'SUBMISSION')).toBe('FAILED');
  });

  it('cannot be asked for twice, nor the key changed, nor the run given up', () => {
    const driven = sending().accepted();
    const again = driven.apply('submissionRequested', {
      submissionId: 't',
      configurationName: 'c',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
    expect(again?.code).toBe('ALREADY_SUBMITTED');
    expect(
      driven.apply('keyProvided', {
        track: 'AEP',
        keyIdentifier: keyIdentifier('AEP'),
        vaultResourceId: null,
      })?.code,
    ).toBe('ALREADY_SUBMITTED');
    expect(driven.apply('runCancelled', { reason: 'no' })?.code).toBe('ALREADY_SUBMITTED');
  });
});
