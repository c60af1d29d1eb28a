import type { CancellationCode, VoidCode } from '@keyway/core';

export const reasons = {
  organizationArchived: 'La organización se archivó.',
  policyLoosened:
    'La política de aprobaciones se relajó después de solicitar la aprobación. Solicítela de nuevo.',
  ownApproverRequired:
    'La política exige ahora un aprobador de la propia organización, y la dio otra persona.',
  evidenceChanged: 'Las pruebas cambiaron después de solicitar la aprobación.',
  factsDiffer:
    'Los datos leídos justo antes del envío difieren de los aprobados; no se envió nada.',
  expired: 'Expiró el {at}.',
} satisfies Record<CancellationCode | Exclude<VoidCode, 'stored'>, string>;
