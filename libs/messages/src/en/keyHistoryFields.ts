/** Labels of what an entry about a provided key holds, as in `historyFields.ts`. */
export const keyLabels = {
  replaces: 'Key that it replaces',
  vaultResourceId: 'Vault resource ID',
  vaultTenantId: 'Tenant that the vault states',
} as const;
