/** Keyway's own identity for its own vault, from the environment or the machine. */
import type { TokenCredential } from '@azure/core-auth';
import { ConnectorError, OWN_CODES } from '@keyway/core';

/** Loaded at its first use: most processes never ask for it, and it takes several MB. */
async function defaultCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  // The vault may live in another tenant than the identity; its challenge says so
  // (docs/reference/clouds.md 1).
  return new DefaultAzureCredential({ additionallyAllowedTenants: ['*'] });
}

/**
 * `DefaultAzureCredential`; every failure of its `getToken` is a ConnectorError (`credential`),
 * without its own long message.
 */
export function machineCredential(): TokenCredential {
  let inner: Promise<TokenCredential> | undefined;
  return {
    getToken: (scopes, options) =>
      (inner ??= defaultCredential())
        .then((credential) => credential.getToken(scopes, options))
        .catch(() => {
          throw new ConnectorError({ kind: 'credential', code: OWN_CODES.noIdentity });
        }),
  };
}
