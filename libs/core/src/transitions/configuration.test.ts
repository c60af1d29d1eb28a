/** What Adobe says of a configuration counts only where it is said of ours (GAP-02, AEP-42). */
import { describe, expect, it } from 'vitest';
import { describeAnomaly, describeEvent, describeStep } from '@keyway/messages';
import { active, aFailure, pollFailed, UNAVAILABLE } from '../../testing/callOutcomeCases.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { goodFacts, keyIdentifier } from '../../testing/goodFacts.ts';
import type { ConfigurationFacts, ReadFailure } from '../facts.ts';
import { runStatus, waitingOn } from '../runStatus.ts';
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

describe('what is shown of a failure', () => {
  const failure = (patch: Partial<ReadFailure>): ReadFailure => ({
    kind: 'unavailable',
    message: 'Service is on fire',
    status: 503,
    code: null,
    permission: null,
    retryAfterSeconds: null,
    ...patch,
  });
  const reset = failure({
    status: null,
    code: 'ECONNRESET',
    message: 'No answer from platform.adobe.io (ECONNRESET)',
  });
  const brokenOff = failure({
    kind: 'badResponse',
    status: 200,
    message: 'The answer of platform.adobe.io broke off',
  });
  const sentence = (
    driven: DrivenRun,
    step: 'SUBMISSION' | 'ACTIVATION',
    locale: 'en' | 'es' = 'en',
  ) => describeStep(driven.run, 'AEP', step, driven.now, locale);

  it.each<[string, ReadFailure, string | null, string]>([
    ['their message', failure({}), 'Service is on fire', '“Service is on fire” (HTTP 503)'],
    [
      'an answer that makes no sense',
      brokenOff,
      'HTTP 200',
      '“The answer of platform.adobe.io broke off” (HTTP 200)',
    ],
    ['no answer', reset, null, 'no answer from platform.adobe.io (code ECONNRESET)'],
  ])('%s, of a POST', (_name, given, external, shown) => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    const data = {
      submissionId: 'submission-1',
      during: 'send' as const,
      definite: false,
      failure: given,
      attempt: 0,
      timeScale: 1,
    };
    driven.must('configurationSendFailed', data);
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'WORKING',
      externalStatus: external,
    });
    expect(sentence(driven, 'SUBMISSION')).toContain(
      `Last try: The configuration could not be sent yet: ${shown}.`,
    );
    const answer = { id: 'job-1', status: 'CREATED', keyVaultKeyIdentifier: null, imsOrgId: null };
    driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 1,
    });
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({ externalStatus: 'CREATED' });
    expect(sentence(driven, 'SUBMISSION')).not.toContain('Last try');
  });

  it('of a poll without an answer: the last status stays, and the sentence says why it is old', () => {
    const driven = sent().reported('RUNNING');
    const polled = {
      submissionId: 'submission-1',
      answer: null,
      attempt: 9,
      pollingSince: driven.now,
      timeScale: 1,
    };
    driven.must('configurationObserved', { ...polled, failure: reset });
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      externalStatus: 'RUNNING',
    });
    expect(sentence(driven, 'ACTIVATION', 'es')).toMatch(
      /No se pudo leer el estado: sin respuesta de platform\.adobe\.io.*Último estado de Adobe: «RUNNING»/,
    );
    const { version } = driven.run;
    driven.must('configurationObserved', { ...polled, failure: reset });
    expect(driven.run.version).toBe(version);
    driven.reported('RUNNING');
    expect(sentence(driven, 'ACTIVATION')).toBe(
      'Waiting on Adobe: put the key into use (Adobe reports “RUNNING”).',
    );
  });

  it('of an observation of a vault: nothing of ours passes for theirs, and the check says it', () => {
    const driven = new DrivenRun();
    driven.world = (track, step) =>
      step === 'VAULT'
        ? {
            step,
            vault: { outcome: 'unreadable', failure: reset },
            deletedVault: null,
            otherOrganizations: 0,
          }
        : goodFacts(track, step);
    driven.prepare(['AEP']);
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'WAITING', externalStatus: null });
    expect(describeStep(driven.run, 'AEP', 'VAULT', driven.now, 'en')).toContain(reset.message);
  });
});

describe('a send of unknown outcome (AEP-40, ST-09)', () => {
  const said = (patch: Partial<ReadFailure>): ReadFailure => ({
    kind: 'unavailable',
    message: 'oops',
    status: 500,
    code: null,
    permission: null,
    retryAfterSeconds: null,
    ...patch,
  });
  const failed = (driven: DrivenRun, failure: ReadFailure, definite: boolean): DrivenRun => {
    driven.must('configurationSending', { submissionId: 'submission-1', send: 1 });
    const data = {
      submissionId: 'submission-1',
      during: 'send' as const,
      definite,
      failure,
      attempt: 0,
      timeScale: 0.01,
    };
    return driven.must('configurationSendFailed', data);
  };
  const sending = (): DrivenRun => {
    const driven = new DrivenRun().prepare().approve('AEP').submit();
    driven.timeScale = 0.01;
    return driven;
  };
  const notFound = (driven: DrivenRun, lookups: number): DrivenRun =>
    driven.must('configurationNotFound', {
      submissionId: 'submission-1',
      lookups,
      timeScale: 0.01,
    });
  const conflict = said({
    kind: 'rejected',
    status: 409,
    message: 'A configuration exists already',
  });

  it.each([
    ['500', said({})],
    ['no answer', said({ status: null, code: 'ECONNRESET' })],
  ])(
    '%s: nothing is sent again before ten real seconds are over, whatever the poll scale',
    (_name, failure) => {
      const driven = notFound(failed(sending(), failure, false), 5);
      expect(driven.run.tracks.AEP.submission).toMatchObject({ unresolved: true });
      expect(driven.effects.get('submit')!.dueAt).toBe(
        driven.run.tracks.AEP.submission!.inFlightUntil,
      );
      expect(notFound(driven.wait(7), 5).run.tracks.AEP.submission).toMatchObject({
        unresolved: true,
      });
      expect(notFound(driven, 5).run.tracks.AEP.submission).toMatchObject({
        unresolved: false,
        sends: 1,
      });
    },
  );

  it('a conflict is looked up for as long, and taken for ours where it shows', () => {
    const driven = notFound(failed(sending(), conflict, true), 1);
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'WORKING',
      externalStatus: conflict.message,
    });
    const answer = {
      id: 'job-1',
      status: 'RUNNING',
      keyVaultKeyIdentifier: keyIdentifier('AEP'),
      imsOrgId: null,
    };
    driven.must('configurationAccepted', {
      submissionId: 'submission-1',
      found: true,
      answer,
      timeScale: 0.01,
    });
    expect([driven.status('AEP', 'SUBMISSION'), driven.run.tracks.AEP.submission?.sends]).toEqual([
      'DONE',
      1,
    ]);
  });

  it('a conflict with what never shows is FAILED with Adobe’s message, and nothing is sent', () => {
    const driven = notFound(failed(sending(), conflict, true).wait(10), 5);
    expect(driven.step('AEP', 'SUBMISSION')).toMatchObject({
      status: 'FAILED',
      externalStatus: conflict.message,
    });
    expect([driven.effects.has('submit'), driven.run.tracks.AEP.submission?.sends]).toEqual([
      false,
      1,
    ]);
  });

  it('a lookup that fails does not restart the lookups, and counts its pages in a row', () => {
    const driven = notFound(failed(sending(), said({}), false), 3);
    const lookedUp = (failure: ReadFailure, before: { lookups: number; pages: number }) =>
      driven.must('configurationSendFailed', {
        submissionId: 'submission-1',
        during: 'lookup',
        definite: true,
        failure,
        attempt: 0,
        ...before,
        timeScale: 0.01,
      });
    const page = said({ kind: 'badResponse', status: 404, message: 'HTTP 404' });
    expect(lookedUp(page, { lookups: 3, pages: 1 }).effects.get('submit')!.data).toMatchObject({
      lookups: 3,
      pages: 2,
    });
    expect(
      lookedUp(said({}), { lookups: 3, pages: 2 }).effects.get('submit')!.data,
    ).not.toHaveProperty('pages');
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
      'Se encontró en Adobe tal como se aprobó; ya estaba allí y no la envió Keyway.',
    );
    const event = driven.events.at(-1)!;
    const entry = (locale: 'en' | 'es') =>
      describeEvent(event.kind, entryData(event, driven.run), locale);
    expect(entry('en')).toBe(
      'Adobe has the configuration (status “COMPLETED”); it was there already, and this submission sent nothing',
    );
    expect(entry('es')).toBe(
      'Adobe tiene la configuración (estado «COMPLETED»); ya estaba allí y este envío no mandó nada',
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
    expect(describeEvent(event.kind, entryData(event, driven.run), 'en')).toBe(
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

describe('polls that fail (ST-09, TM-18)', () => {
  const refused = aFailure({
    kind: 'credential',
    status: 401,
    code: 'invalid_client',
    message: 'gone',
  });
  const check = (driven: DrivenRun) =>
    driven.step('AEP', 'ACTIVATION').checks.map(({ check: id, outcome }) => [id, outcome]);

  it('a refused poll keeps Adobe’s last status, names who must act at once, and alarms once after the tolerated number', () => {
    const driven = pollFailed(active(), refused, 0);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      actor: 'PARTNER',
      externalStatus: 'RUNNING',
    });
    expect(check(driven)).toEqual([['configurationStatusIsRead', 'notRead']]);
    expect(waitingOn(driven.run)).toContain('PARTNER');
    expect(driven.run.anomalies).toEqual([]);
    for (let attempt = 1; attempt < 9; attempt += 1) pollFailed(driven, refused, attempt);
    expect(driven.run.anomalies).toMatchObject([
      {
        step: 'ACTIVATION',
        code: 'statusNotRead',
        values: { code: 'invalid_client', status: 401 },
      },
    ]);
    expect(driven.step('AEP', 'ACTIVATION').externalStatus).toBe('RUNNING');
    expect(describeStep(driven.run, 'AEP', 'ACTIVATION', driven.now, 'en')).toMatch(
      /^Waiting on you: .*connect Adobe again.*\. Adobe’s last status: “RUNNING”\.$/,
    );
    // Asked for by a person, the count begins again; the alarm that stands is enough.
    for (let attempt = 0; attempt < 5; attempt += 1) pollFailed(driven, refused, attempt);
    expect(driven.run.anomalies).toHaveLength(1);
  });

  it('continues once Adobe answers, and alarms again in the next series of failures', () => {
    const driven = active();
    for (let attempt = 0; attempt < 5; attempt += 1) pollFailed(driven, refused, attempt);
    driven.reported('RUNNING');
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      actor: 'ADOBE',
      externalStatus: 'RUNNING',
      checks: [],
    });
    for (let attempt = 0; attempt < 5; attempt += 1) pollFailed(driven, refused, attempt);
    expect(driven.run.anomalies).toHaveLength(2);
    expect(driven.reported('COMPLETED').status('AEP', 'ACTIVATION')).toBe('DONE');
    expect(check(driven)).toEqual([]);
  });

  it.each([
    ['a service that is down', UNAVAILABLE, 'SYSTEM'],
    [
      'a configuration that does not show (yet)',
      aFailure({ kind: 'notFound', status: 404, code: null, message: 'HTTP 404' }),
      'PARTNER',
    ],
  ])('of %s nothing is shown before the tolerated number', (_name, failure, actor) => {
    const driven = active();
    for (let attempt = 0; attempt < 3; attempt += 1) pollFailed(driven, failure, attempt);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({ actor: 'ADOBE', checks: [] });
    pollFailed(driven, failure, 3);
    expect(driven.step('AEP', 'ACTIVATION')).toMatchObject({
      status: 'WAITING',
      actor,
      externalStatus: 'RUNNING',
    });
    expect(driven.run.anomalies).toHaveLength(1);
  });

  it('never ends the track: it only moves forward after submission', () => {
    const driven = active();
    for (let attempt = 0; attempt < 50; attempt += 1) pollFailed(driven, refused, attempt);
    expect(driven.status('AEP', 'ACTIVATION')).toBe('WAITING');
    expect(driven.effects.get('poll')).toBeDefined();
    expect(driven.run.anomalies).toHaveLength(1);
  });
});
