/** Labels of what an entry about a provided key holds, as in `historyFields.ts`. */
export const keyLabels = {
  replaces: 'Clave a la que reemplaza',
  vaultResourceId: 'ID de recurso del almacén',
  vaultTenantId: 'Inquilino que indica el almacén',
} as const;
