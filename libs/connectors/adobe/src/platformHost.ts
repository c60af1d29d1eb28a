/** The hosts that a bearer token may be sent to (REG-09). */
import { ConnectorError, OWN_CODES, isPlatformHost } from '@keyway/core';

/** The host itself; throws `rejected` for any other. */
export function requirePlatformHost(host: string): string {
  if (!isPlatformHost(host))
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'Not a host of Adobe Experience Platform' },
    );
  return host;
}
