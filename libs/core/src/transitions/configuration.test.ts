/** What Adobe says of a configuration counts only where it is said of ours (GAP-02, AEP-42). */
import { describe, expect, it } from 'vitest';
import { describeAnomaly, describeEvent, describeStep } from '@keyway/messages';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import type { ConfigurationFacts } from '../facts.ts';
import { runStatus } from '../runStatus.ts';
import { entryData } from '../entryData.ts';

const OTHER_ORGANIZATION = 'FEDCBA9876543210FEDCBA98@AdobeOrg';
const OTHER_KEY = 'https://other-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';
const sent = () => new DrivenRun().prepare().approve('AEP').submit().accepted();
const reported = (driven: DrivenRun, patch: Partial<ConfigurationFacts>): DrivenRun => {
  const answer = {
    id: 'job-1',
    status: 'COMPLETED',
    keyVaultKeyIdentifier: null,
    imsOrgId: null,
    ...patch,
  };
  return driven.must('configurationObserved', {
    submissionId: 'submission-1',
    answer,
    failure: null,
    attempt: 0,
    pollingSince: driven.now,
    timeScale: 1,
  });
};
const anomalies = (driven: DrivenRun): string[] => driven.run.anomalies.map(({ code }) => code);

describe('COMPLETED of another configuration (GAP-02, AEP-42)', () => {
  it.each<[string, Partial<ConfigurationFacts>]>([
    ['another organization', { imsOrgId: OTHER_ORGANIZATION }],
    ['another key', { keyVaultKeyIdentifier: OTHER_KEY }],
    [
      'another organization, with our key',
      { imsOrgId: OTHER_ORGANIZATION, keyVaultKeyIdentifier: keyIdentifier('AEP') },
    ],
  ])('%s: no success, shown once, and asked again', (_name, patch) => {
    const driven = reported(sent(), patch);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      actor: 'ADOBE',
      externalStatus: 'COMPLETED',
    });
    expect(runStatus(driven.run)).not.toBe('COMPLETED');
    expect(anomalies(driven)).toEqual(['otherConfiguration']);
    expect(driven.effects.has('poll')).toBe(true);
    const { version } = driven.run;
    reported(driven, patch);
    expect([driven.run.version, driven.effects.has('poll')]).toEqual([version, true]);
    reported(driven, {});
    expect(driven.status('AEP', 'ACTIVATION')).toBe('DONE');
  });

  it('FAILED of another configuration is no failure of ours', () => {
    const driven = reported(sent(), { status: 'FAILED', keyVaultKeyIdentifier: OTHER_KEY });
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({ status: 'WAITING', failure: null });
    expect(driven.effects.has('reread:AEP')).toBe(false);
  });

  it('is seen also behind the word that ours had last', () => {
    const driven = sent().reported('RUNNING');
    reported(driven, { status: 'RUNNING', imsOrgId: OTHER_ORGANIZATION });
    expect(anomalies(driven)).toHaveLength(1);
  });
});

describe('COMPLETED of ours', () => {
  it.each<[string, Partial<ConfigurationFacts>, number]>([
    ['with nothing else said', {}, 0],
    [
      'under the organization’s ID in another case',
      { imsOrgId: '0123456789abcdef01234567@adobeorg' },
      0,
    ],
    ['with a placeholder for the organization', { imsOrgId: '{ORG_ID}' }, 0],
    [
      'with the key in another case and version',
      { keyVaultKeyIdentifier: keyIdentifier('AEP').toUpperCase().replace('HTTPS', 'https') },
      0,
    ],
    [
      'with the key’s base identifier',
      { keyVaultKeyIdentifier: keyIdentifier('AEP').replace(/\/[0-9a-f]{32}$/, '') },
      0,
    ],
    [
      'with a key in no known form, which is shown',
      { keyVaultKeyIdentifier: 'https://contoso-cmk.vault.azure.net' },
      1,
    ],
  ])('%s: done', (_name, patch, count) => {
    const driven = reported(sent(), patch);
    expect(driven.status('AEP', 'ACTIVATION')).toBe('DONE');
    expect(anomalies(driven)).toHaveLength(count);
  });
});

describe('a configuration that was there before we sent any (GAP-02, GAP-31)', () => {
  const found = (patch: Partial<ConfigurationFacts>): DrivenRun => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    const answer = {
      id: 'job-0',
      status: 'RUNNING',
      keyVaultKeyIdentifier: keyIdentifier('AEP'),
      imsOrgId: null,
      ...patch,
    };
    return driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 1,
    });
  };

  it('is taken over where it is for our key, and that is shown', () => {
    const driven = found({});
    expect([driven.status('AEP', 'SUBMISSION'), driven.status('AEP', 'ACTIVATION')]).toEqual([
      'DONE',
      'WAITING',
    ]);
    expect(anomalies(driven)).toEqual(['foundBefore']);
  });

  it('is described as found and not as sent, on the step, in history and beside it, in both languages', () => {
    const driven = found({ status: 'COMPLETED' });
    expect(driven.step('AEP', 'SUBMISSION').mode).toBe('VERIFIED');
    const described = (locale: 'en' | 'es') =>
      describeStep(driven.run, 'AEP', 'SUBMISSION', driven.now, locale);
    expect(described('en')).toBe(
      'Found at Adobe as approved; it was there already and was not sent by Keyway.',
    );
    expect(described('es')).toBe(
      'Se encontró en Adobe tal como se aprobó; ya existía y no la envió Keyway.',
    );
    const event = driven.events.at(-1)!;
    const entry = (locale: 'en' | 'es') =>
      describeEvent(event.kind, entryData(event, driven.run, null), locale);
    expect(entry('en')).toBe(
      'Adobe has the configuration (status “COMPLETED”); it was there already, and this submission sent nothing',
    );
    expect(entry('es')).toBe(
      'Adobe tiene la configuración (estado «COMPLETED»); ya existía y no se envió nada',
    );
    expect(describeAnomaly(driven.run.anomalies[0]!, 'es')).toContain(
      'Adobe ya tenía una configuración llamada keyway-cmk',
    );
  });

  it('is Keyway’s own where Keyway had begun to send it', () => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    const answer = {
      id: 'job-0',
      status: 'RUNNING',
      keyVaultKeyIdentifier: keyIdentifier('AEP'),
      imsOrgId: null,
    };
    driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 1,
    });
    expect(describeStep(driven.run, 'AEP', 'SUBMISSION', driven.now, 'en')).toBe(
      'Done by Keyway and verified.',
    );
    const event = driven.events.at(-1)!;
    expect(describeEvent(event.kind, entryData(event, driven.run, null), 'en')).toBe(
      'Adobe has the configuration (status “RUNNING”)',
    );
  });

  it.each<[string, Partial<ConfigurationFacts>, string]>([
    [
      'does not say for which key',
      { keyVaultKeyIdentifier: null, status: 'COMPLETED' },
      'keyNotNamed',
    ],
    ['is for another key', { keyVaultKeyIdentifier: OTHER_KEY }, 'otherKey'],
    ['is of another organization', { imsOrgId: OTHER_ORGANIZATION }, 'otherKey'],
    ['failed', { status: 'FAILED' }, 'failedBefore'],
  ])('one that %s is not: nothing is sent, and a code says why', (_name, patch, code) => {
    const driven = found(patch);
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'FAILED',
      externalStatus: patch.status ?? 'RUNNING',
    });
    expect(driven.step('AEP', 'SUBMISSION').failure).toMatchObject({
      code,
      values: { name: 'keyway-cmk' },
      upstreamMessage: null,
    });
    expect([
      driven.effects.has('submit'),
      driven.effects.has('poll'),
      driven.status('AEP', 'ACTIVATION'),
    ]).toEqual([false, false, 'LOCKED']);
  });
});
