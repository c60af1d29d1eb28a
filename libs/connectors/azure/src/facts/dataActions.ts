/**
 * What a role definition lets its holder do with keys, with what it takes back already taken out
 * (RB-03). Pure.
 */
import { actionMatches } from '@keyway/core';
import { z } from 'zod';
import { optional, parseResponse } from '@keyway/connector-transport';

const texts = optional(z.array(z.string()));
const roleDefinitionSchema = z.object({
  permissions: z.array(z.object({ dataActions: texts, notDataActions: texts })),
});

/** What Adobe needs at a key, by who keeps the roles (RB-03, HSM-03). */
export const KEY_ACTIONS: Record<'azureRbac' | 'hsmLocal', string[]> = {
  azureRbac: [
    'Microsoft.KeyVault/vaults/keys/read',
    'Microsoft.KeyVault/vaults/keys/wrap/action',
    'Microsoft.KeyVault/vaults/keys/unwrap/action',
  ],
  hsmLocal: [
    'Microsoft.KeyVault/managedHsm/keys/read/action',
    'Microsoft.KeyVault/managedHsm/keys/wrap/action',
    'Microsoft.KeyVault/managedHsm/keys/unwrap/action',
  ],
};

function effectiveActions(
  granted: string[],
  taken: string[],
  store: keyof typeof KEY_ACTIONS,
): string[] {
  if (taken.length === 0) return granted;
  // With exceptions a wildcard is not enough: it is replaced by the actions on keys that
  // remain of it.
  return granted
    .flatMap((action) =>
      action.includes('*')
        ? KEY_ACTIONS[store].filter((keyAction) => actionMatches(action, keyAction))
        : [action],
    )
    .filter((action) => !taken.some((exception) => actionMatches(exception, action)));
}

/**
 * Data actions of a role definition, of which this gets the `properties`, sorted; throws
 * `badResponse` for another form.
 */
export function dataActions(definition: unknown, store: keyof typeof KEY_ACTIONS): string[] {
  const { permissions } = parseResponse(roleDefinitionSchema, definition, 'The role definition');
  const actions = permissions.flatMap(({ dataActions: granted, notDataActions: taken }) =>
    effectiveActions(granted ?? [], taken ?? [], store),
  );
  return [...new Set(actions)].sort();
}
