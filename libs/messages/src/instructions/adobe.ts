/**
 * The steps done with Adobe: entitlement, app registration, approval, submission, activation,
 * ticket, confirmation.
 */
import { curlAppRegistration, curlStatus, curlSubmission } from './adobeCalls.ts';
import type { DraftOf } from './instruction.ts';
import { code } from './quoting.ts';
import type { Setting } from './setting.ts';

const DEFAULT_NAME = 'keyway-cmk';

/** On AWS everything at Adobe is done in its page, so that there is no credential (AWS-14). */
function entitlementLine({ track, run }: Setting) {
  if (track === 'CJA') return 'confirmCja' as const;
  return run.organization.cloud === 'AWS' ? 'grantPermissionAws' : 'grantPermission';
}

export const entitlementInstructions = (s: Setting): DraftOf<'entitlement'> => ({
  group: 'entitlement',
  lines: ['findProof', entitlementLine(s), 'attest'],
  values: [['imsOrgId', s.imsOrgId]],
});

export const appRegistrationInstructions = (s: Setting): DraftOf<'appRegistration'> => ({
  group: 'appRegistration',
  lines: s.run.connections.adobe === null ? ['open', 'copy'] : ['automatic'],
  values: [
    ['application', s.applicationId],
    ['host', s.host],
    ['imsOrgId', s.imsOrgId],
  ],
  scripts: [curlAppRegistration(s)],
});

export const approvalInstructions = (s: Setting): DraftOf<'approval'> => ({
  group: 'approval',
  lines: [
    'twoPersons',
    s.track === 'AEP' && 'nameToApprove',
    'review',
    ['decide', { imsOrgId: code(s.imsOrgId) }],
  ],
  values: [
    ['configurationName', s.run.tracks[s.track].approval?.configurationName ?? null],
    ['imsOrgId', s.imsOrgId],
    [s.run.organization.cloud === 'AWS' ? 'kmsKey' : 'keyIdentifier', s.keyIdentifier],
  ],
});

export function submissionInstructions(s: Setting): DraftOf<'submission'> {
  const byHand = s.run.connections.adobe === null;
  const imsOrgId = code(s.imsOrgId);
  const { approval, submission } = s.run.tracks.AEP;
  const approved = approval?.status === 'approved';
  const name = submission?.name ?? approval?.configurationName ?? DEFAULT_NAME;
  return {
    group: 'submission',
    lines: [
      'permanent',
      byHand ? 'byHand' : ['byKeyway', { imsOrgId }],
      'name',
      byHand && ['attest', { imsOrgId }],
    ],
    values: [
      ['configurationName', name],
      ['keyIdentifier', s.keyIdentifier],
      ['imsOrgId', s.imsOrgId],
      ['host', s.host],
    ],
    // Nobody is given the irreversible command before it is approved.
    scripts: [byHand && approved && curlSubmission(s, name)],
  };
}

export function activationInstructions(s: Setting): DraftOf<'activation'> {
  const { submission } = s.run.tracks.AEP;
  return {
    group: 'activation',
    lines: ['statuses', 'changeNothing', 'ifFailed'],
    values: [
      ['configurationName', submission?.name ?? null],
      ['jobId', submission?.externalId ?? null],
      ['imsOrgId', s.imsOrgId],
    ],
    scripts: [submission !== null && curlStatus(s, submission.name)],
  };
}

export const ticketInstructions = (s: Setting): DraftOf<'ticket'> => ({
  group: 'ticket',
  lines: ['open', 'record'],
  values: [
    ['keyIdentifier', s.keyIdentifier],
    ['vaultUri', s.vaultUri],
    ['application', s.applicationId],
    ['tenant', s.tenantId],
    ['imsOrgId', s.imsOrgId],
  ],
});

export const confirmationInstructions = (s: Setting): DraftOf<'confirmation'> => ({
  group: 'confirmation',
  lines: ['noStatus', 'record'],
  values: [['caseNumber', s.run.tracks.CJA.ticket?.caseNumber ?? null]],
});
