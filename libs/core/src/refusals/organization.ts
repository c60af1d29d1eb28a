/** Creating, changing, connecting and archiving an organization. */
import { reason, type Reason } from './reason.ts';

export const organizationReasons = {
  archiveReasonMissing: reason('ALREADY_SUBMITTED'),
  awsKeyOfOtherAccount: reason('CONFLICT', 'role', 'key'),
  awsNotUsedOnAzure: reason('CONFLICT'),
  awsPrincipalMissing: reason('CONFLICT'),
  awsRoleOfOtherAccount: reason('CONFLICT', 'role', 'key'),
  awsRoleStored: reason('CONFLICT'),
  azureCredentialStored: reason('CONFLICT'),
  azureNotUsedOnAws: reason('CONFLICT'),
  cloudFixedByRun: reason('RUN_EXISTS'),
  createForbidden: reason('FORBIDDEN'),
  credentialNotStored: reason('CLOUD_NOT_CONNECTED', 'cloud'),
  detailSubmitted: reason('ALREADY_SUBMITTED'),
  imsOrgIdArchived: reason('CONFLICT', 'imsOrgId'),
  imsOrgIdFixedByRun: reason('RUN_EXISTS'),
  imsOrgIdForbidden: reason('FORBIDDEN'),
  imsOrgIdTaken: reason('CONFLICT', 'imsOrgId'),
  organizationArchived: reason('CONFLICT'),
  organizationNotFound: reason('NOT_FOUND'),
  regionNotOnAws: reason('INVALID_INPUT', 'region'),
  regionOnlyOnAws: reason('INVALID_INPUT', 'region'),
  shieldMissing: reason('INVALID_INPUT'),
  shieldNotOnAws: reason('INVALID_INPUT'),
  tenantOnAws: reason('INVALID_INPUT'),
} satisfies Record<string, Reason>;
