/** Keyway's own identity for its own vault, from the environment or the machine. */
import type { TokenCredential } from '@azure/core-auth';
import { DefaultAzureCredential } from '@azure/identity';
import { ConnectorError } from '@keyway/core';

const REMEDY =
  'None of the ways to sign in worked. Give AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or a certificate, or a workload identity), or a managed identity';

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
        throw new ConnectorError({ kind: 'credential', message: REMEDY }, { ambiguous: false });
      }),
  };
}
