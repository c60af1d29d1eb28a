/**
 * Whether a role's data actions let Adobe read, wrap and unwrap (RB-03; docs/reference/clouds.md
 * 2.4): by name or by Azure's `*`.
 */
import { actionMatches } from '../actionPattern.ts';

const NEEDED = {
  vault: ['keys/read', 'keys/wrap/action', 'keys/unwrap/action'].map(
    (action) => `microsoft.keyvault/vaults/${action}`,
  ),
  managedHsm: ['keys/read/action', 'keys/wrap/action', 'keys/unwrap/action'].map(
    (action) => `microsoft.keyvault/managedhsm/${action}`,
  ),
};

export const grantsWrapping = (granted: readonly string[], kind: 'vault' | 'managedHsm'): boolean =>
  NEEDED[kind].every((action) => granted.some((pattern) => actionMatches(pattern, action)));
