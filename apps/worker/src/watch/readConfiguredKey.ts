/** Reads which key Adobe's configuration names (ROT-08, MON-07). */
import {
  ConnectorError,
  platformHostOf,
  type AdobePort,
  type Organization,
  type WatchedTrack,
} from '@keyway/core';
import type { OpenedConnections } from '@keyway/store';
import { requireAdobe } from '../credentials.ts';

export interface ConfigurationContext {
  adobe: AdobePort;
  organization: Organization;
  connections: () => Promise<OpenedConnections>;
  signal: AbortSignal;
}

/**
 * Undefined where there is nothing to read, or where Adobe can't be asked: that says nothing about
 * the key, and is reported by the connection.
 */
export async function readConfiguredKey(
  { configuration }: WatchedTrack,
  { adobe, organization, connections, signal }: ConfigurationContext,
): Promise<string | null | undefined> {
  if (!configuration) return undefined;
  const { imsOrgId, region } = organization;
  try {
    const connection = requireAdobe(await connections(), {
      imsOrgId,
      host: platformHostOf(region).host,
    });
    const answer = await adobe.readConfiguration(connection, configuration.name, { signal });
    // An answer about somebody else's configuration is none.
    return answer.imsOrgId === null || answer.imsOrgId === imsOrgId
      ? answer.keyVaultKeyIdentifier
      : undefined;
  } catch (error) {
    if (error instanceof ConnectorError) return undefined;
    throw error;
  }
}
