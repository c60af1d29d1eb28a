/** What an operator asks Keyway to set up for a track, and whether it can be asked for. */
import type { SetupTarget } from '../azureSetupPort.ts';
import { isGuid } from '../guid.ts';
import { KEY_NAME, VAULT_NAME } from '../keyIdentifier.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { RESOURCE_GROUP } from '../vaultResourceId.ts';

/** The sizes of a key that Keyway makes (AEP-13, KEY-01). */
export const SETUP_KEY_SIZES = [3072, 4096] as const;
/** How the material of a key is kept: `HSM` needs a premium vault (KV-07). */
export const KEY_PROTECTIONS = ['SOFTWARE', 'HSM'] as const;
/** Who reaches a vault that Keyway makes: everybody (AEP-08), or Adobe's address alone (AEP-09). */
export const SETUP_NETWORKS = ['OPEN', 'RESTRICTED'] as const;

/** What is to be there at the end; validated, and the same for the whole plan. */
export interface SetupRequest {
  target: SetupTarget;
  /** Azure's name of the region of a new vault, such as `westeurope`. */
  location: string;
  keyProtection: (typeof KEY_PROTECTIONS)[number];
  keySize: (typeof SETUP_KEY_SIZES)[number];
  /** Months after which a new version is made (ROT-04); null: Keyway sets no rotation. */
  rotateEveryMonths: number | null;
  /** Of a vault that does not exist yet. The network of an existing one is never opened. */
  network: (typeof SETUP_NETWORKS)[number];
  /** ARM ID of the Log Analytics workspace that gets the audit log; null: none is set. */
  workspaceId: string | null;
  /** Whether the vault gets a lock against deletion. */
  lock: boolean;
}

/** As it was asked for, before it was validated. */
export type SetupInput = Omit<SetupRequest, 'target' | 'keySize'> &
  Omit<SetupTarget, 'subscriptionId'> & {
    /** Null: neither the request nor the connection names one. */
    subscriptionId: string | null;
    keySize: number;
  };

/** A new version at least every two years, and never more often than monthly (ROT-04). */
export const ROTATION_MONTHS = { min: 1, max: 24 } as const;
/** Azure's names of regions: `westeurope`, `eastus2`. */
const LOCATION = /^[a-z][a-z0-9]{2,39}$/;
const WORKSPACE =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.OperationalInsights\/workspaces\/([A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9])$/i;

function isWorkspaceId(text: string): boolean {
  const [, subscription, group] = text.length > 500 ? [] : (WORKSPACE.exec(text) ?? []);
  return isGuid(subscription ?? '') && RESOURCE_GROUP.test(group ?? '');
}

function targetProblem(target: SetupInput): Refusal | null {
  if (target.subscriptionId === null) return refuse('setupSubscriptionMissing', ['subscriptionId']);
  if (!isGuid(target.subscriptionId))
    return refuse('setupSubscriptionInvalid', ['subscriptionId'], {
      subscription: target.subscriptionId,
    });
  if (!RESOURCE_GROUP.test(target.resourceGroup))
    return refuse('setupResourceGroupInvalid', ['resourceGroup'], { group: target.resourceGroup });
  if (!VAULT_NAME.test(target.vaultName))
    return refuse('setupVaultNameInvalid', ['vaultName'], { vault: target.vaultName });
  return KEY_NAME.test(target.keyName)
    ? null
    : refuse('setupKeyNameInvalid', ['keyName'], { key: target.keyName });
}

/** Why it can't be asked for whatever the run is; null where it can. */
export function setupInputProblem(input: SetupInput): Refusal | null {
  const problem = targetProblem(input);
  if (problem) return problem;
  if (!LOCATION.test(input.location))
    return refuse('setupLocationInvalid', ['location'], { location: input.location });
  if (!SETUP_KEY_SIZES.some((size) => size === input.keySize))
    return refuse('setupKeySizeInvalid', ['keySize'], { size: input.keySize });
  const { rotateEveryMonths: months, workspaceId } = input;
  const { min, max } = ROTATION_MONTHS;
  if (months !== null && !(Number.isInteger(months) && months >= min && months <= max))
    return refuse('setupRotationInvalid', ['rotateEveryMonths'], { min, max });
  return workspaceId === null || isWorkspaceId(workspaceId)
    ? null
    : refuse('setupWorkspaceInvalid', ['workspaceId']);
}

/** The request, once `setupInputProblem` found nothing wrong with it. */
export function asSetupRequest(input: SetupInput): SetupRequest {
  const { subscriptionId, resourceGroup, vaultName, keyName, keySize } = input;
  const { location, keyProtection, rotateEveryMonths, network, workspaceId, lock } = input;
  const target = { subscriptionId: (subscriptionId ?? '').toLowerCase() };
  return {
    target: { ...target, resourceGroup, vaultName, keyName },
    keySize: keySize === 4096 ? 4096 : 3072,
    ...{ location, keyProtection, rotateEveryMonths, network, workspaceId, lock },
  };
}

/** The ARM ID of the vault that a target names. */
export const vaultIdOf = ({ subscriptionId, resourceGroup, vaultName }: SetupTarget): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}` +
  `/providers/Microsoft.KeyVault/vaults/${vaultName}`;
