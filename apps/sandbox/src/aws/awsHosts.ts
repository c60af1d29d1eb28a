/** Which service of which region a host is. */

/** Regions for which the sandbox has certificates. */
export const AWS_REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'ap-southeast-2',
];

export interface AwsEndpoint {
  service: 'sts' | 'kms';
  region: string;
}

export function awsEndpointOf(host: string): AwsEndpoint | undefined {
  const [, service, region = ''] = /^(sts|kms)\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host) ?? [];
  if ((service !== 'sts' && service !== 'kms') || !AWS_REGIONS.includes(region)) return undefined;
  return { service, region };
}
