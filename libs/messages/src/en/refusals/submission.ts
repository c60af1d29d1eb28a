import type { ReasonOf } from '@keyway/core';

const KEY_ARN =
  'Example: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

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
  keyArnAccount: `The account in the ARN must have twelve digits (AWS-10). ${KEY_ARN}`,
  keyArnBareId: `This is a key ID alone. Enter the whole ARN, which also names the region and the account (AWS-10). ${KEY_ARN}`,
  keyArnInvalid: `This is not the ARN of a KMS key (AWS-10). ${KEY_ARN}`,
  keyArnKeyId: `The key ID in the ARN must be a UUID in lower case (AWS-10). ${KEY_ARN}`,
  keyArnMissing: `Enter the ARN of the KMS key (AWS-10). ${KEY_ARN}`,
  keyArnMultiRegion: `This is a multi-Region key: its ID starts with mrk-. Adobe needs a single-Region key, so create another key (AWS-02, AWS-10). ${KEY_ARN}`,
  keyArnNoRegion: `The ARN names no region. After arn:aws:kms: comes the region, {expected}, and then the account (AWS-10). ${KEY_ARN}`,
  keyArnOfAlias: `This is an alias, which can point to another key later. Enter the ARN of the key itself (AWS-10). ${KEY_ARN}`,
  keyArnOfAzure: `This organization is on AWS, and this is an address. Enter the ARN of the KMS key (AWS-10). ${KEY_ARN}`,
  keyArnPartition: `The key must be in the standard AWS partition, so the ARN starts with arn:aws: (AWS-10). ${KEY_ARN}`,
  keyArnRegion: `The key is in {region}. It must be in the region of the Adobe account, {expected} (AWS-02, AWS-03). ${KEY_ARN}`,
  keyArnService: `This ARN is of another AWS service. Enter the ARN of a KMS key (AWS-10). ${KEY_ARN}`,
  keyIdentifierInvalid: '{problems}',
  keyMayBeSubmitted:
    'Adobe may already have the key, because the outcome of an earlier submission is unknown. Submit the same key again.',
  keyPolicyAction:
    'Statement “{statement}” lets account {account} do what Adobe doesn’t need: {actions} (AWS-04). Remove the statement if Adobe’s page doesn’t have it. If it’s the one of your own account, remove it or provide the key first; it stays on the key (AWS-05).',
  keyPolicyCondition:
    'Statement “{statement}” must have exactly one condition, StringEquals on aws:PrincipalAccount, with the account that it lets use the key (AWS-04). Copy the statement from Adobe’s page as it is.',
  keyPolicyDeny:
    'Statement “{statement}” is a Deny. Adobe’s page has none, and one can lock the account out of its key (AWS-05). Remove it.',
  keyPolicyExcludes:
    'Statement “{statement}” has {part}, which means everything but what it names. Adobe’s page has no such statement (AWS-04). Remove it.',
  keyPolicyLacksActions:
    'Statement “{statement}” doesn’t let account {account} do all that Adobe needs (AWS-04). These actions are missing: {actions}. Copy the statement from Adobe’s page as it is.',
  keyPolicyNotAdobes:
    'This policy doesn’t let Adobe’s four accounts use the key (AWS-04). Copy the whole policy from Adobe’s page, not the one that the key has in AWS.',
  keyPolicyNotJson:
    'The policy is not valid JSON at line {line, number}, column {character, number}. Copy the whole policy from Adobe’s page; its comments can stay (AWS-07).',
  keyPolicyOnAzure: 'This organization is on Azure, which has no key policy.',
  keyPolicyPart:
    'This is not a key policy: at line {line, number}, column {character, number}, “{part}” is missing, repeated or has another form. Copy the whole policy from Adobe’s page (AWS-07).',
  keyPolicyPrincipal:
    'Statement “{statement}” names {principal}. It can name only AWS accounts and roles of Adobe, and your own account as a whole (AWS-04). Remove it.',
  keyPolicyResource:
    'The resource of statement “{statement}” must be “*”, which means the key itself (AWS-04). Copy the statement from Adobe’s page as it is.',
  keyPolicyTooLong: 'A key policy can have at most {max, number} characters.',
  keyPolicyTooManyAccounts:
    'The policy lets more accounts use the key than the four of Adobe’s page (AWS-04, AWS-08). Remove the statements that the page doesn’t have. All that let an account use the key: {statements}.',
  keySubmitted: 'The key was already sent to Adobe and can’t be changed (IRR-04).',
  keyVersionUnknown: 'The version of the key is not known yet. Verify KEY first.',
  organizationHasConfiguration:
    'This organization already has a configuration. There can be only one (IRR-04).',
  referenceNotKey: 'The key of this run is {key}. Enter that ARN, or provide another key first.',
  referenceNotApprovedName:
    'The reference must be the approved configuration name, exactly: “{name}”.',
  submissionAttested: 'The submission was already attested.',
  submissionOnAws:
    'On AWS the configuration is saved on Adobe’s page and attested in Keyway (AWS-14).',
} satisfies Record<ReasonOf<'submission'>, string>;
