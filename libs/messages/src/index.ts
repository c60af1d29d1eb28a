/** Every text of the server for people, in English and Spanish. */
export { checkTitle, describeCheck, type CheckDescription } from './checks/describeCheck.ts';
export { describeRefusedRole } from './failures/describeRefusedRole.ts';
export { describeRefusedCredential } from './failures/describeRefusedCredential.ts';
export { describeEvent } from './history/describeEvent.ts';
export { describeStoredPolicy } from './history/describePolicy.ts';
export { describeFields } from './history/describeFields.ts';
export { describeRun } from './steps/describeRun.ts';
export { describeHandedOffStep } from './steps/describeHandedOffStep.ts';
export { describeStep, type Reader } from './steps/describeStep.ts';
export { describeLastApproval } from './steps/describeLastApproval.ts';
export { actionLabel, cloudTitle, shieldTitle, stepTitle, trackTitle } from './names.ts';
export { describeActor } from './describeActor.ts';
export { describeBulkChecks } from './describeBulkChecks.ts';
export { describeAnomaly } from './describeAnomaly.ts';
export { describeDatabaseDelay } from './describeDatabaseDelay.ts';
export { describePolicyWarning } from './describePolicyWarning.ts';
export {
  describeReadiness,
  describeReadinessCause,
  describeReadinessStep,
} from './describeReadiness.ts';
export {
  describeChange,
  describeSetup,
  type ChangeText,
  type SettingText,
} from './describeSetup.ts';
export { describeTenantConflict } from './describeTenantConflict.ts';
export { describeVaultProbe } from './describeVaultProbe.ts';
export { describeKeyProblem } from './describeKeyProblem.ts';
export { describeStepFailure } from './describeStepFailure.ts';
export { describeVoided } from './describeReason.ts';
export { fixedReasonText } from './fixedReasonText.ts';
export {
  consentText,
  httpText,
  scopeText,
  signInLabel,
  signInPageTexts,
  signInWithText,
  type SignInLabel,
  type SignInPage,
  unavailableText,
} from './httpTexts.ts';
export { describeInboxItem, type DescribedInboxItem } from './describeInboxItem.ts';
export { chatTest, digestChat } from './digestChat.ts';
export { digestMail, type DigestMail } from './digestMail.ts';
export { describePractice } from './describePractice.ts';
export { describeWebhookEvent } from './describeWebhookEvent.ts';
export { evidenceText, type EvidenceText } from './evidenceText.ts';
export type { AwsAccess } from './instructions/awsAccessScript.ts';
export { instructionsFor } from './instructions/instructionsFor.ts';
export { irreversibleConsequences } from './irreversibleConsequences.ts';
export { ruleTitle } from './ruleTitle.ts';
export { ticketText } from './ticketText.ts';
export { describeRefusal, describeRefusals } from './describeRefusal.ts';
export {
  describeAlert,
  describeRunbook,
  driftReason,
  fieldTitle,
  runbookTexts,
  type AlertDescription,
} from './watch/describeAlert.ts';
export {
  describeClockMark,
  describeHealth,
  describeSubject,
  describeTrackCause,
} from './watch/describeHealth.ts';
