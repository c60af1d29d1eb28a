/** Labels and codes of entries about what waits after the database lost time, in Spanish. */

export const databaseLabels = {
  cause: 'Causa',
  era: 'Era de la base de datos',
  'configurationDelayed.since': 'Detectado',
  'setupChangeDelayed.since': 'Detectado',
  restoredAt: 'Base de datos restaurada',
} as const;

export const databaseCodes = {
  cause: {
    FAILED_OVER: 'Paso a otro servidor',
    RESTORED: 'Restauración desde una copia de seguridad o traslado a otro servidor',
    RESUMED: 'Sin conexión durante unos minutos',
  },
} as const;
