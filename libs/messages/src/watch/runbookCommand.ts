/** Commands of the Azure CLI that do a step of a runbook: right as they are copied. */
import { ADOBE_ADDRESS, type KeyPlace, type RunbookStep } from '@keyway/core';
import { shell } from '../instructions/quoting.ts';

/** Keys of a vault have another option than the vault itself; of a Managed HSM both are one. */
const keyIn = ({ kind, vault, key }: KeyPlace): string =>
  `${kind === 'managedHsm' ? '--hsm-name' : '--vault-name'} ${vault} --name ${key}`;

function vaultIn({ kind, vault, resource }: KeyPlace): string {
  const name = `${kind === 'managedHsm' ? '--hsm-name' : '--name'} ${vault}`;
  if (!resource) return name;
  const { subscriptionId, resourceGroup } = resource;
  return `${name} --resource-group ${shell(resourceGroup)} --subscription ${subscriptionId}`;
}

const addAddress = (place: KeyPlace): string =>
  `az keyvault network-rule add ${vaultIn(place)} --ip-address ${ADOBE_ADDRESS}`;

const COMMANDS: Readonly<Partial<Record<RunbookStep, (place: KeyPlace) => string>>> = {
  enableKey: (place) => `az keyvault key set-attributes ${keyIn(place)} --enabled true`,
  recoverKey: (place) => `az keyvault key recover ${keyIn(place)}`,
  recoverVault: (place) => `az keyvault recover ${vaultIn(place)}`,
  allowAdobeAddress: addAddress,
  narrowAddressRange: addAddress,
  allowTrustedServices: (place) =>
    `az keyvault ${place.kind === 'managedHsm' ? 'update-hsm' : 'update'} ${vaultIn(place)} --bypass AzureServices`,
};

/** Null where the portal does it alone, or where it is not known where the key is. */
export function runbookCommand(step: RunbookStep, places: readonly KeyPlace[]): string | null {
  const command = COMMANDS[step];
  if (!command || places.length === 0) return null;
  return [...new Set(places.map(command))].join(' && ');
}
