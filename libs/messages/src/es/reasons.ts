import type { CancellationCode, VoidCode } from '@keyway/core';

export const reasons = {
  organizationArchived: 'La organización se archivó.',
  policyLoosened: 'La política de aprobaciones se relajó después de solicitar la aprobación.',
  ownApproverRequired:
    'Según la política, ahora decide {organization, select, none {un aprobador} other {un aprobador de {organization}}}: alguien a quien se dio acceso a esta organización en particular. La aprobó otra persona.',
  evidenceChanged:
    'Las pruebas cambiaron después de solicitar la aprobación{steps, select, none {} other {: {steps}}}.',
  factsDiffer:
    'Los datos leídos justo antes del envío difieren de los aprobados{steps, select, none {} other { ({steps})}}; no se envió nada.',
  expired: 'Expiró el {at}.',
} satisfies Record<CancellationCode | Exclude<VoidCode, 'stored'>, string>;
