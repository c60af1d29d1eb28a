/** Commands of both clouds' CLIs that do a step of a runbook: right as they are copied. */
import {
  ADOBE_ADDRESS,
  type KeyPlace,
  type KmsPlace,
  type RunbookStep,
  type VaultPlace,
} from '@keyway/core';
import { shell } from '../instructions/quoting.ts';

/** Keys of a vault have another option than the vault itself; of a Managed HSM both are one. */
const keyIn = ({ kind, vault, key }: VaultPlace): string =>
  `${kind === 'managedHsm' ? '--hsm-name' : '--vault-name'} ${vault} --name ${key}`;

function vaultIn({ kind, vault, resource }: VaultPlace): string {
  const name = `${kind === 'managedHsm' ? '--hsm-name' : '--name'} ${vault}`;
  if (!resource) return name;
  const { subscriptionId, resourceGroup } = resource;
  return `${name} --resource-group ${shell(resourceGroup)} --subscription ${subscriptionId}`;
}

const addAddress = (place: VaultPlace): string =>
  `az keyvault network-rule add ${vaultIn(place)} --ip-address ${ADOBE_ADDRESS}`;

const kms =
  (command: string) =>
  ({ arn, region }: KmsPlace): string =>
    `aws kms ${command} --key-id ${arn} --region ${region}`;

type Commands<Place> = Readonly<Partial<Record<RunbookStep, (place: Place) => string>>>;

const OF_KMS: Commands<KmsPlace> = {
  enableKmsKey: kms('enable-key'),
  cancelKmsKeyDeletion: kms('cancel-key-deletion'),
  turnOnKmsRotation: kms('enable-key-rotation'),
};
const OF_VAULT: Commands<VaultPlace> = {
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
  const commands = places.flatMap((place) => {
    const command = place.kind === 'kms' ? OF_KMS[step]?.(place) : OF_VAULT[step]?.(place);
    return command === undefined ? [] : [command];
  });
  return commands.length > 0 ? [...new Set(commands)].join(' && ') : null;
}
