/**
 * A customer before it is created in the world. The healthy plan is the one in which the whole
 * set-up succeeds; each scenario changes what it is named after.
 */
import { deriveGuid, deriveHex } from '../azure/derive.ts';
import { CRYPTO_SERVICE_ENCRYPTION_USER } from '../azure/arm/roleDefinitions.ts';
import { CJA_APPLICATION } from '../azure/directory/principals.ts';
import type { Customer, KeyVersion, TrackName, Vault } from '../state/records.ts';

const DAY = 24 * 3600 * 1000;

export type VaultPlan = Pick<Vault, 'kind' | 'name' | 'sku' | 'properties'>;

export interface KeyPlan extends KeyVersion {
  name: string;
  /** Which of the two vaults holds it. */
  vault: TrackName;
  /** Whether the customer's identifier names the version. */
  quoteVersion: boolean;
  /** Versions after the one that the customer names, oldest first. */
  later: KeyVersion[];
}

export interface AccessPlan {
  /** Where the service principal exists. */
  principalTenantId: string;
  assigned: boolean;
  roleGuid: string;
  /** Epoch milliseconds. */
  assignedAt: number;
}

/** Of everybody, at the vault that holds the track's key. */
export interface DenialPlan {
  track: TrackName;
  dataActions: string[];
  notDataActions: string[];
}

export interface CustomerPlan {
  customer: Omit<Customer, 'keys' | 'scenario'>;
  vaults: Record<TrackName, VaultPlan>;
  keys: Record<TrackName, KeyPlan>;
  access: Record<TrackName, AccessPlan>;
  denials: DenialPlan[];
  /** Neither vault nor key is there yet: their names say what will be made. */
  isEmpty: boolean;
  /** Epoch milliseconds at which it is laid out. */
  now: number;
}

export interface CustomerRequest {
  imsOrgId: string;
  name: string;
  region: string;
  deny: string[];
  approvers: string[];
}

/**
 * Derived from the organization alone, so that the same one always gets the same tenant, vaults and
 * keys.
 */
export function healthyPlan(
  { imsOrgId, name, region, deny, approvers }: CustomerRequest,
  now: number,
): CustomerPlan {
  const tenantId = deriveGuid('tenant', imsOrgId);
  const applicationName = `acp${deriveHex('application', imsOrgId).slice(0, 8)}Aaepcmkmultitenantapp`;
  return {
    customer: {
      imsOrgId,
      name,
      region,
      tenantId,
      subscriptionId: deriveGuid('subscription', imsOrgId),
      resourceGroup: 'rg-adobe-cmk',
      applicationIds: { AEP: deriveGuid('application', imsOrgId), CJA: CJA_APPLICATION.appId },
      deny,
      throttled: false,
      adobe: { applicationName, outcome: 'evaluated', pace: 1 },
      approvers,
    },
    vaults: {
      AEP: healthyVault('aep', name, imsOrgId, tenantId),
      CJA: healthyVault('cja', name, imsOrgId, tenantId),
    },
    keys: {
      AEP: healthyKey('AEP', 'ajo-cmk', imsOrgId, now),
      CJA: healthyKey('CJA', 'cja-cmk', imsOrgId, now),
    },
    access: { AEP: healthyAccess(tenantId, now), CJA: healthyAccess(tenantId, now) },
    denials: [],
    isEmpty: false,
    now,
  };
}

/**
 * Premium, RBAC, purge protection, 90 days, public (AEP-03, VAL-10..15); the name fits KID-03 and
 * is unique.
 */
function healthyVault(
  suffix: string,
  customerName: string,
  imsOrgId: string,
  tenantId: string,
): VaultPlan {
  const word = /[a-z]+/.exec(customerName.toLowerCase())?.[0].slice(0, 10) ?? 'customer';
  const name = `${word}-${suffix}-${deriveHex('vault', imsOrgId).slice(0, 8)}`;
  return {
    kind: 'vault',
    name,
    sku: { family: 'A', name: 'premium' },
    properties: {
      tenantId,
      accessPolicies: [],
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      vaultUri: `https://${name}.vault.azure.net/`,
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: 'Allow',
        ipRules: [],
        virtualNetworkRules: [],
      },
    },
  };
}

function healthyKey(vault: TrackName, name: string, imsOrgId: string, now: number): KeyPlan {
  const created = Math.floor((now - 30 * DAY) / 1000);
  const version = deriveHex('version', vault, imsOrgId).slice(0, 32);
  return {
    name,
    vault,
    quoteVersion: true,
    later: [],
    version,
    kty: 'RSA-HSM',
    bits: 3072,
    keyOps: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'],
    enabled: true,
    created,
    updated: created,
  };
}

/** Assigned long enough ago to have arrived everywhere (TM-02). */
function healthyAccess(tenantId: string, now: number): AccessPlan {
  return {
    principalTenantId: tenantId,
    assigned: true,
    roleGuid: CRYPTO_SERVICE_ENCRYPTION_USER,
    assignedAt: now - 29 * DAY,
  };
}
