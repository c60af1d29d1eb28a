/** The values of the closed lists that an organization is described with. */
import type { Actor, Cloud, Health, Region, RunStatus, Shield } from '../../generated/enums.ts';

export const CLOUDS: readonly Cloud[] = ['AZURE', 'AWS'];
export const SHIELDS: readonly Shield[] = ['HEALTHCARE_SHIELD', 'PRIVACY_AND_SECURITY_SHIELD'];
export const REGIONS: readonly Region[] = ['VA7', 'NLD2', 'AUS5', 'CAN2', 'GBR9', 'IND2', 'VA6'];
export const RUN_STATUSES: readonly RunStatus[] = [
  'IN_PROGRESS',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'COMPLETED',
  'CANCELLED',
];
/** Worst first. */
export const HEALTHS: readonly Health[] = [
  'REVOKED',
  'CUT_OFF',
  'AT_RISK',
  'UNREACHABLE',
  'HEALTHY',
  'NOT_WATCHED',
];
export const ACTORS: readonly Actor[] = [
  'PARTNER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'APPROVER',
  'ADOBE',
  'SYSTEM',
];

/** On AWS there is only VA6 (AWS-01); every other region is on Azure. */
export function listRegions(cloud: Cloud): readonly Region[] {
  return cloud === 'AWS' ? ['VA6'] : REGIONS.filter((region) => region !== 'VA6');
}
