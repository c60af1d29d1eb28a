/** The hosts that a bearer token may be sent to (REG-09): from the pattern of Adobe's regions, never from an address somebody typed. */
import { ConnectorError } from '@keyway/core';

export const PLATFORM_HOST = /^platform(-[a-z]{3}\d)?\.adobe\.io$/;

/** The host itself; throws `rejected` for any other. */
export function requirePlatformHost(host: string): string {
  if (!PLATFORM_HOST.test(host)) throw new ConnectorError({ kind: 'rejected', message: 'Not a host of Adobe Experience Platform' });
  return host;
}
