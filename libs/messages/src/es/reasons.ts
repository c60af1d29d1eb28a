import type { OWN_REASONS } from '@keyway/core';

export const reasons = {
  archived: 'La organización se archivó.',
  evidenceChanged: 'Las pruebas cambiaron después de solicitar la aprobación.',
  factsDiffer:
    'Los datos leídos justo antes del envío difieren de los aprobados; no se envió nada.',
} satisfies Record<keyof typeof OWN_REASONS, string>;
