/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './types.ts';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'BulkJob', id: string }
    | { __typename: 'DryRun', id: string }
    | { __typename: 'HandOff', id: string }
    | { __typename: 'HistoryEntry', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Run', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type PendingApprovalsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  mayDecide?: boolean | null | undefined;
  text?: string | null | undefined;
  orderBy?: Types.PendingApprovalOrder | null | undefined;
  locale?: string | null | undefined;
}>;


export type PendingApprovalsQuery = { pendingApprovals: { totalCount: number, nodes: Array<{ track: Types.TrackId, since: string, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type OrganizationsWithoutApproverQueryVariables = Exact<{
  fourEyes: Types.FourEyes;
  organizationId?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type OrganizationsWithoutApproverQuery = { organizationsWithoutApprover: { totalCount: number, nodes: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }> } };

export type ApprovalsVoidedByQueryVariables = Exact<{
  fourEyes: Types.FourEyes;
  coolingOffSeconds: number;
  approvalValidSeconds: number;
  neverAccept: Array<string> | string;
  organizationId?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type ApprovalsVoidedByQuery = { approvalsVoidedBy: { totalCount: number, nodes: Array<{ track: Types.TrackId, given: boolean, reason: Types.ApprovalVoidReason, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } }>, held: { totalCount: number, until: string | null, nodes: Array<{ track: Types.TrackId, until: string }> } } };

export type BulkPreviewQueryVariables = Exact<{
  action: Types.BulkAction;
  organizationIds?: Array<string> | string | null | undefined;
  filter?: Types.OrganizationFilter | null | undefined;
  track?: Types.TrackId | null | undefined;
  step?: Types.StepId | null | undefined;
  ownerId?: string | null | undefined;
  actor?: Types.Actor | null | undefined;
  locale?: string | null | undefined;
}>;


export type BulkPreviewQuery = { bulkPreview: { affected: number, blockedCount: number, eligible: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }>, blocked: Array<{ code: Types.UserErrorCode, message: string, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } }> } };

export type BulkJobsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BulkJobsQuery = { bulkJobs: { nodes: Array<{ id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, cancelledBy: string | null, linksUntil: string | null, linksWorkUntil: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type InspectKeyIdentifierQueryVariables = Exact<{
  identifier: string;
  locale?: string | null | undefined;
  cloud?: Types.Cloud | null | undefined;
}>;


export type InspectKeyIdentifierQuery = { inspectKeyIdentifier: { verdict: Types.Verdict, rules: Array<string>, problems: Array<string>, cloud: string | null, kind: string | null, vault: string | null, key: string | null, version: string | null, normalized: string | null } };

export type CheckCatalogQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type CheckCatalogQuery = { checkCatalog: Array<{ acceptable: boolean, id: string, rules: Array<string>, track: Array<Types.TrackId>, step: Types.StepId, title: string, overridable: boolean }> };

export type ExpiringCredentialsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ExpiringCredentialsQuery = { expiringCredentials: { totalCount: number, nodes: Array<{ kind: Types.ConnectionKind, clientId: string, credentialKind: Types.AzureCredentialKind, inUse: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DryRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type DryRunsQuery = { dryRuns: { nodes: Array<{ id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, expiresAt: string | null, cancelledBy: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ id: string, outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PlannedKeysQueryVariables = Exact<{
  content: string;
  locale?: string | null | undefined;
}>;


export type PlannedKeysQuery = { plannedKeys: { keys: Array<{ line: number, organizationId: string, organizationName: string, track: Types.TrackId, keyIdentifier: string, vaultResourceId: string | null }>, rejected: Array<{ line: number, field: string | null, message: string }>, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type EnvironmentQueryVariables = Exact<{ [key: string]: never; }>;


export type EnvironmentQuery = { environment: { sandbox: boolean, version: string, signIn: Array<{ name: string, url: string }> } };

export type HandedOffQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type HandedOffQuery = { handedOff: { partner: string, organization: string, actor: Types.Actor, note: string | null, expiresAt: string, steps: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, actor: Types.Actor | null, checkedAt: string | null, title: string, overridable: boolean, neverAccepted: boolean }>, instructions: { text: string, remarks: Array<string> } | null }>, done: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, actor: Types.Actor | null, checkedAt: string | null, title: string, overridable: boolean, neverAccepted: boolean }>, instructions: { text: string, remarks: Array<string> } | null }>, later: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, actor: Types.Actor | null, checkedAt: string | null, title: string, overridable: boolean, neverAccepted: boolean }>, instructions: { text: string, remarks: Array<string> } | null }> } | null };

export type HistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.HistoryFilter | null | undefined;
  locale?: string | null | undefined;
}>;


export type HistoryQuery = { history: { nodes: Array<{ id: string, at: string, actor: string, principal: string | null, kind: string, data: unknown, hash: string, previousHash: string, summary: string, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, fields: Array<{ name: string | null, label: string, level: number, format: Types.HistoryFieldFormat, values: Array<string> }>, change: { runCount: number } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type HistoryVerificationQueryVariables = Exact<{
  organizationId?: string | null | undefined;
}>;


export type HistoryVerificationQuery = { historyVerification: { ok: boolean, entries: number, brokenAt: string | null, checkpoints: { count: number, lastAt: string | null, lastEntries: number | null, valid: boolean, brokenAt: number | null, problem: Types.CheckpointProblem | null } } };

export type ChatQueryVariables = Exact<{ [key: string]: never; }>;


export type ChatQuery = { chat: { kind: Types.ChatKind, host: string, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, changedAt: string, changedBy: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, testRequestedAt: string | null, testedAt: string | null, testProblem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null };

export type OrganizationQueryVariables = Exact<{
  id?: string | null | undefined;
  imsOrgId?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type OrganizationQuery = { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string, grants: Array<{ role: Types.Role }> }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string, tracks: Array<{ track: Types.TrackId, health: Types.Health, since: string, cause: string | null, expiresAt: string | null }> } } | null };

export type OrganizationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.OrganizationFilter | null | undefined;
  orderBy?: Types.OrganizationOrder | null | undefined;
  locale?: string | null | undefined;
}>;


export type OrganizationsQuery = { organizations: { totalCount: number, nodes: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type MembersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  organizationId?: string | null | undefined;
}>;


export type MembersQuery = { members: { totalCount: number, removedCount: number, nodes: Array<{ id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type LastOwnerQueryVariables = Exact<{ [key: string]: never; }>;


export type LastOwnerQuery = { lastOwner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, rule: { claim: string, value: string } | null }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number, runOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }>, handOffOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null };

export type InvitationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type InvitationsQuery = { invitations: { nodes: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string, grants: Array<{ role: Types.Role }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SignInPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInPolicyQuery = { signInPolicy: { version: string, rules: Array<{ issuer: string | null, claim: string, value: string, grant: { role: Types.Role } }>, providers: Array<{ name: string, issuer: string }> } };

export type PolicyQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type PolicyQuery = { policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null } };

export type PortfolioQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type PortfolioQuery = { portfolio: { organizations: number, runs: number, measuredRuns: number, checkedSince: string | null, openAlerts: number, byStatus: Array<{ status: Types.RunStatus, count: number }>, byStep: Array<{ track: Types.TrackId, step: Types.StepId, status: Types.StepStatus, count: number }>, waitingOn: Array<{ actor: Types.Actor, count: number }>, needsYou: Array<{ since: string, urgency: Types.TaskUrgency, position: string, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean }, action: { mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string } }>, taskGroups: Array<{ mutation: string, label: string, count: number, countCapped: boolean, isProblem: boolean, oldestSince: string }>, stepTimes: Array<{ track: Types.TrackId, step: Types.StepId, party: Types.Party, count: number, medianSeconds: number | null, p90Seconds: number | null, openCount: number }>, byHealth: Array<{ health: Types.Health, count: number }> } };

export type ProbeVaultQueryVariables = Exact<{
  keyIdentifier: string;
  locale?: string | null | undefined;
}>;


export type ProbeVaultQuery = { probeVault: { cloud: string | null, kind: string | null, exists: Types.Verdict, tenantId: string | null, vaultUri: string | null, addresses: Array<string>, privateLink: boolean | null, retryAfterSeconds: number | null, sentence: string } };

export type RulesQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type RulesQuery = { rules: Array<{ id: string, title: string, proof: Array<Types.RuleProof>, sources: Array<string> }> };

export type RunQueryVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type RunQuery = { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null, steps: Array<{ id: Types.StepId, track: Types.TrackId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, coolingOffUntil: string | null, externalStatus: string | null, title: string, sentence: string, nextLookAt: string | null, lookedAt: string | null, looking: boolean, failure: string | null }>, key: { identifier: string, resolvedIdentifier: string | null, vaultResourceId: string | null, providedAt: string } | null, approval: { status: Types.ApprovalStatus, requestedBy: string, requestedAt: string, evidenceHash: string, keyIdentifier: string, configurationName: string | null, tenantId: string, imsOrgId: string, host: string | null, decidedBy: string | null, decidedAt: string | null, comment: string | null, usableAt: string | null, usable: boolean, expiresAt: string | null, reason: string | null, withdrawnBy: string | null, withdrawnAt: string | null, voidedAt: string | null, mayNotDecide: Types.UserErrorCode | null, mayNotRefuse: Types.UserErrorCode | null, noApprover: Types.NoApprover | null } | null, preview: { method: string, host: string, path: string, evidenceHash: string } | null, submission: { status: string, name: string, body: string | null, bodySha256: string | null, sends: number, host: string, requestedBy: string, requestedAt: string, sentAt: string | null, externalId: string | null } | null, ticket: { caseNumber: string, openedAt: string, url: string | null, recordedBy: string, recordedAt: string } | null, irreversible: Array<{ rule: string, text: string }>, confirmation: { confirmedBy: string, confirmedAt: string, text: string, recordedBy: string } | null, kmsKey: { arn: string, keySpec: string | null, keyUsage: string | null, keyState: string | null, origin: string | null, multiRegion: boolean | null, keyManager: string | null, deletionDate: string | null, validTo: string | null } | null, keyPolicy: { template: string | null, templateProvidedAt: string | null, current: string | null, keepsAdmin: boolean | null, extraPrincipals: Array<string>, denyingSids: Array<string>, repeatedSids: Array<string>, merged: string | null } | null, setup: { status: Types.SetupStatus, sentence: string, subscriptionId: string, resourceGroup: string, vaultName: string, keyName: string, location: string, keyProtection: Types.KeyProtection, keySize: number, rotateEveryMonths: number | null, network: Types.SetupNetwork, workspaceId: string | null, lock: boolean, requestedBy: string, requestedAt: string, planHash: string | null, plannedAt: string | null, replanned: boolean, confirmable: boolean, confirmedBy: string | null, confirmedAt: string | null, endedAt: string | null } | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null }, task: { since: string, urgency: Types.TaskUrgency, position: string, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean }, action: { mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string } } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null } | null };

export type RunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.RunFilter | null | undefined;
  locale?: string | null | undefined;
}>;


export type RunsQuery = { runs: { totalCount: number, nodes: Array<{ id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type SearchQuery = { search: Array<{ matched: string, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null }> };

export type ApiTokensQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ApiTokensQuery = { apiTokens: { nodes: Array<{ id: string, name: string, prefix: string, role: Types.Role, scopes: Array<string>, unusableScopes: Array<string>, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, client: string | null, createdBy: string, createdAt: string, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ViewerQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string | null, role: Types.Role, scopes: Array<string>, kind: Types.ViewerKind, signInAgainUrl: string | null, partner: string, unreadCount: number | null, grants: Array<{ role: Types.Role, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, rule: { claim: string, value: string } | null }>, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }> | null, notificationSettings: { isAvailable: boolean, address: string | null, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }>, session: { id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean } | null } };

export type RolesQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesQuery = { roles: Array<{ role: Types.Role, scopes: Array<string> }> };

export type SavedViewsQueryVariables = Exact<{
  page: Types.SavedViewPage;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, page: Types.SavedViewPage, name: string, search: unknown, shared: boolean, madeBy: string, own: boolean, default: boolean, mayChange: boolean, createdAt: string, updatedAt: string, changedBy: string | null, version: string }> };

export type AlertsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.AlertFilter | null | undefined;
  locale?: string | null | undefined;
}>;


export type AlertsQuery = { alerts: { totalCount: number, nodes: Array<{ id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type WebhooksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { nodes: Array<{ id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type WebhookEventsQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type WebhookEventsQuery = { webhookEvents: Array<{ type: string, description: string, example: string }> };

export type AssigneesQueryVariables = Exact<{
  organizationId?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type AssigneesQuery = { assignees: Array<{ id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, rule: { claim: string, value: string } | null }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number, runOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }>, handOffOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> }> };

export type ColleaguesQueryVariables = Exact<{
  organizationId: string;
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ColleaguesQuery = { colleagues: Array<{ id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, rule: { claim: string, value: string } | null }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number, runOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }>, handOffOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> }> };

export type RunOwnersQueryVariables = Exact<{
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type RunOwnersQuery = { runOwners: Array<{ id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } | null, rule: { claim: string, value: string } | null }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number, runOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }>, handOffOrganizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> }> };

export type RequestApprovalMutationVariables = Exact<{
  input: Types.RunTrackInput;
  locale?: string | null | undefined;
}>;


export type RequestApprovalMutation = { requestApproval: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ApproveMutationVariables = Exact<{
  input: Types.ApproveInput;
  locale?: string | null | undefined;
}>;


export type ApproveMutation = { approve: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RefuseMutationVariables = Exact<{
  input: Types.RefuseInput;
  locale?: string | null | undefined;
}>;


export type RefuseMutation = { refuse: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type WithdrawApprovalMutationVariables = Exact<{
  input: Types.WithdrawApprovalInput;
  locale?: string | null | undefined;
}>;


export type WithdrawApprovalMutation = { withdrawApproval: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartBulkMutationVariables = Exact<{
  input: Types.StartBulkInput;
  locale?: string | null | undefined;
}>;


export type StartBulkMutation = { startBulk: { job: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, cancelledBy: string | null, linksUntil: string | null, linksWorkUntil: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelBulkMutationVariables = Exact<{
  input: Types.CancelBulkInput;
  locale?: string | null | undefined;
}>;


export type CancelBulkMutation = { cancelBulk: { job: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, cancelledBy: string | null, linksUntil: string | null, linksWorkUntil: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type TryConnectionMutationVariables = Exact<{
  input: Types.TryConnectionInput;
  locale?: string | null | undefined;
}>;


export type TryConnectionMutation = { tryConnection: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type WithdrawReplacementMutationVariables = Exact<{
  input: Types.WithdrawReplacementInput;
  locale?: string | null | undefined;
}>;


export type WithdrawReplacementMutation = { withdrawReplacement: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectAdobeMutationVariables = Exact<{
  input: Types.ConnectAdobeInput;
  locale?: string | null | undefined;
}>;


export type ConnectAdobeMutation = { connectAdobe: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectAzureMutationVariables = Exact<{
  input: Types.ConnectAzureInput;
  locale?: string | null | undefined;
}>;


export type ConnectAzureMutation = { connectAzure: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConnectAwsMutationVariables = Exact<{
  input: Types.ConnectAwsInput;
  locale?: string | null | undefined;
}>;


export type ConnectAwsMutation = { connectAws: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DisconnectAdobeMutationVariables = Exact<{
  input: Types.OrganizationIdInput;
  locale?: string | null | undefined;
}>;


export type DisconnectAdobeMutation = { disconnectAdobe: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DisconnectAzureMutationVariables = Exact<{
  input: Types.OrganizationIdInput;
  locale?: string | null | undefined;
}>;


export type DisconnectAzureMutation = { disconnectAzure: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DisconnectAwsMutationVariables = Exact<{
  input: Types.OrganizationIdInput;
  locale?: string | null | undefined;
}>;


export type DisconnectAwsMutation = { disconnectAws: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartDryRunMutationVariables = Exact<{
  input: Types.StartDryRunInput;
  locale?: string | null | undefined;
}>;


export type StartDryRunMutation = { startDryRun: { dryRun: { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, expiresAt: string | null, cancelledBy: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ id: string, outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelDryRunMutationVariables = Exact<{
  input: Types.CancelDryRunInput;
  locale?: string | null | undefined;
}>;


export type CancelDryRunMutation = { cancelDryRun: { dryRun: { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, expiresAt: string | null, cancelledBy: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ id: string, outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreateHandOffMutationVariables = Exact<{
  input: Types.CreateHandOffInput;
  locale?: string | null | undefined;
}>;


export type CreateHandOffMutation = { createHandOff: { url: string | null, handOff: { id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevokeHandOffMutationVariables = Exact<{
  input: Types.RevokeHandOffInput;
  locale?: string | null | undefined;
}>;


export type RevokeHandOffMutation = { revokeHandOff: { handOff: { id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CheckHandedOffMutationVariables = Exact<{
  input: Types.CheckHandedOffInput;
  locale?: string | null | undefined;
}>;


export type CheckHandedOffMutation = { checkHandedOff: { handedOff: { partner: string, organization: string, actor: Types.Actor, note: string | null, expiresAt: string, steps: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }>, done: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }>, later: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AttestHandedOffMutationVariables = Exact<{
  input: Types.AttestHandedOffInput;
  locale?: string | null | undefined;
}>;


export type AttestHandedOffMutation = { attestHandedOff: { handedOff: { partner: string, organization: string, actor: Types.Actor, note: string | null, expiresAt: string, steps: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }>, done: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }>, later: Array<{ track: Types.TrackId, id: Types.StepId, status: Types.StepStatus, title: string, sentence: string, looking: boolean, lookedAt: string | null, mayCheck: boolean, mayAttest: boolean }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreateEventGridAddressMutationVariables = Exact<{
  input: Types.CreateEventGridAddressInput;
  locale?: string | null | undefined;
}>;


export type CreateEventGridAddressMutation = { createEventGridAddress: { address: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetChatMutationVariables = Exact<{
  input: Types.SetChatInput;
  locale?: string | null | undefined;
}>;


export type SetChatMutation = { setChat: { chat: { kind: Types.ChatKind, host: string, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, changedAt: string, changedBy: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, testRequestedAt: string | null, testedAt: string | null, testProblem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RemoveChatMutationVariables = Exact<{
  input: Types.ChatInput;
  locale?: string | null | undefined;
}>;


export type RemoveChatMutation = { removeChat: { chat: { kind: Types.ChatKind, host: string, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, changedAt: string, changedBy: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, testRequestedAt: string | null, testedAt: string | null, testProblem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type TestChatMutationVariables = Exact<{
  input: Types.ChatInput;
  locale?: string | null | undefined;
}>;


export type TestChatMutation = { testChat: { chat: { kind: Types.ChatKind, host: string, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, changedAt: string, changedBy: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, testRequestedAt: string | null, testedAt: string | null, testProblem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type MarkInboxReadMutationVariables = Exact<{
  input: Types.MarkInboxReadInput;
  locale?: string | null | undefined;
}>;


export type MarkInboxReadMutation = { markInboxRead: { changed: number | null, items: Array<{ id: string, kind: Types.InboxKind, title: string, runId: string | null, alertId: string | null, track: Types.TrackId | null, step: Types.StepId | null, actor: string | null, excerpt: string | null, at: string, createdAt: string, readAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } }> | null, viewer: { id: string, name: string, email: string | null, role: Types.Role, scopes: Array<string>, kind: Types.ViewerKind, signInAgainUrl: string | null, partner: string, unreadCount: number | null, grants: Array<{ role: Types.Role }>, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null, notificationSettings: { isAvailable: boolean, address: string | null, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }>, session: { id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean } | null }, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetNotificationSettingsMutationVariables = Exact<{
  input: Types.SetNotificationSettingsInput;
  locale?: string | null | undefined;
}>;


export type SetNotificationSettingsMutation = { setNotificationSettings: { notificationSettings: { isAvailable: boolean, address: string | null, digest: Types.DigestFrequency, kinds: Array<Types.InboxKind>, timeZone: string, language: string, dueAt: string | null, sentAt: string | null, problem: Types.DigestProblem | null, quietHours: { from: string, until: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreateOrganizationMutationVariables = Exact<{
  input: Types.CreateOrganizationInput;
  locale?: string | null | undefined;
}>;


export type CreateOrganizationMutation = { createOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ImportOrganizationsMutationVariables = Exact<{
  input: Types.ImportOrganizationsInput;
  locale?: string | null | undefined;
}>;


export type ImportOrganizationsMutation = { importOrganizations: { created: number, unchanged: number, updated: number, updates: Array<{ line: number, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, changes: Array<{ field: string, from: string | null, to: string | null }> }>, rejected: Array<{ line: number, field: string | null, message: string }>, keys: { toProvide: number, unchanged: number, runsToStart: number, refused: Array<{ line: number, field: string, organizationName: string, imsOrgId: string, track: Types.TrackId, keyIdentifier: string, code: Types.UserErrorCode, message: string }>, warnings: Array<{ line: number, field: string, organizationName: string, imsOrgId: string, track: Types.TrackId, keyIdentifier: string, message: string }>, job: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, cancelledBy: string | null, linksUntil: string | null, linksWorkUntil: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateOrganizationMutationVariables = Exact<{
  input: Types.UpdateOrganizationInput;
  locale?: string | null | undefined;
}>;


export type UpdateOrganizationMutation = { updateOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ArchiveOrganizationMutationVariables = Exact<{
  input: Types.ArchiveOrganizationInput;
  locale?: string | null | undefined;
}>;


export type ArchiveOrganizationMutation = { archiveOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RestoreOrganizationMutationVariables = Exact<{
  input: Types.OrganizationIdInput;
  locale?: string | null | undefined;
}>;


export type RestoreOrganizationMutation = { restoreOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type InviteMemberMutationVariables = Exact<{
  input: Types.InviteMemberInput;
  locale?: string | null | undefined;
}>;


export type InviteMemberMutation = { inviteMember: { url: string | null, invitation: { id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string, grants: Array<{ role: Types.Role }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevokeInvitationMutationVariables = Exact<{
  input: Types.RevokeInvitationInput;
  locale?: string | null | undefined;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { invitation: { id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string, grants: Array<{ role: Types.Role }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ChangeGrantsMutationVariables = Exact<{
  input: Types.ChangeGrantsInput;
  locale?: string | null | undefined;
}>;


export type ChangeGrantsMutation = { changeGrants: { member: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RemoveMemberMutationVariables = Exact<{
  input: Types.RemoveMemberInput;
  locale?: string | null | undefined;
}>;


export type RemoveMemberMutation = { removeMember: { member: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetSignInPolicyMutationVariables = Exact<{
  input: Types.SetSignInPolicyInput;
  locale?: string | null | undefined;
}>;


export type SetSignInPolicyMutation = { setSignInPolicy: { signInPolicy: { version: string, rules: Array<{ issuer: string | null, claim: string, value: string }>, providers: Array<{ name: string, issuer: string }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetPolicyMutationVariables = Exact<{
  input: Types.SetPolicyInput;
  locale?: string | null | undefined;
}>;


export type SetPolicyMutation = { setPolicy: { policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null } | null, warning: { code: Types.PolicyWarningCode, message: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type EndSessionMutationVariables = Exact<{
  input: Types.EndSessionInput;
  locale?: string | null | undefined;
}>;


export type EndSessionMutation = { endSession: { ended: number | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type EndSessionsMutationVariables = Exact<{
  input: Types.EndSessionsInput;
  locale?: string | null | undefined;
}>;


export type EndSessionsMutation = { endSessions: { ended: number | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreatePracticeOrganizationMutationVariables = Exact<{
  input: Types.CreatePracticeOrganizationInput;
  locale?: string | null | undefined;
}>;


export type CreatePracticeOrganizationMutation = { createPracticeOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartRunMutationVariables = Exact<{
  input: Types.StartRunInput;
  locale?: string | null | undefined;
}>;


export type StartRunMutation = { startRun: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type StartRunsMutationVariables = Exact<{
  input: Types.StartRunsInput;
  locale?: string | null | undefined;
}>;


export type StartRunsMutation = { startRuns: { started: Array<{ id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null }>, blocked: Array<{ code: Types.UserErrorCode, message: string, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } }>, startable: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }>, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ProvideKeyMutationVariables = Exact<{
  input: Types.ProvideKeyInput;
  locale?: string | null | undefined;
}>;


export type ProvideKeyMutation = { provideKey: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ProvideKeyPolicyMutationVariables = Exact<{
  input: Types.ProvideKeyPolicyInput;
  locale?: string | null | undefined;
}>;


export type ProvideKeyPolicyMutation = { provideKeyPolicy: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type VerifyMutationVariables = Exact<{
  input: Types.VerifyInput;
  locale?: string | null | undefined;
}>;


export type VerifyMutation = { verify: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AttestStepMutationVariables = Exact<{
  input: Types.AttestStepInput;
  locale?: string | null | undefined;
}>;


export type AttestStepMutation = { attestStep: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type OverrideCheckMutationVariables = Exact<{
  input: Types.OverrideCheckInput;
  locale?: string | null | undefined;
}>;


export type OverrideCheckMutation = { overrideCheck: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SubmitConfigurationMutationVariables = Exact<{
  input: Types.SubmitConfigurationInput;
  locale?: string | null | undefined;
}>;


export type SubmitConfigurationMutation = { submitConfiguration: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RecordTicketMutationVariables = Exact<{
  input: Types.RecordTicketInput;
  locale?: string | null | undefined;
}>;


export type RecordTicketMutation = { recordTicket: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConfirmCjaMutationVariables = Exact<{
  input: Types.ConfirmCjaInput;
  locale?: string | null | undefined;
}>;


export type ConfirmCjaMutation = { confirmCja: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RetryStepMutationVariables = Exact<{
  input: Types.RunStepInput;
  locale?: string | null | undefined;
}>;


export type RetryStepMutation = { retryStep: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelRunMutationVariables = Exact<{
  input: Types.CancelRunInput;
  locale?: string | null | undefined;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type PlanSetupMutationVariables = Exact<{
  input: Types.PlanSetupInput;
  locale?: string | null | undefined;
}>;


export type PlanSetupMutation = { planSetup: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ConfirmSetupMutationVariables = Exact<{
  input: Types.ConfirmSetupInput;
  locale?: string | null | undefined;
}>;


export type ConfirmSetupMutation = { confirmSetup: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelSetupMutationVariables = Exact<{
  input: Types.CancelSetupInput;
  locale?: string | null | undefined;
}>;


export type CancelSetupMutation = { cancelSetup: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreateApiTokenMutationVariables = Exact<{
  input: Types.CreateApiTokenInput;
  locale?: string | null | undefined;
}>;


export type CreateApiTokenMutation = { createApiToken: { token: string | null, apiToken: { id: string, name: string, prefix: string, role: Types.Role, scopes: Array<string>, unusableScopes: Array<string>, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, client: string | null, createdBy: string, createdAt: string, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: Types.RevokeApiTokenInput;
  locale?: string | null | undefined;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { apiToken: { id: string, name: string, prefix: string, role: Types.Role, scopes: Array<string>, unusableScopes: Array<string>, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, client: string | null, createdBy: string, createdAt: string, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SaveViewMutationVariables = Exact<{
  input: Types.SaveViewInput;
  locale?: string | null | undefined;
}>;


export type SaveViewMutation = { saveView: { view: { id: string, page: Types.SavedViewPage, name: string, search: unknown, shared: boolean, madeBy: string, own: boolean, default: boolean, mayChange: boolean, createdAt: string, updatedAt: string, changedBy: string | null, version: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateViewMutationVariables = Exact<{
  input: Types.UpdateViewInput;
  locale?: string | null | undefined;
}>;


export type UpdateViewMutation = { updateView: { view: { id: string, page: Types.SavedViewPage, name: string, search: unknown, shared: boolean, madeBy: string, own: boolean, default: boolean, mayChange: boolean, createdAt: string, updatedAt: string, changedBy: string | null, version: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DeleteViewMutationVariables = Exact<{
  input: Types.DeleteViewInput;
  locale?: string | null | undefined;
}>;


export type DeleteViewMutation = { deleteView: { deletedId: string | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SetDefaultViewMutationVariables = Exact<{
  input: Types.SetDefaultViewInput;
  locale?: string | null | undefined;
}>;


export type SetDefaultViewMutation = { setDefaultView: { view: { id: string, page: Types.SavedViewPage, name: string, search: unknown, shared: boolean, madeBy: string, own: boolean, default: boolean, mayChange: boolean, createdAt: string, updatedAt: string, changedBy: string | null, version: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CheckHealthMutationVariables = Exact<{
  input: Types.CheckHealthInput;
  locale?: string | null | undefined;
}>;


export type CheckHealthMutation = { checkHealth: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AcknowledgeAlertMutationVariables = Exact<{
  input: Types.AcknowledgeAlertInput;
  locale?: string | null | undefined;
}>;


export type AcknowledgeAlertMutation = { acknowledgeAlert: { alreadyAcknowledged: boolean, alert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AcceptDriftMutationVariables = Exact<{
  input: Types.AcceptDriftInput;
  locale?: string | null | undefined;
}>;


export type AcceptDriftMutation = { acceptDrift: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CreateWebhookMutationVariables = Exact<{
  input: Types.CreateWebhookInput;
  locale?: string | null | undefined;
}>;


export type CreateWebhookMutation = { createWebhook: { secret: string | null, webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type UpdateWebhookMutationVariables = Exact<{
  input: Types.UpdateWebhookInput;
  locale?: string | null | undefined;
}>;


export type UpdateWebhookMutation = { updateWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DeleteWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type TestWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type TestWebhookMutation = { testWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RedeliverMutationVariables = Exact<{
  input: Types.RedeliverInput;
  locale?: string | null | undefined;
}>;


export type RedeliverMutation = { redeliver: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, createdAt: string, createdBy: string, failingSince: string | null, pausedUntil: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AssignRunMutationVariables = Exact<{
  input: Types.AssignRunInput;
  locale?: string | null | undefined;
}>;


export type AssignRunMutation = { assignRun: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type AddCommentMutationVariables = Exact<{
  input: Types.AddCommentInput;
  locale?: string | null | undefined;
}>;


export type AddCommentMutation = { addComment: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type BulkJobChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type BulkJobChangedSubscription = { bulkJobChanged: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, cancelledBy: string | null, linksUntil: string | null, linksWorkUntil: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } };

export type DryRunChangedSubscriptionVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type DryRunChangedSubscription = { dryRunChanged: { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, expiresAt: string | null, cancelledBy: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ id: string, outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> } };

export type InboxChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InboxChangedSubscription = { inboxChanged: { unreadCount: number } };

export type RunChangedSubscriptionVariables = Exact<{
  runId: string;
  locale?: string | null | undefined;
}>;


export type RunChangedSubscription = { runChanged: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null, steps: Array<{ id: Types.StepId, track: Types.TrackId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, coolingOffUntil: string | null, externalStatus: string | null, title: string, sentence: string, nextLookAt: string | null, lookedAt: string | null, looking: boolean, failure: string | null }>, key: { identifier: string, resolvedIdentifier: string | null, vaultResourceId: string | null, providedAt: string } | null, approval: { status: Types.ApprovalStatus, requestedBy: string, requestedAt: string, evidenceHash: string, keyIdentifier: string, configurationName: string | null, tenantId: string, imsOrgId: string, host: string | null, decidedBy: string | null, decidedAt: string | null, comment: string | null, usableAt: string | null, usable: boolean, expiresAt: string | null, reason: string | null, withdrawnBy: string | null, withdrawnAt: string | null, voidedAt: string | null, mayNotDecide: Types.UserErrorCode | null, mayNotRefuse: Types.UserErrorCode | null, noApprover: Types.NoApprover | null } | null, preview: { method: string, host: string, path: string, evidenceHash: string } | null, submission: { status: string, name: string, body: string | null, bodySha256: string | null, sends: number, host: string, requestedBy: string, requestedAt: string, sentAt: string | null, externalId: string | null } | null, ticket: { caseNumber: string, openedAt: string, url: string | null, recordedBy: string, recordedAt: string } | null, irreversible: Array<{ rule: string, text: string }>, confirmation: { confirmedBy: string, confirmedAt: string, text: string, recordedBy: string } | null, kmsKey: { arn: string, keySpec: string | null, keyUsage: string | null, keyState: string | null, origin: string | null, multiRegion: boolean | null, keyManager: string | null, deletionDate: string | null, validTo: string | null } | null, keyPolicy: { template: string | null, templateProvidedAt: string | null, current: string | null, keepsAdmin: boolean | null, extraPrincipals: Array<string>, denyingSids: Array<string>, repeatedSids: Array<string>, merged: string | null } | null, setup: { status: Types.SetupStatus, sentence: string, subscriptionId: string, resourceGroup: string, vaultName: string, keyName: string, location: string, keyProtection: Types.KeyProtection, keySize: number, rotateEveryMonths: number | null, network: Types.SetupNetwork, workspaceId: string | null, lock: boolean, requestedBy: string, requestedAt: string, planHash: string | null, plannedAt: string | null, replanned: boolean, confirmable: boolean, confirmedBy: string | null, confirmedAt: string | null, endedAt: string | null } | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null }, task: { since: string, urgency: Types.TaskUrgency, position: string, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean }, action: { mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string } } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null } };

export type RunsChangedSubscriptionVariables = Exact<{
  filter?: Types.RunFilter | null | undefined;
  withRecent?: boolean | null | undefined;
  locale?: string | null | undefined;
}>;


export type RunsChangedSubscription = { runsChanged: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null, steps: Array<{ id: Types.StepId, track: Types.TrackId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, coolingOffUntil: string | null, externalStatus: string | null, title: string, sentence: string, nextLookAt: string | null, lookedAt: string | null, looking: boolean, failure: string | null }>, key: { identifier: string, resolvedIdentifier: string | null, vaultResourceId: string | null, providedAt: string } | null, approval: { status: Types.ApprovalStatus, requestedBy: string, requestedAt: string, evidenceHash: string, keyIdentifier: string, configurationName: string | null, tenantId: string, imsOrgId: string, host: string | null, decidedBy: string | null, decidedAt: string | null, comment: string | null, usableAt: string | null, usable: boolean, expiresAt: string | null, reason: string | null, withdrawnBy: string | null, withdrawnAt: string | null, voidedAt: string | null, mayNotDecide: Types.UserErrorCode | null, mayNotRefuse: Types.UserErrorCode | null, noApprover: Types.NoApprover | null } | null, preview: { method: string, host: string, path: string, evidenceHash: string } | null, submission: { status: string, name: string, body: string | null, bodySha256: string | null, sends: number, host: string, requestedBy: string, requestedAt: string, sentAt: string | null, externalId: string | null } | null, ticket: { caseNumber: string, openedAt: string, url: string | null, recordedBy: string, recordedAt: string } | null, irreversible: Array<{ rule: string, text: string }>, confirmation: { confirmedBy: string, confirmedAt: string, text: string, recordedBy: string } | null, kmsKey: { arn: string, keySpec: string | null, keyUsage: string | null, keyState: string | null, origin: string | null, multiRegion: boolean | null, keyManager: string | null, deletionDate: string | null, validTo: string | null } | null, keyPolicy: { template: string | null, templateProvidedAt: string | null, current: string | null, keepsAdmin: boolean | null, extraPrincipals: Array<string>, denyingSids: Array<string>, repeatedSids: Array<string>, merged: string | null } | null, setup: { status: Types.SetupStatus, sentence: string, subscriptionId: string, resourceGroup: string, vaultName: string, keyName: string, location: string, keyProtection: Types.KeyProtection, keySize: number, rotateEveryMonths: number | null, network: Types.SetupNetwork, workspaceId: string | null, lock: boolean, requestedBy: string, requestedAt: string, planHash: string | null, plannedAt: string | null, replanned: boolean, confirmable: boolean, confirmedBy: string | null, confirmedAt: string | null, endedAt: string | null } | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null }, task: { since: string, urgency: Types.TaskUrgency, position: string, run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean }, action: { mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string } } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null, grants: Array<{ role: Types.Role }>, holdings: { openRuns: number, apiTokens: number, handOffs: number, sharedViews: number } | null, sessions: Array<{ id: string, createdAt: string, lastUsedAt: string, expiresAt: string, idleSeconds: number, endsAt: string, userAgent: string | null, provider: string | null, current: boolean }> } | null } };

export type AlertsChangedSubscriptionVariables = Exact<{
  withRecent?: boolean | null | undefined;
  locale?: string | null | undefined;
}>;


export type AlertsChangedSubscription = { alertsChanged: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string> } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string } } } };

export type KeyHealthChangedSubscriptionVariables = Exact<{
  withRecent?: boolean | null | undefined;
  locale?: string | null | undefined;
}>;


export type KeyHealthChangedSubscription = { keyHealthChanged: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, version: number, startedAt: string, updatedAt: string, refusedTracks: Array<Types.TrackId>, nobodysTurnUntil: string | null, completedAt: string | null, sentence: string, platformHost: string | null, dueAt: string | null, overdue: boolean, mayAssign: boolean, mayComment: boolean, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null }, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, applicationId: string | null, consentUrl: string | null, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, noApprover: Types.NoApprover | null }>, progress: { done: number, total: number }, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, movesRun: boolean, reason: string | null, label: string }>, coolingOffs: Array<{ track: Types.TrackId, step: Types.StepId, until: string, remainingSeconds: number }>, delays: Array<{ track: Types.TrackId, steps: Array<Types.StepId>, until: string, remainingSeconds: number, sentence: string }>, anomalies: Array<{ at: string, track: Types.TrackId, step: Types.StepId, message: string }>, handOffs: Array<{ id: string, actor: Types.Actor, note: string | null, createdBy: string, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, uses: number }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string }, task: { since: string, urgency: Types.TaskUrgency, position: string } | null, owner: { id: string, name: string, email: string | null, joinedAt: string, lastSeenAt: string | null, removedAt: string | null } | null } | null, nextActions: Array<{ mutation: string, needsReason: boolean }>, settings: Array<{ field: string, editable: boolean, fixedBecause: string | null }>, adobeConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, azureConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, azureCredential: { kind: Types.AzureCredentialKind, clientId: string, expiresAt: string | null, issuer: string | null, subject: string | null, audience: string | null, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null } | null, azureFederation: { issuer: string, subject: string, audience: string }, permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }>, awsConnection: { kind: Types.ConnectionKind, state: Types.ConnectionState, checkedAt: string | null, nextCheckAt: string | null, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, tenantWarning: string | null, subscriptionId: string | null, scopes: Array<string>, replacement: { kind: Types.ConnectionKind, state: Types.ReplacementState, storedAt: string, checkedAt: string | null, nextCheckAt: string, code: string | null, message: string | null, cause: string | null, remedy: string | null, clientId: string, tenantId: string | null, subscriptionId: string | null, access: Types.AzureAccess | null, credentialKind: Types.AzureCredentialKind | null, expiresAt: string | null } | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, invitedApprovers: Array<{ id: string, email: string, status: Types.InvitationStatus, invitedBy: string, invitedAt: string, expiresAt: string, grants: Array<{ role: Types.Role }> }>, policy: { fourEyes: Types.FourEyes, coolingOffSeconds: number, approvalValidSeconds: number, neverAccept: Array<string>, own: boolean, version: string, warning: { code: Types.PolicyWarningCode, message: string } | null }, topAlert: { id: string, track: Types.TrackId | null, kind: Types.AlertKind, status: Types.AlertStatus, health: Types.Health | null, purgeClass: boolean, openedAt: string, resolvedAt: string | null, title: string, detail: string, runbook: Array<string>, acknowledgedBy: string | null, acknowledgedAt: string | null, source: unknown, eventCount: number, lastEventAt: string | null, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnected: boolean, azureConnected: Types.AzureAccess | null, noApprover: Types.NoApprover | null } } | null, keyHealth: { health: Types.Health, since: string, lookedAt: string | null, version: number, sentence: string, adobeWebhookUrl: string, tracks: Array<{ track: Types.TrackId, health: Types.Health, since: string, cause: string | null, expiresAt: string | null }> } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const NodeDocument = new TypedDocumentString(`
    query Node($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<NodeQuery, NodeQueryVariables>;
export const PendingApprovalsDocument = new TypedDocumentString(`
    query PendingApprovals($first: Int!, $after: String, $mayDecide: Boolean, $text: String, $orderBy: PendingApprovalOrder, $locale: String) {
  pendingApprovals(
    first: $first
    after: $after
    mayDecide: $mayDecide
    text: $text
    orderBy: $orderBy
  ) {
    nodes {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      track
      since
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PendingApprovalsQuery, PendingApprovalsQueryVariables>;
export const OrganizationsWithoutApproverDocument = new TypedDocumentString(`
    query OrganizationsWithoutApprover($fourEyes: FourEyes!, $organizationId: ID, $locale: String) {
  organizationsWithoutApprover(
    fourEyes: $fourEyes
    organizationId: $organizationId
  ) {
    totalCount
    nodes {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationsWithoutApproverQuery, OrganizationsWithoutApproverQueryVariables>;
export const ApprovalsVoidedByDocument = new TypedDocumentString(`
    query ApprovalsVoidedBy($fourEyes: FourEyes!, $coolingOffSeconds: Int!, $approvalValidSeconds: Int!, $neverAccept: [String!]!, $organizationId: ID, $locale: String) {
  approvalsVoidedBy(
    fourEyes: $fourEyes
    coolingOffSeconds: $coolingOffSeconds
    approvalValidSeconds: $approvalValidSeconds
    neverAccept: $neverAccept
    organizationId: $organizationId
  ) {
    totalCount
    nodes {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      track
      given
      reason
    }
    held {
      totalCount
      until
      nodes {
        track
        until
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApprovalsVoidedByQuery, ApprovalsVoidedByQueryVariables>;
export const BulkPreviewDocument = new TypedDocumentString(`
    query BulkPreview($action: BulkAction!, $organizationIds: [ID!], $filter: OrganizationFilter, $track: TrackId, $step: StepId, $ownerId: ID, $actor: Actor, $locale: String) {
  bulkPreview(
    action: $action
    organizationIds: $organizationIds
    filter: $filter
    track: $track
    step: $step
    ownerId: $ownerId
    actor: $actor
  ) {
    affected
    eligible {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    blocked {
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      code
      message(locale: $locale)
    }
    blockedCount
  }
}
    `) as unknown as TypedDocumentString<BulkPreviewQuery, BulkPreviewQueryVariables>;
export const BulkJobsDocument = new TypedDocumentString(`
    query BulkJobs($first: Int!, $after: String) {
  bulkJobs(first: $first, after: $after) {
    nodes {
      id
      action
      track
      step
      actor
      status
      total
      done
      refused
      skipped
      outcomes {
        outcome
        count
      }
      needsAttention
      startedBy
      startedAt
      endedAt
      cancelledBy
      linksUntil
      linksWorkUntil
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BulkJobsQuery, BulkJobsQueryVariables>;
export const InspectKeyIdentifierDocument = new TypedDocumentString(`
    query InspectKeyIdentifier($identifier: String!, $locale: String, $cloud: Cloud) {
  inspectKeyIdentifier(identifier: $identifier, locale: $locale, cloud: $cloud) {
    verdict
    rules
    problems
    cloud
    kind
    vault
    key
    version
    normalized
  }
}
    `) as unknown as TypedDocumentString<InspectKeyIdentifierQuery, InspectKeyIdentifierQueryVariables>;
export const CheckCatalogDocument = new TypedDocumentString(`
    query CheckCatalog($locale: String) {
  checkCatalog {
    acceptable
    id
    rules
    track
    step
    title(locale: $locale)
    overridable
  }
}
    `) as unknown as TypedDocumentString<CheckCatalogQuery, CheckCatalogQueryVariables>;
export const ExpiringCredentialsDocument = new TypedDocumentString(`
    query ExpiringCredentials($first: Int!, $after: String) {
  expiringCredentials(first: $first, after: $after) {
    nodes {
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      kind
      clientId
      credentialKind
      inUse
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ExpiringCredentialsQuery, ExpiringCredentialsQueryVariables>;
export const DryRunsDocument = new TypedDocumentString(`
    query DryRuns($first: Int!, $after: String, $locale: String) {
  dryRuns(first: $first, after: $after) {
    nodes {
      id
      status
      tracks
      total
      checked
      skipped
      outcomes {
        outcome
        count
      }
      causes {
        id
        outcome
        step
        kind
        code
        count
        message(locale: $locale)
      }
      startedBy
      startedAt
      endedAt
      expiresAt
      cancelledBy
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DryRunsQuery, DryRunsQueryVariables>;
export const PlannedKeysDocument = new TypedDocumentString(`
    query PlannedKeys($content: String!, $locale: String) {
  plannedKeys(content: $content) {
    keys {
      line
      organizationId
      organizationName
      track
      keyIdentifier
      vaultResourceId
    }
    rejected {
      line
      field
      message(locale: $locale)
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PlannedKeysQuery, PlannedKeysQueryVariables>;
export const EnvironmentDocument = new TypedDocumentString(`
    query Environment {
  environment {
    sandbox
    version
    signIn {
      name
      url
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentQuery, EnvironmentQueryVariables>;
export const HandedOffDocument = new TypedDocumentString(`
    query HandedOff($locale: String) {
  handedOff {
    partner
    organization
    actor
    note
    expiresAt
    steps {
      track
      id
      status
      title(locale: $locale)
      sentence(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        actor
        checkedAt
        title(locale: $locale)
        overridable
        neverAccepted
      }
      instructions(locale: $locale) {
        text
        remarks
      }
      looking
      lookedAt
      mayCheck
      mayAttest
    }
    done {
      track
      id
      status
      title(locale: $locale)
      sentence(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        actor
        checkedAt
        title(locale: $locale)
        overridable
        neverAccepted
      }
      instructions(locale: $locale) {
        text
        remarks
      }
      looking
      lookedAt
      mayCheck
      mayAttest
    }
    later {
      track
      id
      status
      title(locale: $locale)
      sentence(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        actor
        checkedAt
        title(locale: $locale)
        overridable
        neverAccepted
      }
      instructions(locale: $locale) {
        text
        remarks
      }
      looking
      lookedAt
      mayCheck
      mayAttest
    }
  }
}
    `) as unknown as TypedDocumentString<HandedOffQuery, HandedOffQueryVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($first: Int!, $after: String, $filter: HistoryFilter, $locale: String) {
  history(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      at
      actor(locale: $locale)
      principal
      kind
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      data
      hash
      previousHash
      summary(locale: $locale)
      fields(locale: $locale) {
        name
        label
        level
        format
        values
      }
      change {
        runCount
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const HistoryVerificationDocument = new TypedDocumentString(`
    query HistoryVerification($organizationId: ID) {
  historyVerification(organizationId: $organizationId) {
    ok
    entries
    brokenAt
    checkpoints {
      count
      lastAt
      lastEntries
      valid
      brokenAt
      problem
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryVerificationQuery, HistoryVerificationQueryVariables>;
export const ChatDocument = new TypedDocumentString(`
    query Chat {
  chat {
    kind
    host
    digest
    kinds
    timeZone
    quietHours {
      from
      until
    }
    language
    changedAt
    changedBy
    dueAt
    sentAt
    problem
    testRequestedAt
    testedAt
    testProblem
  }
}
    `) as unknown as TypedDocumentString<ChatQuery, ChatQueryVariables>;
export const OrganizationDocument = new TypedDocumentString(`
    query Organization($id: ID, $imsOrgId: String, $locale: String) {
  organization(id: $id, imsOrgId: $imsOrgId) {
    id
    name
    imsOrgId
    cloud
    region
    shield
    ownsCja
    azureTenantId
    currentRun {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    createdAt
    archivedAt
    nextActions {
      mutation
      needsReason
    }
    settings(locale: $locale) {
      field
      editable
      fixedBecause
    }
    adobeConnected
    azureConnected
    noApprover
    adobeConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    azureConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    azureCredential {
      kind
      clientId
      expiresAt
      issuer
      subject
      audience
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
    }
    azureFederation {
      issuer
      subject
      audience
    }
    permissions {
      permission
      scope
      step
      track
      state
    }
    azureRoles {
      name
      scope
      definition
    }
    awsConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    aws {
      roleArn
      externalId
      region
      trustPolicy
      permissionsPolicy
    }
    invitedApprovers {
      id
      email
      grants {
        role
      }
      status
      invitedBy
      invitedAt
      expiresAt
    }
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    topAlert {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      track
      kind
      status
      health
      purgeClass
      openedAt
      resolvedAt
      title(locale: $locale)
      detail(locale: $locale)
      runbook(locale: $locale)
      acknowledgedBy
      acknowledgedAt
      source
      eventCount
      lastEventAt
    }
    keyHealth {
      health
      since
      lookedAt
      version
      sentence(locale: $locale)
      tracks {
        track
        health
        since
        cause(locale: $locale)
        expiresAt
      }
      adobeWebhookUrl
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationQuery, OrganizationQueryVariables>;
export const OrganizationsDocument = new TypedDocumentString(`
    query Organizations($first: Int!, $after: String, $filter: OrganizationFilter, $orderBy: OrganizationOrder, $locale: String) {
  organizations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<OrganizationsQuery, OrganizationsQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($first: Int!, $after: String, $text: String, $organizationId: ID) {
  members(
    first: $first
    after: $after
    text: $text
    organizationId: $organizationId
  ) {
    nodes {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
    removedCount
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const LastOwnerDocument = new TypedDocumentString(`
    query LastOwner {
  lastOwner {
    id
    name
    email
    grants {
      role
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      rule {
        claim
        value
      }
    }
    joinedAt
    lastSeenAt
    removedAt
    holdings {
      openRuns
      apiTokens
      handOffs
      sharedViews
      runOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      handOffOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
    }
    sessions {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
  }
}
    `) as unknown as TypedDocumentString<LastOwnerQuery, LastOwnerQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($first: Int!, $after: String) {
  invitations(first: $first, after: $after) {
    nodes {
      id
      email
      grants {
        role
      }
      status
      invitedBy
      invitedAt
      expiresAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const SignInPolicyDocument = new TypedDocumentString(`
    query SignInPolicy {
  signInPolicy {
    rules {
      issuer
      claim
      value
      grant {
        role
      }
    }
    version
    providers {
      name
      issuer
    }
  }
}
    `) as unknown as TypedDocumentString<SignInPolicyQuery, SignInPolicyQueryVariables>;
export const PolicyDocument = new TypedDocumentString(`
    query Policy($locale: String) {
  policy {
    fourEyes
    coolingOffSeconds
    approvalValidSeconds
    neverAccept
    own
    warning {
      code
      message(locale: $locale)
    }
    version
  }
}
    `) as unknown as TypedDocumentString<PolicyQuery, PolicyQueryVariables>;
export const PortfolioDocument = new TypedDocumentString(`
    query Portfolio($locale: String) {
  portfolio {
    organizations
    runs
    byStatus {
      status
      count
    }
    byStep {
      track
      step
      status
      count
    }
    waitingOn {
      actor
      count
    }
    needsYou {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      action {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      since
      urgency
      position
    }
    taskGroups {
      mutation
      label(locale: $locale)
      count
      countCapped
      isProblem
      oldestSince
    }
    measuredRuns
    stepTimes {
      track
      step
      party
      count
      medianSeconds
      p90Seconds
      openCount
    }
    checkedSince
    byHealth {
      health
      count
    }
    openAlerts
  }
}
    `) as unknown as TypedDocumentString<PortfolioQuery, PortfolioQueryVariables>;
export const ProbeVaultDocument = new TypedDocumentString(`
    query ProbeVault($keyIdentifier: String!, $locale: String) {
  probeVault(keyIdentifier: $keyIdentifier) {
    cloud
    kind
    exists
    tenantId
    vaultUri
    addresses
    privateLink
    retryAfterSeconds
    sentence(locale: $locale)
  }
}
    `) as unknown as TypedDocumentString<ProbeVaultQuery, ProbeVaultQueryVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules($locale: String) {
  rules {
    id
    title(locale: $locale)
    proof
    sources
  }
}
    `) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!, $locale: String) {
  run(id: $id) {
    id
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    status
    waitingOn
    tracks {
      id
      status
      steps {
        id
        track
        status
        actor
        mode
        since
        coolingOffUntil
        externalStatus
        title(locale: $locale)
        sentence(locale: $locale)
        nextLookAt
        lookedAt
        looking
        failure(locale: $locale)
      }
      key {
        identifier
        resolvedIdentifier
        vaultResourceId
        providedAt
      }
      applicationId
      consentUrl
      onlyConfigurationName
      approval {
        status
        requestedBy(locale: $locale)
        requestedAt
        evidenceHash
        keyIdentifier
        configurationName
        tenantId
        imsOrgId
        host
        decidedBy(locale: $locale)
        decidedAt
        comment
        usableAt
        usable
        expiresAt
        reason(locale: $locale)
        withdrawnBy(locale: $locale)
        withdrawnAt
        voidedAt
        mayNotDecide
        mayNotRefuse
        noApprover
      }
      preview {
        method
        host
        path
        evidenceHash
      }
      submission {
        status
        name
        body
        bodySha256
        sends
        host
        requestedBy(locale: $locale)
        requestedAt
        sentAt
        externalId
      }
      ticket {
        caseNumber
        openedAt
        url
        recordedBy(locale: $locale)
        recordedAt
      }
      ticketText(locale: $locale)
      ticketReady
      irreversible(locale: $locale) {
        rule
        text
      }
      confirmation {
        confirmedBy
        confirmedAt
        text
        recordedBy(locale: $locale)
      }
      noApprover
      kmsKey {
        arn
        keySpec
        keyUsage
        keyState
        origin
        multiRegion
        keyManager
        deletionDate
        validTo
      }
      keyPolicy {
        template
        templateProvidedAt
        current
        keepsAdmin
        extraPrincipals
        denyingSids
        repeatedSids
        merged
      }
      setup {
        status
        sentence(locale: $locale)
        subscriptionId
        resourceGroup
        vaultName
        keyName
        location
        keyProtection
        keySize
        rotateEveryMonths
        network
        workspaceId
        lock
        requestedBy(locale: $locale)
        requestedAt
        planHash
        plannedAt
        replanned
        confirmable
        confirmedBy(locale: $locale)
        confirmedAt
        endedAt
      }
    }
    progress {
      done
      total
    }
    nextActions {
      mutation
      track
      step
      movesRun
      reason(locale: $locale)
      label(locale: $locale)
    }
    version
    startedAt
    updatedAt
    coolingOffs {
      track
      step
      until
      remainingSeconds
    }
    refusedTracks
    nobodysTurnUntil
    delays {
      track
      steps
      until
      remainingSeconds
      sentence(locale: $locale)
    }
    completedAt
    sentence(locale: $locale)
    anomalies {
      at
      track
      step
      message(locale: $locale)
    }
    platformHost
    handOffs {
      id
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      actor
      note
      createdBy
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      uses
    }
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    task {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      action {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      since
      urgency
      position
    }
    owner {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    dueAt
    overdue
    mayAssign
    mayComment
  }
}
    `) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($first: Int!, $after: String, $filter: RunFilter, $locale: String) {
  runs(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int, $locale: String) {
  search(text: $text, first: $first) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    matched
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens($first: Int!, $after: String) {
  apiTokens(first: $first, after: $after) {
    nodes {
      id
      name
      prefix
      role
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      scopes
      unusableScopes
      expiresAt
      lastUsedAt
      revokedAt
      client
      createdBy
      createdAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer($locale: String) {
  viewer {
    id
    name
    email
    role
    grants {
      role
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      rule {
        claim
        value
      }
    }
    organizations {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    scopes
    kind
    signInAgainUrl
    partner
    unreadCount
    notificationSettings {
      isAvailable
      address
      digest
      kinds
      timeZone
      quietHours {
        from
        until
      }
      language
      dueAt
      sentAt
      problem
    }
    sessions {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
    session {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles {
  roles {
    role
    scopes
  }
}
    `) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($page: SavedViewPage!) {
  savedViews(page: $page) {
    id
    page
    name
    search
    shared
    madeBy
    own
    default
    mayChange
    createdAt
    updatedAt
    changedBy
    version
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const AlertsDocument = new TypedDocumentString(`
    query Alerts($first: Int!, $after: String, $filter: AlertFilter, $locale: String) {
  alerts(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      track
      kind
      status
      health
      purgeClass
      openedAt
      resolvedAt
      title(locale: $locale)
      detail(locale: $locale)
      runbook(locale: $locale)
      acknowledgedBy
      acknowledgedAt
      source
      eventCount
      lastEventAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int!, $after: String) {
  webhooks(first: $first, after: $after) {
    nodes {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookEventsDocument = new TypedDocumentString(`
    query WebhookEvents($locale: String) {
  webhookEvents {
    type
    description(locale: $locale)
    example
  }
}
    `) as unknown as TypedDocumentString<WebhookEventsQuery, WebhookEventsQueryVariables>;
export const AssigneesDocument = new TypedDocumentString(`
    query Assignees($organizationId: ID, $text: String, $first: Int) {
  assignees(organizationId: $organizationId, text: $text, first: $first) {
    id
    name
    email
    grants {
      role
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      rule {
        claim
        value
      }
    }
    joinedAt
    lastSeenAt
    removedAt
    holdings {
      openRuns
      apiTokens
      handOffs
      sharedViews
      runOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      handOffOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
    }
    sessions {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
  }
}
    `) as unknown as TypedDocumentString<AssigneesQuery, AssigneesQueryVariables>;
export const ColleaguesDocument = new TypedDocumentString(`
    query Colleagues($organizationId: ID!, $text: String, $first: Int) {
  colleagues(organizationId: $organizationId, text: $text, first: $first) {
    id
    name
    email
    grants {
      role
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      rule {
        claim
        value
      }
    }
    joinedAt
    lastSeenAt
    removedAt
    holdings {
      openRuns
      apiTokens
      handOffs
      sharedViews
      runOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      handOffOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
    }
    sessions {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
  }
}
    `) as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const RunOwnersDocument = new TypedDocumentString(`
    query RunOwners($text: String, $first: Int) {
  runOwners(text: $text, first: $first) {
    id
    name
    email
    grants {
      role
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      rule {
        claim
        value
      }
    }
    joinedAt
    lastSeenAt
    removedAt
    holdings {
      openRuns
      apiTokens
      handOffs
      sharedViews
      runOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      handOffOrganizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
    }
    sessions {
      id
      createdAt
      lastUsedAt
      expiresAt
      idleSeconds
      endsAt
      userAgent
      provider
      current
    }
  }
}
    `) as unknown as TypedDocumentString<RunOwnersQuery, RunOwnersQueryVariables>;
export const RequestApprovalDocument = new TypedDocumentString(`
    mutation RequestApproval($input: RunTrackInput!, $locale: String) {
  requestApproval(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RequestApprovalMutation, RequestApprovalMutationVariables>;
export const ApproveDocument = new TypedDocumentString(`
    mutation Approve($input: ApproveInput!, $locale: String) {
  approve(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveMutation, ApproveMutationVariables>;
export const RefuseDocument = new TypedDocumentString(`
    mutation Refuse($input: RefuseInput!, $locale: String) {
  refuse(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RefuseMutation, RefuseMutationVariables>;
export const WithdrawApprovalDocument = new TypedDocumentString(`
    mutation WithdrawApproval($input: WithdrawApprovalInput!, $locale: String) {
  withdrawApproval(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawApprovalMutation, WithdrawApprovalMutationVariables>;
export const StartBulkDocument = new TypedDocumentString(`
    mutation StartBulk($input: StartBulkInput!, $locale: String) {
  startBulk(input: $input) {
    job {
      id
      action
      track
      step
      actor
      status
      total
      done
      refused
      skipped
      outcomes {
        outcome
        count
      }
      needsAttention
      startedBy
      startedAt
      endedAt
      cancelledBy
      linksUntil
      linksWorkUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartBulkMutation, StartBulkMutationVariables>;
export const CancelBulkDocument = new TypedDocumentString(`
    mutation CancelBulk($input: CancelBulkInput!, $locale: String) {
  cancelBulk(input: $input) {
    job {
      id
      action
      track
      step
      actor
      status
      total
      done
      refused
      skipped
      outcomes {
        outcome
        count
      }
      needsAttention
      startedBy
      startedAt
      endedAt
      cancelledBy
      linksUntil
      linksWorkUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CancelBulkMutation, CancelBulkMutationVariables>;
export const TryConnectionDocument = new TypedDocumentString(`
    mutation TryConnection($input: TryConnectionInput!, $locale: String) {
  tryConnection(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<TryConnectionMutation, TryConnectionMutationVariables>;
export const WithdrawReplacementDocument = new TypedDocumentString(`
    mutation WithdrawReplacement($input: WithdrawReplacementInput!, $locale: String) {
  withdrawReplacement(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawReplacementMutation, WithdrawReplacementMutationVariables>;
export const ConnectAdobeDocument = new TypedDocumentString(`
    mutation ConnectAdobe($input: ConnectAdobeInput!, $locale: String) {
  connectAdobe(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectAdobeMutation, ConnectAdobeMutationVariables>;
export const ConnectAzureDocument = new TypedDocumentString(`
    mutation ConnectAzure($input: ConnectAzureInput!, $locale: String) {
  connectAzure(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectAzureMutation, ConnectAzureMutationVariables>;
export const ConnectAwsDocument = new TypedDocumentString(`
    mutation ConnectAws($input: ConnectAwsInput!, $locale: String) {
  connectAws(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConnectAwsMutation, ConnectAwsMutationVariables>;
export const DisconnectAdobeDocument = new TypedDocumentString(`
    mutation DisconnectAdobe($input: OrganizationIdInput!, $locale: String) {
  disconnectAdobe(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DisconnectAdobeMutation, DisconnectAdobeMutationVariables>;
export const DisconnectAzureDocument = new TypedDocumentString(`
    mutation DisconnectAzure($input: OrganizationIdInput!, $locale: String) {
  disconnectAzure(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DisconnectAzureMutation, DisconnectAzureMutationVariables>;
export const DisconnectAwsDocument = new TypedDocumentString(`
    mutation DisconnectAws($input: OrganizationIdInput!, $locale: String) {
  disconnectAws(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DisconnectAwsMutation, DisconnectAwsMutationVariables>;
export const StartDryRunDocument = new TypedDocumentString(`
    mutation StartDryRun($input: StartDryRunInput!, $locale: String) {
  startDryRun(input: $input) {
    dryRun {
      id
      status
      tracks
      total
      checked
      skipped
      outcomes {
        outcome
        count
      }
      causes {
        id
        outcome
        step
        kind
        code
        count
        message(locale: $locale)
      }
      startedBy
      startedAt
      endedAt
      expiresAt
      cancelledBy
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartDryRunMutation, StartDryRunMutationVariables>;
export const CancelDryRunDocument = new TypedDocumentString(`
    mutation CancelDryRun($input: CancelDryRunInput!, $locale: String) {
  cancelDryRun(input: $input) {
    dryRun {
      id
      status
      tracks
      total
      checked
      skipped
      outcomes {
        outcome
        count
      }
      causes {
        id
        outcome
        step
        kind
        code
        count
        message(locale: $locale)
      }
      startedBy
      startedAt
      endedAt
      expiresAt
      cancelledBy
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CancelDryRunMutation, CancelDryRunMutationVariables>;
export const CreateHandOffDocument = new TypedDocumentString(`
    mutation CreateHandOff($input: CreateHandOffInput!, $locale: String) {
  createHandOff(input: $input) {
    handOff {
      id
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      actor
      note
      createdBy
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      uses
    }
    url
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateHandOffMutation, CreateHandOffMutationVariables>;
export const RevokeHandOffDocument = new TypedDocumentString(`
    mutation RevokeHandOff($input: RevokeHandOffInput!, $locale: String) {
  revokeHandOff(input: $input) {
    handOff {
      id
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      actor
      note
      createdBy
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      uses
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeHandOffMutation, RevokeHandOffMutationVariables>;
export const CheckHandedOffDocument = new TypedDocumentString(`
    mutation CheckHandedOff($input: CheckHandedOffInput!, $locale: String) {
  checkHandedOff(input: $input) {
    handedOff {
      partner
      organization
      actor
      note
      expiresAt
      steps {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
      done {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
      later {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CheckHandedOffMutation, CheckHandedOffMutationVariables>;
export const AttestHandedOffDocument = new TypedDocumentString(`
    mutation AttestHandedOff($input: AttestHandedOffInput!, $locale: String) {
  attestHandedOff(input: $input) {
    handedOff {
      partner
      organization
      actor
      note
      expiresAt
      steps {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
      done {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
      later {
        track
        id
        status
        title(locale: $locale)
        sentence(locale: $locale)
        looking
        lookedAt
        mayCheck
        mayAttest
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AttestHandedOffMutation, AttestHandedOffMutationVariables>;
export const CreateEventGridAddressDocument = new TypedDocumentString(`
    mutation CreateEventGridAddress($input: CreateEventGridAddressInput!, $locale: String) {
  createEventGridAddress(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    address
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEventGridAddressMutation, CreateEventGridAddressMutationVariables>;
export const SetChatDocument = new TypedDocumentString(`
    mutation SetChat($input: SetChatInput!, $locale: String) {
  setChat(input: $input) {
    chat {
      kind
      host
      digest
      kinds
      timeZone
      quietHours {
        from
        until
      }
      language
      changedAt
      changedBy
      dueAt
      sentAt
      problem
      testRequestedAt
      testedAt
      testProblem
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetChatMutation, SetChatMutationVariables>;
export const RemoveChatDocument = new TypedDocumentString(`
    mutation RemoveChat($input: ChatInput!, $locale: String) {
  removeChat(input: $input) {
    chat {
      kind
      host
      digest
      kinds
      timeZone
      quietHours {
        from
        until
      }
      language
      changedAt
      changedBy
      dueAt
      sentAt
      problem
      testRequestedAt
      testedAt
      testProblem
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveChatMutation, RemoveChatMutationVariables>;
export const TestChatDocument = new TypedDocumentString(`
    mutation TestChat($input: ChatInput!, $locale: String) {
  testChat(input: $input) {
    chat {
      kind
      host
      digest
      kinds
      timeZone
      quietHours {
        from
        until
      }
      language
      changedAt
      changedBy
      dueAt
      sentAt
      problem
      testRequestedAt
      testedAt
      testProblem
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<TestChatMutation, TestChatMutationVariables>;
export const MarkInboxReadDocument = new TypedDocumentString(`
    mutation MarkInboxRead($input: MarkInboxReadInput!, $locale: String) {
  markInboxRead(input: $input) {
    changed
    items {
      id
      kind
      title(locale: $locale)
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      runId
      alertId
      track
      step
      actor
      excerpt
      at
      createdAt
      readAt
    }
    viewer {
      id
      name
      email
      role
      grants {
        role
      }
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      scopes
      kind
      signInAgainUrl
      partner
      unreadCount
      notificationSettings {
        isAvailable
        address
        digest
        kinds
        timeZone
        language
        dueAt
        sentAt
        problem
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
      session {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MarkInboxReadMutation, MarkInboxReadMutationVariables>;
export const SetNotificationSettingsDocument = new TypedDocumentString(`
    mutation SetNotificationSettings($input: SetNotificationSettingsInput!, $locale: String) {
  setNotificationSettings(input: $input) {
    notificationSettings {
      isAvailable
      address
      digest
      kinds
      timeZone
      quietHours {
        from
        until
      }
      language
      dueAt
      sentAt
      problem
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetNotificationSettingsMutation, SetNotificationSettingsMutationVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!, $locale: String) {
  createOrganization(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const ImportOrganizationsDocument = new TypedDocumentString(`
    mutation ImportOrganizations($input: ImportOrganizationsInput!, $locale: String) {
  importOrganizations(input: $input) {
    created
    unchanged
    updated
    updates {
      line
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      changes {
        field
        from
        to
      }
    }
    rejected {
      line
      field
      message(locale: $locale)
    }
    keys {
      toProvide
      unchanged
      runsToStart
      refused {
        line
        field
        organizationName
        imsOrgId
        track
        keyIdentifier
        code
        message(locale: $locale)
      }
      warnings {
        line
        field
        organizationName
        imsOrgId
        track
        keyIdentifier
        message(locale: $locale)
      }
      job {
        id
        action
        track
        step
        actor
        status
        total
        done
        refused
        skipped
        needsAttention
        startedBy
        startedAt
        endedAt
        cancelledBy
        linksUntil
        linksWorkUntil
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ImportOrganizationsMutation, ImportOrganizationsMutationVariables>;
export const UpdateOrganizationDocument = new TypedDocumentString(`
    mutation UpdateOrganization($input: UpdateOrganizationInput!, $locale: String) {
  updateOrganization(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>;
export const ArchiveOrganizationDocument = new TypedDocumentString(`
    mutation ArchiveOrganization($input: ArchiveOrganizationInput!, $locale: String) {
  archiveOrganization(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveOrganizationMutation, ArchiveOrganizationMutationVariables>;
export const RestoreOrganizationDocument = new TypedDocumentString(`
    mutation RestoreOrganization($input: OrganizationIdInput!, $locale: String) {
  restoreOrganization(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreOrganizationMutation, RestoreOrganizationMutationVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!, $locale: String) {
  inviteMember(input: $input) {
    invitation {
      id
      email
      grants {
        role
      }
      status
      invitedBy
      invitedAt
      expiresAt
    }
    url
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: RevokeInvitationInput!, $locale: String) {
  revokeInvitation(input: $input) {
    invitation {
      id
      email
      grants {
        role
      }
      status
      invitedBy
      invitedAt
      expiresAt
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const ChangeGrantsDocument = new TypedDocumentString(`
    mutation ChangeGrants($input: ChangeGrantsInput!, $locale: String) {
  changeGrants(input: $input) {
    member {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeGrantsMutation, ChangeGrantsMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!, $locale: String) {
  removeMember(input: $input) {
    member {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const SetSignInPolicyDocument = new TypedDocumentString(`
    mutation SetSignInPolicy($input: SetSignInPolicyInput!, $locale: String) {
  setSignInPolicy(input: $input) {
    signInPolicy {
      rules {
        issuer
        claim
        value
      }
      version
      providers {
        name
        issuer
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetSignInPolicyMutation, SetSignInPolicyMutationVariables>;
export const SetPolicyDocument = new TypedDocumentString(`
    mutation SetPolicy($input: SetPolicyInput!, $locale: String) {
  setPolicy(input: $input) {
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    warning {
      code
      message(locale: $locale)
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetPolicyMutation, SetPolicyMutationVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!, $locale: String) {
  endSession(input: $input) {
    ended
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndSessionsDocument = new TypedDocumentString(`
    mutation EndSessions($input: EndSessionsInput!, $locale: String) {
  endSessions(input: $input) {
    ended
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<EndSessionsMutation, EndSessionsMutationVariables>;
export const CreatePracticeOrganizationDocument = new TypedDocumentString(`
    mutation CreatePracticeOrganization($input: CreatePracticeOrganizationInput!, $locale: String) {
  createPracticeOrganization(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePracticeOrganizationMutation, CreatePracticeOrganizationMutationVariables>;
export const StartRunDocument = new TypedDocumentString(`
    mutation StartRun($input: StartRunInput!, $locale: String) {
  startRun(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const StartRunsDocument = new TypedDocumentString(`
    mutation StartRuns($input: StartRunsInput!, $locale: String) {
  startRuns(input: $input) {
    started {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    blocked {
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      code
      message(locale: $locale)
    }
    startable {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartRunsMutation, StartRunsMutationVariables>;
export const ProvideKeyDocument = new TypedDocumentString(`
    mutation ProvideKey($input: ProvideKeyInput!, $locale: String) {
  provideKey(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ProvideKeyMutation, ProvideKeyMutationVariables>;
export const ProvideKeyPolicyDocument = new TypedDocumentString(`
    mutation ProvideKeyPolicy($input: ProvideKeyPolicyInput!, $locale: String) {
  provideKeyPolicy(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ProvideKeyPolicyMutation, ProvideKeyPolicyMutationVariables>;
export const VerifyDocument = new TypedDocumentString(`
    mutation Verify($input: VerifyInput!, $locale: String) {
  verify(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyMutation, VerifyMutationVariables>;
export const AttestStepDocument = new TypedDocumentString(`
    mutation AttestStep($input: AttestStepInput!, $locale: String) {
  attestStep(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AttestStepMutation, AttestStepMutationVariables>;
export const OverrideCheckDocument = new TypedDocumentString(`
    mutation OverrideCheck($input: OverrideCheckInput!, $locale: String) {
  overrideCheck(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<OverrideCheckMutation, OverrideCheckMutationVariables>;
export const SubmitConfigurationDocument = new TypedDocumentString(`
    mutation SubmitConfiguration($input: SubmitConfigurationInput!, $locale: String) {
  submitConfiguration(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitConfigurationMutation, SubmitConfigurationMutationVariables>;
export const RecordTicketDocument = new TypedDocumentString(`
    mutation RecordTicket($input: RecordTicketInput!, $locale: String) {
  recordTicket(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RecordTicketMutation, RecordTicketMutationVariables>;
export const ConfirmCjaDocument = new TypedDocumentString(`
    mutation ConfirmCja($input: ConfirmCjaInput!, $locale: String) {
  confirmCja(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmCjaMutation, ConfirmCjaMutationVariables>;
export const RetryStepDocument = new TypedDocumentString(`
    mutation RetryStep($input: RunStepInput!, $locale: String) {
  retryStep(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RetryStepMutation, RetryStepMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($input: CancelRunInput!, $locale: String) {
  cancelRun(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const PlanSetupDocument = new TypedDocumentString(`
    mutation PlanSetup($input: PlanSetupInput!, $locale: String) {
  planSetup(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PlanSetupMutation, PlanSetupMutationVariables>;
export const ConfirmSetupDocument = new TypedDocumentString(`
    mutation ConfirmSetup($input: ConfirmSetupInput!, $locale: String) {
  confirmSetup(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmSetupMutation, ConfirmSetupMutationVariables>;
export const CancelSetupDocument = new TypedDocumentString(`
    mutation CancelSetup($input: CancelSetupInput!, $locale: String) {
  cancelSetup(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CancelSetupMutation, CancelSetupMutationVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!, $locale: String) {
  createApiToken(input: $input) {
    token
    apiToken {
      id
      name
      prefix
      role
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      scopes
      unusableScopes
      expiresAt
      lastUsedAt
      revokedAt
      client
      createdBy
      createdAt
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!, $locale: String) {
  revokeApiToken(input: $input) {
    apiToken {
      id
      name
      prefix
      role
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      scopes
      unusableScopes
      expiresAt
      lastUsedAt
      revokedAt
      client
      createdBy
      createdAt
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SaveViewInput!, $locale: String) {
  saveView(input: $input) {
    view {
      id
      page
      name
      search
      shared
      madeBy
      own
      default
      mayChange
      createdAt
      updatedAt
      changedBy
      version
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const UpdateViewDocument = new TypedDocumentString(`
    mutation UpdateView($input: UpdateViewInput!, $locale: String) {
  updateView(input: $input) {
    view {
      id
      page
      name
      search
      shared
      madeBy
      own
      default
      mayChange
      createdAt
      updatedAt
      changedBy
      version
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateViewMutation, UpdateViewMutationVariables>;
export const DeleteViewDocument = new TypedDocumentString(`
    mutation DeleteView($input: DeleteViewInput!, $locale: String) {
  deleteView(input: $input) {
    deletedId
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const SetDefaultViewDocument = new TypedDocumentString(`
    mutation SetDefaultView($input: SetDefaultViewInput!, $locale: String) {
  setDefaultView(input: $input) {
    view {
      id
      page
      name
      search
      shared
      madeBy
      own
      default
      mayChange
      createdAt
      updatedAt
      changedBy
      version
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetDefaultViewMutation, SetDefaultViewMutationVariables>;
export const CheckHealthDocument = new TypedDocumentString(`
    mutation CheckHealth($input: CheckHealthInput!, $locale: String) {
  checkHealth(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CheckHealthMutation, CheckHealthMutationVariables>;
export const AcknowledgeAlertDocument = new TypedDocumentString(`
    mutation AcknowledgeAlert($input: AcknowledgeAlertInput!, $locale: String) {
  acknowledgeAlert(input: $input) {
    alert {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      track
      kind
      status
      health
      purgeClass
      openedAt
      resolvedAt
      title(locale: $locale)
      detail(locale: $locale)
      runbook(locale: $locale)
      acknowledgedBy
      acknowledgedAt
      source
      eventCount
      lastEventAt
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
    alreadyAcknowledged
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>;
export const AcceptDriftDocument = new TypedDocumentString(`
    mutation AcceptDrift($input: AcceptDriftInput!, $locale: String) {
  acceptDrift(input: $input) {
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptDriftMutation, AcceptDriftMutationVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: CreateWebhookInput!, $locale: String) {
  createWebhook(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    secret
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = new TypedDocumentString(`
    mutation UpdateWebhook($input: UpdateWebhookInput!, $locale: String) {
  updateWebhook(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const DeleteWebhookDocument = new TypedDocumentString(`
    mutation DeleteWebhook($input: WebhookIdInput!, $locale: String) {
  deleteWebhook(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($input: WebhookIdInput!, $locale: String) {
  rotateWebhookSecret(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    secret
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const TestWebhookDocument = new TypedDocumentString(`
    mutation TestWebhook($input: WebhookIdInput!, $locale: String) {
  testWebhook(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<TestWebhookMutation, TestWebhookMutationVariables>;
export const RedeliverDocument = new TypedDocumentString(`
    mutation Redeliver($input: RedeliverInput!, $locale: String) {
  redeliver(input: $input) {
    webhook {
      id
      url
      events
      organizations {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      enabled
      disabledReason
      createdAt
      createdBy
      failingSince
      pausedUntil
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RedeliverMutation, RedeliverMutationVariables>;
export const AssignRunDocument = new TypedDocumentString(`
    mutation AssignRun($input: AssignRunInput!, $locale: String) {
  assignRun(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AssignRunMutation, AssignRunMutationVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!, $locale: String) {
  addComment(input: $input) {
    run {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    userErrors {
      code
      message(locale: $locale)
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const BulkJobChangedDocument = new TypedDocumentString(`
    subscription BulkJobChanged($id: ID!) {
  bulkJobChanged(id: $id) {
    id
    action
    track
    step
    actor
    status
    total
    done
    refused
    skipped
    outcomes {
      outcome
      count
    }
    needsAttention
    startedBy
    startedAt
    endedAt
    cancelledBy
    linksUntil
    linksWorkUntil
  }
}
    `) as unknown as TypedDocumentString<BulkJobChangedSubscription, BulkJobChangedSubscriptionVariables>;
export const DryRunChangedDocument = new TypedDocumentString(`
    subscription DryRunChanged($id: ID!, $locale: String) {
  dryRunChanged(id: $id) {
    id
    status
    tracks
    total
    checked
    skipped
    outcomes {
      outcome
      count
    }
    causes {
      id
      outcome
      step
      kind
      code
      count
      message(locale: $locale)
    }
    startedBy
    startedAt
    endedAt
    expiresAt
    cancelledBy
  }
}
    `) as unknown as TypedDocumentString<DryRunChangedSubscription, DryRunChangedSubscriptionVariables>;
export const InboxChangedDocument = new TypedDocumentString(`
    subscription InboxChanged {
  inboxChanged {
    unreadCount
  }
}
    `) as unknown as TypedDocumentString<InboxChangedSubscription, InboxChangedSubscriptionVariables>;
export const RunChangedDocument = new TypedDocumentString(`
    subscription RunChanged($runId: ID!, $locale: String) {
  runChanged(runId: $runId) {
    id
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    status
    waitingOn
    tracks {
      id
      status
      steps {
        id
        track
        status
        actor
        mode
        since
        coolingOffUntil
        externalStatus
        title(locale: $locale)
        sentence(locale: $locale)
        nextLookAt
        lookedAt
        looking
        failure(locale: $locale)
      }
      key {
        identifier
        resolvedIdentifier
        vaultResourceId
        providedAt
      }
      applicationId
      consentUrl
      onlyConfigurationName
      approval {
        status
        requestedBy(locale: $locale)
        requestedAt
        evidenceHash
        keyIdentifier
        configurationName
        tenantId
        imsOrgId
        host
        decidedBy(locale: $locale)
        decidedAt
        comment
        usableAt
        usable
        expiresAt
        reason(locale: $locale)
        withdrawnBy(locale: $locale)
        withdrawnAt
        voidedAt
        mayNotDecide
        mayNotRefuse
        noApprover
      }
      preview {
        method
        host
        path
        evidenceHash
      }
      submission {
        status
        name
        body
        bodySha256
        sends
        host
        requestedBy(locale: $locale)
        requestedAt
        sentAt
        externalId
      }
      ticket {
        caseNumber
        openedAt
        url
        recordedBy(locale: $locale)
        recordedAt
      }
      ticketText(locale: $locale)
      ticketReady
      irreversible(locale: $locale) {
        rule
        text
      }
      confirmation {
        confirmedBy
        confirmedAt
        text
        recordedBy(locale: $locale)
      }
      noApprover
      kmsKey {
        arn
        keySpec
        keyUsage
        keyState
        origin
        multiRegion
        keyManager
        deletionDate
        validTo
      }
      keyPolicy {
        template
        templateProvidedAt
        current
        keepsAdmin
        extraPrincipals
        denyingSids
        repeatedSids
        merged
      }
      setup {
        status
        sentence(locale: $locale)
        subscriptionId
        resourceGroup
        vaultName
        keyName
        location
        keyProtection
        keySize
        rotateEveryMonths
        network
        workspaceId
        lock
        requestedBy(locale: $locale)
        requestedAt
        planHash
        plannedAt
        replanned
        confirmable
        confirmedBy(locale: $locale)
        confirmedAt
        endedAt
      }
    }
    progress {
      done
      total
    }
    nextActions {
      mutation
      track
      step
      movesRun
      reason(locale: $locale)
      label(locale: $locale)
    }
    version
    startedAt
    updatedAt
    coolingOffs {
      track
      step
      until
      remainingSeconds
    }
    refusedTracks
    nobodysTurnUntil
    delays {
      track
      steps
      until
      remainingSeconds
      sentence(locale: $locale)
    }
    completedAt
    sentence(locale: $locale)
    anomalies {
      at
      track
      step
      message(locale: $locale)
    }
    platformHost
    handOffs {
      id
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      actor
      note
      createdBy
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      uses
    }
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    task {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      action {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      since
      urgency
      position
    }
    owner {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    dueAt
    overdue
    mayAssign
    mayComment
  }
}
    `) as unknown as TypedDocumentString<RunChangedSubscription, RunChangedSubscriptionVariables>;
export const RunsChangedDocument = new TypedDocumentString(`
    subscription RunsChanged($filter: RunFilter, $withRecent: Boolean, $locale: String) {
  runsChanged(filter: $filter, withRecent: $withRecent) {
    id
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    status
    waitingOn
    tracks {
      id
      status
      steps {
        id
        track
        status
        actor
        mode
        since
        coolingOffUntil
        externalStatus
        title(locale: $locale)
        sentence(locale: $locale)
        nextLookAt
        lookedAt
        looking
        failure(locale: $locale)
      }
      key {
        identifier
        resolvedIdentifier
        vaultResourceId
        providedAt
      }
      applicationId
      consentUrl
      onlyConfigurationName
      approval {
        status
        requestedBy(locale: $locale)
        requestedAt
        evidenceHash
        keyIdentifier
        configurationName
        tenantId
        imsOrgId
        host
        decidedBy(locale: $locale)
        decidedAt
        comment
        usableAt
        usable
        expiresAt
        reason(locale: $locale)
        withdrawnBy(locale: $locale)
        withdrawnAt
        voidedAt
        mayNotDecide
        mayNotRefuse
        noApprover
      }
      preview {
        method
        host
        path
        evidenceHash
      }
      submission {
        status
        name
        body
        bodySha256
        sends
        host
        requestedBy(locale: $locale)
        requestedAt
        sentAt
        externalId
      }
      ticket {
        caseNumber
        openedAt
        url
        recordedBy(locale: $locale)
        recordedAt
      }
      ticketText(locale: $locale)
      ticketReady
      irreversible(locale: $locale) {
        rule
        text
      }
      confirmation {
        confirmedBy
        confirmedAt
        text
        recordedBy(locale: $locale)
      }
      noApprover
      kmsKey {
        arn
        keySpec
        keyUsage
        keyState
        origin
        multiRegion
        keyManager
        deletionDate
        validTo
      }
      keyPolicy {
        template
        templateProvidedAt
        current
        keepsAdmin
        extraPrincipals
        denyingSids
        repeatedSids
        merged
      }
      setup {
        status
        sentence(locale: $locale)
        subscriptionId
        resourceGroup
        vaultName
        keyName
        location
        keyProtection
        keySize
        rotateEveryMonths
        network
        workspaceId
        lock
        requestedBy(locale: $locale)
        requestedAt
        planHash
        plannedAt
        replanned
        confirmable
        confirmedBy(locale: $locale)
        confirmedAt
        endedAt
      }
    }
    progress {
      done
      total
    }
    nextActions {
      mutation
      track
      step
      movesRun
      reason(locale: $locale)
      label(locale: $locale)
    }
    version
    startedAt
    updatedAt
    coolingOffs {
      track
      step
      until
      remainingSeconds
    }
    refusedTracks
    nobodysTurnUntil
    delays {
      track
      steps
      until
      remainingSeconds
      sentence(locale: $locale)
    }
    completedAt
    sentence(locale: $locale)
    anomalies {
      at
      track
      step
      message(locale: $locale)
    }
    platformHost
    handOffs {
      id
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      actor
      note
      createdBy
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      uses
    }
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    task {
      run {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      action {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      since
      urgency
      position
    }
    owner {
      id
      name
      email
      grants {
        role
      }
      joinedAt
      lastSeenAt
      removedAt
      holdings {
        openRuns
        apiTokens
        handOffs
        sharedViews
      }
      sessions {
        id
        createdAt
        lastUsedAt
        expiresAt
        idleSeconds
        endsAt
        userAgent
        provider
        current
      }
    }
    dueAt
    overdue
    mayAssign
    mayComment
  }
}
    `) as unknown as TypedDocumentString<RunsChangedSubscription, RunsChangedSubscriptionVariables>;
export const AlertsChangedDocument = new TypedDocumentString(`
    subscription AlertsChanged($withRecent: Boolean, $locale: String) {
  alertsChanged(withRecent: $withRecent) {
    id
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      currentRun {
        id
        status
        waitingOn
        version
        startedAt
        updatedAt
        refusedTracks
        nobodysTurnUntil
        completedAt
        sentence(locale: $locale)
        platformHost
        dueAt
        overdue
        mayAssign
        mayComment
      }
      createdAt
      archivedAt
      nextActions {
        mutation
        needsReason
      }
      settings(locale: $locale) {
        field
        editable
        fixedBecause
      }
      adobeConnected
      azureConnected
      noApprover
      adobeConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      azureCredential {
        kind
        clientId
        expiresAt
        issuer
        subject
        audience
      }
      azureFederation {
        issuer
        subject
        audience
      }
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
      awsConnection {
        kind
        state
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        tenantWarning(locale: $locale)
        subscriptionId
        scopes
      }
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      invitedApprovers {
        id
        email
        status
        invitedBy
        invitedAt
        expiresAt
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      topAlert {
        id
        track
        kind
        status
        health
        purgeClass
        openedAt
        resolvedAt
        title(locale: $locale)
        detail(locale: $locale)
        runbook(locale: $locale)
        acknowledgedBy
        acknowledgedAt
        source
        eventCount
        lastEventAt
      }
      keyHealth {
        health
        since
        lookedAt
        version
        sentence(locale: $locale)
        adobeWebhookUrl
      }
    }
    track
    kind
    status
    health
    purgeClass
    openedAt
    resolvedAt
    title(locale: $locale)
    detail(locale: $locale)
    runbook(locale: $locale)
    acknowledgedBy
    acknowledgedAt
    source
    eventCount
    lastEventAt
  }
}
    `) as unknown as TypedDocumentString<AlertsChangedSubscription, AlertsChangedSubscriptionVariables>;
export const KeyHealthChangedDocument = new TypedDocumentString(`
    subscription KeyHealthChanged($withRecent: Boolean, $locale: String) {
  keyHealthChanged(withRecent: $withRecent) {
    id
    name
    imsOrgId
    cloud
    region
    shield
    ownsCja
    azureTenantId
    currentRun {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      status
      waitingOn
      tracks {
        id
        status
        applicationId
        consentUrl
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        noApprover
      }
      progress {
        done
        total
      }
      nextActions {
        mutation
        track
        step
        movesRun
        reason(locale: $locale)
        label(locale: $locale)
      }
      version
      startedAt
      updatedAt
      coolingOffs {
        track
        step
        until
        remainingSeconds
      }
      refusedTracks
      nobodysTurnUntil
      delays {
        track
        steps
        until
        remainingSeconds
        sentence(locale: $locale)
      }
      completedAt
      sentence(locale: $locale)
      anomalies {
        at
        track
        step
        message(locale: $locale)
      }
      platformHost
      handOffs {
        id
        actor
        note
        createdBy
        createdAt
        expiresAt
        revokedAt
        lastUsedAt
        uses
      }
      policy {
        fourEyes
        coolingOffSeconds
        approvalValidSeconds
        neverAccept
        own
        version
      }
      task {
        since
        urgency
        position
      }
      owner {
        id
        name
        email
        joinedAt
        lastSeenAt
        removedAt
      }
      dueAt
      overdue
      mayAssign
      mayComment
    }
    createdAt
    archivedAt
    nextActions {
      mutation
      needsReason
    }
    settings(locale: $locale) {
      field
      editable
      fixedBecause
    }
    adobeConnected
    azureConnected
    noApprover
    adobeConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    azureConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    azureCredential {
      kind
      clientId
      expiresAt
      issuer
      subject
      audience
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
    }
    azureFederation {
      issuer
      subject
      audience
    }
    permissions {
      permission
      scope
      step
      track
      state
    }
    azureRoles {
      name
      scope
      definition
    }
    awsConnection {
      kind
      state
      checkedAt
      nextCheckAt
      code
      message
      cause(locale: $locale)
      remedy(locale: $locale)
      clientId
      tenantId
      tenantWarning(locale: $locale)
      subscriptionId
      scopes
      replacement {
        kind
        state
        storedAt
        checkedAt
        nextCheckAt
        code
        message
        cause(locale: $locale)
        remedy(locale: $locale)
        clientId
        tenantId
        subscriptionId
        access
        credentialKind
        expiresAt
      }
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
    aws {
      roleArn
      externalId
      region
      trustPolicy
      permissionsPolicy
    }
    invitedApprovers {
      id
      email
      grants {
        role
      }
      status
      invitedBy
      invitedAt
      expiresAt
    }
    policy {
      fourEyes
      coolingOffSeconds
      approvalValidSeconds
      neverAccept
      own
      warning {
        code
        message(locale: $locale)
      }
      version
    }
    topAlert {
      id
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
        createdAt
        archivedAt
        adobeConnected
        azureConnected
        noApprover
      }
      track
      kind
      status
      health
      purgeClass
      openedAt
      resolvedAt
      title(locale: $locale)
      detail(locale: $locale)
      runbook(locale: $locale)
      acknowledgedBy
      acknowledgedAt
      source
      eventCount
      lastEventAt
    }
    keyHealth {
      health
      since
      lookedAt
      version
      sentence(locale: $locale)
      tracks {
        track
        health
        since
        cause(locale: $locale)
        expiresAt
      }
      adobeWebhookUrl
    }
  }
}
    `) as unknown as TypedDocumentString<KeyHealthChangedSubscription, KeyHealthChangedSubscriptionVariables>;