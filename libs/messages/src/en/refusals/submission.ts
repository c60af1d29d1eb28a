import type { ReasonOf } from '@keyway/core';

export const submissionRefusals = {
  adobeCredentialInUse:
    'The configuration is being sent to Adobe with this credential. Disconnect Adobe when the outcome is known.',
  adobeNotConnected: 'Connect Adobe first (connectAdobe), or attest the submission.',
  caseNumberMissing: 'Enter the case number from Customer Care. Example: E-001234567',
  caseOpen:
    'Case {caseNumber} is open at Adobe Customer Care. The run stays open until its outcome is known.',
  caseOpenedInFuture: 'The case can’t have been opened in the future.',
  caseRecorded: 'Case {caseNumber} is already recorded.',
  cjaConfirmed: 'CJA is already confirmed.',
  configurationNameForCja: 'CJA has no configuration. Leave the name out.',
  configurationNameInvalid:
    'Enter a name of 1 to 255 visible characters without outer spaces. Up to 64 lowercase letters, digits, and hyphens are safest (VAL-26).',
  configurationNameNotAccepted:
    'Adobe finds a configuration by the exact letters of its name, and its documents differ in case (GAP-01). Use 1 to 64 lowercase letters, digits, and hyphens, or request approval for this name.',
  configurationNameNotApproved:
    'The approved name is “{name}”. Submit under that name, or request approval for another.',
  configurationNameOfEarlierSend:
    'Adobe may already have the configuration “{name}”, because the outcome of an earlier submission is unknown. Use the same name, so that it is found (GAP-31).',
  configurationSubmitted:
    'The configuration {name} was already submitted. An organization has only one.',
  confirmationBeforeCase:
    'The confirmation can’t be earlier than its case, which was opened at {openedAt}.',
  confirmationInFuture: 'The confirmation can’t be in the future.',
  confirmationTextMissing: 'Enter the text of the confirmation.',
  confirmedByMissing: 'Enter who confirmed at Customer Care.',
  keyArnInvalid:
    'The reference must be the ARN of a single-Region key, not of an alias (AWS-10). Example: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  keyAttestedOnAws: 'This organization is on AWS. Attest its key in the KEY step instead.',
  keyIdentifierInvalid: '{problems}',
  keyMayBeSubmitted:
    'Adobe may already have the key, because the outcome of an earlier submission is unknown. Submit the same key again.',
  keySubmitted: 'The key was already sent to Adobe and can’t be changed (IRR-04).',
  keyVersionUnknown: 'The version of the key is not known yet. Verify KEY first.',
  organizationHasConfiguration:
    'This organization already has a configuration. There can be only one (IRR-04).',
  referenceNotApprovedName:
    'The reference must be the approved configuration name, exactly: “{name}”.',
  submissionAttested: 'The submission was already attested.',
  submissionOnAws:
    'On AWS the configuration is saved on Adobe’s page and attested in Keyway (AWS-14).',
} satisfies Record<ReasonOf<'submission'>, string>;
