/**
 * What has to change so that a track's vault, network and key are as requested, from what is there.
 * Nothing that is there is overwritten; what is wrong and fixed is `NOT_POSSIBLE`.
 */
import type { AzureSetupFacts } from '../azureSetupFacts.ts';
import type { VaultFacts } from '../azureFacts.ts';
import { lowerCase } from '../lowerCase.ts';
import { isAzureRegion, similarRegions } from './azureRegions.ts';
import { keyChanges } from './keyChanges.ts';
import { networkChange } from './networkChange.ts';
import { notPossible, notReadable, planned, unknown, unreadable, type Planned } from './planned.ts';
import type { ChangeKind, ChangeReason, ChangeSettings, PlannedChange } from './plannedChange.ts';
import type { Instant } from '../vocabulary.ts';
import { vaultSettings } from './setupSettings.ts';
import type { SetupRequest } from './setupRequest.ts';
import { diagnosticChange, lockChange } from './vaultExtras.ts';

/** Azure refuses a region that it does not have; the resource group names one that it has. */
function regionProblem(location: string, group: string | null): Planned | null {
  if (isAzureRegion(location) || lowerCase(group) === location.toLowerCase()) return null;
  const similar = similarRegions(location);
  const right = similar.length > 0 ? similar : group === null ? [] : [group];
  return notPossible('locationUnknown', {}, { location, right: right.join(', ') || null });
}

/** Names are global, and a soft-deleted one is taken until it is purged (KV-08). */
function newVault(request: SetupRequest, facts: AzureSetupFacts): Planned {
  const failure = unreadable(facts.resourceGroup, facts.deletedVault, facts.vaultName);
  if (failure) return notReadable(failure);
  const { resourceGroup, vaultName } = request.target;
  if (facts.resourceGroup.outcome !== 'seen')
    return notPossible('resourceGroupAbsent', {}, { group: resourceGroup });
  const unknownRegion = regionProblem(request.location, facts.resourceGroup.value.location);
  if (unknownRegion) return unknownRegion;
  if (facts.deletedVault.outcome === 'seen') {
    const { scheduledPurgeDate } = facts.deletedVault.value;
    return notPossible('nameSoftDeleted', {}, { vault: vaultName, purgeDate: scheduledPurgeDate });
  }
  if (facts.vaultName.outcome !== 'seen') return unknown('vaultUnknown');
  if (!facts.vaultName.value.available) {
    const isInvalid = lowerCase(facts.vaultName.value.reason) === 'accountnameinvalid';
    return notPossible(isInvalid ? 'nameInvalid' : 'nameTaken', {}, { vault: vaultName });
  }
  return planned('CREATE', {}, vaultSettings(request), true);
}

/** What of an existing vault can't be corrected without harm to those who use it. */
function vaultProblem(vault: VaultFacts): ChangeReason | null {
  if (vault.enableRbacAuthorization !== true) return 'vaultUsesAccessPolicies'; // KV-05, KV-06
  if (vault.enableSoftDelete === false) return 'vaultHasNoSoftDelete'; // KV-01
  const sku = lowerCase(vault.skuName);
  return sku === 'standard' || sku === 'premium' ? null : 'vaultSkuUnsupported'; // AEP-04
}

const seenVault = (vault: VaultFacts): ChangeSettings => ({
  vault: vault.name,
  location: vault.location,
  sku: vault.skuName,
  rbac: vault.enableRbacAuthorization === true,
  retentionDays: vault.softDeleteRetentionInDays,
});

/** `West Europe` and `westeurope` are the same. */
const regionOf = (location: string): string => location.toLowerCase().replaceAll(' ', '');

/** A vault is used where it is; who asked for another region has to know. */
function elsewhere(request: SetupRequest, { name, location }: VaultFacts): Planned['reason'] {
  if (location === null || regionOf(location) === regionOf(request.location)) return null;
  const values = { vault: name, location, requested: request.location };
  return { code: 'locationDiffers', values };
}

function existingVault(request: SetupRequest, vault: VaultFacts): Planned {
  const before = seenVault(vault);
  const problem = vaultProblem(vault);
  if (problem) return notPossible(problem, before, { vault: vault.name });
  // ARM answers a vault that it is still making (`RegisteringDns`): nothing is done with it yet.
  const state = lowerCase(vault.provisioningState);
  if (state !== null && state !== 'succeeded') return { ...unknown('vaultSettling'), before };
  return { ...planned('ALREADY_THERE', before, before), reason: elsewhere(request, vault) };
}

/** A read-only lock refuses every change of the vault, also by who may make it. */
const isReadOnly = ({ locks }: AzureSetupFacts): boolean =>
  locks.outcome === 'seen' && locks.value.some(({ level }) => lowerCase(level) === 'readonly');

function purgeProtection(vault: VaultFacts): Planned {
  const before = { purgeProtection: vault.enablePurgeProtection === true };
  const after = { purgeProtection: true };
  return before.purgeProtection
    ? planned('ALREADY_THERE', before, after)
    : planned('CHANGE', before, after, true);
}

/** The rest of the vault can't be done either. */
function withoutVault(vault: Planned): Planned {
  return vault.outcome === 'UNKNOWN' ? unknown('vaultUnknown') : notPossible('vaultNotPossible');
}

/** The order is that of the changes: the network before the key, which nobody may use earlier. */
export function planChanges(
  request: SetupRequest,
  facts: AzureSetupFacts,
  now: Instant,
): PlannedChange[] {
  const present = facts.vault.outcome === 'seen' ? facts.vault.value : null;
  const failure = unreadable(facts.vault);
  const vault = failure
    ? notReadable(failure)
    : present
      ? existingVault(request, present)
      : newVault(request, facts);
  const changes: PlannedChange[] = [];
  const isLocked = present !== null && isReadOnly(facts);
  const add = (kind: ChangeKind, change: Planned | null): void => {
    if (!change) return;
    const isRefused = isLocked && (change.outcome === 'CREATE' || change.outcome === 'CHANGE');
    changes.push({ kind, ...(isRefused ? notPossible('readOnlyLock', change.before) : change) });
  };
  add('CREATE_VAULT', vault);
  const basis = vault.outcome === 'UNKNOWN' || vault.outcome === 'NOT_POSSIBLE';
  if (present && !basis) {
    add('ENABLE_PURGE_PROTECTION', purgeProtection(present));
    add('ADD_NETWORK_RULE', networkChange(present, request.network));
  }
  const keys = basis
    ? { create: withoutVault(vault), rotation: null }
    : keyChanges(request, facts.key, present, now);
  add('CREATE_KEY', keys.create);
  add('SET_ROTATION', keys.rotation);
  if (request.workspaceId !== null)
    add(
      'PUT_DIAGNOSTIC_SETTING',
      basis ? withoutVault(vault) : diagnosticChange(request.workspaceId, facts),
    );
  if (request.lock) add('PUT_LOCK', basis ? withoutVault(vault) : lockChange(facts));
  return changes;
}
