import type { PolicyWarningCode } from '@keyway/core';

/** Why a policy can't work as it is. */
export const policyWarnings: Record<PolicyWarningCode, string> = {
  NEVER_USABLE:
    'Las aprobaciones expiran antes de que termine su período de espera, por lo que nunca se podrá enviar nada. Alargue la validez o acorte el período de espera.',
};
