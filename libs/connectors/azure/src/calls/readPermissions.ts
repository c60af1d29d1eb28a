/** Reads Azure's list of what the credential may do at a scope. */
import {
  ConnectorError,
  listedPermissions,
  OWN_CODES,
  parseVaultResourceId,
  RESOURCE_GROUP,
} from '@keyway/core';
import type { ListedPermissions } from '@keyway/core';
import { permissionsPath, resourceGroupId, vaultId } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { permissionGrant } from '../facts/permissionFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid } from '../vaultHost.ts';

const SCOPE = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i;

/** The scope for use in a path, of checked parts alone; throws `rejected` for another form. */
function checkedScope(scope: string): string {
  const vault = parseVaultResourceId(scope);
  if (vault) return vaultId(vault);
  const [, subscription, group] = SCOPE.exec(scope) ?? [];
  if (subscription === undefined || (group !== undefined && !RESOURCE_GROUP.test(group)))
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'Not the ID of a subscription, resource group or vault' },
    );
  const subscriptionId = requireGuid(subscription, 'the subscription ID');
  return group === undefined
    ? `/subscriptions/${subscriptionId}`
    : resourceGroupId({ subscriptionId, resourceGroup: group });
}

export const readPermissions = (session: AzureSession, scope: string): Promise<ListedPermissions> =>
  sdkCall(ARM_HOST, 'Microsoft.Authorization/permissions/read', async () => {
    const rows = await session.arm().list(permissionsPath(checkedScope(scope)));
    return listedPermissions(rows.map(permissionGrant));
  });
