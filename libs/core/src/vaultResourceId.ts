/**
 * The ARM resource ID of a vault or Managed HSM. It becomes part of URLs, so only its documented
 * form passes.
 */
import { isGuid } from './guid.ts';
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { InputValidation } from './organizationInput.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The parts of an ARM resource ID, in the letter case in which they were given. */
export interface VaultResourceId {
  subscriptionId: string;
  resourceGroup: string;
  kind: 'vault' | 'managedHsm';
  name: string;
}

const RESOURCE_ID =
  /^\/subscriptions\/([^/]*)\/resourceGroups\/([^/]*)\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([^/]*)\/?$/i;
/** Longer than any real one; a refusal repeats parts of the text and should stay readable. */
const MAX_LENGTH = 500;
/** ARM's rule for resource group names. Without it, a name of dots would leave the path. */
export const RESOURCE_GROUP = /^(?!.*\.$)[-\w.()\p{L}\p{N}]{1,90}$/u;
const VAULT_NAME = /^[A-Za-z0-9-]{3,24}$/;

function partsOf(text: string): VaultResourceId | null {
  const [, subscriptionId, resourceGroup, type, name] =
    text.length > MAX_LENGTH ? [] : (RESOURCE_ID.exec(text) ?? []);
  if (
    subscriptionId === undefined ||
    resourceGroup === undefined ||
    type === undefined ||
    name === undefined
  )
    return null;
  const kind = type.toLowerCase() === 'vaults' ? 'vault' : 'managedHsm';
  return { subscriptionId, resourceGroup, kind, name };
}

function refuseMalformedPart({
  subscriptionId,
  resourceGroup,
  name,
}: VaultResourceId): Refusal | null {
  if (!isGuid(subscriptionId))
    return refuse('resourceIdSubscription', null, { subscription: subscriptionId });
  if (!RESOURCE_GROUP.test(resourceGroup))
    return refuse('resourceIdGroup', null, { group: resourceGroup });
  return VAULT_NAME.test(name) ? null : refuse('resourceIdVaultName', null, { vault: name });
}

/** Null for any other form. */
export function parseVaultResourceId(text: string): VaultResourceId | null {
  const parts = partsOf(text);
  return parts && refuseMalformedPart(parts) === null ? parts : null;
}

/** The ID is of another vault than the key identifier that was given with it (KID-07). */
function refuseOtherVault({ kind, name }: VaultResourceId, key: KeyIdentifier): Refusal | null {
  if (kind !== key.kind)
    return refuse(kind === 'vault' ? 'resourceIdOfVault' : 'resourceIdOfManagedHsm', null);
  return name.toLowerCase() === key.vault.toLowerCase()
    ? null
    : refuse('resourceIdOfOtherVault', null, { vault: name, keyVault: key.vault });
}

/**
 * Validates what a person entered; returns the ID without a trailing slash.
 * @param key the identifier given with it, or null
 */
export function validateVaultResourceId(text: string, key: KeyIdentifier | null): InputValidation {
  const trimmed = text.trim();
  const parts = partsOf(trimmed);
  if (parts === null) return { ok: false, refusal: refuse('resourceIdInvalid', null) };
  const refusal = refuseMalformedPart(parts) ?? (key && refuseOtherVault(parts, key));
  return refusal ? { ok: false, refusal } : { ok: true, value: trimmed.replace(/\/$/, '') };
}
