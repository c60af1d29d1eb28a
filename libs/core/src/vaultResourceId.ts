/**
 * Validates the ARM resource ID that a person may give with a key identifier. It becomes part of a
 * URL, so only its documented form passes.
 */
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { InputValidation } from './organizationInput.ts';
import { refuse, type Refusal } from './refusal.ts';

const fail = (refusal: Refusal): InputValidation => ({ ok: false, refusal });

const FORM =
  /^\/subscriptions\/([^/]*)\/resourceGroups\/([^/]*)\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([^/]*)\/?$/i;
/** Longer than any real one; a refusal repeats parts of the text and should stay readable. */
const LONGEST = 500;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** ARM's rule for resource group names. Without it, a name of dots would leave the path. */
const GROUP = /^(?!.*\.$)[-\w.()\p{L}\p{N}]{1,90}$/u;

/**
 * Returns the ID without a trailing slash.
 * @param key the identifier given with it, which must be of the same vault (KID-07), or null
 */
export function validateVaultResourceId(text: string, key: KeyIdentifier | null): InputValidation {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  const [, subscription, group, type, vault] =
    trimmed.length > LONGEST ? [] : (FORM.exec(trimmed) ?? []);
  if (
    subscription === undefined ||
    group === undefined ||
    type === undefined ||
    vault === undefined
  )
    return fail(refuse('resourceIdInvalid', null));
  if (!GUID.test(subscription))
    return fail(refuse('resourceIdSubscription', null, { subscription }));
  if (!GROUP.test(group)) return fail(refuse('resourceIdGroup', null, { group }));
  if (!/^[A-Za-z0-9-]{3,24}$/.test(vault))
    return fail(refuse('resourceIdVaultName', null, { vault }));
  const kind = type.toLowerCase() === 'vaults' ? 'vault' : 'managedHsm';
  if (key && kind !== key.kind)
    return fail(refuse(kind === 'vault' ? 'resourceIdOfVault' : 'resourceIdOfManagedHsm', null));
  if (key && vault.toLowerCase() !== key.vault.toLowerCase())
    return fail(refuse('resourceIdOfOtherVault', null, { vault, keyVault: key.vault }));
  return { ok: true, value: trimmed.replace(/\/$/, '') };
}
