/**
 * The pure core: what a run is, what may happen to it, and what the checks evaluate. Codes and
 * values only; `@keyway/messages` renders them. No I/O, no clock, no randomness.
 */
export * from './vocabulary.ts';
export * from './facts.ts';
export * from './connectorError.ts';
export * from './ports.ts';
export * from './keyWrapper.ts';
export * from './organization.ts';
export * from './run.ts';
export * from './stepState.ts';
export * from './event.ts';
export * from './effect.ts';
export * from './refusal.ts';
export * from './check.ts';
export { OWN_CODES, type OwnCode } from './failures/hint.ts';
export { ADOBE_HINTS, type AdobeHintId } from './failures/adobeHints.ts';
export { AZURE_HINTS, type AzureHintId } from './failures/azureHints.ts';
export {
  cloudOfStep,
  failureOfCheck,
  failureValues,
  hintOf,
  isOwnFailure,
  READ_SUBSCRIPTION,
  type FailedCloud,
  type FailureHead,
  type FoundHint,
} from './failures/hintOf.ts';
export * from './plan.ts';
export { planFor, planStep, planSteps } from './plans/planFor.ts';
export { transition, type Transition } from './transition.ts';
export { upcastRun } from './upcastRun.ts';
export { upcastEffectData } from './upcasts/upcastEffectData.ts';
export { isClosed, progress, runStatus, stepsOf, trackStatus, waitingOn } from './runStatus.ts';
export {
  ACTION_NAMES,
  nextActions,
  type ActionName,
  type ActionViewer,
  type NextAction,
} from './nextActions.ts';
export { neededActions, type NeededAction } from './neededActions.ts';
export { summaryOf, type RunSummary, type StepSummary, type TrackSummary } from './runSummary.ts';
export {
  canonicalJson,
  configurationBody,
  evidenceHash,
  evidenceOf,
  sha256Hex,
  unacceptedWarnings,
} from './evidence.ts';
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
} from './knowledge.ts';
export { actionMatches } from './actionPattern.ts';
export { approvedNameCheck, checkConfigurationName } from './configurationName.ts';
export { CJA_APPLICATION_ID, isGuid, validateApplicationId } from './applicationId.ts';
export { canDecide } from './approvalGuards.ts';
export { earlierSubmission, hasSubmitted, heldConfiguration } from './heldConfiguration.ts';
export { canCancel, canDisconnect } from './guards.ts';
export {
  changedFields,
  correctedOrganization,
  FIXED_REASONS,
  fixedReason,
  organizationChangeProblems,
  type FixedReason,
  type OrganizationCorrection,
  type OrganizationSituation,
} from './organizationChange.ts';
export {
  organizationActions,
  type OrganizationAction,
  type OrganizationActionName,
} from './organizationActions.ts';
export { MAX_FAILED_POLLS } from './transitions/activation.ts';
export { dueAt } from './polling.ts';
export { expectedEffects } from './expectedEffects.ts';
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
export { globalId, parseGlobalId, type GlobalIdType } from './globalId.ts';
export {
  inspectKeyIdentifier,
  sameVault,
  type KeyIdentifier,
  type KeyIdentifierInspection,
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
  validateVaultResourceId,
  type VaultResourceId,
} from './vaultResourceId.ts';
export { isPlatformHost, platformHostOf, regionAlias, type PlatformHost } from './regions.ts';
export {
  CHECK_IDS,
  CHECKS,
  checkDefinitions,
  type CATALOG,
  type CheckDefinition,
  type CheckId,
} from './catalog/catalog.ts';
export { evaluateStep } from './catalog/evaluateStep.ts';
export { evaluateBody } from './checks/bodyNamesSameOrganization.ts';
export { validateConfigurationName } from './checks/configurationNameIsSafe.ts';
export { validateShield } from './checks/shieldIsEntitled.ts';
export { ADOBE_ADDRESS } from './addresses/adobeAddress.ts';
export { exactRole, roleName } from './roles/azureRoles.ts';
export { admitsAddress } from './addresses/ipv4Range.ts';
export { reachesKey } from './roles/roleScope.ts';
export { assignmentGuid } from './assignmentGuid.ts';
export { rulesOfCheck } from './failures/rulesOfCheck.ts';
export { RULE_IDS, RULE_SECTIONS, RULES, type RuleId } from './rules/register.ts';
export { SOURCE_ALIASES, type Rule, type RuleProof } from './rules/rule.ts';
export { entryData, type EntryCheck } from './entryData.ts';
export { adminConsentUrl, consentUrlOf } from './consentUrl.ts';
export { isTicketReady } from './isTicketReady.ts';
