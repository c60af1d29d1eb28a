/** The stored credential that a call needs, or why there is none to act with. */
import { ConnectorError, OWN_CODES, type AdobeConnection, type AwsConnection } from '@keyway/core';
import type { AzureConnection, ConnectionKind, OpenedConnections } from '@keyway/store';

/** Not connected, or stored but impossible to decrypt. */
export function missingCredential(
  kind: ConnectionKind,
  unopenable: readonly string[],
): ConnectorError {
  const isStored = unopenable.includes(kind);
  return new ConnectorError({
    kind: 'credential',
    code: isStored ? OWN_CODES.credentialNotReadable : OWN_CODES.notConnected,
  });
}

/** @throws ConnectorError `credential`, or `rejected` where the region has no host */
export function requireAdobe(
  { adobe, unopenable }: OpenedConnections,
  { imsOrgId, host }: { imsOrgId: string; host: string | null },
): AdobeConnection {
  if (!adobe) throw missingCredential('adobe', unopenable);
  if (!host) throw new ConnectorError({ kind: 'rejected', code: OWN_CODES.noHost });
  return { ...adobe, imsOrgId, host };
}

/** @throws ConnectorError `credential` */
export function requireAzure({ azure, unopenable }: OpenedConnections): AzureConnection {
  if (!azure) throw missingCredential('azure', unopenable);
  return azure;
}

/** @throws ConnectorError `credential` */
export function requireAws(
  { aws, unopenable }: OpenedConnections,
  organizationId: string,
): AwsConnection {
  if (!aws) throw missingCredential('aws', unopenable);
  return { ...aws, organizationId };
}
