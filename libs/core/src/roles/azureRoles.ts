/**
 * Role definitions by their GUIDs, never by name (RB-01, RB-02, HSM-03, docs/reference/clouds.md
 * 2.4).
 */

/** Key Vault Crypto Service Encryption User: read, wrap, unwrap and nothing else (AEP-29). */
export const VAULT_ENCRYPTION_USER = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';
/** Managed HSM Crypto Service Encryption User: local RBAC of the HSM only (HSM-03). */
export const HSM_ENCRYPTION_USER = '33413926-3206-4cdd-b39a-83574fe37a17';

const NAMES: Readonly<Record<string, string>> = {
  [VAULT_ENCRYPTION_USER]: 'Key Vault Crypto Service Encryption User',
  [HSM_ENCRYPTION_USER]: 'Managed HSM Crypto Service Encryption User',
  '12338af0-0e69-4776-bea7-57ae8d297424': 'Key Vault Crypto User',
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603': 'Key Vault Crypto Officer',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483': 'Key Vault Administrator',
  '21090545-7ca7-4776-b22c-e363652d74d2': 'Key Vault Reader',
  'a68e7c17-0ab2-4c09-9a58-125dae29748c': 'Key Vault Purge Operator',
  'f25e0fa2-a7c8-4377-a976-54943a77a395': 'Key Vault Contributor',
  '8b54135c-b56d-4d72-a534-26097cfdc8d8': 'Key Vault Data Access Administrator',
  '21dbd100-6940-42c2-9190-5d6cb909625b': 'Managed HSM Crypto User',
  '2c18b078-7c48-4d3a-af88-5a3a1b3f82b3': 'Managed HSM Crypto Auditor',
  '4bd23610-cdcf-4971-bdee-bdc562cc28e4': 'Managed HSM Policy Administrator',
};

/** Roles that contain read, wrap and unwrap and more besides (AEP-34). */
export const BROADER_ROLES: ReadonlySet<string> = new Set([
  '12338af0-0e69-4776-bea7-57ae8d297424',
  '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  '21dbd100-6940-42c2-9190-5d6cb909625b',
]);

/** The exact role for a kind of vault. */
export const exactRole = (kind: 'vault' | 'managedHsm'): string =>
  kind === 'managedHsm' ? HSM_ENCRYPTION_USER : VAULT_ENCRYPTION_USER;

/** What people know a role by, else its GUID. */
export const roleName = (guid: string): string => NAMES[guid.toLowerCase()] ?? guid;
