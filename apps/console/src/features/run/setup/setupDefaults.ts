/** What the form begins with: what was requested before, else what fits most organizations. */
import type { KeyProtection, SetupNetwork, TrackId } from '../../../generated/enums.ts';
import type { RunView } from '../data/runFields.ts';

export interface SetupForm {
  subscriptionId: string;
  resourceGroup: string;
  location: string;
  vaultName: string;
  keyName: string;
  keyProtection: KeyProtection;
  keySize: '3072' | '4096';
  rotateEveryMonths: '0' | '6' | '12' | '18' | '24';
  network: SetupNetwork;
  workspaceId: string;
  lock: boolean;
}

/** The Azure region beside Adobe's; nothing couples the two (REG-10). */
const NEAR: Partial<Record<RunView['organization']['region'], string>> = {
  ...{ VA7: 'eastus2', NLD2: 'westeurope', AUS5: 'australiaeast' },
  ...{ CAN2: 'canadacentral', GBR9: 'uksouth', IND2: 'centralindia' },
};
/** The limit of Azure (KID-03). */
const MAX_NAME = 24;

/** `kv-contoso-aep`: unique in all of Azure only by chance, which the plan says. */
export function proposeVaultName(organization: string, track: TrackId): string {
  const ending = `-${track.toLowerCase()}`;
  const parts = organization
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .split(/[ -]+/)
    .filter(Boolean);
  const name = parts.join('-').slice(0, MAX_NAME - 'kv-'.length - ending.length);
  return `kv-${name.replace(/-+$/, '')}`.replace(/-$/, '') + ending;
}

const oneOf = <T extends string>(values: readonly T[], value: string, otherwise: T): T =>
  values.find((one) => one === value) ?? otherwise;

export function setupDefaults(run: RunView, trackId: TrackId): SetupForm {
  const before = run.tracks.find(({ id }) => id === trackId)?.setup;
  // The other track's vault is another one, most often in the same place.
  const place = before ?? run.tracks.find(({ setup }) => setup)?.setup;
  const { name, region } = run.organization;
  return {
    subscriptionId: place?.subscriptionId ?? '',
    resourceGroup: place?.resourceGroup ?? '',
    location: place?.location ?? NEAR[region] ?? '',
    vaultName: before?.vaultName ?? proposeVaultName(name, trackId),
    keyName: before?.keyName ?? `${trackId.toLowerCase()}-cmk`,
    keyProtection: place?.keyProtection ?? 'SOFTWARE',
    keySize: place?.keySize === 4096 ? '4096' : '3072',
    rotateEveryMonths: place
      ? oneOf(['0', '6', '12', '18', '24'], String(place.rotateEveryMonths ?? 0), '12')
      : '12',
    network: place?.network ?? 'OPEN',
    workspaceId: place?.workspaceId ?? '',
    lock: place?.lock ?? true,
  };
}
