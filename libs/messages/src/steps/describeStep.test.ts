import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun, goodAssignment, goodFacts, goodVault } from '@keyway/core/testing';
import {
  coolingOffsOf,
  DEFAULT_POLICY,
  type Locale,
  LOCALES,
  nobodysTurnUntil,
  type ObservedStepId,
  STEP_IDS,
  type StepFacts,
  type StepId,
  summaryOf,
  TRACK_IDS,
  type TrackId,
} from '@keyway/core';
import { messagesIn } from '../messagesIn.ts';
import { describeLastApproval } from './describeLastApproval.ts';
import { describeRun } from './describeRun.ts';
import { describeStep } from './describeStep.ts';

const world =
  (...changed: StepFacts[]) =>
  (track: TrackId, step: ObservedStepId): StepFacts =>
    (track === 'AEP' ? changed.find((facts) => facts.step === step) : undefined) ??
    goodFacts(track, step);
const prepared = (...changed: StepFacts[]): DrivenRun => {
  const driven = new DrivenRun();
  driven.world = world(...changed);
  return driven.prepare();
};
const noConsent: StepFacts = {
  step: 'CONSENT',
  servicePrincipal: { outcome: 'absent', detail: '' },
};
const noPurge: StepFacts = {
  step: 'VAULT',
  vault: { outcome: 'seen', value: { ...goodVault('AEP'), enablePurgeProtection: null } },
  deletedVault: null,
  otherOrganizations: 0,
};
const denied: StepFacts = {
  step: 'KEY',
  key: {
    outcome: 'unreadable',
    failure: {
      kind: 'denied',
      message: 'no',
      status: 403,
      code: 'AuthorizationFailed',
      permission: 'Microsoft.KeyVault/vaults/keys/read',
      retryAfterSeconds: null,
    },
  },
};

describe('describeStep', () => {
  const sentence = (
    driven: DrivenRun,
    step: (typeof STEP_IDS)[number],
    locale: 'en' | 'es' = 'en',
    track: TrackId = 'AEP',
  ): string => describeStep(driven.run, track, step, driven.now, locale);

  it('names the approver whom the policy asks for', () => {
    const request = (policy: object): DrivenRun => {
      const driven = new DrivenRun({ policy }).prepare();
      return driven.must('approvalRequested', { track: 'AEP', principal: 'x' });
    };
    const own = request({ fourEyes: 'OWN_APPROVER' });
    const { name } = own.run.organization;
    expect(sentence(request({}), 'APPROVAL')).toMatch(/^Waiting on an approver: /);
    expect(sentence(own, 'APPROVAL').startsWith(`Waiting on an approver of ${name}: `)).toBe(true);
    expect(sentence(own, 'APPROVAL', 'es')).toContain(`un aprobador de ${name}: `);
  });

  it('names who has to act, for how long, and what to do', () => {
    const driven = prepared(noConsent).wait(3 * 86_400);
    expect(sentence(driven, 'CONSENT')).toBe(
      'Waiting on Contoso’s Entra admin for 3 days: consent to Adobe’s app in tenant 11111111-2222-3333-4444-555555555555.',
    );
    expect(sentence(driven, 'CONSENT', 'es')).toBe(
      'A la espera del administrador de Entra de Contoso desde hace 3 días: dar el consentimiento a la aplicación de Adobe en el inquilino 11111111-2222-3333-4444-555555555555.',
    );
    expect(sentence(driven, 'ROLE')).toBe('Later: first Consent.');
  });

  it('says what blocks', () => {
    expect(sentence(prepared(noPurge), 'VAULT')).toBe(
      'Blocked: requirement “Purge protection is on” is not met. Observed: Purge protection is off.',
    );
  });

  it('says which permission is missing', () => {
    expect(sentence(prepared(denied), 'KEY')).toContain(
      'Waiting on Contoso’s Azure admin. Grant the credential Microsoft.KeyVault/vaults/keys/read',
    );
  });

  it('says once that a step could not be read, and that Keyway tries again', () => {
    const failure = {
      kind: 'throttled',
      message: 'Too many.',
      status: 429,
      code: 'TooMany',
      permission: null,
      retryAfterSeconds: null,
    } as const;
    const driven = prepared({ step: 'KEY', key: { outcome: 'unreadable', failure } });
    expect(sentence(driven, 'KEY')).toBe(
      'Could not be read: “Too many” (code TooMany, HTTP 429); Keyway tries again automatically.',
    );
    expect(sentence(driven, 'KEY', 'es')).toBe(
      'No se pudo leer: «Too many» (código TooMany, HTTP 429); Keyway lo vuelve a intentar automáticamente.',
    );
  });

  it('cuts what others say at length so that it shows, and halves no character', () => {
    const message = `${'x'.repeat(200)}${'🔑'.repeat(200)}`;
    const failure = {
      kind: 'unavailable',
      message,
      status: 503,
      code: null,
      permission: null,
      retryAfterSeconds: null,
    } as const;
    const shown = sentence(
      prepared({ step: 'KEY', key: { outcome: 'unreadable', failure } }),
      'KEY',
    );
    expect(shown).toContain('🔑…');
    expect(shown.isWellFormed()).toBe(true);
  });

  it('says until when a role propagates', () => {
    const driven = new DrivenRun();
    driven.world = (track, step) =>
      step === 'ROLE' && track === 'AEP'
        ? {
            step,
            assignments: {
              outcome: 'seen',
              value: [{ ...goodAssignment('AEP'), createdAt: driven.now }],
            },
          }
        : goodFacts(track, step);
    driven.prepare();
    expect(sentence(driven, 'ROLE')).toMatch(
      /^Key Vault Crypto Service Encryption User was assigned a moment ago .*; checked again at 2026-11-24 00:10 UTC\.$/,
    );
  });

  it.each([
    ['FAILED_OVER', 'database failed over', 'pasó a otro servidor'],
    ['RESUMED', 'connection to its database came back', 'recuperó la conexión'],
  ] as const)('says why a send waits, since when and until when: %s', (cause, en, es) => {
    const driven = prepared().approve('AEP').submit();
    const delay = { era: 2, cause, since: driven.now, until: '2026-11-24T00:05:03.000Z' };
    driven.must('configurationDelayed', { submissionId: 'submission-1', ...delay });
    const said = sentence(driven, 'SUBMISSION');
    expect(said).toContain(en);
    expect(said).toMatch(/ on 2026-11-24 00:00 UTC\. .* from 2026-11-24 00:06 UTC on\. Nobody/);
    const inSpanish = sentence(driven, 'SUBMISSION', 'es');
    expect(inSpanish).toContain(es);
    expect(inSpanish).toMatch(/ a partir del 2026-11-24 00:06 UTC\. Nadie tiene que hacer nada\.$/);
    driven.wait(305);
    expect(sentence(driven, 'SUBMISSION')).toBe('In progress: submit the configuration to Adobe.');
  });

  it('says that what was requested before a restore is asked for again, and what since is not', () => {
    const until = '2026-11-24T00:05:03.000Z';
    const delayed = (driven: DrivenRun, since: string): string => {
      const delay = { era: 2, cause: 'RESTORED', since, until, restoredAt: since } as const;
      driven.must('configurationDelayed', { submissionId: 'submission-1', ...delay });
      return sentence(driven, 'SUBMISSION');
    };
    const before = prepared().approve('AEP').submit().wait(1);
    expect(delayed(before, before.now)).toMatch(
      /restored from a backup.* from 2026-11-24 00:06 UTC on it needs a new approval\./,
    );
    expect(sentence(before, 'SUBMISSION', 'es')).toMatch(
      /se restauró desde una copia de seguridad.* a partir del 2026-11-24 00:06 UTC necesita una nueva aprobación\./,
    );
    const since = prepared().approve('AEP').submit();
    const { requestedAt } = since.run.tracks.AEP.submission!;
    expect(delayed(since, requestedAt)).toMatch(/sends it automatically, from .* Nobody/);
  });

  it('distinguishes attested from verified, and names who attested', () => {
    const driven = prepared();
    expect(sentence(driven, 'ENTITLEMENT')).toBe(
      'Done, attested by Omar Operator (console); not verified.',
    );
    expect(sentence(driven, 'VAULT')).toBe('Done and verified.');
    expect(sentence(driven, 'APP_REGISTRATION')).toBe('Done by Keyway and verified.');
  });

  it('asks for an approval as the button does, in both languages', () => {
    const driven = prepared();
    expect(sentence(driven, 'APPROVAL')).toBe(
      `Ready for the partner: ${messagesIn('en').names.actions.requestApproval.toLowerCase()}.`,
    );
    expect(sentence(driven, 'APPROVAL', 'es')).toBe(
      `Listo para el partner: ${messagesIn('es').names.actions.requestApproval.toLowerCase()}.`,
    );
  });

  it('says what became of the last request for approval', () => {
    const asked = () =>
      prepared().must('approvalRequested', { track: 'AEP', principal: 'member:operator' });
    const refused = asked().must('approvalRefused', { track: 'AEP', principal: 'member:approver', reason: 'Wrong key.' }); // prettier-ignore
    expect(sentence(refused, 'APPROVAL')).toBe(
      'Refused by Omar Operator (console): “Wrong key”. Ready for the partner: change what was refused, then request approval again.',
    );
    expect(sentence(refused, 'APPROVAL', 'es')).toMatch(/^Rechazada por .*: «Wrong key»\. Listo/);
    const loosened = asked().must('policyChanged', { policy: { ...refused.run.policy, approvalValidForSeconds: 7_776_000 } }); // prettier-ignore
    expect(sentence(loosened, 'APPROVAL')).toMatch(
      /^The last approval is void\. The policy for approvals was loosened .* Ready for the partner: request approval again\.$/,
    );
    const approved = prepared().approve('AEP');
    approved.must('verificationRequested', { track: 'AEP', step: 'VAULT' });
    approved.world = world(noPurge);
    approved.observe();
    expect(approved.run.tracks.AEP.approval?.voided?.values).toEqual({ steps: 'VAULT' });
    expect(describeLastApproval(approved.run, 'AEP', 'en')).toBe(
      'The last approval is void. The evidence changed after approval was requested: Vault.',
    );
    expect(describeLastApproval(approved.run, 'AEP', 'es')).toBe(
      'La última aprobación quedó anulada. Las pruebas cambiaron después de solicitar la aprobación: Almacén.',
    );
  });

  it('says until when a cooling-off lasts, and nothing of it afterwards', () => {
    const policy = { ...DEFAULT_POLICY, coolingOffSeconds: 3600 };
    const driven = prepared().must('policyChanged', { policy }).approve('AEP');
    const turn = (): string | null => nobodysTurnUntil(summaryOf(driven.run), driven.now);
    const until = '2026-11-24T01:00:19.000Z';
    const ofAep = { track: 'AEP', step: 'SUBMISSION', until };
    expect(coolingOffsOf(summaryOf(driven.run), driven.now)).toEqual([ofAep]);
    // Approval can be requested on the other track, which the run's line says rather than to wait.
    expect(turn()).toBeNull();
    expect(describeRun(driven.run, driven.now, 'en')).toMatch(/ · Approval: /);
    driven.approve('CJA').observe();
    expect(turn()).toBe(until);
    expect(describeRun(driven.run, driven.now, 'en')).toMatch(/: Cooling-off until /);
    expect(sentence(driven, 'SUBMISSION')).toMatch(
      /^Cooling-off until 2026-11-24 \d\d:\d\d UTC\. Then ready for the partner: submit the configuration to Adobe\.$/,
    );
    expect(sentence(driven, 'SUBMISSION', 'es')).toMatch(
      /^En período de espera hasta el .* Después, /,
    );
    driven.wait(3600);
    expect(coolingOffsOf(summaryOf(driven.run), driven.now)).toEqual([]);
    expect(turn()).toBeNull();
    expect(sentence(driven, 'SUBMISSION')).toBe(
      'Ready for the partner: submit the configuration to Adobe.',
    );
  });

  it('calls the partner by its name, and by none to those who act for it', () => {
    const driven = prepared();
    const read = (isPartner: boolean, locale: Locale): string =>
      describeStep(driven.run, 'AEP', 'APPROVAL', driven.now, locale, {
        ...{ partner: 'Northwind Consulting', isPartner },
      });
    expect(read(false, 'en')).toBe('Ready for Northwind Consulting: request approval.');
    expect(read(true, 'en')).toBe('Ready for your team: request approval.');
    expect(read(false, 'es')).toBe('Listo para Northwind Consulting: solicitar aprobación.');
    expect(read(true, 'es')).toBe('Listo para su equipo: solicitar aprobación.');
  });

  it('says in both languages that Adobe failed without a reason (AEP-43)', () => {
    const driven = prepared().approve('AEP').submit().accepted().reported('FAILED');
    expect(sentence(driven, 'ACTIVATION')).toMatch(/^Adobe reported FAILED without a reason\. /);
    expect(sentence(driven, 'ACTIVATION', 'es')).toMatch(
      /^Adobe comunicó FAILED sin dar el motivo\. /,
    );
  });

  it('keeps Adobe’s status verbatim', () => {
    const driven = prepared().approve('AEP').submit().accepted().reported('PENDING {task}');
    expect(sentence(driven, 'ACTIVATION')).toBe(
      'Waiting on Adobe: put the key into use (Adobe reports “PENDING {task}”).',
    );
  });
});

describe('describeRun', () => {
  it.each([
    [
      prepared(noPurge),
      'Experience Platform · Vault: Blocked: requirement “Purge protection is on” is not met. Observed: Purge protection is off.',
    ],
    [prepared(), 'Experience Platform · Approval: Ready for the partner: request approval.'],
    [
      prepared(noConsent),
      'Experience Platform · Consent: Waiting on Contoso’s Entra admin: consent to Adobe’s app in tenant 11111111-2222-3333-4444-555555555555.',
    ],
  ])('is about the most urgent step', (driven, sentence) =>
    expect(describeRun(driven.run, driven.now, 'en')).toBe(sentence),
  );

  it('says how a run ended', () => {
    const done = prepared()
      .approve('AEP')
      .submit()
      .accepted()
      .reported('COMPLETED')
      .approve('CJA')
      .observe()
      .confirmCja();
    expect(describeRun(done.run, done.now, 'en')).toMatch(/^Key-managed since 2026-11-24\.$/);
    const cancelled = prepared().must('runCancelled', { reason: 'not now' });
    expect(describeRun(cancelled.run, cancelled.now, 'en')).toBe(
      'Canceled by Omar Operator (console): “not now”.',
    );
    expect(describeRun(cancelled.run, cancelled.now, 'es')).toBe(
      'Cancelado por Omar Operator (consola): «not now».',
    );
  });

  it('says of what a cancelled run left open that it was not done', () => {
    const cancelled = prepared()
      .approve('AEP')
      .must('submissionRequested', {
        submissionId: 'submission-1',
        configurationName: 'keyway-cmk',
        confirmImsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
      })
      .must('runCancelled', { reason: 'not now' });
    const sentence = (step: StepId, locale: Locale = 'en'): string =>
      describeStep(cancelled.run, 'AEP', step, cancelled.now, locale);
    for (const step of ['SUBMISSION', 'ACTIVATION'] as const)
      expect(sentence(step)).toBe('Not done: the run was canceled.');
    expect(sentence('SUBMISSION', 'es')).toBe('No se hizo: se canceló el proceso.');
    expect(sentence('VAULT')).toBe('Done and verified.');
  });

  it('never leaves a placeholder, in any state, on any cloud', () => {
    const states = [
      new DrivenRun(),
      new DrivenRun({
        organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
        connections: { adobe: null, azure: null },
      }),
      new DrivenRun({ connections: { adobe: null, azure: null } }),
      new DrivenRun({
        connections: { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } },
      }),
      prepared(noPurge),
      prepared(denied),
      prepared().approve('AEP').submit().accepted().reported('FAILED'),
    ];
    for (const { run, now } of states) {
      for (const locale of LOCALES) {
        const sentences = [
          describeRun(run, now, locale),
          ...TRACK_IDS.flatMap((track) =>
            STEP_IDS.map((step) => describeStep(run, track, step, now, locale)),
          ),
        ];
        for (const sentence of sentences) {
          expect(sentence).not.toMatch(/\{[a-zA-Z]+\}|undefined|null/);
          expect(sentence.length).toBeGreaterThan(4);
        }
      }
    }
  });
});
