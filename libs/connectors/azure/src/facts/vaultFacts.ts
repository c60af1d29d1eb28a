/** ARM's description of a vault or Managed HSM (docs/reference/clouds.md 2.3) as facts. Pure. */
import type { VaultFacts } from '@keyway/core';
import { z } from 'zod';
import { lenientText, optional, optionalText, parseResponse } from '@keyway/connector-transport';

const networkAclsSchema = optional(
  z.object({
    bypass: optionalText,
    defaultAction: optionalText,
    ipRules: optional(z.array(z.object({ value: z.string() }))),
    virtualNetworkRules: optional(z.array(z.object({ id: z.string() }))),
  }),
);
const skuSchema = optional(z.object({ family: optionalText, name: optionalText }));
const propertyFields = {
  tenantId: optionalText,
  enableSoftDelete: optional(z.boolean()),
  softDeleteRetentionInDays: optional(z.number()),
  enablePurgeProtection: optional(z.boolean()),
  publicNetworkAccess: optionalText,
  networkAcls: networkAclsSchema,
  provisioningState: lenientText,
};
const resourceFields = { id: z.string().min(1), name: z.string().min(1), location: lenientText };
const vaultSchema = z.object({
  ...resourceFields,
  properties: z.object({
    ...propertyFields,
    sku: skuSchema,
    vaultUri: optionalText,
    enableRbacAuthorization: optional(z.boolean()),
  }),
});
const managedHsmSchema = z.object({
  ...resourceFields,
  sku: skuSchema,
  properties: z.object({ ...propertyFields, hsmUri: optionalText }),
});

/** Lowercase host, no port 443, no trailing slash (API-15); text that is no URL stays as it is. */
function normalizeUri(uri: string | null): string | null {
  if (uri === null || !URL.canParse(uri)) return uri;
  const { origin, pathname } = new URL(uri);
  return origin === 'null' ? uri : `${origin}${pathname}`.replace(/\/+$/, '');
}

function buildNetworkFacts(acls: z.infer<typeof networkAclsSchema>): VaultFacts['networkAcls'] {
  if (acls === null) return null;
  return {
    bypass: acls.bypass,
    defaultAction: acls.defaultAction,
    ipRules: (acls.ipRules ?? []).map((rule) => rule.value).sort(),
    virtualNetworkRules: (acls.virtualNetworkRules ?? []).map((rule) => rule.id).sort(),
  };
}

interface ParsedVault {
  resource: { id: string; name: string; location: string | null };
  properties: z.infer<z.ZodObject<typeof propertyFields>>;
  sku: z.infer<typeof skuSchema>;
}

function buildFacts(
  kind: VaultFacts['kind'],
  uri: string | null,
  rbac: boolean | null,
  { resource, properties, sku }: ParsedVault,
): VaultFacts {
  return {
    kind,
    resourceId: resource.id,
    name: resource.name,
    location: resource.location,
    tenantId: properties.tenantId,
    vaultUri: normalizeUri(uri),
    skuFamily: sku?.family ?? null,
    skuName: sku?.name ?? null,
    enableSoftDelete: properties.enableSoftDelete,
    softDeleteRetentionInDays: properties.softDeleteRetentionInDays,
    enablePurgeProtection: properties.enablePurgeProtection,
    enableRbacAuthorization: rbac,
    publicNetworkAccess: properties.publicNetworkAccess,
    networkAcls: buildNetworkFacts(properties.networkAcls),
    provisioningState: properties.provisioningState,
  };
}

/** A vault's facts; throws `badResponse` for a document of another form. */
export function vaultFacts(document: unknown): VaultFacts {
  const vault = parseResponse(vaultSchema, document, 'The description of the vault');
  const { properties } = vault;
  return buildFacts('vault', properties.vaultUri, properties.enableRbacAuthorization, {
    resource: vault,
    properties,
    sku: properties.sku,
  });
}

/**
 * A Managed HSM's facts: local RBAC always, so `enableRbacAuthorization` is null; throws
 * `badResponse` as `vaultFacts`.
 */
export function managedHsmFacts(document: unknown): VaultFacts {
  const hsm = parseResponse(managedHsmSchema, document, 'The description of the Managed HSM');
  return buildFacts('managedHsm', hsm.properties.hsmUri, null, {
    resource: hsm,
    properties: hsm.properties,
    sku: hsm.sku,
  });
}
