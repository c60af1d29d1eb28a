/** Labels and codes of policies of approvals, in Spanish; as `historyFields.ts`. */

export const policyLabels = {
  approvals: 'Aprobaciones',
  approvalValidForSeconds: 'Validez de las aprobaciones',
  coolingOffSeconds: 'Período de espera',
  fourEyes: 'Quién puede aprobar',
  neverAccept: 'Comprobaciones que no se pueden aceptar',
  ownApprover: 'Aprobador de la organización en particular',
} as const;

export const policyCodes = {
  fourEyes: {
    ANOTHER_MEMBER: 'Un miembro distinto de quien lo solicita',
    OWN_APPROVER: 'Un aprobador a quien se dio acceso a la organización en particular',
  },
} as const;
