/**
 * Evaluates the ARM resource ID that a person may give beside a key identifier: it becomes part of
 * an address, so nothing but its documented form passes.
 */
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { InputValidation } from './organizationInput.ts';

const RIGHT =
  'It looks like /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/{group}/providers/Microsoft.KeyVault/vaults/{vault} (managedHSMs for a Managed HSM); the portal shows it under Properties. Leave it out to have the vault found by its name.';
const fail = (message: string): InputValidation => ({ ok: false, message: `${message} ${RIGHT}` });

const FORM =
  /^\/subscriptions\/([^/]*)\/resourceGroups\/([^/]*)\/providers\/Microsoft\.KeyVault\/(vaults|managedHSMs)\/([^/]*)\/?$/i;
/** Far longer than any real one; a fault repeats what is wrong, and should stay readable. */
const LONGEST = 500;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * ARM's own rule for names of resource groups; one that ends in a full stop would climb out of the
 * address.
 */
const GROUP = /^(?!.*\.$)[-\w.()\p{L}\p{N}]{1,90}$/u;

/**
 * The ID without a slash at its end; `key` is the identifier that is given with it, whose vault it
 * must be (KID-07), or null.
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
    return fail('This is not the resource ID of a vault or Managed HSM.');
  if (!GUID.test(subscription))
    return fail(`“${subscription}” is not the ID of a subscription, which is a GUID.`);
  if (!GROUP.test(group))
    return fail(
      `“${group}” cannot be the name of a resource group: letters, digits, -, _, ., ( and ), not ending in a full stop.`,
    );
  if (!/^[A-Za-z0-9-]{3,24}$/.test(vault)) return fail(`“${vault}” cannot be the name of a vault.`);
  const kind = type.toLowerCase() === 'vaults' ? 'vault' : 'managedHsm';
  if (key && kind !== key.kind)
    return fail(
      `The key identifier is of a ${key.kind === 'vault' ? 'vault' : 'Managed HSM'}, and this is of a ${kind === 'vault' ? 'vault' : 'Managed HSM'}.`,
    );
  if (key && vault.toLowerCase() !== key.vault.toLowerCase())
    return fail(`The key identifier names vault ${key.vault}, and this is of ${vault}.`);
  return { ok: true, value: trimmed.replace(/\/$/, '') };
}
