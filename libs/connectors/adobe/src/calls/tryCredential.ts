/**
 * Requests a new token from IMS, so that the result is about the credential and not a cached
 * token.
 */
import { DEFAULT_RETRY_LIMITS, orAborted, repeatRead } from '@keyway/connector-transport';
import { requestToken } from '../imsToken.ts';
import type { Credential } from '../imsToken.ts';
import type { Network } from '../wire/sendRequest.ts';

export async function tryCredential(
  network: Network,
  credential: Credential,
  signal: AbortSignal | null,
): Promise<void> {
  const asked = repeatRead({ signal, waitedMs: 0 }, DEFAULT_RETRY_LIMITS, () =>
    requestToken(credential, network),
  );
  await orAborted(signal, asked, false);
}
