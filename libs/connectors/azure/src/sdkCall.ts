/**
 * Runs a call of an Azure SDK so that only ConnectorErrors leave it, each naming the permission to
 * grant where access was denied.
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AzurePermission } from '@keyway/core';
import { responseFailure } from './transport/responseFailure.ts';

interface ResponseError {
  statusCode: number;
  response?: { headers: { get(name: string): string | undefined }; bodyAsText?: string | null };
}

const isResponseError = (error: unknown): error is ResponseError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';

/**
 * Firewalls are opened, not granted; everything else that is denied names an action
 * (docs/reference/clouds.md 5).
 */
const PERMISSIONLESS = new Set([
  'ForbiddenByFirewall',
  'ForbiddenByConnection',
  'ForbiddenByPolicy',
]);

function withPermission(error: ConnectorError, permission: string | null): ConnectorError {
  const { failure } = error;
  if (failure.kind !== 'denied' || failure.permission !== null || permission === null) return error;
  if (failure.code !== null && PERMISSIONLESS.has(failure.code)) return error;
  return new ConnectorError({ ...failure, permission }, { ambiguous: error.ambiguous });
}

/**
 * @param host whom the call asks, for messages only
 * @param permission the action that the call needs, named where the answer itself names none
 */
export async function sdkCall<T>(
  host: string,
  permission: AzurePermission | null,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ConnectorError) throw withPermission(error, permission);
    if (isResponseError(error) && error.statusCode >= 300) {
      const failure = responseFailure({
        status: error.statusCode,
        header: (name) => error.response?.headers.get(name),
        body: error.response?.bodyAsText ?? '',
        now: Date.now(),
        secrets: [],
      });
      throw withPermission(new ConnectorError(failure), permission);
    }
    // The transport lets only well-formed successes through, so what fails now is an SDK that
    // cannot make sense of one. Its message may hold any part of the response and is dropped.
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
      { detail: `The answer of ${host} has another form than expected` },
    );
  }
}
