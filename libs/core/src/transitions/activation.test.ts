/** Adobe’s statuses, kept verbatim. */
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { goodKey } from '../../testing/goodFacts.ts';
import { factsExcept } from '../../testing/factsExcept.ts';
import { runStatus } from '../runStatus.ts';

describe('Adobe’s statuses (ST-01 to ST-08)', () => {
  it.each(['PENDING_APPROVAL', 'completed', null, ''])(
    '%j is neither success nor failure (ST-07)',
    (status) => {
      const driven = new DrivenRun().prepare().approve('AEP').submit().accepted().reported(status);
      expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
        status: 'WAITING',
        actor: 'ADOBE',
        externalStatus: status,
      });
    },
  );

  it('FAILED is kept verbatim, and what our checks find is put beside it (AEP-43)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
    driven.world = factsExcept({
      step: 'KEY',
      key: { outcome: 'seen', value: { ...goodKey('AEP'), enabled: false } },
    });
    driven.reported('FAILED').observe();
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'FAILED',
      externalStatus: 'FAILED',
    });
    expect(driven.step('AEP', 'ACTIVATION').checks.map((check) => check.check)).toEqual([
      'configurationStatusIsRead',
      'keyIsEnabled',
    ]);
    expect(runStatus(driven.run)).toBe('FAILED');
  });

  it('a regression is an anomaly that is shown (ST-08)', () => {
    const driven = new DrivenRun()
      .prepare()
      .approve('AEP')
      .submit()
      .accepted()
      .reported('UPDATE_EXISTING_RESOURCES')
      .reported('RUNNING');
    expect(driven.run.anomalies).toMatchObject([
      { code: 'statusWentBack', values: { from: 'UPDATE_EXISTING_RESOURCES', to: 'RUNNING' } },
    ]);
    expect(driven.status('AEP', 'ACTIVATION')).toBe('WAITING');
  });
  it('an answer about another organization or key is followed by its name, and shown as an anomaly (GAP-02)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
    const answer = {
      id: 'j',
      status: 'RUNNING',
      keyVaultKeyIdentifier: null,
      imsOrgId: 'FEDCBA9876543210FEDCBA98@AdobeOrg',
    };
    const polled = {
      submissionId: 'submission-1',
      attempt: 0,
      pollingSince: driven.now,
      failure: null,
      timeScale: 1,
    };
    driven.must('configurationObserved', { ...polled, answer });
    expect(driven.run.anomalies).toMatchObject([
      {
        code: 'otherConfiguration',
        values: { name: 'keyway-cmk', imsOrgId: 'FEDCBA9876543210FEDCBA98@AdobeOrg', key: null },
      },
    ]);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      externalStatus: 'RUNNING',
    });
  });
});
