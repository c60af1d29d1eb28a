/**
 * Entra tokens for one connection. MSAL replaces typed failures by its own errors, which hold whole
 * responses; here they stay typed, and concurrent callers share one request.
 */
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { ClientSecretCredential } from '@azure/identity';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AzureConnection } from '@keyway/core';
import { newScope, runInScope } from './callScope.ts';
import { createTransport, RETRIES_BY_TRANSPORT } from './transport/createTransport.ts';
import type { TransportOptions } from './transport/createTransport.ts';
import { tokenFailure } from './transport/responseFailure.ts';

const LOGIN_HOST = 'login.microsoftonline.com';

/** Without a token no request was sent, so nothing was done. */
const unambiguous = (error: ConnectorError): ConnectorError =>
  new ConnectorError(error.failure, { ambiguous: false });

function clientSecretCredential(
  connection: AzureConnection,
  options: Omit<TransportOptions, 'host'>,
): TokenCredential {
  try {
    return new ClientSecretCredential(
      connection.tenantId,
      connection.clientId,
      connection.clientSecret,
      {
        // A vault may live in another tenant than the connection names; its challenge says so
        // (docs/reference/clouds.md 1).
        additionallyAllowedTenants: ['*'],
        httpClient: createTransport({
          ...options,
          host: LOGIN_HOST,
          failureOf: tokenFailure,
          repeatable: () => true,
        }),
        ...RETRIES_BY_TRANSPORT,
      },
    );
  } catch {
    throw new ConnectorError(
      { kind: 'credential', code: OWN_CODES.malformedCredential },
      { detail: 'Tenant ID, client ID or client secret is missing or malformed' },
    );
  }
}

/**
 * Every failure of the answer's `getToken` is a ConnectorError that is not ambiguous. Throws one
 * where the connection is malformed.
 */
export function createTokenCredential(
  connection: AzureConnection,
  options: Omit<TransportOptions, 'host'>,
): TokenCredential {
  const inner = clientSecretCredential(connection, options);
  const pending = new Map<string, Promise<AccessToken | null>>();

  const request = (
    scopes: string | string[],
    tokenOptions: GetTokenOptions,
  ): Promise<AccessToken | null> => {
    // A scope of its own: the token is shared, so one caller that aborts must not fail the others.
    const scope = newScope(null);
    return runInScope(scope, () => inner.getToken(scopes, tokenOptions)).catch((error: unknown) => {
      if (scope.failure) throw unambiguous(scope.failure);
      if (error instanceof ConnectorError) throw unambiguous(error);
      throw new ConnectorError(
        { kind: 'badResponse', code: OWN_CODES.unexpectedResponse, host: LOGIN_HOST },
        { ambiguous: false },
      );
    });
  };

  return {
    getToken(scopes, { tenantId, claims, enableCae } = {}) {
      const key = JSON.stringify([scopes, tenantId, claims, enableCae]);
      const known = pending.get(key);
      if (known) return known;
      const token = request(scopes, { tenantId, claims, enableCae }).finally(() =>
        pending.delete(key),
      );
      pending.set(key, token);
      return token;
    },
  };
}
