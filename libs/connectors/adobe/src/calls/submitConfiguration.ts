/**
 * Sends the configuration to Adobe: the point of no return (AEP-36, AEP-37). Exactly these bytes,
 * once; whether they arrived when no answer came is for the caller to find out by reading (AEP-40).
 */
import type { AdobeConnection, CallOptions, ConfigurationFacts } from '@keyway/core';
import { callPlatform } from '../callPlatform.ts';
import type { Platform } from '../callPlatform.ts';
import { EMPTY_CONFIGURATION, configurationFacts } from '../facts/configurationFacts.ts';
import { documentOf } from '../wire/responseFailure.ts';

const PATH = '/data/infrastructure/manager/customer/config';

/**
 * What Adobe answered; nothing but nulls for a 2xx that cannot be read, which is accepted all the
 * same (GAP-31).
 */
export async function submitConfiguration(
  platform: Platform,
  connection: AdobeConnection,
  body: string,
  { signal = undefined, maySend = undefined }: CallOptions = {},
): Promise<ConfigurationFacts> {
  const answer = await callPlatform(platform, connection, {
    method: 'POST',
    path: PATH,
    body,
    signal: signal ?? null,
    maySend,
  });
  return configurationFacts(documentOf(answer)) ?? EMPTY_CONFIGURATION;
}
