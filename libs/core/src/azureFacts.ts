/** What is observed of a vault, its key and who may use it in Azure, without evaluation. */
import { z } from 'zod';
import {
  booleanOrNull,
  looseObject,
  numberOrNull,
  textList,
  textOrNull,
} from './observedSchema.ts';

export const vaultFactsSchema = looseObject({
  kind: z.enum(['vault', 'managedHsm']),
  /** ARM resource ID as Azure wrote it. */
  resourceId: z.string(),
  name: z.string(),
  location: textOrNull,
  tenantId: textOrNull,
  /** `https://…`, no trailing slash, lowercase host (API-15). */
  vaultUri: textOrNull,
  skuFamily: textOrNull,
  skuName: textOrNull,
  enableSoftDelete: booleanOrNull,
  /** Days. */
  softDeleteRetentionInDays: numberOrNull,
  /** Absent means off (KV-04). */
  enablePurgeProtection: z.boolean().nullable(),
  /** Absent means access policies (KV-05). */
  enableRbacAuthorization: z.boolean().nullable(),
  /** Absent means enabled (NET-01). */
  publicNetworkAccess: z.string().nullable(),
  /** Absent means open (NET-01). */
  networkAcls: looseObject({
    bypass: textOrNull,
    defaultAction: textOrNull,
    /** IPv4 address or CIDR as written, sorted. */
    ipRules: textList,
    /** Subnet resource IDs, sorted. */
    virtualNetworkRules: textList,
  }).nullable(),
  provisioningState: textOrNull,
});
/**
 * A vault or a Managed HSM as ARM describes it (docs/reference/clouds.md 2.3). Null: absent from
 * the answer.
 */
export type VaultFacts = z.infer<typeof vaultFactsSchema>;

export const keyFactsSchema = looseObject({
  source: z.enum(['arm', 'dataPlane']),
  /** Versioned identifier, `https://{vault}.vault.azure.net/keys/{key}/{version}`, no port. */
  keyIdentifier: z.string(),
  kty: z.string(),
  /** Bit length of the modulus; null for keys that have none. */
  bits: numberOrNull,
  /** Camel case, sorted (KEY-04). */
  keyOps: textList,
  enabled: booleanOrNull,
  /** Epoch seconds; null means no date. */
  notBefore: z.number().nullable(),
  /** Epoch seconds; null means no date. */
  expires: z.number().nullable(),
  recoveryLevel: textOrNull,
  /** Lowercase action types of the rotation policy, sorted; null where it was not read. */
  rotationActions: textList.nullable().catch(null),
  /**
   * The key's current version, where that is another one than this and is known; services that
   * name no version use it (AEP-35, API-09).
   */
  current: looseObject({ version: z.string(), enabled: booleanOrNull }).optional().catch(undefined),
});
/** One version of a key. `source` ARM needs no data action and passes the vault's firewall. */
export type KeyFacts = z.infer<typeof keyFactsSchema>;

export const servicePrincipalFactsSchema = looseObject({
  objectId: z.string(),
  appId: z.string(),
  displayName: textOrNull,
  accountEnabled: booleanOrNull,
  /** The tenant whose directory was asked. */
  tenantId: z.string(),
});
/** A service principal in one tenant's directory (AEP-27). */
export type ServicePrincipalFacts = z.infer<typeof servicePrincipalFactsSchema>;

export const roleAssignmentFactsSchema = looseObject({
  id: z.string(),
  store: z.enum(['azureRbac', 'hsmLocal']),
  /** Trailing GUID of the role definition, lower case. */
  roleDefinitionGuid: z.string(),
  scope: z.string(),
  principalId: z.string(),
  principalType: textOrNull,
  createdAt: textOrNull,
  /** An ABAC condition, verbatim. */
  condition: z.string().nullable(),
  /** The role's data actions, where the definition was read: of the principal's roles only. */
  dataActions: textList.nullable().catch(null),
});
/**
 * One role assignment that reaches the vault (docs/reference/clouds.md 2.2), or one local
 * assignment of a Managed HSM (HSM-03).
 */
export type RoleAssignmentFacts = z.infer<typeof roleAssignmentFactsSchema>;

const deniedPrincipalSchema = looseObject({
  id: z.string(),
  /** `User`, `Group`, `ServicePrincipal`, `SystemDefined`; null where it is not stated. */
  type: textOrNull,
});
/** Whom a deny assignment names: "everybody" is the zero GUID of type `SystemDefined`. */
export type DeniedPrincipal = z.infer<typeof deniedPrincipalSchema>;

export const denyAssignmentFactsSchema = looseObject({
  id: z.string(),
  name: textOrNull,
  scope: z.string(),
  /** It does not reach what lies below its scope. */
  onlyAtScope: z.boolean(),
  principals: z.array(deniedPrincipalSchema),
  excludedPrincipals: z.array(deniedPrincipalSchema),
  /** Of reading, wrapping and unwrapping, the data actions that it denies, sorted. */
  dataActions: textList,
  /** Conditions, verbatim. */
  condition: z.string().nullable(),
});
/**
 * One deny assignment that takes the use of keys from somebody, at or above the vault or its key
 * (RB-06). It wins over every role.
 */
export type DenyAssignmentFacts = z.infer<typeof denyAssignmentFactsSchema>;
