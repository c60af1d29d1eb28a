/**
 * Documented errors of Azure Resource Manager, Key Vault, Microsoft Graph and Entra (KV-13, AEP-33,
 * docs/reference/clouds.md 1 to 4), then the rest by kind.
 */
import { networkHints, OWN_CODES, type FailureHint } from './hint.ts';

/** Rules and actor of each failure of Azure, by its documented code, else by kind. */
export const AZURE_HINTS = {
  // Key Vault's data plane
  ForbiddenByFirewall: { rules: ['NET-10', 'KV-13'], actor: 'STEP' },
  ForbiddenByConnection: { rules: ['NET-10', 'KV-13'], actor: 'STEP' },
  ForbiddenByPolicy: { rules: ['NET-10', 'KV-13'], actor: 'STEP' },
  AccessDenied: { rules: ['KV-13', 'RB-04'], actor: 'STEP' },
  ConflictError: { rules: ['KV-13'], actor: 'SYSTEM' },
  BadArgument: { rules: ['KV-13'], actor: 'PARTNER' },
  // Azure Resource Manager
  InvalidAuthenticationTokenTenant: { rules: ['AEP-25', 'KV-10'], actor: 'PARTNER' },
  SubscriptionNotFound: { rules: ['AEP-06'], actor: 'PARTNER' },
  InvalidSubscriptionId: { rules: ['AEP-06'], actor: 'PARTNER' },
  PrincipalNotFound: { rules: ['AEP-33'], actor: 'SYSTEM' },
  RoleAssignmentExists: { rules: ['AEP-32', 'RB-06'], actor: 'STEP' },
  RoleAssignmentUpdateNotPermitted: { rules: ['AEP-32', 'RB-06'], actor: 'STEP' },
  VaultAlreadyExists: { rules: ['KV-13', 'KV-08'], actor: 'STEP' },
  VaultNameNotValid: { rules: ['KV-13', 'KID-03'], actor: 'PARTNER' },
  // Microsoft Graph
  Authorization_RequestDenied: { rules: ['AEP-27', 'ROLE-04'], actor: 'STEP' },
  // Entra's token endpoint
  AADSTS7000215: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS7000222: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS700016: { rules: ['ROLE-04', 'AEP-25'], actor: 'PARTNER' },
  AADSTS700027: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS1000502: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS70021: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS700211: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS700212: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS700213: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS700024: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS50166: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS53003: { rules: ['ROLE-04'], actor: 'PARTNER' },
  AADSTS90002: { rules: ['AEP-25', 'GAP-17'], actor: 'PARTNER' },
  AADSTS900023: { rules: ['AEP-25', 'GAP-17'], actor: 'PARTNER' },
  // By kind
  credential: { rules: ['KV-13'], actor: 'PARTNER' },
  denied: { rules: ['KV-13', 'ROLE-07'], actor: 'STEP' },
  deniedPermission: { rules: ['KV-13', 'ROLE-07'], actor: 'STEP' },
  deniedSubscription: { rules: ['KV-13', 'ROLE-07'], actor: 'STEP' },
  notFound: { rules: ['KV-13'], actor: 'STEP' },
  rejected: { rules: ['KV-13'], actor: 'PARTNER' },
  throttled: { rules: ['KV-12'], actor: 'SYSTEM' },
  unavailable: { rules: ['KV-12'], actor: 'SYSTEM' },
  noAnswer: { rules: ['KV-12'], actor: 'SYSTEM' },
  badResponse: { rules: ['KV-13'], actor: 'SYSTEM' },
  // Keyway's own
  [OWN_CODES.notConnected]: { rules: ['AEP-27'], actor: 'PARTNER' },
  [OWN_CODES.credentialNotReadable]: { rules: ['AEP-27'], actor: 'PARTNER' },
  [OWN_CODES.noHost]: { rules: ['VAL-28'], actor: 'PARTNER' },
  [OWN_CODES.notReadYet]: { rules: ['AEP-27'], actor: 'SYSTEM' },
  ...networkHints('KV-12'),
} as const satisfies Record<string, FailureHint>;

/** The key of a hint of Azure, and of its texts. */
export type AzureHintId = keyof typeof AZURE_HINTS;
