/** Reads a configuration by its exact name, case and all (AEP-41, GAP-01). */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AdobeConnection, ConfigurationFacts } from '@keyway/core';
import { readPlatform } from '../callPlatform.ts';
import type { Platform } from '../callPlatform.ts';
import { configurationFacts } from '../facts/configurationFacts.ts';
import { documentOf } from '../wire/responseFailure.ts';

/**
 * The name as one segment of the path (VAL-26). Dots alone would climb out of it, encoded or not.
 */
export function configurationPath(name: string): string {
  if (!name.isWellFormed() || name === '' || name === '.' || name === '..') {
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'Not a name that a configuration can be read by' },
    );
  }
  return `/data/infrastructure/manager/customer/config/${encodeURIComponent(name)}?configType=BYOK_CONFIG`;
}

/** Throws `notFound` for 404, which is no proof of absence (ST-09). */
export async function readConfiguration(
  platform: Platform,
  connection: AdobeConnection,
  name: string,
  signal: AbortSignal | null,
): Promise<ConfigurationFacts> {
  const path = configurationPath(name);
  const answer = await readPlatform(platform, connection, { path, signal });
  const facts = configurationFacts(documentOf(answer));
  // A success that says nothing is no proof that there is a configuration: what is sent depends on
  // it.
  const says = facts !== null && Object.values(facts).some((field) => field !== null);
  if (!says)
    throw new ConnectorError({
      kind: 'badResponse',
      message: `HTTP ${answer.status}`,
      status: answer.status,
      host: answer.host,
    });
  return facts;
}
