/** Asking for an approval and deciding on it, in the states that people get. */
import { aPolicy } from '../fixtures/aPolicy.ts';
import { aPreview, anOutgoing } from '../fixtures/aPreview.ts';
import { aCheck, aRun, aStep, aTrack, anApproval, IMS_ORG_ID, NOW } from '../fixtures/aRun.ts';
import { WARNING_CHECK } from '../fixtures/aRun.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import type { RunView, TrackView } from '../features/run/data/runFields.ts';
import type { PageStateProps } from './PageState.tsx';

const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const OVERRIDE = { reason: 'The customer rotates it every year', by: 'Omar Operator', at: NOW };

const checks = (...titles: string[]) =>
  titles.map((title, index) => aCheck({ id: `check${title}${index}`, title }));

const evidence = [
  aStep('ENTITLEMENT', 'DONE', {
    mode: 'ATTESTED',
    attestation: {
      ...{ statement: 'Healthcare Shield, contract seen', reference: 'C-2201' },
      ...{ by: 'Omar Operator', at: NOW },
    },
  }),
  aStep('VAULT', 'DONE', {
    checks: checks('Purge protection', 'Soft delete', 'Region', 'Access model', 'SKU'),
  }),
  aStep('NETWORK', 'DONE', { checks: checks('Public access', 'Trusted services') }),
  aStep('KEY', 'DONE', {
    checks: [
      ...checks('Key type', 'Key size', 'Enabled'),
      { ...WARNING_CHECK, override: OVERRIDE },
    ],
  }),
  aStep('CONSENT', 'DONE', { checks: checks('Service principal') }),
  aStep('ROLE', 'DONE', { checks: checks('Role assignment', 'Scope') }),
];

const track = (part: Partial<TrackView>, status: 'READY' | 'WAITING' | 'DONE' = 'WAITING') =>
  aTrack('AEP', {
    steps: [
      ...evidence,
      aStep('APPROVAL', status, { actor: 'APPROVER' }),
      aStep('SUBMISSION', status === 'DONE' ? 'READY' : 'LOCKED'),
    ],
    ...part,
  });

const RULES = [
  ['IRR-01', 'This organization can never go back to Adobe’s keys.'],
  ['IRR-02', 'Whoever loses the key loses the data: Adobe can’t recover it.'],
  ['IRR-03', 'The configuration can be saved once, and never changed.'],
  ['IRR-04', 'The name can’t be changed.'],
  ['IRR-05', 'Revoking access makes the data unreadable within minutes.'],
] as const;

const outgoing = (name: string) => ({
  run: {
    ...anOutgoing(name),
    tracks: anOutgoing(name).tracks.map((one) => ({
      ...one,
      irreversible: RULES.map(([rule, text]) => ({ rule, text })),
      preview: one.id === 'AEP' ? { ...aPreview(name), body: bodyOf(name) } : null,
    })),
  },
});

const bodyOf = (name: string): string =>
  JSON.stringify({
    ...{ name, type: 'BYOK_CONFIG', imsOrgId: IMS_ORG_ID },
    configData: {
      providerType: 'AZURE_KEYVAULT',
      keyVaultKeyIdentifier: anApproval().keyIdentifier,
    },
  });

const page = (run: RunView, path = 'approval/AEP'): PageStateProps => ({
  path: `/runs/run-1/${path}`,
  answers: { ...runAnswers(run), RunOutgoing: ({ name }) => outgoing(String(name)) },
});
const REQUEST = { mutation: 'requestApproval', track: 'AEP', step: 'APPROVAL' } as const;
const approvalRun = (part: Partial<TrackView>, more: Parameters<typeof aRun>[0] = {}) =>
  aRun({ status: 'WAITING', tracks: [track(part), aTrack('CJA')], ...more });
const requestable = (part: Partial<TrackView> = {}) =>
  approvalRun(part, {
    nextActions: [{ ...REQUEST, movesRun: true, label: 'Request approval' }],
  });
const given: Partial<NonNullable<TrackView['approval']>> = {
  ...{ status: 'APPROVED', decidedBy: 'Ana Approver', decidedAt: NOW, usable: true },
  ...{ usableAt: NOW, expiresAt: '2099-01-08T00:00:00Z' },
};
const SUBMIT: RunView['nextActions'][number] = {
  ...{ mutation: 'submitConfiguration', track: 'AEP', step: 'SUBMISSION' },
  ...{ movesRun: true, label: 'Submit', reason: null },
};
const warned: NonNullable<TrackView['approval']>['configurationNameCheck'] = {
  ...{ verdict: 'WARN', rules: ['GAP-01'], observed: 'The name is “Contoso CMK”.' },
  cause: 'Adobe compares names exactly; its guide posts “Config1” and reads “config1”.',
  remedy: 'Use lowercase letters, digits and hyphens.',
};
const aws = aRun({
  status: 'WAITING',
  organization: { ...aRun().organization, cloud: 'AWS' },
  tracks: [
    aTrack('AEP', {
      key: null,
      approval: anApproval({ keyIdentifier: ARN, tenantId: '', configurationName: 'contoso-cmk' }),
      steps: [
        evidence[0]!,
        aStep('KEY', 'DONE', { checks: checks('Key state', 'Rotation', 'Origin') }),
        aStep('APPROVAL', 'WAITING'),
        aStep('SUBMISSION', 'LOCKED'),
      ],
    }),
    aTrack('CJA', { steps: [] }),
  ],
});

export const APPROVAL_STATES: Readonly<Record<string, PageStateProps>> = {
  'approval-request': page(requestable()),
  'approval-refused': page(
    requestable({
      approval: anApproval({
        ...{ status: 'REFUSED', decidedBy: 'Ana Approver', decidedAt: NOW },
        reason: 'Use the production vault.',
      }),
    }),
  ),
  'approval-decide': page(approvalRun({ approval: anApproval() })),
  'approval-decide-warned-name': page(
    approvalRun({
      approval: anApproval({ configurationName: 'Contoso CMK', configurationNameCheck: warned }),
    }),
  ),
  'approval-own': page(
    approvalRun({
      approval: anApproval({ mayNotDecide: 'SELF_APPROVAL', mayNotRefuse: 'SELF_APPROVAL' }),
    }),
  ),
  'approval-four-eyes-missing': page(
    approvalRun({
      approval: anApproval({
        ...{ mayNotDecide: 'SELF_APPROVAL', mayNotRefuse: 'SELF_APPROVAL' },
        noApprover: 'ONLY_REQUESTER',
      }),
    }),
  ),
  'approval-cooling-off': page(
    approvalRun(
      { approval: anApproval({ ...given, usable: false, usableAt: '2099-01-01T00:00:00Z' }) },
      { policy: aPolicy({ coolingOffSeconds: 129_600 }) },
    ),
  ),
  'approval-given': page(
    aRun({
      nextActions: [SUBMIT],
      tracks: [track({ approval: anApproval(given) }, 'DONE'), aTrack('CJA')],
    }),
  ),
  'approval-aws': page(aws),
};
