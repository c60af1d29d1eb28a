/**
 * Which cloud, region and shield can be together; the same where an organization is entered,
 * changed, imported, and where a run starts.
 */
import { shieldProblem } from './checks/shieldIsEntitled.ts';
import type { Organization } from './organization.ts';
import { regionAlias } from './regions.ts';

export interface CombinationProblem {
  /** The field to correct. */
  field: 'region' | 'shield';
  message: string;
}

/** Adobe's one region on AWS (AWS-01, REG-05). */
const AWS_REGION = 'VA6';

/** What of the three cannot be together, region first; null where they can. */
export function organizationCombination({
  cloud,
  region,
  shield,
}: Pick<Organization, 'cloud' | 'region' | 'shield'>): CombinationProblem | null {
  if (cloud === 'AWS' && regionAlias(region) !== AWS_REGION)
    return {
      field: 'region',
      message: `On AWS the only region is ${AWS_REGION}. Choose ${AWS_REGION}, or Azure as the cloud (AWS-01).`,
    };
  if (cloud === 'AZURE' && regionAlias(region) === AWS_REGION)
    return {
      field: 'region',
      message: `${AWS_REGION} is a region on AWS. Choose another region, or AWS as the cloud (REG-05).`,
    };
  const message = shieldProblem(cloud, shield);
  return message === null ? null : { field: 'shield', message };
}
