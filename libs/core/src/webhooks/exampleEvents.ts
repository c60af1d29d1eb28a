/** An example of each event's body, as `webhookEvents` shows it. */
import { globalId } from '../globalId.ts';
import { eventBody, type EventSubject } from './eventBody.ts';
import type { WebhookEvent } from './runEvents.ts';
import type { WebhookEventType } from './webhookEventTypes.ts';

const AT = '2026-11-28T09:15:00.000Z';
const EARLIER = '2026-11-28T08:40:12.345Z';
const ORGANIZATION = {
  id: '0f8b1c52-6a1e-4a53-9a3c-0d2c5b7e9a11',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  name: 'Adatum',
};
const RUN = '6d0a6e8e-3f6f-4d7e-8a43-5d1f2a9c7b20';
const ALERT = '4b3e9c1d-7a52-4c39-b1a6-2e8d7f605c14';
const KEY = 'https://adatum-cmk.vault.azure.net/keys/aep/0123456789abcdef0123456789abcdef';

const step = (id: string, status: string, actor: string, checks: object[]) => ({
  track: 'AEP',
  step: { id, status, actor, since: AT, checks },
});
const approval = {
  requestedBy: 'Omar Operator',
  requestedAt: EARLIER,
  decidedBy: null,
  decidedAt: null,
  expiresAt: null,
  evidenceHash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  keyIdentifier: KEY,
  configurationName: 'keyway-adatum',
  comment: null,
  reason: null,
};
const decided = { ...approval, decidedBy: 'Ana Approver', decidedAt: AT };
const approved = { ...decided, expiresAt: '2026-12-05T09:15:00.000Z', comment: 'Reviewed' };
const configuration = {
  ...{ name: 'keyway-adatum', id: 'c7a1d2e3', status: 'IN_PROGRESS', attested: false },
};
const alert = {
  id: globalId('Alert', ALERT),
  kind: 'HEALTH',
  track: 'AEP',
  health: 'CUT_OFF',
  openedAt: AT,
  closedAt: null,
};
const credential = {
  cloud: 'AZURE',
  clientId: '66666666-7777-8888-9999-000000000000',
  credentialKind: 'CLIENT_SECRET',
  inUse: true,
};

interface Example {
  /** The run's status; null: of no run. */
  status: string | null;
  data: Record<string, unknown>;
}

/** What each adds to organization and run. */
const EXAMPLES: Record<WebhookEventType, Example> = {
  'organization.created': { status: null, data: {} },
  'run.started': { status: 'WAITING', data: {} },
  'run.status_changed': { status: 'BLOCKED', data: { previousStatus: 'IN_PROGRESS' } },
  'run.completed': { status: 'COMPLETED', data: {} },
  'run.cancelled': {
    status: 'CANCELLED',
    data: { cancellation: { by: 'Omar Operator', reason: 'Ordered twice', code: null } },
  },
  'step.blocked': {
    status: 'BLOCKED',
    data: step('VAULT', 'BLOCKED', 'AZURE_ADMIN', [
      { check: 'vaultHasPurgeProtection', outcome: 'off', verdict: 'BLOCK' },
    ]),
  },
  'step.waiting': {
    status: 'WAITING',
    data: step('APPROVAL', 'WAITING', 'APPROVER', []),
  },
  'approval.requested': { status: 'WAITING', data: { track: 'AEP', approval } },
  'approval.decided': {
    status: 'IN_PROGRESS',
    data: { track: 'AEP', approval: approved, decision: 'APPROVED' },
  },
  'approval.voided': {
    status: 'BLOCKED',
    data: { track: 'AEP', approval: approved, cause: 'evidenceChanged' },
  },
  'configuration.submitted': { status: 'WAITING', data: { track: 'AEP', configuration } },
  'configuration.status_changed': {
    status: 'IN_PROGRESS',
    data: {
      track: 'AEP',
      configuration: { ...configuration, status: 'COMPLETED' },
      previousStatus: 'IN_PROGRESS',
    },
  },
  'alert.opened': { status: null, data: { alert } },
  'alert.closed': { status: null, data: { alert: { ...alert, openedAt: EARLIER, closedAt: AT } } },
  'health.changed': {
    status: null,
    data: { health: 'CUT_OFF', previousHealth: 'HEALTHY' },
  },
  'credential.expires': {
    status: null,
    data: { credential: { ...credential, expiresAt: '2026-12-05T09:15:00.000Z', daysLeft: 7 } },
  },
  'credential.expired': {
    status: null,
    data: { credential: { ...credential, expiresAt: AT, daysLeft: 0 } },
  },
  'history.checkpoint': {
    status: null,
    data: { jws: 'eyJhbGciOiJFZERTQSIsImtpZCI6IuKApiJ9.eyJudW1iZXIiOjd9.c2lnbmF0dXJl' },
  },
  'test.ping': {
    status: null,
    data: { webhook: { id: globalId('Webhook', '1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d') } },
  },
};

/** The example of a type, as its receivers would get it. */
export function exampleBody(type: WebhookEventType): string {
  const { status, data } = EXAMPLES[type];
  const event: WebhookEvent = { type, timestamp: AT, data };
  const subject: EventSubject = {
    organization: type === 'test.ping' ? null : ORGANIZATION,
    run: status === null ? null : { id: RUN, status, version: 42 },
  };
  return eventBody(subject, event);
}
