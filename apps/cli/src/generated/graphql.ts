/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '@keyway/client';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AuditOrganizationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AuditOrganizationsQuery = { organizations: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditEndFragment = { nodes: Array<{ hash: string, at: string }> };

export type AuditEndsQueryVariables = Exact<{
  a?: string | null | undefined;
  b?: string | null | undefined;
  c?: string | null | undefined;
  d?: string | null | undefined;
  e?: string | null | undefined;
  f?: string | null | undefined;
  g?: string | null | undefined;
  h?: string | null | undefined;
}>;


export type AuditEndsQuery = { a: { nodes: Array<{ hash: string, at: string }> }, b: { nodes: Array<{ hash: string, at: string }> }, c: { nodes: Array<{ hash: string, at: string }> }, d: { nodes: Array<{ hash: string, at: string }> }, e: { nodes: Array<{ hash: string, at: string }> }, f: { nodes: Array<{ hash: string, at: string }> }, g: { nodes: Array<{ hash: string, at: string }> }, h: { nodes: Array<{ hash: string, at: string }> } };

export type RefusalFieldsFragment = { code: Types.UserErrorCode, message: string, field: Array<string> | null };

export type DecidedRunQueryVariables = Exact<{
  id: string;
  configurationName?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type DecidedRunQuery = { run: { id: string, organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud }, tracks: Array<{ id: Types.TrackId, onlyConfigurationName: string | null, ticketText: string | null, ticketReady: boolean, irreversible: Array<{ rule: string, text: string }>, approval: { status: Types.ApprovalStatus, requestedBy: string, requestedAt: string, decidedBy: string | null, decidedAt: string | null, evidenceHash: string, keyIdentifier: string, configurationName: string | null, tenantId: string, imsOrgId: string, host: string | null, usableAt: string | null, expiresAt: string | null, mayNotDecide: Types.UserErrorCode | null, configurationNameCheck: { verdict: Types.Verdict, title: string, observed: string | null, cause: string | null } | null, refusedBefore: { by: string, at: string, reason: string, factsChanged: boolean } | null } | null, preview: { method: string, host: string, path: string, body: string } | null, steps: Array<{ id: Types.StepId, checks: Array<{ id: string, title: string, verdict: Types.Verdict, observed: string | null, override: { reason: string, by: string } | null }>, attestation: { statement: string, by: string } | null, lastBlocked: { at: string, checks: Array<{ id: string, title: string, observed: string | null }> } | null }> }> } | null };

export type ConfigurationNameCheckQueryVariables = Exact<{
  id: string;
  configurationName: string;
  locale?: string | null | undefined;
}>;


export type ConfigurationNameCheckQuery = { run: { tracks: Array<{ id: Types.TrackId, configurationNameCheck: { verdict: Types.Verdict, neverAccepted: boolean, title: string, observed: string | null, cause: string | null } | null }> } | null };

export type PendingApprovalsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  mayDecide?: boolean | null | undefined;
  locale?: string | null | undefined;
}>;


export type PendingApprovalsQuery = { pendingApprovals: { nodes: Array<{ track: Types.TrackId, since: string, run: { id: string, organization: { id: string, name: string, imsOrgId: string }, tracks: Array<{ id: Types.TrackId, approval: { requestedBy: string, keyIdentifier: string, configurationName: string | null, evidenceHash: string } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BulkJobFieldsFragment = { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> };

export type PreviewBulkQueryVariables = Exact<{
  action: Types.BulkAction;
  organizationIds?: Array<string> | string | null | undefined;
  filter?: Types.OrganizationFilter | null | undefined;
  track?: Types.TrackId | null | undefined;
  step?: Types.StepId | null | undefined;
  ownerId?: string | null | undefined;
  actor?: Types.Actor | null | undefined;
  locale?: string | null | undefined;
}>;


export type PreviewBulkQuery = { bulkPreview: { affected: number, blockedCount: number, eligible: Array<{ id: string, name: string, imsOrgId: string }>, blocked: Array<{ code: Types.UserErrorCode, message: string, organization: { id: string, name: string, imsOrgId: string } }> } };

export type CliStartBulkMutationVariables = Exact<{
  input: Types.StartBulkInput;
  locale?: string | null | undefined;
}>;


export type CliStartBulkMutation = { startBulk: { job: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliCancelBulkMutationVariables = Exact<{
  input: Types.CancelBulkInput;
  locale?: string | null | undefined;
}>;


export type CliCancelBulkMutation = { cancelBulk: { job: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliBulkJobChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CliBulkJobChangedSubscription = { bulkJobChanged: { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> } };

export type CliBulkJobsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CliBulkJobsQuery = { bulkJobs: { nodes: Array<{ id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CliBulkItemsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type CliBulkItemsQuery = { node:
    | { id: string, action: Types.BulkAction, track: Types.TrackId | null, step: Types.StepId | null, actor: Types.Actor | null, status: Types.BulkStatus, total: number, done: number, refused: number, skipped: number, needsAttention: number, startedBy: string, startedAt: string, endedAt: string | null, items: { nodes: Array<{ status: Types.BulkItemStatus, code: Types.UserErrorCode | null, message: string | null, outcome: Types.BulkOutcome | null, outcomeMessage: string | null, organization: { id: string, name: string, imsOrgId: string }, run: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, outcomes: Array<{ outcome: Types.BulkOutcome, count: number }> }
    | Record<PropertyKey, never>
   | null };

export type CliConnectAwsMutationVariables = Exact<{
  input: Types.ConnectAwsInput;
  locale?: string | null | undefined;
}>;


export type CliConnectAwsMutation = { connectAws: { organization: { id: string, name: string, imsOrgId: string, aws: { roleArn: string, externalId: string, region: string, trustPolicy: string, permissionsPolicy: string } | null, awsConnection: { state: Types.ConnectionState } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliConnectAdobeMutationVariables = Exact<{
  input: Types.ConnectAdobeInput;
  locale?: string | null | undefined;
}>;


export type CliConnectAdobeMutation = { connectAdobe: { organization: { id: string, name: string, imsOrgId: string, adobeConnection: { state: Types.ConnectionState } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliConnectAzureMutationVariables = Exact<{
  input: Types.ConnectAzureInput;
  locale?: string | null | undefined;
}>;


export type CliConnectAzureMutation = { connectAzure: { organization: { id: string, name: string, imsOrgId: string, azureConnection: { state: Types.ConnectionState, replacement: { state: Types.ReplacementState } | null } | null, azureFederation: { issuer: string, subject: string, audience: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type SelectedOrganizationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.OrganizationFilter | null | undefined;
}>;


export type SelectedOrganizationsQuery = { organizations: { nodes: Array<{ id: string, name: string, imsOrgId: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TailHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.HistoryFilter | null | undefined;
  locale?: string | null | undefined;
}>;


export type TailHistoryQuery = { history: { nodes: Array<{ id: string, at: string, kind: string, actor: string, principal: string | null, summary: string, data: unknown, hash: string, previousHash: string, organization: { id: string, name: string, imsOrgId: string } | null, run: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type VerifiedHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.HistoryFilter | null | undefined;
}>;


export type VerifiedHistoryQuery = { history: { nodes: Array<{ id: string, at: string, kind: string, actor: string, principal: string | null, data: unknown, hash: string, previousHash: string, organization: { id: string } | null, run: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportOrganizationsCliMutationVariables = Exact<{
  input: Types.ImportOrganizationsInput;
  locale?: string | null | undefined;
}>;


export type ImportOrganizationsCliMutation = { importOrganizations: { created: number, unchanged: number, updated: number, updates: Array<{ line: number, organization: { id: string, name: string, imsOrgId: string }, changes: Array<{ field: string, from: string | null, to: string | null }> }>, rejected: Array<{ line: number, field: string | null, message: string }>, keys: { toProvide: number, unchanged: number, runsToStart: number, refused: Array<{ line: number, field: string, organizationName: string, imsOrgId: string, track: Types.TrackId, keyIdentifier: string, code: Types.UserErrorCode, message: string }>, warnings: Array<{ line: number, field: string, organizationName: string, imsOrgId: string, track: Types.TrackId, keyIdentifier: string, message: string }>, job: { id: string } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type InspectKeyQueryVariables = Exact<{
  identifier: string;
  locale?: string | null | undefined;
}>;


export type InspectKeyQuery = { inspectKeyIdentifier: { verdict: Types.Verdict, rules: Array<string>, problems: Array<string>, cloud: string | null, kind: string | null, vault: string | null, key: string | null, version: string | null, normalized: string | null } };

export type InspectedKeyFragment = { verdict: Types.Verdict, rules: Array<string>, problems: Array<string>, cloud: string | null, kind: string | null, vault: string | null, key: string | null, version: string | null, normalized: string | null };

export type InspectKeyArnQueryVariables = Exact<{
  identifier: string;
  locale?: string | null | undefined;
}>;


export type InspectKeyArnQuery = { inspectKeyIdentifier: { verdict: Types.Verdict, rules: Array<string>, problems: Array<string>, cloud: string | null, kind: string | null, vault: string | null, key: string | null, version: string | null, normalized: string | null } };

export type ListOrganizationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.OrganizationFilter | null | undefined;
}>;


export type ListOrganizationsQuery = { organizations: { nodes: Array<{ id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, archivedAt: string | null, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, progress: { done: number, total: number } } | null, keyHealth: { health: Types.Health } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ShowOrganizationQueryVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type ShowOrganizationQuery = { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null, createdAt: string, archivedAt: string | null, adobeConnection: { state: Types.ConnectionState, checkedAt: string | null, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null, replacement: { state: Types.ReplacementState, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null } | null, azureConnection: { state: Types.ConnectionState, checkedAt: string | null, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null, replacement: { state: Types.ReplacementState, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null } | null, keyHealth: { health: Types.Health, since: string, sentence: string }, currentRun: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, progress: { done: number, total: number } } | null } | null };

export type ShownConnectionFragment = { state: Types.ConnectionState, checkedAt: string | null, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null, replacement: { state: Types.ReplacementState, cause: string | null, remedy: string | null, expiry: { expiresAt: string, state: Types.CredentialExpiryState, daysLeft: number } | null } | null };

export type AddOrganizationMutationVariables = Exact<{
  input: Types.CreateOrganizationInput;
  locale?: string | null | undefined;
}>;


export type AddOrganizationMutation = { createOrganization: { organization: { id: string, name: string, imsOrgId: string, cloud: Types.Cloud, region: Types.Region, shield: Types.Shield, ownsCja: boolean, azureTenantId: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ShowPermissionsQueryVariables = Exact<{
  id: string;
}>;


export type ShowPermissionsQuery = { organization: { permissions: Array<{ permission: string, scope: string, step: Types.StepId, track: Types.TrackId | null, state: Types.PermissionState }>, azureRoles: Array<{ name: string, scope: string, definition: string }> } | null };

export type PlannedKeysQueryVariables = Exact<{
  content: string;
  locale?: string | null | undefined;
}>;


export type PlannedKeysQuery = { plannedKeys: { keys: Array<{ organizationId: string, track: Types.TrackId, keyIdentifier: string, vaultResourceId: string | null }>, rejected: Array<{ line: number, field: string | null, message: string }>, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type ProbeVaultQueryVariables = Exact<{
  identifier: string;
  locale?: string | null | undefined;
}>;


export type ProbeVaultQuery = { probeVault: { cloud: string | null, kind: string | null, exists: Types.Verdict, tenantId: string | null, vaultUri: string | null, addresses: Array<string>, privateLink: boolean | null, sentence: string } };

export type DryRunFieldsFragment = { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> };

export type StartDryRunMutationVariables = Exact<{
  input: Types.StartDryRunInput;
  locale?: string | null | undefined;
}>;


export type StartDryRunMutation = { startDryRun: { dryRun: { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CancelDryRunMutationVariables = Exact<{
  input: Types.CancelDryRunInput;
  locale?: string | null | undefined;
}>;


export type CancelDryRunMutation = { cancelDryRun: { dryRun: { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type DryRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type DryRunsQuery = { dryRuns: { nodes: Array<{ id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DryRunResultsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  locale?: string | null | undefined;
}>;


export type DryRunResultsQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, status: Types.DryRunStatus, tracks: Array<Types.TrackId>, total: number, checked: number, skipped: number, startedBy: string, startedAt: string, endedAt: string | null, organizations: { totalCount: number, nodes: Array<{ outcome: Types.ReadinessOutcome | null, skipped: boolean, checkedAt: string | null, message: string | null, organization: { id: string, name: string, imsOrgId: string }, tracks: Array<{ id: Types.TrackId, outcome: Types.ReadinessOutcome, keyIdentifier: string | null, steps: Array<{ id: Types.StepId, outcome: Types.ReadinessOutcome | null, actor: Types.Actor | null, message: string | null }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, outcomes: Array<{ outcome: Types.ReadinessOutcome, count: number }>, causes: Array<{ outcome: Types.ReadinessOutcome, step: Types.StepId | null, kind: Types.ReadinessCauseKind, code: string, count: number, message: string }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type DryRunChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type DryRunChangedSubscription = { dryRunChanged: { id: string, status: Types.DryRunStatus, total: number, checked: number, skipped: number } };

export type RunFieldsFragment = { id: string, version: number, status: Types.RunStatus, waitingOn: Array<Types.Actor>, startedAt: string, updatedAt: string, completedAt: string | null, dueAt: string | null, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number }, owner: { id: string, name: string } | null, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, label: string }>, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, key: { identifier: string } | null, steps: Array<{ id: Types.StepId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, looking: boolean, externalStatus: string | null, title: string, sentence: string, failure: string | null, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, override: { reason: string } | null }> }> }> };

export type ShowRunQueryVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type ShowRunQuery = { run: { id: string, version: number, status: Types.RunStatus, waitingOn: Array<Types.Actor>, startedAt: string, updatedAt: string, completedAt: string | null, dueAt: string | null, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number }, owner: { id: string, name: string } | null, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, label: string }>, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, key: { identifier: string } | null, steps: Array<{ id: Types.StepId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, looking: boolean, externalStatus: string | null, title: string, sentence: string, failure: string | null, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, override: { reason: string } | null }> }> }> } | null };

export type WatchRunSubscriptionVariables = Exact<{
  runId: string;
  locale?: string | null | undefined;
}>;


export type WatchRunSubscription = { runChanged: { id: string, version: number, status: Types.RunStatus, waitingOn: Array<Types.Actor>, startedAt: string, updatedAt: string, completedAt: string | null, dueAt: string | null, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number }, owner: { id: string, name: string } | null, nextActions: Array<{ mutation: string, track: Types.TrackId | null, step: Types.StepId | null, label: string }>, tracks: Array<{ id: Types.TrackId, status: Types.StepStatus, key: { identifier: string } | null, steps: Array<{ id: Types.StepId, status: Types.StepStatus, actor: Types.Actor, mode: Types.StepMode | null, since: string, looking: boolean, externalStatus: string | null, title: string, sentence: string, failure: string | null, checks: Array<{ id: string, rules: Array<string>, verdict: Types.Verdict, observed: string | null, expected: string, cause: string | null, remedy: string | null, override: { reason: string } | null }> }> }> } };

export type ListRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: Types.RunFilter | null | undefined;
  locale?: string | null | undefined;
}>;


export type ListRunsQuery = { runs: { nodes: Array<{ id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, startedAt: string, updatedAt: string, completedAt: string | null, dueAt: string | null, overdue: boolean, sentence: string, organization: { id: string, name: string, imsOrgId: string }, owner: { id: string, name: string } | null, progress: { done: number, total: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CliStartRunMutationVariables = Exact<{
  input: Types.StartRunInput;
  locale?: string | null | undefined;
}>;


export type CliStartRunMutation = { startRun: { run: { id: string, status: Types.RunStatus, organization: { id: string, name: string, imsOrgId: string } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliCancelRunMutationVariables = Exact<{
  input: Types.CancelRunInput;
  locale?: string | null | undefined;
}>;


export type CliCancelRunMutation = { cancelRun: { run: { id: string, status: Types.RunStatus } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type RunResultFragment = { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } };

export type CliVerifyMutationVariables = Exact<{
  input: Types.VerifyInput;
  locale?: string | null | undefined;
}>;


export type CliVerifyMutation = { verify: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliAttestMutationVariables = Exact<{
  input: Types.AttestStepInput;
  locale?: string | null | undefined;
}>;


export type CliAttestMutation = { attestStep: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliOverrideMutationVariables = Exact<{
  input: Types.OverrideCheckInput;
  locale?: string | null | undefined;
}>;


export type CliOverrideMutation = { overrideCheck: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRetryMutationVariables = Exact<{
  input: Types.RunStepInput;
  locale?: string | null | undefined;
}>;


export type CliRetryMutation = { retryStep: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliProvideKeyMutationVariables = Exact<{
  input: Types.ProvideKeyInput;
  locale?: string | null | undefined;
}>;


export type CliProvideKeyMutation = { provideKey: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliProvideKeyPolicyMutationVariables = Exact<{
  input: Types.ProvideKeyPolicyInput;
  locale?: string | null | undefined;
}>;


export type CliProvideKeyPolicyMutation = { provideKeyPolicy: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRequestApprovalMutationVariables = Exact<{
  input: Types.RunTrackInput;
  locale?: string | null | undefined;
}>;


export type CliRequestApprovalMutation = { requestApproval: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliApproveMutationVariables = Exact<{
  input: Types.ApproveInput;
  locale?: string | null | undefined;
}>;


export type CliApproveMutation = { approve: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRefuseMutationVariables = Exact<{
  input: Types.RefuseInput;
  locale?: string | null | undefined;
}>;


export type CliRefuseMutation = { refuse: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliWithdrawMutationVariables = Exact<{
  input: Types.WithdrawApprovalInput;
  locale?: string | null | undefined;
}>;


export type CliWithdrawMutation = { withdrawApproval: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliSubmitMutationVariables = Exact<{
  input: Types.SubmitConfigurationInput;
  locale?: string | null | undefined;
}>;


export type CliSubmitMutation = { submitConfiguration: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRecordTicketMutationVariables = Exact<{
  input: Types.RecordTicketInput;
  locale?: string | null | undefined;
}>;


export type CliRecordTicketMutation = { recordTicket: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliConfirmMutationVariables = Exact<{
  input: Types.ConfirmCjaInput;
  locale?: string | null | undefined;
}>;


export type CliConfirmMutation = { confirmCja: { run: { id: string, status: Types.RunStatus, waitingOn: Array<Types.Actor>, sentence: string, organization: { id: string, name: string, imsOrgId: string }, progress: { done: number, total: number } } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type StepInstructionsQueryVariables = Exact<{
  id: string;
  locale?: string | null | undefined;
}>;


export type StepInstructionsQuery = { run: { tracks: Array<{ id: Types.TrackId, steps: Array<{ id: Types.StepId, status: Types.StepStatus, instructions: { text: string, remarks: Array<string>, values: Array<{ label: string, value: string }>, scripts: Array<{ tool: Types.ScriptTool, text: string }> } | null }> }> } | null };

export type ListTokensQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ListTokensQuery = { apiTokens: { nodes: Array<{ id: string, name: string, prefix: string, role: Types.Role, scopes: Array<string>, createdBy: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CliCreateTokenMutationVariables = Exact<{
  input: Types.CreateApiTokenInput;
  locale?: string | null | undefined;
}>;


export type CliCreateTokenMutation = { createApiToken: { token: string | null, apiToken: { id: string, name: string, prefix: string, role: Types.Role, scopes: Array<string>, unusableScopes: Array<string>, expiresAt: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRevokeTokenMutationVariables = Exact<{
  input: Types.RevokeApiTokenInput;
  locale?: string | null | undefined;
}>;


export type CliRevokeTokenMutation = { revokeApiToken: { apiToken: { id: string, name: string, revokedAt: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type WebhookFieldsFragment = { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null };

export type CliWebhooksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CliWebhooksQuery = { webhooks: { nodes: Array<{ id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CliWebhookEventsQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type CliWebhookEventsQuery = { webhookEvents: Array<{ type: string, description: string, example: string }> };

export type CliDeliveriesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  status?: Types.DeliveryStatus | null | undefined;
}>;


export type CliDeliveriesQuery = { node:
    | { deliveries: { nodes: Array<{ id: string, messageId: string, event: string, status: Types.DeliveryStatus, createdAt: string, nextAttemptAt: string | null, body: string, attempts: Array<{ at: string, statusCode: number | null, milliseconds: number, error: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type CliCreateWebhookMutationVariables = Exact<{
  input: Types.CreateWebhookInput;
  locale?: string | null | undefined;
}>;


export type CliCreateWebhookMutation = { createWebhook: { secret: string | null, webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliUpdateWebhookMutationVariables = Exact<{
  input: Types.UpdateWebhookInput;
  locale?: string | null | undefined;
}>;


export type CliUpdateWebhookMutation = { updateWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliDeleteWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type CliDeleteWebhookMutation = { deleteWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRotateSecretMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type CliRotateSecretMutation = { rotateWebhookSecret: { secret: string | null, webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliTestWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
  locale?: string | null | undefined;
}>;


export type CliTestWebhookMutation = { testWebhook: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliRedeliverMutationVariables = Exact<{
  input: Types.RedeliverInput;
  locale?: string | null | undefined;
}>;


export type CliRedeliverMutation = { redeliver: { webhook: { id: string, url: string, events: Array<string>, enabled: boolean, disabledReason: string | null, failingSince: string | null, createdAt: string, createdBy: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, field: Array<string> | null }> } };

export type CliViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CliViewerQuery = { viewer: { id: string, name: string, email: string | null, kind: Types.ViewerKind, role: Types.Role, scopes: Array<string>, partner: string, organizations: Array<{ id: string, name: string, imsOrgId: string }> | null }, environment: { sandbox: boolean, version: string } };

export type FindOrganizationQueryVariables = Exact<{
  id?: string | null | undefined;
  imsOrgId?: string | null | undefined;
}>;


export type FindOrganizationQuery = { organization: { id: string, name: string, imsOrgId: string, archivedAt: string | null, currentRun: { id: string, status: Types.RunStatus } | null } | null };

export type OrganizationsByNameQueryVariables = Exact<{
  text: string;
  after?: string | null | undefined;
}>;


export type OrganizationsByNameQuery = { organizations: { nodes: Array<{ id: string, name: string, imsOrgId: string, archivedAt: string | null, currentRun: { id: string, status: Types.RunStatus } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindRunQueryVariables = Exact<{
  id: string;
}>;


export type FindRunQuery = { run: { id: string, organization: { id: string, name: string, imsOrgId: string } } | null };

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
export const AuditEndFragmentDoc = new TypedDocumentString(`
    fragment AuditEnd on HistoryConnection {
  nodes {
    hash
    at
  }
}
    `, {"fragmentName":"AuditEnd"}) as unknown as TypedDocumentString<AuditEndFragment, unknown>;
export const RefusalFieldsFragmentDoc = new TypedDocumentString(`
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
    `, {"fragmentName":"RefusalFields"}) as unknown as TypedDocumentString<RefusalFieldsFragment, unknown>;
export const BulkJobFieldsFragmentDoc = new TypedDocumentString(`
    fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}
    `, {"fragmentName":"BulkJobFields"}) as unknown as TypedDocumentString<BulkJobFieldsFragment, unknown>;
export const InspectedKeyFragmentDoc = new TypedDocumentString(`
    fragment InspectedKey on KeyIdentifierInspection {
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
    `, {"fragmentName":"InspectedKey"}) as unknown as TypedDocumentString<InspectedKeyFragment, unknown>;
export const ShownConnectionFragmentDoc = new TypedDocumentString(`
    fragment ShownConnection on CloudConnection {
  state
  checkedAt
  cause(locale: $locale)
  remedy(locale: $locale)
  expiry {
    expiresAt
    state
    daysLeft
  }
  replacement {
    state
    cause(locale: $locale)
    remedy(locale: $locale)
    expiry {
      expiresAt
      state
      daysLeft
    }
  }
}
    `, {"fragmentName":"ShownConnection"}) as unknown as TypedDocumentString<ShownConnectionFragment, unknown>;
export const DryRunFieldsFragmentDoc = new TypedDocumentString(`
    fragment DryRunFields on DryRun {
  id
  status
  tracks
  total
  checked
  skipped
  startedBy
  startedAt
  endedAt
  outcomes {
    outcome
    count
  }
  causes {
    outcome
    step
    kind
    code
    count
    message(locale: $locale)
  }
}
    `, {"fragmentName":"DryRunFields"}) as unknown as TypedDocumentString<DryRunFieldsFragment, unknown>;
export const RunFieldsFragmentDoc = new TypedDocumentString(`
    fragment RunFields on Run {
  id
  version
  status
  waitingOn
  startedAt
  updatedAt
  completedAt
  dueAt
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
  owner {
    id
    name
  }
  nextActions {
    mutation
    track
    step
    label(locale: $locale)
  }
  tracks {
    id
    status
    key {
      identifier
    }
    steps {
      id
      status
      actor
      mode
      since
      looking
      externalStatus
      title(locale: $locale)
      sentence(locale: $locale)
      failure(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        override {
          reason
        }
      }
    }
  }
}
    `, {"fragmentName":"RunFields"}) as unknown as TypedDocumentString<RunFieldsFragment, unknown>;
export const RunResultFragmentDoc = new TypedDocumentString(`
    fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}
    `, {"fragmentName":"RunResult"}) as unknown as TypedDocumentString<RunResultFragment, unknown>;
export const WebhookFieldsFragmentDoc = new TypedDocumentString(`
    fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}
    `, {"fragmentName":"WebhookFields"}) as unknown as TypedDocumentString<WebhookFieldsFragment, unknown>;
export const AuditOrganizationsDocument = new TypedDocumentString(`
    query AuditOrganizations($first: Int!, $after: String) {
  organizations(first: $first, after: $after) {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AuditOrganizationsQuery, AuditOrganizationsQueryVariables>;
export const AuditEndsDocument = new TypedDocumentString(`
    query AuditEnds($a: ID, $b: ID, $c: ID, $d: ID, $e: ID, $f: ID, $g: ID, $h: ID) {
  a: history(first: 1, filter: {organizationId: $a}) {
    ...AuditEnd
  }
  b: history(first: 1, filter: {organizationId: $b}) {
    ...AuditEnd
  }
  c: history(first: 1, filter: {organizationId: $c}) {
    ...AuditEnd
  }
  d: history(first: 1, filter: {organizationId: $d}) {
    ...AuditEnd
  }
  e: history(first: 1, filter: {organizationId: $e}) {
    ...AuditEnd
  }
  f: history(first: 1, filter: {organizationId: $f}) {
    ...AuditEnd
  }
  g: history(first: 1, filter: {organizationId: $g}) {
    ...AuditEnd
  }
  h: history(first: 1, filter: {organizationId: $h}) {
    ...AuditEnd
  }
}
    fragment AuditEnd on HistoryConnection {
  nodes {
    hash
    at
  }
}`) as unknown as TypedDocumentString<AuditEndsQuery, AuditEndsQueryVariables>;
export const DecidedRunDocument = new TypedDocumentString(`
    query DecidedRun($id: ID!, $configurationName: String, $locale: String) {
  run(id: $id) {
    id
    organization {
      id
      name
      imsOrgId
      cloud
    }
    tracks {
      id
      onlyConfigurationName
      ticketText(locale: $locale)
      ticketReady
      irreversible(locale: $locale) {
        rule
        text
      }
      approval {
        status
        requestedBy(locale: $locale)
        requestedAt
        decidedBy(locale: $locale)
        decidedAt
        evidenceHash
        keyIdentifier
        configurationName
        configurationNameCheck {
          verdict
          title(locale: $locale)
          observed(locale: $locale)
          cause(locale: $locale)
        }
        tenantId
        imsOrgId
        host
        usableAt
        expiresAt
        mayNotDecide
        refusedBefore {
          by(locale: $locale)
          at
          reason
          factsChanged
        }
      }
      preview {
        method
        host
        path
        body(configurationName: $configurationName)
      }
      steps {
        id
        checks {
          id
          title(locale: $locale)
          verdict
          observed(locale: $locale)
          override {
            reason
            by(locale: $locale)
          }
        }
        attestation {
          statement
          by(locale: $locale)
        }
        lastBlocked {
          at
          checks {
            id
            title(locale: $locale)
            observed(locale: $locale)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DecidedRunQuery, DecidedRunQueryVariables>;
export const ConfigurationNameCheckDocument = new TypedDocumentString(`
    query ConfigurationNameCheck($id: ID!, $configurationName: String!, $locale: String) {
  run(id: $id) {
    tracks {
      id
      configurationNameCheck(configurationName: $configurationName) {
        verdict
        neverAccepted
        title(locale: $locale)
        observed(locale: $locale)
        cause(locale: $locale)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConfigurationNameCheckQuery, ConfigurationNameCheckQueryVariables>;
export const PendingApprovalsDocument = new TypedDocumentString(`
    query PendingApprovals($first: Int!, $after: String, $mayDecide: Boolean, $locale: String) {
  pendingApprovals(first: $first, after: $after, mayDecide: $mayDecide) {
    nodes {
      track
      since
      run {
        id
        organization {
          id
          name
          imsOrgId
        }
        tracks {
          id
          approval {
            requestedBy(locale: $locale)
            keyIdentifier
            configurationName
            evidenceHash
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PendingApprovalsQuery, PendingApprovalsQueryVariables>;
export const PreviewBulkDocument = new TypedDocumentString(`
    query PreviewBulk($action: BulkAction!, $organizationIds: [ID!], $filter: OrganizationFilter, $track: TrackId, $step: StepId, $ownerId: ID, $actor: Actor, $locale: String) {
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
    blockedCount
    eligible {
      id
      name
      imsOrgId
    }
    blocked {
      code
      message(locale: $locale)
      organization {
        id
        name
        imsOrgId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewBulkQuery, PreviewBulkQueryVariables>;
export const CliStartBulkDocument = new TypedDocumentString(`
    mutation CliStartBulk($input: StartBulkInput!, $locale: String) {
  startBulk(input: $input) {
    job {
      ...BulkJobFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliStartBulkMutation, CliStartBulkMutationVariables>;
export const CliCancelBulkDocument = new TypedDocumentString(`
    mutation CliCancelBulk($input: CancelBulkInput!, $locale: String) {
  cancelBulk(input: $input) {
    job {
      ...BulkJobFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliCancelBulkMutation, CliCancelBulkMutationVariables>;
export const CliBulkJobChangedDocument = new TypedDocumentString(`
    subscription CliBulkJobChanged($id: ID!) {
  bulkJobChanged(id: $id) {
    ...BulkJobFields
  }
}
    fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliBulkJobChangedSubscription, CliBulkJobChangedSubscriptionVariables>;
export const CliBulkJobsDocument = new TypedDocumentString(`
    query CliBulkJobs($first: Int!, $after: String) {
  bulkJobs(first: $first, after: $after) {
    nodes {
      ...BulkJobFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliBulkJobsQuery, CliBulkJobsQueryVariables>;
export const CliBulkItemsDocument = new TypedDocumentString(`
    query CliBulkItems($id: ID!, $first: Int!, $after: String, $locale: String) {
  node(id: $id) {
    ... on BulkJob {
      ...BulkJobFields
      items(first: $first, after: $after) {
        nodes {
          organization {
            id
            name
            imsOrgId
          }
          run {
            id
          }
          status
          code
          message(locale: $locale)
          outcome
          outcomeMessage(locale: $locale)
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment BulkJobFields on BulkJob {
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
  outcomes {
    outcome
    count
  }
  startedBy
  startedAt
  endedAt
}`) as unknown as TypedDocumentString<CliBulkItemsQuery, CliBulkItemsQueryVariables>;
export const CliConnectAwsDocument = new TypedDocumentString(`
    mutation CliConnectAws($input: ConnectAwsInput!, $locale: String) {
  connectAws(input: $input) {
    organization {
      id
      name
      imsOrgId
      aws {
        roleArn
        externalId
        region
        trustPolicy
        permissionsPolicy
      }
      awsConnection {
        state
      }
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliConnectAwsMutation, CliConnectAwsMutationVariables>;
export const CliConnectAdobeDocument = new TypedDocumentString(`
    mutation CliConnectAdobe($input: ConnectAdobeInput!, $locale: String) {
  connectAdobe(input: $input) {
    organization {
      id
      name
      imsOrgId
      adobeConnection {
        state
      }
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliConnectAdobeMutation, CliConnectAdobeMutationVariables>;
export const CliConnectAzureDocument = new TypedDocumentString(`
    mutation CliConnectAzure($input: ConnectAzureInput!, $locale: String) {
  connectAzure(input: $input) {
    organization {
      id
      name
      imsOrgId
      azureConnection {
        state
        replacement {
          state
        }
      }
      azureFederation {
        issuer
        subject
        audience
      }
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliConnectAzureMutation, CliConnectAzureMutationVariables>;
export const SelectedOrganizationsDocument = new TypedDocumentString(`
    query SelectedOrganizations($first: Int!, $after: String, $filter: OrganizationFilter) {
  organizations(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      name
      imsOrgId
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SelectedOrganizationsQuery, SelectedOrganizationsQueryVariables>;
export const TailHistoryDocument = new TypedDocumentString(`
    query TailHistory($first: Int!, $after: String, $filter: HistoryFilter, $locale: String) {
  history(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      at
      kind
      actor(locale: $locale)
      principal
      summary(locale: $locale)
      organization {
        id
        name
        imsOrgId
      }
      run {
        id
      }
      data
      hash
      previousHash
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TailHistoryQuery, TailHistoryQueryVariables>;
export const VerifiedHistoryDocument = new TypedDocumentString(`
    query VerifiedHistory($first: Int!, $after: String, $filter: HistoryFilter) {
  history(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      at
      kind
      actor(locale: "en")
      principal
      organization {
        id
      }
      run {
        id
      }
      data
      hash
      previousHash
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<VerifiedHistoryQuery, VerifiedHistoryQueryVariables>;
export const ImportOrganizationsCliDocument = new TypedDocumentString(`
    mutation ImportOrganizationsCli($input: ImportOrganizationsInput!, $locale: String) {
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
      }
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<ImportOrganizationsCliMutation, ImportOrganizationsCliMutationVariables>;
export const InspectKeyDocument = new TypedDocumentString(`
    query InspectKey($identifier: String!, $locale: String) {
  inspectKeyIdentifier(identifier: $identifier, locale: $locale) {
    ...InspectedKey
  }
}
    fragment InspectedKey on KeyIdentifierInspection {
  verdict
  rules
  problems
  cloud
  kind
  vault
  key
  version
  normalized
}`) as unknown as TypedDocumentString<InspectKeyQuery, InspectKeyQueryVariables>;
export const InspectKeyArnDocument = new TypedDocumentString(`
    query InspectKeyArn($identifier: String!, $locale: String) {
  inspectKeyIdentifier(identifier: $identifier, cloud: AWS, locale: $locale) {
    ...InspectedKey
  }
}
    fragment InspectedKey on KeyIdentifierInspection {
  verdict
  rules
  problems
  cloud
  kind
  vault
  key
  version
  normalized
}`) as unknown as TypedDocumentString<InspectKeyArnQuery, InspectKeyArnQueryVariables>;
export const ListOrganizationsDocument = new TypedDocumentString(`
    query ListOrganizations($first: Int!, $after: String, $filter: OrganizationFilter) {
  organizations(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      archivedAt
      currentRun {
        id
        status
        waitingOn
        progress {
          done
          total
        }
      }
      keyHealth {
        health
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListOrganizationsQuery, ListOrganizationsQueryVariables>;
export const ShowOrganizationDocument = new TypedDocumentString(`
    query ShowOrganization($id: ID!, $locale: String) {
  organization(id: $id) {
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
    adobeConnection {
      ...ShownConnection
    }
    azureConnection {
      ...ShownConnection
    }
    keyHealth {
      health
      since
      sentence(locale: $locale)
    }
    currentRun {
      id
      status
      waitingOn
      progress {
        done
        total
      }
      sentence(locale: $locale)
    }
  }
}
    fragment ShownConnection on CloudConnection {
  state
  checkedAt
  cause(locale: $locale)
  remedy(locale: $locale)
  expiry {
    expiresAt
    state
    daysLeft
  }
  replacement {
    state
    cause(locale: $locale)
    remedy(locale: $locale)
    expiry {
      expiresAt
      state
      daysLeft
    }
  }
}`) as unknown as TypedDocumentString<ShowOrganizationQuery, ShowOrganizationQueryVariables>;
export const AddOrganizationDocument = new TypedDocumentString(`
    mutation AddOrganization($input: CreateOrganizationInput!, $locale: String) {
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
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<AddOrganizationMutation, AddOrganizationMutationVariables>;
export const ShowPermissionsDocument = new TypedDocumentString(`
    query ShowPermissions($id: ID!) {
  organization(id: $id) {
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
  }
}
    `) as unknown as TypedDocumentString<ShowPermissionsQuery, ShowPermissionsQueryVariables>;
export const PlannedKeysDocument = new TypedDocumentString(`
    query PlannedKeys($content: String!, $locale: String) {
  plannedKeys(content: $content) {
    keys {
      organizationId
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
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<PlannedKeysQuery, PlannedKeysQueryVariables>;
export const ProbeVaultDocument = new TypedDocumentString(`
    query ProbeVault($identifier: String!, $locale: String) {
  probeVault(keyIdentifier: $identifier) {
    cloud
    kind
    exists
    tenantId
    vaultUri
    addresses
    privateLink
    sentence(locale: $locale)
  }
}
    `) as unknown as TypedDocumentString<ProbeVaultQuery, ProbeVaultQueryVariables>;
export const StartDryRunDocument = new TypedDocumentString(`
    mutation StartDryRun($input: StartDryRunInput!, $locale: String) {
  startDryRun(input: $input) {
    dryRun {
      ...DryRunFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment DryRunFields on DryRun {
  id
  status
  tracks
  total
  checked
  skipped
  startedBy
  startedAt
  endedAt
  outcomes {
    outcome
    count
  }
  causes {
    outcome
    step
    kind
    code
    count
    message(locale: $locale)
  }
}`) as unknown as TypedDocumentString<StartDryRunMutation, StartDryRunMutationVariables>;
export const CancelDryRunDocument = new TypedDocumentString(`
    mutation CancelDryRun($input: CancelDryRunInput!, $locale: String) {
  cancelDryRun(input: $input) {
    dryRun {
      ...DryRunFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment DryRunFields on DryRun {
  id
  status
  tracks
  total
  checked
  skipped
  startedBy
  startedAt
  endedAt
  outcomes {
    outcome
    count
  }
  causes {
    outcome
    step
    kind
    code
    count
    message(locale: $locale)
  }
}`) as unknown as TypedDocumentString<CancelDryRunMutation, CancelDryRunMutationVariables>;
export const DryRunsDocument = new TypedDocumentString(`
    query DryRuns($first: Int!, $after: String, $locale: String) {
  dryRuns(first: $first, after: $after) {
    nodes {
      ...DryRunFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DryRunFields on DryRun {
  id
  status
  tracks
  total
  checked
  skipped
  startedBy
  startedAt
  endedAt
  outcomes {
    outcome
    count
  }
  causes {
    outcome
    step
    kind
    code
    count
    message(locale: $locale)
  }
}`) as unknown as TypedDocumentString<DryRunsQuery, DryRunsQueryVariables>;
export const DryRunResultsDocument = new TypedDocumentString(`
    query DryRunResults($id: ID!, $first: Int!, $after: String, $locale: String) {
  node(id: $id) {
    id
    ... on DryRun {
      ...DryRunFields
      organizations(first: $first, after: $after) {
        totalCount
        nodes {
          organization {
            id
            name
            imsOrgId
          }
          outcome
          skipped
          checkedAt
          message(locale: $locale)
          tracks {
            id
            outcome
            keyIdentifier
            steps {
              id
              outcome
              actor
              message(locale: $locale)
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment DryRunFields on DryRun {
  id
  status
  tracks
  total
  checked
  skipped
  startedBy
  startedAt
  endedAt
  outcomes {
    outcome
    count
  }
  causes {
    outcome
    step
    kind
    code
    count
    message(locale: $locale)
  }
}`) as unknown as TypedDocumentString<DryRunResultsQuery, DryRunResultsQueryVariables>;
export const DryRunChangedDocument = new TypedDocumentString(`
    subscription DryRunChanged($id: ID!) {
  dryRunChanged(id: $id) {
    id
    status
    total
    checked
    skipped
  }
}
    `) as unknown as TypedDocumentString<DryRunChangedSubscription, DryRunChangedSubscriptionVariables>;
export const ShowRunDocument = new TypedDocumentString(`
    query ShowRun($id: ID!, $locale: String) {
  run(id: $id) {
    ...RunFields
  }
}
    fragment RunFields on Run {
  id
  version
  status
  waitingOn
  startedAt
  updatedAt
  completedAt
  dueAt
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
  owner {
    id
    name
  }
  nextActions {
    mutation
    track
    step
    label(locale: $locale)
  }
  tracks {
    id
    status
    key {
      identifier
    }
    steps {
      id
      status
      actor
      mode
      since
      looking
      externalStatus
      title(locale: $locale)
      sentence(locale: $locale)
      failure(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        override {
          reason
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<ShowRunQuery, ShowRunQueryVariables>;
export const WatchRunDocument = new TypedDocumentString(`
    subscription WatchRun($runId: ID!, $locale: String) {
  runChanged(runId: $runId) {
    ...RunFields
  }
}
    fragment RunFields on Run {
  id
  version
  status
  waitingOn
  startedAt
  updatedAt
  completedAt
  dueAt
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
  owner {
    id
    name
  }
  nextActions {
    mutation
    track
    step
    label(locale: $locale)
  }
  tracks {
    id
    status
    key {
      identifier
    }
    steps {
      id
      status
      actor
      mode
      since
      looking
      externalStatus
      title(locale: $locale)
      sentence(locale: $locale)
      failure(locale: $locale)
      checks {
        id
        rules
        verdict
        observed(locale: $locale)
        expected(locale: $locale)
        cause(locale: $locale)
        remedy(locale: $locale)
        override {
          reason
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<WatchRunSubscription, WatchRunSubscriptionVariables>;
export const ListRunsDocument = new TypedDocumentString(`
    query ListRuns($first: Int!, $after: String, $filter: RunFilter, $locale: String) {
  runs(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      status
      waitingOn
      startedAt
      updatedAt
      completedAt
      dueAt
      overdue
      sentence(locale: $locale)
      organization {
        id
        name
        imsOrgId
      }
      owner {
        id
        name
      }
      progress {
        done
        total
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListRunsQuery, ListRunsQueryVariables>;
export const CliStartRunDocument = new TypedDocumentString(`
    mutation CliStartRun($input: StartRunInput!, $locale: String) {
  startRun(input: $input) {
    run {
      id
      status
      organization {
        id
        name
        imsOrgId
      }
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliStartRunMutation, CliStartRunMutationVariables>;
export const CliCancelRunDocument = new TypedDocumentString(`
    mutation CliCancelRun($input: CancelRunInput!, $locale: String) {
  cancelRun(input: $input) {
    run {
      id
      status
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliCancelRunMutation, CliCancelRunMutationVariables>;
export const CliVerifyDocument = new TypedDocumentString(`
    mutation CliVerify($input: VerifyInput!, $locale: String) {
  verify(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliVerifyMutation, CliVerifyMutationVariables>;
export const CliAttestDocument = new TypedDocumentString(`
    mutation CliAttest($input: AttestStepInput!, $locale: String) {
  attestStep(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliAttestMutation, CliAttestMutationVariables>;
export const CliOverrideDocument = new TypedDocumentString(`
    mutation CliOverride($input: OverrideCheckInput!, $locale: String) {
  overrideCheck(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliOverrideMutation, CliOverrideMutationVariables>;
export const CliRetryDocument = new TypedDocumentString(`
    mutation CliRetry($input: RunStepInput!, $locale: String) {
  retryStep(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliRetryMutation, CliRetryMutationVariables>;
export const CliProvideKeyDocument = new TypedDocumentString(`
    mutation CliProvideKey($input: ProvideKeyInput!, $locale: String) {
  provideKey(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliProvideKeyMutation, CliProvideKeyMutationVariables>;
export const CliProvideKeyPolicyDocument = new TypedDocumentString(`
    mutation CliProvideKeyPolicy($input: ProvideKeyPolicyInput!, $locale: String) {
  provideKeyPolicy(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliProvideKeyPolicyMutation, CliProvideKeyPolicyMutationVariables>;
export const CliRequestApprovalDocument = new TypedDocumentString(`
    mutation CliRequestApproval($input: RunTrackInput!, $locale: String) {
  requestApproval(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliRequestApprovalMutation, CliRequestApprovalMutationVariables>;
export const CliApproveDocument = new TypedDocumentString(`
    mutation CliApprove($input: ApproveInput!, $locale: String) {
  approve(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliApproveMutation, CliApproveMutationVariables>;
export const CliRefuseDocument = new TypedDocumentString(`
    mutation CliRefuse($input: RefuseInput!, $locale: String) {
  refuse(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliRefuseMutation, CliRefuseMutationVariables>;
export const CliWithdrawDocument = new TypedDocumentString(`
    mutation CliWithdraw($input: WithdrawApprovalInput!, $locale: String) {
  withdrawApproval(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliWithdrawMutation, CliWithdrawMutationVariables>;
export const CliSubmitDocument = new TypedDocumentString(`
    mutation CliSubmit($input: SubmitConfigurationInput!, $locale: String) {
  submitConfiguration(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliSubmitMutation, CliSubmitMutationVariables>;
export const CliRecordTicketDocument = new TypedDocumentString(`
    mutation CliRecordTicket($input: RecordTicketInput!, $locale: String) {
  recordTicket(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliRecordTicketMutation, CliRecordTicketMutationVariables>;
export const CliConfirmDocument = new TypedDocumentString(`
    mutation CliConfirm($input: ConfirmCjaInput!, $locale: String) {
  confirmCja(input: $input) {
    run {
      ...RunResult
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment RunResult on Run {
  id
  status
  waitingOn
  sentence(locale: $locale)
  organization {
    id
    name
    imsOrgId
  }
  progress {
    done
    total
  }
}`) as unknown as TypedDocumentString<CliConfirmMutation, CliConfirmMutationVariables>;
export const StepInstructionsDocument = new TypedDocumentString(`
    query StepInstructions($id: ID!, $locale: String) {
  run(id: $id) {
    tracks {
      id
      steps {
        id
        status
        instructions(locale: $locale) {
          text
          remarks
          values {
            label
            value
          }
          scripts {
            tool
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StepInstructionsQuery, StepInstructionsQueryVariables>;
export const ListTokensDocument = new TypedDocumentString(`
    query ListTokens($first: Int!, $after: String) {
  apiTokens(first: $first, after: $after) {
    nodes {
      id
      name
      prefix
      role
      scopes
      organizations {
        id
        name
        imsOrgId
      }
      createdBy
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListTokensQuery, ListTokensQueryVariables>;
export const CliCreateTokenDocument = new TypedDocumentString(`
    mutation CliCreateToken($input: CreateApiTokenInput!, $locale: String) {
  createApiToken(input: $input) {
    token
    apiToken {
      id
      name
      prefix
      role
      scopes
      unusableScopes
      expiresAt
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliCreateTokenMutation, CliCreateTokenMutationVariables>;
export const CliRevokeTokenDocument = new TypedDocumentString(`
    mutation CliRevokeToken($input: RevokeApiTokenInput!, $locale: String) {
  revokeApiToken(input: $input) {
    apiToken {
      id
      name
      revokedAt
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}`) as unknown as TypedDocumentString<CliRevokeTokenMutation, CliRevokeTokenMutationVariables>;
export const CliWebhooksDocument = new TypedDocumentString(`
    query CliWebhooks($first: Int!, $after: String) {
  webhooks(first: $first, after: $after) {
    nodes {
      ...WebhookFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliWebhooksQuery, CliWebhooksQueryVariables>;
export const CliWebhookEventsDocument = new TypedDocumentString(`
    query CliWebhookEvents($locale: String) {
  webhookEvents {
    type
    description(locale: $locale)
    example
  }
}
    `) as unknown as TypedDocumentString<CliWebhookEventsQuery, CliWebhookEventsQueryVariables>;
export const CliDeliveriesDocument = new TypedDocumentString(`
    query CliDeliveries($id: ID!, $first: Int!, $after: String, $status: DeliveryStatus) {
  node(id: $id) {
    ... on Webhook {
      deliveries(first: $first, after: $after, status: $status) {
        nodes {
          id
          messageId
          event
          status
          createdAt
          nextAttemptAt
          attempts {
            at
            statusCode
            milliseconds
            error
          }
          body
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliDeliveriesQuery, CliDeliveriesQueryVariables>;
export const CliCreateWebhookDocument = new TypedDocumentString(`
    mutation CliCreateWebhook($input: CreateWebhookInput!, $locale: String) {
  createWebhook(input: $input) {
    webhook {
      ...WebhookFields
    }
    secret
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliCreateWebhookMutation, CliCreateWebhookMutationVariables>;
export const CliUpdateWebhookDocument = new TypedDocumentString(`
    mutation CliUpdateWebhook($input: UpdateWebhookInput!, $locale: String) {
  updateWebhook(input: $input) {
    webhook {
      ...WebhookFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliUpdateWebhookMutation, CliUpdateWebhookMutationVariables>;
export const CliDeleteWebhookDocument = new TypedDocumentString(`
    mutation CliDeleteWebhook($input: WebhookIdInput!, $locale: String) {
  deleteWebhook(input: $input) {
    webhook {
      ...WebhookFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliDeleteWebhookMutation, CliDeleteWebhookMutationVariables>;
export const CliRotateSecretDocument = new TypedDocumentString(`
    mutation CliRotateSecret($input: WebhookIdInput!, $locale: String) {
  rotateWebhookSecret(input: $input) {
    webhook {
      ...WebhookFields
    }
    secret
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliRotateSecretMutation, CliRotateSecretMutationVariables>;
export const CliTestWebhookDocument = new TypedDocumentString(`
    mutation CliTestWebhook($input: WebhookIdInput!, $locale: String) {
  testWebhook(input: $input) {
    webhook {
      ...WebhookFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliTestWebhookMutation, CliTestWebhookMutationVariables>;
export const CliRedeliverDocument = new TypedDocumentString(`
    mutation CliRedeliver($input: RedeliverInput!, $locale: String) {
  redeliver(input: $input) {
    webhook {
      ...WebhookFields
    }
    userErrors {
      ...RefusalFields
    }
  }
}
    fragment RefusalFields on UserError {
  code
  message(locale: $locale)
  field
}
fragment WebhookFields on Webhook {
  id
  url
  events
  organizations {
    id
    name
    imsOrgId
  }
  enabled
  disabledReason
  failingSince
  createdAt
  createdBy
}`) as unknown as TypedDocumentString<CliRedeliverMutation, CliRedeliverMutationVariables>;
export const CliViewerDocument = new TypedDocumentString(`
    query CliViewer {
  viewer {
    id
    name
    email
    kind
    role
    scopes
    partner
    organizations {
      id
      name
      imsOrgId
    }
  }
  environment {
    sandbox
    version
  }
}
    `) as unknown as TypedDocumentString<CliViewerQuery, CliViewerQueryVariables>;
export const FindOrganizationDocument = new TypedDocumentString(`
    query FindOrganization($id: ID, $imsOrgId: String) {
  organization(id: $id, imsOrgId: $imsOrgId) {
    id
    name
    imsOrgId
    archivedAt
    currentRun {
      id
      status
    }
  }
}
    `) as unknown as TypedDocumentString<FindOrganizationQuery, FindOrganizationQueryVariables>;
export const OrganizationsByNameDocument = new TypedDocumentString(`
    query OrganizationsByName($text: String!, $after: String) {
  organizations(first: 100, after: $after, filter: {text: $text}) {
    nodes {
      id
      name
      imsOrgId
      archivedAt
      currentRun {
        id
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationsByNameQuery, OrganizationsByNameQueryVariables>;
export const FindRunDocument = new TypedDocumentString(`
    query FindRun($id: ID!) {
  run(id: $id) {
    id
    organization {
      id
      name
      imsOrgId
    }
  }
}
    `) as unknown as TypedDocumentString<FindRunQuery, FindRunQueryVariables>;