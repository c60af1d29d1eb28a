/** ARM's description of a vault or Managed HSM (docs/reference/clouds.md 2.3) as facts. Pure. */
import type { VaultFacts } from '@keyway/core';
import { z } from 'zod';
import { lenientText, optional, optionalText, readForm } from './readForm.ts';

const networkAcls = optional(
  z.object({
    bypass: optionalText,
    defaultAction: optionalText,
    ipRules: optional(z.array(z.object({ value: z.string() }))),
    virtualNetworkRules: optional(z.array(z.object({ id: z.string() }))),
  }),
);
const sku = optional(z.object({ family: optionalText, name: optionalText }));
const shared = {
  tenantId: optionalText,
  enableSoftDelete: optional(z.boolean()),
  softDeleteRetentionInDays: optional(z.number()),
  enablePurgeProtection: optional(z.boolean()),
  publicNetworkAccess: optionalText,
  networkAcls,
  provisioningState: lenientText,
};
const head = { id: z.string().min(1), name: z.string().min(1), location: lenientText };
const vaultForm = z.object({
  ...head,
  properties: z.object({
    ...shared,
    sku,
    vaultUri: optionalText,
    enableRbacAuthorization: optional(z.boolean()),
  }),
});
const managedHsmForm = z.object({
  ...head,
  sku,
  properties: z.object({ ...shared, hsmUri: optionalText }),
});

/** Lower-case host, no port 443, no trailing slash (API-15); text that is no URL stays as it is. */
function normalizeUri(uri: string | null): string | null {
  if (uri === null || !URL.canParse(uri)) return uri;
  const { origin, pathname } = new URL(uri);
  return origin === 'null' ? uri : `${origin}${pathname}`.replace(/\/+$/, '');
}

function networkFacts(acls: z.infer<typeof networkAcls>): VaultFacts['networkAcls'] {
  if (acls === null) return null;
  return {
    bypass: acls.bypass,
    defaultAction: acls.defaultAction,
    ipRules: (acls.ipRules ?? []).map((rule) => rule.value).sort(),
    virtualNetworkRules: (acls.virtualNetworkRules ?? []).map((rule) => rule.id).sort(),
  };
}

interface Read {
  head: { id: string; name: string; location: string | null };
  properties: z.infer<z.ZodObject<typeof shared>>;
  sku: z.infer<typeof sku>;
}

function facts(
  kind: VaultFacts['kind'],
  uri: string | null,
  rbac: boolean | null,
  { head: top, properties, sku: tier }: Read,
): VaultFacts {
  return {
    kind,
    resourceId: top.id,
    name: top.name,
    location: top.location,
    tenantId: properties.tenantId,
    vaultUri: normalizeUri(uri),
    skuFamily: tier?.family ?? null,
    skuName: tier?.name ?? null,
    enableSoftDelete: properties.enableSoftDelete,
    softDeleteRetentionInDays: properties.softDeleteRetentionInDays,
    enablePurgeProtection: properties.enablePurgeProtection,
    enableRbacAuthorization: rbac,
    publicNetworkAccess: properties.publicNetworkAccess,
    networkAcls: networkFacts(properties.networkAcls),
    provisioningState: properties.provisioningState,
  };
}

/** A vault's facts; throws `badResponse` for a document of another form. */
export function vaultFacts(document: unknown): VaultFacts {
  const vault = readForm(vaultForm, document, 'The description of the vault');
  const { properties } = vault;
  return facts('vault', properties.vaultUri, properties.enableRbacAuthorization, {
    head: vault,
    properties,
    sku: properties.sku,
  });
}

/**
 * A Managed HSM's facts: local RBAC always, so `enableRbacAuthorization` is null; throws
 * `badResponse` as `vaultFacts`.
 */
export function managedHsmFacts(document: unknown): VaultFacts {
  const hsm = readForm(managedHsmForm, document, 'The description of the Managed HSM');
  return facts('managedHsm', hsm.properties.hsmUri, null, {
    head: hsm,
    properties: hsm.properties,
    sku: hsm.sku,
  });
}
