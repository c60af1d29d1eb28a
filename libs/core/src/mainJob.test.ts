/** The whole job through the pure core. */
import { describe, expect, it } from 'vitest';
import { DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { keyIdentifier } from '../testing/goodFacts.ts';
import { runStatus, trackStatus } from './runStatus.ts';

describe('the main job', () => {
  it('goes from nothing to COMPLETED, and only when both tracks are done (AJO-01, AJO-02)', () => {
    const driven = new DrivenRun().prepare();
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE'] as const)
      expect(driven.status('AEP', step)).toBe('DONE');
    driven.approve('AEP').submit().accepted();
    expect(driven.status('AEP', 'SUBMISSION')).toBe('DONE');
    driven.reported('RUNNING').reported('UPDATE_EXISTING_RESOURCES').reported('COMPLETED');
    expect(trackStatus(driven.run, 'AEP')).toBe('DONE');
    expect(runStatus(driven.run)).not.toBe('COMPLETED');
    driven.approve('CJA').observe().confirmCja();
    expect(runStatus(driven.run)).toBe('COMPLETED');
    expect(driven.run.completedAt).toBe(driven.run.updatedAt);
    expect(driven.effects.size).toBe(0);
    expect(driven.run.anomalies).toEqual([]);
  });

  it('sends exactly the documented body (API-04)', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit('keyway-1');
    expect(JSON.parse(driven.run.tracks.AEP.submission!.body!)).toEqual({
      name: 'keyway-1',
      type: 'BYOK_CONFIG',
      imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
      configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: keyIdentifier('AEP') },
    });
  });

  it('resolves a versionless key before approval (VAL-06)', () => {
    const driven = new DrivenRun();
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 's',
      reference: null,
    });
    driven
      .must('keyProvided', {
        track: 'AEP',
        keyIdentifier: keyIdentifier('AEP').replace(/\/[0-9a-f]{32}$/, ''),
        vaultResourceId: null,
      })
      .observe();
    expect(
      driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal })?.code,
    ).toBe('CHECKS_NOT_GREEN');
    driven.must('checkOverridden', {
      track: 'AEP',
      check: 'keyIdentifierIsValid',
      reason: 'latest is meant',
    });
    driven.approve('AEP').submit();
    expect(driven.run.tracks.AEP.submission!.body).toContain(keyIdentifier('AEP'));
  });
});

it('a trailing slash is normalized, with a warning (VAL-06)', () => {
  const driven = new DrivenRun();
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  driven
    .must('keyProvided', {
      track: 'AEP',
      keyIdentifier: ` ${keyIdentifier('AEP')}/`,
      vaultResourceId: null,
    })
    .observe();
  expect(driven.run.tracks.AEP.key!.identifier).toBe(keyIdentifier('AEP'));
  expect(
    driven.step('AEP', 'KEY').checks.find((check) => check.check === 'keyIdentifierIsValid')
      ?.verdict,
  ).toBe('WARN');
});
