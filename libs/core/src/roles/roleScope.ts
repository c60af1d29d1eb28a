/**
 * Whether an assignment's scope reaches the key: at it, at its vault, or above (AEP-32, RB-06); on
 * an HSM at `/`, `/keys` or the key (HSM-03).
 */

export interface KeyPlace {
  kind: 'vault' | 'managedHsm';
  vaultResourceId: string | null;
  keyName: string | null;
}

const trimmed = (scope: string): string => scope.toLowerCase().replace(/\/+$/, '');

/**
 * Whether an assignment at `scope` reaches the key: at it, at its vault, or above (AEP-32, RB-06);
 * on an HSM at `/`, `/keys` or the key (HSM-03).
 */
export function reachesKey(scope: string, { kind, vaultResourceId, keyName }: KeyPlace): boolean {
  if (scope === '') return false;
  const at = trimmed(scope);
  if (kind === 'managedHsm')
    return (
      at === '' || at === '/keys' || (keyName !== null && at === `/keys/${keyName.toLowerCase()}`)
    );
  // Whatever was listed for the vault from the root or a management group is above it; which groups
  // hold a subscription does not follow from its ID.
  if (at === '' || at.startsWith('/providers/microsoft.management/managementgroups/')) return true;
  if (vaultResourceId === null || vaultResourceId === '') return false;
  const vault = trimmed(vaultResourceId);
  if (`${vault}/`.startsWith(`${at}/`)) return true;
  return keyName !== null && at === `${vault}/keys/${keyName.toLowerCase()}`;
}
