/** Sends and polls that fail: what is shown, and when Keyway tries again (AEP-40, ST-09, TM-18). */
import { describe, expect, it } from 'vitest';
import { describeStep } from '@keyway/messages';
import { active, aFailure, pollFailed, UNAVAILABLE } from '../../testing/callOutcomeCases.ts';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { goodFacts, keyIdentifier } from '../../testing/goodFacts.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { waitingOn } from '../runStatus.ts';

const sent = () => new DrivenRun().prepare().approve('AEP').submit().accepted();

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
  const failureWith = (patch: Partial<ReadFailure>): ReadFailure => ({
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
  const conflict = failureWith({
    kind: 'rejected',
    status: 409,
    message: 'A configuration exists already',
  });

  it.each([
    ['500', failureWith({})],
    ['no answer', failureWith({ status: null, code: 'ECONNRESET' })],
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
    const driven = notFound(failed(sending(), failureWith({}), false), 3);
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
    const page = failureWith({ kind: 'badResponse', status: 404, message: 'HTTP 404' });
    expect(lookedUp(page, { lookups: 3, pages: 1 }).effects.get('submit')!.data).toMatchObject({
      lookups: 3,
      pages: 2,
    });
    expect(
      lookedUp(failureWith({}), { lookups: 3, pages: 2 }).effects.get('submit')!.data,
    ).not.toHaveProperty('pages');
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
      /^Waiting on the partner\. .*connect Adobe again.*\. Adobe’s last status: “RUNNING”\.$/,
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
