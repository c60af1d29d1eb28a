/** The steps on AWS that differ from those on Azure. */
export const aws = {
  createKey:
    'In AWS KMS, in the region of the Adobe account, create a symmetric key (**Encrypt and decrypt**), single-Region, with key material made by KMS.',
  rotate:
    'Turn on automatic rotation (90 to 2560 days): it is off by default, and changes neither the ARN nor what Adobe has.',
  addStatements:
    'Add the four statements that Adobe’s Encryption page shows for this organization to the key policy. Add, never overwrite: keep your account’s own statement, and give the two equal Sids different names.',
  admitKeyway:
    'Create an IAM role that Keyway can assume to read the key, with the trust policy and the permissions policy below. If there is one already, compare both: the external ID must be the same.',
  sendArn:
    'Send the key’s ARN, and the ARN of the role, to whoever gave you this link: they enter them.',
  sendKeyArn: 'Send the key’s ARN to whoever gave you this link: they enter it.',
  attestKey:
    'Attest this step with the key’s ARN (such as `arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; not an alias) as the reference.',
  provideArn:
    'Copy the key’s ARN (such as `arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; not an alias) and {byLink, select, true {send it to the partner who sent you this link} other {provide it here}}. Keyway then reads the key.',
  providePolicy:
    'Copy the whole key policy from Adobe’s Encryption page, with its comments, and {byLink, select, true {send it to the partner who sent you this link} other {provide it here}}. The scripts below then hold its statements.',
  attestPolicy: 'Attest this step with what you compared, statement by statement.',
  submit:
    'This can’t be undone. In Adobe open **Administration > Encryption**, enter **Configuration name** and **KMS key ARN**, and select **Save** once.',
  attestSubmission:
    'Attest this step with the configuration name as the reference, and type the IMS organization ID {imsOrgId}.',
  waitForAdobe:
    'Wait until Adobe’s page shows the key in use, usually within 24 hours, and attest what you saw.',
  askForConfirmation:
    'Adobe documents Journey Optimizer’s key on Azure only. Have the account team confirm in writing that it is in effect on AWS.',
  attestConfirmation: 'Attest this step with their message as the reference.',
};
