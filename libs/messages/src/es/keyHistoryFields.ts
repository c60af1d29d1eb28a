/** Labels of what an entry about a key holds, as in `historyFields.ts`. */
export const keyLabels = {
  acceptedBlocks: 'Aceptado aunque no se cumplía en la última lectura',
  askVaultLater: 'Se pregunta más tarde al almacén',
  'checks.missing': 'No existía',
  checkedAt: 'Comprobado',
  lastBlocked: 'No se cumplía en la última lectura',
  'factsObserved.late':
    'Leído demasiado tarde: el paso ya se había declarado o su conexión se había eliminado',
  'late.since': 'Comienzo de la lectura',
  'lastBlocked.at': 'Comprobado',
  bits: 'Tamaño de la clave en bits',
  keyOps: 'Operaciones de la clave',
  notBefore: 'Válida desde',
  onlyMissing: 'Solo donde no se había indicado ninguna clave',
  replaces: 'Clave a la que reemplaza',
  vaultResourceId: 'ID de recurso del almacén',
  vaultTenantId: 'Inquilino que indica el almacén',
  vaultUri: 'URI del almacén',
} as const;
/** Why the vault of a provided key said what it said. */
export const keyCodes = {
  'vaultProbed.reason': {
    found: 'Respondió',
    missing: 'Su nombre no es de ningún almacén',
    private: 'Su dirección es privada',
    noAnswer: 'No respondió',
    otherAnswer: 'La respuesta no es la de un almacén',
    sovereignCloud: 'Está en una nube soberana',
  },
} as const;
