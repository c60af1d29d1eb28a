/**
 * Which cloud, region and shield can be together; the same where an organization is entered,
 * changed, imported, and where a run starts.
 */
import { validateShield } from './checks/shieldIsEntitled.ts';
import type { Organization } from './organization.ts';
import { refuse, type Refusal } from './refusal.ts';
import { regionAlias } from './regions.ts';

/** Adobe's one region on AWS (AWS-01, REG-05). */
const AWS_REGION = 'VA6';

/** What of the three cannot be together, region first; null where they can. */
export function organizationCombination({
  cloud,
  region,
  shield,
}: Pick<Organization, 'cloud' | 'region' | 'shield'>): Refusal | null {
  const isAwsRegion = regionAlias(region) === AWS_REGION;
  if (cloud === 'AWS' && !isAwsRegion)
    return refuse('regionNotOnAws', ['region'], { region: AWS_REGION });
  if (cloud === 'AZURE' && isAwsRegion)
    return refuse('regionOnlyOnAws', ['region'], { region: AWS_REGION });
  const { outcome } = validateShield(cloud, shield);
  if (outcome === 'ok') return null;
  return refuse(outcome === 'notOnAws' ? 'shieldNotOnAws' : 'shieldMissing', ['shield']);
}
