/** Keyway's own identity for its own vault, from the environment or the machine. */
import type { TokenCredential } from '@azure/core-auth';
import { DefaultAzureCredential } from '@azure/identity';
import { ConnectorError, OWN_CODES } from '@keyway/core';

/**
 * `DefaultAzureCredential`; every failure of its `getToken` is a ConnectorError (`credential`),
 * without its own long message.
 */
export function machineCredential(): TokenCredential {
  // The vault may live in another tenant than the identity; its challenge says so
  // (docs/reference/clouds.md 1).
  const inner = new DefaultAzureCredential({ additionallyAllowedTenants: ['*'] });
  return {
    getToken: (scopes, options) =>
      inner.getToken(scopes, options).catch(() => {
        throw new ConnectorError({ kind: 'credential', code: OWN_CODES.noIdentity });
      }),
  };
}
