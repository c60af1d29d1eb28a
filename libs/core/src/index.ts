/**
 * The pure core: what a run is, what may happen to it, and what the checks evaluate. Codes and
 * values only; `@keyway/messages` renders them. No I/O, no clock, no randomness.
 */
export * from './vocabulary.ts';
export {
  type DeniedPrincipal,
  type DenyAssignmentFacts,
  type KeyFacts,
  type RoleAssignmentFacts,
  type ServicePrincipalFacts,
  type VaultFacts,
} from './azureFacts.ts';
export {
  storedObservation,
  type AppRegistrationFacts,
  type ConfigurationFacts,
  type StepFacts,
  type StepFactsOf,
} from './facts.ts';
export { type Observed, type ReadFailure } from './observedSchema.ts';
export {
  CONNECTOR_ERROR_KINDS,
  ConnectorError,
  isRetryable,
  provesAbsence,
  type ConnectorErrorKind,
} from './connectorError.ts';
export * from './awsAccess.ts';
export type { KeyPolicyFacts, KmsKeyFacts, KmsRotationFacts } from './kmsFacts.ts';
export * from './ports.ts';
export * from './azureSetupPort.ts';
export * from './azureSetupFacts.ts';
export * from './azurePermissions.ts';
export * from './grantedPermissions.ts';
export * from './permissionProbes.ts';
export { azureRoles, type AzureRole } from './azureRoles.ts';
export * from './credentialExpiry.ts';
export { FEDERATION_AUDIENCE, federationSubject } from './federation.ts';
export * from './vaultProbe.ts';
export * from './tenantConflict.ts';
export * from './keyWrapper.ts';
export * from './organization.ts';
export {
  type Anomaly,
  type AnomalyCode,
  type Approval,
  type Cancellation,
  type CancellationCode,
  type ProvidedKey,
  type Run,
  type RunDraft,
  type RunOwner,
  type Submission,
  type TrackState,
  type VoidCode,
  type Voided,
  type EarlierRefusal,
} from './run.ts';
export type { Attestation, StepFailure, StepState } from './stepState.ts';
export { eventOf, REREAD_PURPOSES } from './event.ts';
export type { EventData, EventKind, RereadPurpose, RunEvent, RunEventOf } from './event.ts';
export {
  actorText,
  parseActor,
  SYSTEM,
  WORKER,
  type EventActor,
  type NamedActor,
  type PersonalOrigin,
} from './eventActor.ts';
export * from './effect.ts';
export {
  REFUSAL_CODES,
  REFUSALS,
  refuse,
  type ReasonOf,
  type Refusal,
  type RefusalReason,
  type RefusalValue,
  type ValuesOf,
} from './refusal.ts';
export type { CheckResult, CheckValues, Evaluation } from './check.ts';
export * from './failures/index.ts';
export {
  databaseDelayOf,
  delayOfSetup,
  delaysOf,
  isBeforeRestore,
  shownDelay,
  type DatabaseDelay,
  type DelayedTrack,
  type DelayedWork,
  type LostTimeCause,
  type ShownDelay,
} from './databaseDelay.ts';
export { lostIntentSeconds } from './transitions/configuration.ts';
export type { PlanStep } from './plan.ts';
export { planFor, planStep, planSteps } from './plans/planFor.ts';
export { transition, type Transition } from './transition.ts';
export { NewerVersion } from './newerVersion.ts';
export { upcastRun } from './upcastRun.ts';
export { isObject } from './upcasts/storedRun.ts';
export {
  isClosed,
  isClosedStatus,
  runStatus,
  stepsOf,
  waitingOn,
  trackStatus,
} from './runStatus.ts';
export { ACTION_NAMES, nextActions, type ActionName, type NextAction } from './nextActions.ts';
export {
  mutationOf,
  neededActions,
  taskOf,
  tasksOf,
  waitsSince,
  type NeededAction,
  type TaskName,
} from './neededActions.ts';
export {
  dueSoonBefore,
  isByDueDate,
  parseTaskPosition,
  PROBLEM_TASKS,
  TASK_URGENCIES,
  taskPlace,
  taskPosition,
  type TaskPlace,
  type TaskUrgency,
} from './taskOrder.ts';
export {
  coolingOffsOf,
  coolingOffUntil,
  nobodysTurnUntil,
  partnersTurnFrom,
  waitingOnAt,
  type CoolingOff,
} from './coolingOff.ts';
export { summaryOf, type RunSummary, type StepSummary, type TrackSummary } from './runSummary.ts';
export { canonicalJson, sha256Hex } from './canonicalJson.ts';
export { configurationBody, evidenceHash, evidenceOf, unacceptedWarnings } from './evidence.ts';
export {
  applicationIdOf,
  factsOf,
  hostOf,
  isFrozen,
  keyOf,
  keyToApprove,
  principalOf,
  resolvedKeyIdentifier,
  tenantOf,
  vaultOf,
  vaultOrKeyOf,
} from './knowledge.ts';
export {
  HAND_OFF_DAYS,
  handOffActorProblem,
  handOffEnd,
  isHandOffTooLong,
  HAND_OFF_ACTORS,
  handedOffSteps,
  handedOffStepsDone,
  handedOffStepsLater,
  isHandOffActor,
  type HandedOffStep,
  type HandOffActor,
  type HandOffOfEvent,
} from './handOff.ts';
export { sameBasis } from './sameBasis.ts';
export { blockedReadings, lastBlockedOf, type LastBlocked } from './lastBlocked.ts';
export { actionMatches } from './actionPattern.ts';
export {
  approvedName,
  approvedNameCheck,
  checkConfigurationName,
  onlyConfigurationName,
  PROPOSED_CONFIGURATION_NAME,
} from './configurationName.ts';
export { CJA_APPLICATION_ID } from './applicationId.ts';
export { acceptanceProblem } from './guards.ts';
export {
  APPROVING_ROLES,
  couldApprove,
  noApprover,
  onlyApprover,
  type Approver,
  type NoApprover,
} from './approvers.ts';
export { approvalProblem, approvalUsableAt, canApprove, canDecide } from './approvalGuards.ts';
export * from './policy.ts';
export { earlierSubmission, hasSubmitted, heldConfiguration } from './heldConfiguration.ts';
export { whyKept, type KeptBecause } from './whyKept.ts';
export {
  correctedOrganization,
  fixedReason,
  type FixedReason,
  type OrganizationCorrection,
} from './organizationChange.ts';
export { organizationActions, type OrganizationAction } from './organizationActions.ts';
export { MAX_FAILED_POLLS } from './transitions/activation.ts';
export { dueAt } from './polling.ts';
export { dateOfEpoch } from './dateOfEpoch.ts';
export { expectedEffects } from './expectedEffects.ts';
export { immediateObservations, type ObservationEffect } from './immediateObservations.ts';
export { withNeededEffect } from './withNeededEffect.ts';
export { withParsedFacts } from './withParsedFacts.ts';
export {
  ADOBE_FAILED,
  actorOfCheck,
  isConnected,
  isFoundUnsent,
  isObservedStep,
  modeOf,
} from './stepStatus.ts';
export {
  hasRoleFor,
  includesRole,
  mainRole,
  organizationsWithRole,
  visibleOrganizations,
  type Grant,
  type Rights,
} from './grants.ts';
export {
  hasRoleSomewhere,
  hasScope,
  mayMutate,
  mayMutateSomewhere,
  missingFor,
  organizationsToMutate,
  REQUIREMENTS,
  requirementsOf,
  roleOf,
  SCOPES,
  scopesOfRole,
  standsForNobody,
  type Access,
  type MutationName,
  type Requirement,
  type Scope,
} from './permissions.ts';
export {
  BULK_ACTIONS,
  bulkEvent,
  bulkForbidden,
  isBulkOfStep,
  isBulkOfTrack,
  MUTATION_OF,
  type BulkAction,
  type BulkEventAction,
  type BulkInput,
} from './bulk.ts';
export * from './importedKeys.ts';
export * from './readiness/index.ts';
export { BULK_OUTCOMES, bulkFindings, type BulkFinding, type BulkOutcome } from './bulkOutcome.ts';
export { globalId, parseGlobalId, type GlobalIdType } from './globalId.ts';
export { isGuid, isLowerCaseGuid } from './guid.ts';
export {
  inspectKeyIdentifier,
  sameVault,
  type KeyIdentifierInspection,
  type KeyIdentifier,
  type KeyIdentifierProblem,
} from './keyIdentifier.ts';
export {
  validateImsOrgId,
  validateName,
  validateTenantId,
  type InputValidation,
} from './organizationInput.ts';
export { organizationCombination } from './organizationCombination.ts';
export {
  parseVaultResourceId,
  RESOURCE_GROUP,
  validateVaultResourceId,
  type VaultResourceId,
} from './vaultResourceId.ts';
export { isPlatformHost, platformHostOf, regionAlias } from './regions.ts';
export * from './catalog/index.ts';
export { evaluateBody } from './checks/bodyNamesSameOrganization.ts';
export { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
export { validateShield } from './checks/shieldIsEntitled.ts';
export * from './addresses/index.ts';
export { exactRole, roleName } from './roles/azureRoles.ts';
export { reachesKey } from './roles/roleScope.ts';
export { assignmentGuid } from './assignmentGuid.ts';
export { RULE_IDS, RULE_SECTIONS, RULES, type RuleId } from './rules/register.ts';
export { SOURCE_ALIASES, type Rule } from './rules/rule.ts';
export { entryData } from './entryData.ts';
export { approvalsUnder, type AffectedApproval } from './affectedApprovals.ts';
export { adminConsentUrl, consentUrlOf, otherTenantOf, tenantConfirmation } from './consentUrl.ts';
export { isTicketReady } from './isTicketReady.ts';
export { propertyNames } from './propertyNames.ts';
export * from './inbox/index.ts';
export * from './insights/index.ts';
export * from './setup/index.ts';
export * from './watch/index.ts';
export * from './webhooks/index.ts';
