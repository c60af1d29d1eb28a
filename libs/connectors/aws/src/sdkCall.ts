/** Runs a call of the SDK so that only ConnectorErrors leave it. */
import { ConnectorError, OWN_CODES } from '@keyway/core';

const unexpected = (host: string): ConnectorError =>
  new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.unexpectedResponse, host },
    { detail: `The answer of ${host} has another form than expected` },
  );

/**
 * @param sent whether the request left: before that, only the identity can be missing, and after it
 *   the handler lets only successes through, so that what fails is an SDK that cannot read one. Its
 *   message may hold any part of the response and is dropped.
 */
export async function sdkCall<T>(
  host: string,
  sent: () => boolean,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // A new one, because the SDK writes into what passes through it.
    if (error instanceof ConnectorError)
      throw new ConnectorError(
        { ...error.failure },
        { ambiguous: error.ambiguous, detail: error.message },
      );
    if (sent()) throw unexpected(host);
    throw new ConnectorError(
      { kind: 'credential', code: OWN_CODES.noIdentity, host },
      { ambiguous: false, detail: 'Keyway has no AWS identity of its own, or it cannot be read' },
    );
  }
}
