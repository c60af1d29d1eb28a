/** Data of every kind of history entry, with every field that it can have. */
import type { ConfigurationFacts, EventData, EventKind, StepFacts, VoidCode } from '@keyway/core';
import type { HistoryKind } from '../src/history/historyKind.ts';
import { CHECK_SUBJECT, SUBJECTS } from './alertSamples.ts';
import { CHECKS_OF_ALL, FACTS } from './factsSamples.ts';
import { deletedOrganization } from './deletedOrganization.ts';
import { failure, plannedChange, setupInput, type Whole } from './setupSamples.ts';

const AT = '2026-11-24T00:10:00.000Z';
const answer: Whole<ConfigurationFacts> = {
  id: '4b1c0e5e-job',
  status: 'RUNNING',
  keyVaultKeyIdentifier: 'https://contoso.vault.azure.net/keys/adobe/0123',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
};
const organization = {
  id: 'a9c1e5d2-0000-4000-8000-000000000001',
  name: 'Contoso',
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  ownsCja: true,
  azureTenantId: 'a9c1e5d2-0000-4000-8000-000000000002',
} as const;
const awsRole = { roleArn: 'arn:aws:iam::111122223333:role/KeywayRead', region: 'us-east-1' };
const connections = {
  adobe: { clientId: 'client' },
  aws: awsRole,
  azure: { tenantId: 't', subscriptionId: 's', clientId: 'c', access: 'WRITE' },
} as const;
const policy = {
  approvalValidForSeconds: 604_800,
  coolingOffSeconds: 0,
  fourEyes: 'OWN_APPROVER',
  neverAccept: ['keyIsLongEnough'],
} as const;
const handOff = { id: 'SGFuZE9mZjox', actor: 'AZURE_ADMIN' } as const;
const bulkJob = 'QnVsa0pvYjox';
const place = { track: 'AEP', step: 'ROLE' } as const;
const { details, tried } = {
  details: { attempt: 2, timeScale: 1 },
  tried: { submissionId: 's', timeScale: 1 },
};

const delayed = { era: 2, cause: 'FAILED_OVER', since: AT, until: AT, restoredAt: AT } as const;
const ofSetup = { track: 'AEP', setupId: 's' } as const;
const ofChange = { ...ofSetup, planHash: 'a'.repeat(64), change: 'CREATE_KEY' } as const;
const lastBlocked = {
  at: AT,
  checks: [
    {
      check: 'vaultHasPurgeProtection',
      verdict: 'BLOCK',
      outcome: 'off',
      values: { vault: 'contoso' },
      missing: true,
      checkedAt: AT,
    },
  ],
} as const;

const events: { [K in EventKind]: Whole<EventData[K]> } = {
  runStarted: {
    ...{ runId: 'r', organization, connections, policy, bulkJob },
    lastBlocked: [{ track: 'AEP', step: 'VAULT', key: 'https://a', ...lastBlocked }],
    unanswered: [
      {
        ...{ kind: 'CREATE_VAULT', setupId: 's', inFlightUntil: AT, answerLost: true },
        target: { subscriptionId: 's', resourceGroup: 'g', vaultName: 'v', keyName: 'k' },
      },
    ],
  },
  connectionsChanged: { connections },
  policyChanged: { policy },
  organizationChanged: { organization },
  stepAttested: {
    ...{ ...place, statement: 'Seen', reference: 'C-1', confirmImsOrgId: 'A' },
    ...{ handOff, bulkJob },
  },
  keyProvided: {
    ...{ track: 'AEP', keyIdentifier: 'https://a', vaultResourceId: '/subscriptions/a' },
    ...{ vaultTenantId: 't', replaces: 'https://b', askVaultLater: true },
    ...{ onlyMissing: true, bulkJob },
  },
  vaultProbed: {
    ...{ track: 'AEP', keyIdentifier: 'https://a', reason: 'found', vaultTenantId: 't' },
    attempt: 0,
  },
  keyPolicyProvided: { policy: '{ "Statement": [] }' },
  setupRequested: { track: 'AEP', ...setupInput },
  setupPlanned: { ...ofSetup, changes: [plannedChange] },
  setupPlanFailed: { ...ofSetup, failure, attempt: 0 },
  setupConfirmed: { track: 'AEP', planHash: 'a'.repeat(64) },
  setupChangeDelayed: { ...ofChange, ...delayed },
  setupChangeStarted: ofChange,
  setupChangeMade: { ...ofChange, result: 'UNCONFIRMED', keyIdentifier: 'https://a', late: true },
  setupChangeFailed: { ...ofChange, failure, attempt: 1, definite: true, sent: true, late: true },
  setupCancelled: { track: 'AEP' },
  verificationRequested: { ...place, handOff, bulkJob },
  factsObserved: {
    ...{ track: 'AEP', facts: FACTS[0]!, waitingSince: AT, ...details },
    late: { key: 'https://a', since: AT },
  },
  trackReread: {
    track: 'AEP',
    purpose: 'submission',
    facts: FACTS as Whole<StepFacts>[],
    ...details,
  },
  checkOverridden: { track: 'AEP', check: 'keyIsLongEnough', reason: 'Known' },
  approvalRequested: { track: 'AEP', principal: 'member:a', configurationName: 'keyway', bulkJob },
  approvalGranted: {
    ...{ track: 'AEP', principal: 'member:a', confirmImsOrgId: 'A' },
    ...{ comment: 'Fine', ownApprover: true, acceptedBlocks: ['vaultHasPurgeProtection'] },
  },
  approvalRefused: { track: 'AEP', principal: 'member:a', reason: 'No' },
  approvalWithdrawn: { track: 'AEP', principal: 'member:a', owner: false, reason: 'No' },
  approvalExpired: { track: 'AEP' },
  submissionRequested: { submissionId: 's', configurationName: 'keyway', confirmImsOrgId: 'A' },
  configurationDelayed: { submissionId: 's', ...delayed },
  configurationNotSent: { submissionId: 's', restoredAt: AT },
  configurationSending: { submissionId: 's', send: 1 },
  configurationAccepted: { ...tried, found: true, answer },
  configurationSendFailed: {
    ...{ ...tried, during: 'lookup', definite: true, failure, attempt: 1 },
    ...{ lookups: 2, pages: 3 },
  },
  configurationNotFound: { ...tried, lookups: 1 },
  configurationObserved: { ...tried, answer, failure, attempt: 1, pollingSince: AT },
  roleAssigned: { track: 'AEP', created: true, assignmentGuid: 'g' },
  roleAssignmentFailed: { track: 'AEP', failure, ...details },
  ticketRecorded: { caseNumber: 'E-1', openedAt: AT, url: 'https://a', confirmImsOrgId: 'A' },
  cjaConfirmed: { confirmedBy: 'Ana', confirmedAt: AT, text: 'Done' },
  workResumed: { missing: ['verify:AEP:ROLE'] },
  stepRetried: { ...place, bulkJob },
  runAssigned: { owner: { memberId: 'm', name: 'Ana' }, dueAt: AT, bulkJob },
  commentAdded: { text: 'Hello', ...place, mentions: ['TWVtYmVyOg'] },
  runCancelled: { reason: 'Begun twice', code: 'organizationArchived', bulkJob },
};

/** Without a person. */
const voided: Record<VoidCode, true> = {
  ...{ evidenceChanged: true, factsDiffer: true, expired: true },
  ...{ policyLoosened: true, ownApproverRequired: true, stored: true },
};

/** What `entryData` adds, and what the store writes of a policy. */
const added = {
  factsObserved: { checks: CHECKS_OF_ALL },
  trackReread: { checks: CHECKS_OF_ALL },
  stepAttested: { lastBlocked },
  configurationAccepted: { sends: 1 },
  approvalRequested: { evidenceHash: 'e'.repeat(64) },
  approvalGranted: { evidenceHash: 'e'.repeat(64) },
  configurationSending: { body: '{"name":"c"}' },
  policyChanged: {
    ...{ before: policy, loosened: true, own: true },
    approvals: Object.keys(voided).map((code) => ({
      ...{ track: 'AEP', status: 'approved', voided: code },
    })),
  },
};

const grant = { role: 'OPERATOR', organization: 'T3', organizationName: 'Contoso' };
const grants = [{ role: 'AUDITOR', organization: null, organizationName: null }, grant];
const member = { memberId: 'm', name: 'Omar' };
const { id: _, ...created } = organization;
const token = { tokenId: 't', name: 'ITSM', prefix: 'kw_0123' };
const rule = { issuer: 'https://login.example', claim: 'groups', value: 'g', grant };
const handedOff = { handOffId: 'h', for: 'ENTRA_ADMIN', note: 'Call me', expiresAt: AT };
const joined = { ...member, email: 'a@b.c', grants, rules: ['r'] };

const alert = {
  alertId: 'a',
  track: 'AEP',
  kind: 'HEALTH',
  health: 'REVOKED',
  subject: CHECK_SUBJECT,
};

const expiring = {
  ...{ cloud: 'Azure', clientId: 'c', credentialKind: 'CLIENT_SECRET' },
  ...{ expiresAt: AT, waits: false },
};
const chat = { chat: 'SLACK', chatHost: 'hooks.slack.com', digest: 'DAILY' };
const webhook = { webhookId: 'w', url: 'https://hooks.example.com/keyway' };

const records: Record<Exclude<HistoryKind, EventKind>, object> = {
  organizationCreated: created,
  organizationUpdated: {
    changes: Object.fromEntries(
      Object.entries(created).map(([name, to]) => [name, { from: null, to }]),
    ),
  },
  organizationArchived: { reason: 'Contract ended' },
  organizationRestored: { name: 'Contoso' },
  organizationDeleted: deletedOrganization(AT),
  adobeConnected: { clientId: 'c', scopes: ['openid'] },
  azureConnected: {
    ...connections.azure,
    credential: { kind: 'CERTIFICATE', expiresAt: AT, issuer: null, thumbprint: 'ab' },
  },
  awsConnected: awsRole,
  adobeDisconnected: { clientId: 'c', scopes: ['openid'] },
  azureDisconnected: connections.azure,
  awsDisconnected: awsRole,
  awsExternalIdCreated: { region: 'us-east-1' },
  connectionVerified: { cloud: 'Adobe', clientId: 'c' },
  // Fields beside `failure` are those of earlier versions.
  connectionFailed: { cloud: 'Azure', clientId: 'c', failure, message: 'no', code: '401' },
  replacementStored: { cloud: 'Azure', ...connections.azure },
  replacementFailed: { cloud: 'AWS', roleArn: awsRole.roleArn, failure },
  replacementWithdrawn: { cloud: 'Adobe', clientId: 'c' },
  credentialExpires: expiring,
  credentialExpired: { ...expiring, credentialKind: 'CERTIFICATE', waits: true },
  apiTokenCreated: {
    ...{ ...token, role: 'APPROVER', scopes: ['read', 'runs:write', 'approve', 'admin'] },
    ...{ organizationIds: ['o'], expiresAt: AT, clientId: 'keyway-cli' },
  },
  apiTokenRevoked: { ...token, reason: 'codeUsedTwice' },
  memberSignedIn: member,
  memberJoined: { ...joined, role: 'OPERATOR' },
  memberInvited: { invitationId: 'i', email: 'a@b.c', grants, expiresAt: AT },
  invitationRevoked: { invitationId: 'i', email: 'a@b.c' },
  invitationAccepted: joined,
  grantsChanged: { ...member, from: grants, to: [grant] },
  memberRemoved: { ...member, reason: 'Left' },
  sessionsEnded: { ...member, count: 2 },
  signInPolicyChanged: { from: [], to: [rule, rule] },
  handOffCreated: { ...handedOff, bulkJob },
  handOffRevoked: handedOff,
  partnerCreated: { name: 'Partner' },
  eventGridAddressCreated: { cloud: 'AZURE' },
  webhookCreated: { ...webhook, events: ['run.*'], organizationIds: ['o'] },
  webhookChanged: { ...webhook, change: 'details', changes: { url: webhook.url, enabled: true } },
  webhookDeleted: { ...webhook, events: ['*'], organizationIds: null },
  webhookSecretRotated: webhook,
  webhookDisabled: { ...webhook, reason: 'GONE' },
  chatSet: { ...chat, addressReplaced: true },
  chatRemoved: chat,
  webhookRedelivered: { ...webhook, messageId: 'msg_1', eventType: 'run.started' },
  watchStarted: { tracks: ['AEP', 'CJA'] },
  evidenceExported: { since: AT, until: null, locale: 'es' },
  databaseFailedOver: { lostSince: AT, foundAt: AT },
  databaseRestored: { lostSince: AT, foundAt: AT },
  healthChanged: { track: 'AEP', from: 'HEALTHY', to: 'REVOKED' },
  versionSeen: { track: 'AEP', version: 'v2' },
  differenceAccepted: { track: 'AEP', field: 'KEY.keyOps', reason: 'Agreed' },
  alertOpened: alert,
  alertAcknowledged: { ...alert, comment: 'On it' },
  alertReopened: { ...alert, kind: 'KEY_ACCESS_DISABLED', event: 'e', acknowledgedBy: 'Olu' },
  alertResolved: alert,
};

/** For each kind, its data. */
export const ENTRY_SAMPLES: readonly (readonly [HistoryKind, object])[] = [
  ...(Object.keys(events) as EventKind[]).map((kind) => {
    const more: Readonly<Partial<Record<EventKind, object>>> = added;
    return [kind, { ...events[kind], ...more[kind] }] as const;
  }),
  ...SUBJECTS.map((about) => ['alertOpened', { ...alert, subject: about }] as const),
  ...FACTS.map((facts) => ['factsObserved', { ...events.factsObserved, facts }] as const),
  ...(Object.keys(records) as (keyof typeof records)[]).map(
    (kind) => [kind, records[kind]] as const,
  ),
];
