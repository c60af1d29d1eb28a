/**
 * Which Platform host serves which region (REG-01..03). An organization is known to its own
 * region's host only.
 */
const HOST_OF_REGION: Record<string, string> = {
  VA7: 'platform.adobe.io',
  NLD2: 'platform-nld2.adobe.io',
  AUS5: 'platform-aus5.adobe.io',
  CAN2: 'platform-can2.adobe.io',
  GBR9: 'platform-gbr9.adobe.io',
};

export const platformHosts = Object.values(HOST_OF_REGION);

export const regions = Object.keys(HOST_OF_REGION);

export const regionOfHost = (host: string): string | undefined =>
  regions.find((region) => HOST_OF_REGION[region] === host);
