/**
 * Which combinations of cloud, region and shield are possible. Checked when an organization is
 * created, changed or imported, and when a run starts.
 */
import { validateShield } from './checks/shieldIsEntitled.ts';
import type { Organization } from './organization.ts';
import { refuse, type Refusal } from './refusal.ts';
import { regionAlias } from './regions.ts';

/** Adobe's only region on AWS (AWS-01, REG-05). */
const AWS_REGION = 'VA6';

/** A refusal with the field to correct; null where the combination is possible. */
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
