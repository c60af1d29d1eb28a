import type { CancellationCode, VoidCode } from '@keyway/core';

export const reasons = {
  organizationArchived: 'La organización se archivó.',
  evidenceChanged: 'Las pruebas cambiaron después de solicitar la aprobación.',
  factsDiffer:
    'Los datos leídos justo antes del envío difieren de los aprobados; no se envió nada.',
  expired: 'Expiró el {at}.',
} satisfies Record<CancellationCode | Exclude<VoidCode, 'stored'>, string>;
