import type { ReasonOf } from '@keyway/core';

export const organizationRefusals = {
  archiveReasonMissing:
    'This organization’s configuration was submitted to Adobe. Archiving hides the organization while its run continues. Give a reason.',
  awsNotUsedOnAzure:
    'This organization is on Azure. A role in AWS is used for organizations on AWS only.',
  awsPrincipalMissing:
    'This installation has no identity in AWS yet. An administrator sets KEYWAY_AWS_PRINCIPAL to the ARN that Keyway signs in with, and restarts the API.',
  awsKeyOfOtherAccount:
    'The key is in account {key}, but the connected role is in account {role}. AWS shows a key policy within the key’s account only. Correct the key, or disconnect AWS and connect a role of account {key}.',
  awsRoleOfOtherAccount:
    'The role is in account {role}, but the run’s key is in account {key}. AWS shows a key policy within the key’s account only. Enter a role of account {key}, or correct the key.',
  awsRoleStored: 'A role in AWS is stored. Disconnect AWS, then change the cloud.',
  azureCredentialStored: 'An Azure credential is stored. Disconnect Azure, then change the cloud.',
  azureNotUsedOnAws: 'This organization is on AWS. Keyway uses no Azure credential for it.',
  cloudFixedByRun:
    'The cloud determines the steps of the run. Cancel the run, then change the cloud.',
  createForbidden: 'Only members who see every organization of the partner can add one.',
  credentialNotStored: 'No {cloud} credential is stored. Connect {cloud} first.',
  detailSubmitted:
    'This organization’s configuration was submitted to Adobe. Only its name can still be changed (IRR-04).',
  imsOrgIdArchived:
    '{imsOrgId} is one of your archived organizations. Restore it instead (restoreOrganization).',
  imsOrgIdFixedByRun:
    'The history of a run names this ID, so it can’t be changed. Archive the organization and create another one.',
  imsOrgIdForbidden:
    'Only members who see every organization of the partner can change an IMS organization ID.',
  imsOrgIdTaken: '{imsOrgId} is already one of your organizations. Use that one.',
  organizationArchived: 'This organization is archived. Restore it first (restoreOrganization).',
  organizationNotFound: 'This organization doesn’t exist.',
  practiceInSandboxOnly:
    'This installation calls real clouds. Organizations to practice with exist in the sandbox only.',
  practiceUnavailable:
    'The sandbox didn’t lay out the organization. Nothing was created. Try again.',
  regionNotOnAws:
    'On AWS the only region is {region}. Choose {region}, or Azure as the cloud (AWS-01).',
  regionOnlyOnAws:
    '{region} is a region on AWS. Choose another region, or AWS as the cloud (REG-05).',
  shieldMissing:
    'Customer-managed keys require Healthcare Shield or Privacy & Security Shield (ENT-01).',
  shieldNotOnAws:
    'On AWS, customer-managed keys require Privacy & Security Shield; Healthcare Shield includes them on Azure only (ENT-02).',
  tenantOnAws: 'An organization on AWS has no Entra tenant. Leave the tenant ID out.',
} satisfies Record<ReasonOf<'organization'>, string>;
