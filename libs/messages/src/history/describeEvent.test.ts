import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '@keyway/core/testing';
import { DEFAULT_POLICY, LOCALES, ROLES } from '@keyway/core';
import { describeEvent } from './describeEvent.ts';
import { messagesIn } from '../messagesIn.ts';

const GRANTS = [
  { role: 'AUDITOR', organization: null, organizationName: null },
  { role: 'OPERATOR', organization: 'T3', organizationName: 'Contoso' },
];

describe('describeEvent', () => {
  it('renders every event of a whole run in both languages', () => {
    const driven = new DrivenRun()
      .prepare()
      .approve('AEP')
      .submit()
      .accepted()
      .reported('COMPLETED')
      .approve('CJA')
      .observe()
      .confirmCja();
    expect(driven.events.length).toBeGreaterThan(20);
    for (const locale of LOCALES) {
      for (const event of driven.events)
        expect(describeEvent(event.kind, event.data, locale)).not.toMatch(
          /\{|unknown|desconocido|undefined/,
        );
    }
  });

  it('says in both languages until when something waits after the database lost time', () => {
    const until = '2026-11-28T03:19:07.000Z';
    const delay = { era: 2, cause: 'FAILED_OVER', since: '2026-11-28T03:14:02.000Z', until };
    const change = { ...delay, track: 'CJA', change: 'CREATE_KEY' };
    expect(describeEvent('configurationDelayed', delay, 'en')).toBe(
      'Waits until 2026-11-28 03:20 UTC to send the configuration to Adobe, because the database failed over to another server',
    );
    expect(describeEvent('setupChangeDelayed', { ...change, cause: 'later' }, 'en')).toBe(
      'CJA: waits until 2026-11-28 03:20 UTC to create the key, because the database may have lost what was written last',
    );
    expect(describeEvent('setupChangeDelayed', { ...change, until: 'soon' }, 'es')).toBe(
      'CJA: espera hasta el soon para crear la clave, porque la base de datos pasó a otro servidor',
    );
  });

  it('says in both languages why a changed policy left no approval', () => {
    const codes = ['policyLoosened', 'ownApproverRequired', 'evidenceChanged', 'expired'];
    for (const [locale, isVoid] of [
      ['en', 'is void because'],
      ['es', 'queda anulada porque'],
    ] as const) {
      const lines = [...codes, 'ofALaterVersion', null].map((voided) => {
        const approvals = [{ track: 'AEP', status: 'requested', voided }];
        return describeEvent('policyChanged', { policy: DEFAULT_POLICY, approvals }, locale);
      });
      expect(new Set(lines).size).toBe(lines.length);
      for (const line of lines.slice(0, codes.length)) expect(line).toContain(isVoid);
    }
  });

  it.each([
    [
      'policyChanged',
      {
        policy: DEFAULT_POLICY,
        loosened: true,
        approvals: [
          { track: 'AEP', status: 'approved', voided: 'policyLoosened' },
          { track: 'CJA', status: 'requested', voided: null },
        ],
      },
      'Loosened the policy for approvals: approved by any approver or owner other than the requester, usable at once, valid for 7 days. AEP: the approval is void because the policy was loosened; CJA: the request for approval stays valid',
    ],
    [
      'policyChanged',
      {
        policy: { ...DEFAULT_POLICY, coolingOffSeconds: 3600 },
        loosened: false,
        approvals: [
          { track: 'CJA', status: 'approved', voided: null, heldUntil: '2026-11-28T03:19:00Z' },
        ],
      },
      'Changed the policy for approvals: approved by any approver or owner other than the requester, usable after 1 hour, valid for 7 days. CJA: the approval stays valid but can’t be used until 2026-11-28 03:19 UTC',
    ],
    [
      'policyChanged',
      { policy: DEFAULT_POLICY, loosened: false, approvals: 'of a later version' },
      'Changed the policy for approvals: approved by any approver or owner other than the requester, usable at once, valid for 7 days',
    ],
    [
      'stepAttested',
      { track: 'AEP', step: 'ENTITLEMENT', statement: 'Contract\nseen', reference: 'C-1' },
      'AEP · Entitlement: attested “Contract seen” (reference C-1)',
    ],
    [
      'factsObserved',
      {
        track: 'CJA',
        facts: {
          step: 'KEY',
          key: { outcome: 'unreadable', failure: { message: 'no', code: '403025', status: 403 } },
        },
      },
      'CJA · Key: could not be checked: “no” (code 403025, HTTP 403)',
    ],
    [
      'configurationSendFailed',
      {
        failure: {
          kind: 'unavailable',
          message: '',
          code: 'ECONNRESET',
          status: null,
          host: 'platform.adobe.io',
        },
      },
      'Sending the configuration failed: no answer from platform.adobe.io (code ECONNRESET)',
    ],
    [
      'configurationSendFailed',
      {
        failure: {
          kind: 'unavailable',
          message: 'No answer from platform.adobe.io (ECONNRESET)',
          code: 'ECONNRESET',
          status: null,
        },
      },
      'Sending the configuration failed: “No answer from platform.adobe.io (ECONNRESET)” (code ECONNRESET)',
    ],
    [
      'roleAssignmentFailed',
      {
        track: 'AEP',
        failure: { kind: 'credential', message: '', code: 'KEYWAY_NOT_CONNECTED', status: null },
      },
      'AEP: the encryption role could not be assigned: this organization has no connection to the cloud',
    ],
    [
      'factsObserved',
      { track: 'AEP', facts: { step: 'KEY', key: { outcome: 'seen', value: {} } } },
      'AEP · Key: read, without a verdict in this entry',
    ],
    [
      'factsObserved',
      {
        track: 'AEP',
        facts: { step: 'KEY', key: { outcome: 'seen', value: {} } },
        checks: [
          { check: 'keyExists', verdict: 'PASS', outcome: 'ok' },
          { check: 'keyIsEnabled', verdict: 'BLOCK', outcome: 'disabled' },
        ],
      },
      'AEP · Key: blocked: “The key is enabled”',
    ],
    [
      'trackReread',
      {
        track: 'AEP',
        purpose: 'ticket',
        checks: [{ check: 'keyExists', verdict: 'PASS', outcome: 'ok' }],
      },
      'AEP: read all facts again before opening the case: passed',
    ],
    [
      'factsObserved',
      {
        track: 'AEP',
        facts: { step: 'CONSENT', servicePrincipal: { outcome: 'absent', detail: '' } },
      },
      'AEP · Consent: read and not found, without a verdict in this entry',
    ],
    [
      'trackReread',
      { track: 'AEP', purpose: 'submission' },
      'AEP: read all facts again before submitting',
    ],
    ['trackReread', { track: 'AEP', purpose: 'ofLater' }, 'AEP: read all facts again'],
    [
      'approvalGranted',
      { track: 'AEP', comment: 'fine' },
      'AEP: approved, with the comment “fine”',
    ],
    [
      'configurationAccepted',
      { answer: { status: 'RUNNING' } },
      'Adobe has the configuration (status “RUNNING”)',
    ],
    ['verificationRequested', { track: null, step: null }, 'Requested a check of every open step'],
    ['verificationRequested', { track: 'AEP', step: 'ROLE' }, 'Requested a check of AEP · Role'],
    [
      'checkOverridden',
      { track: 'AEP', check: 'keyIsLongEnough', reason: '{check}' },
      'AEP: accepted “The key has at least 3072 bits” because “{check}”',
    ],
    [
      'configurationObserved',
      { answer: null, failure: { message: 'HTTP 503', status: 503 } },
      'Read the status from Adobe; it could not be read: HTTP 503',
    ],
    [
      'configurationObserved',
      { answer: { status: 'RUNNING' }, failure: null },
      'Read the status from Adobe: “RUNNING”',
    ],
    [
      'azureConnected',
      { tenantId: 't', access: 'READ' },
      'Connected Azure in tenant t (read access)',
    ],
    [
      'azureConnected',
      { tenantId: 't', access: 'OF_LATER' },
      'Connected Azure in tenant t (OF_LATER access)',
    ],
    ['memberJoined', { name: 'Omar', role: 'OPERATOR' }, 'Omar joined as operator'],
    [
      'invitationAccepted',
      { name: 'Omar', grants: GRANTS },
      'Omar accepted an invitation and joined as auditor, operator (Contoso)',
    ],
    [
      'memberInvited',
      { email: 'a@b.c', grants: GRANTS },
      'Invited a@b.c as auditor, operator (Contoso)',
    ],
    [
      'grantsChanged',
      { name: 'Omar', from: [], to: GRANTS },
      'Changed the access of Omar from nothing to auditor, operator (Contoso)',
    ],
    ['sessionsEnded', { name: 'Omar', count: 1 }, 'Ended one session of Omar'],
    ['sessionsEnded', { name: 'Omar', count: 3 }, 'Ended 3 sessions of Omar'],
    ['memberRemoved', { name: 'Omar', reason: 'Left.' }, 'Removed Omar because “Left.”'],
    ['memberRemoved', { name: 'Omar', reason: null }, 'Removed Omar'],
    [
      'organizationUpdated',
      {
        changes: {
          name: { from: 'A', to: 'B' },
          ownsCja: { from: false, to: true },
          azureTenantId: { from: null, to: 't' },
        },
      },
      'Changed the organization: name from “A” to “B”, Customer Journey Analytics from “not purchased” to “purchased”, Entra tenant from “nothing” to “t”',
    ],
    [
      'organizationArchived',
      { reason: 'Contract ended' },
      'Archived the organization because “Contract ended”',
    ],
    ['organizationArchived', { reason: null }, 'Archived the organization'],
    [
      'adobeDisconnected',
      { clientId: 'c' },
      'Disconnected Adobe and deleted the credential of client ID c',
    ],
    [
      'apiTokenCreated',
      { name: 'ITSM', role: 'AUDITOR' },
      'Created the API token “ITSM” (auditor)',
    ],
    [
      'configurationSendFailed',
      { failure: 'a text of another form' },
      'Sending the configuration failed: unknown',
    ],
    [
      'factsObserved',
      { track: 7, facts: { step: 'KEY', key: 'read' }, checks: { keyExists: 'PASS' } },
      '7 · Key: read, without a verdict in this entry',
    ],
    ['configurationObserved', 'no data', 'Read the status from Adobe'],
    ['somethingOfLater', {}, 'somethingOfLater'],
    ['constructor', {}, 'constructor'],
  ])('%s', (kind, data, sentence) => expect(describeEvent(kind, data, 'en')).toBe(sentence));

  it.each([
    [
      'azureConnected',
      { tenantId: 't', access: 'WRITE' },
      'Conectó Azure en el inquilino t (acceso de lectura y escritura)',
    ],
    ['memberJoined', { name: 'Omar', role: 'OPERATOR' }, 'Omar se incorporó como operador'],
    [
      'grantsChanged',
      { name: 'Omar', from: GRANTS, to: GRANTS.slice(1) },
      'Cambió el acceso de Omar de auditor, operador (Contoso) a operador (Contoso)',
    ],
    [
      'organizationUpdated',
      { changes: { region: { from: 'VA7', to: 'NLD2' } } },
      'Cambió la organización: región de «VA7» a «NLD2»',
    ],
    [
      'factsObserved',
      { track: 'AEP', facts: { step: 'KEY', key: { outcome: 'seen', value: {} } } },
      'AEP · Clave: se leyó, sin resultado en esta entrada',
    ],
  ])('%s in Spanish', (kind, data, sentence) =>
    expect(describeEvent(kind, data, 'es')).toBe(sentence),
  );

  it('has a text for every role and every access in both languages', () => {
    for (const locale of LOCALES) {
      for (const [kind, data] of [
        ...ROLES.map((role) => ['memberJoined', { name: 'n', role }] as const),
        ...(['READ', 'WRITE'] as const).map(
          (access) => ['azureConnected', { tenantId: 't', access }] as const,
        ),
      ]) {
        expect(describeEvent(kind, data, locale)).not.toMatch(/[A-Z]{4}/);
      }
    }
  });

  it('says what came by a bulk job', () => {
    const data = { reason: 'Begun twice', bulkJob: 'x' };
    expect(describeEvent('runCancelled', data, 'en')).toMatch(/Begun twice.* \(bulk job\)$/);
    expect(describeEvent('runCancelled', data, 'es')).toMatch(/ \(tarea masiva\)$/);
  });

  it('is total and one line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(messagesIn('en').history)),
        fc.anything(),
        fc.constantFrom(...LOCALES),
        (kind, data, locale) => {
          const sentence = describeEvent(kind, data, locale);
          expect(sentence.length).toBeGreaterThan(0);
          expect(sentence).not.toContain('\n');
        },
      ),
    );
  });

  it('describes a call without a response in Spanish too', () => {
    const failure = {
      kind: 'unavailable',
      message: '',
      code: null,
      status: null,
      host: 'h.example',
    };
    expect(describeEvent('configurationSendFailed', { failure }, 'es')).toMatch(
      /: sin respuesta de h\.example$/,
    );
  });

  it('says until when a run is to be done as people read it', () => {
    const data = { owner: { name: 'Ana' }, dueAt: '2026-11-20T23:59:59.999Z' };
    expect(describeEvent('runAssigned', data, 'en')).toBe(
      'Assigned the run to Ana, due 2026-11-20 23:59 UTC',
    );
  });
});
