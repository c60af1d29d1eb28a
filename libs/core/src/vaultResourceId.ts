/**
 * The ARM resource ID of a vault or Managed HSM. It becomes part of URLs, so only its documented
 * form passes.
 */
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { InputValidation } from './organizationInput.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface VaultResourceId {
  subscriptionId: string;
  resourceGroup: string;
  kind: 'vault' | 'managedHsm';
  name: string;
}

const FORM =
  /^\/subscriptions\/([^/]*)\/resourceGroups\/([^/]*)\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([^/]*)\/?$/i;
/** Longer than any real one; a refusal repeats parts of the text and should stay readable. */
const LONGEST = 500;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** ARM's rule for resource group names. Without it, a name of dots would leave the path. */
const GROUP = /^(?!.*\.$)[-\w.()\p{L}\p{N}]{1,90}$/u;
const NAME = /^[A-Za-z0-9-]{3,24}$/;

function partsOf(text: string): VaultResourceId | null {
  const [, subscriptionId, resourceGroup, type, name] =
    text.length > LONGEST ? [] : (FORM.exec(text) ?? []);
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

function wrongPart({ subscriptionId, resourceGroup, name }: VaultResourceId): Refusal | null {
  if (!GUID.test(subscriptionId))
    return refuse('resourceIdSubscription', null, { subscription: subscriptionId });
  if (!GROUP.test(resourceGroup)) return refuse('resourceIdGroup', null, { group: resourceGroup });
  return NAME.test(name) ? null : refuse('resourceIdVaultName', null, { vault: name });
}

/** Null for any other form. */
export function parseVaultResourceId(text: string): VaultResourceId | null {
  const parts = partsOf(text);
  return parts && wrongPart(parts) === null ? parts : null;
}

/** The ID is of another vault than the key identifier that was given with it (KID-07). */
function otherVault({ kind, name }: VaultResourceId, key: KeyIdentifier): Refusal | null {
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
  const refusal = wrongPart(parts) ?? (key && otherVault(parts, key));
  return refusal ? { ok: false, refusal } : { ok: true, value: trimmed.replace(/\/$/, '') };
}
