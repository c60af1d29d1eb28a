/**
 * Requests a new token from IMS, so that the result is about the credential and not a cached token.
 * The calls that follow use it.
 */
import { orAborted, repeatRead } from '@keyway/connector-transport';
import { requestToken } from '../imsToken.ts';
import type { Credential } from '../imsToken.ts';
import type { Platform } from '../callPlatform.ts';

export async function tryCredential(
  { network, retry, tokens }: Platform,
  credential: Credential,
  signal: AbortSignal | null,
): Promise<void> {
  const tokenRequest = repeatRead({ signal, waitedMs: 0 }, retry, () =>
    requestToken(credential, network),
  );
  tokens.keep(credential, await orAborted(signal, tokenRequest, false));
}
