export const entitlement = {
  findProof:
    'Find the contract or the account team’s message that shows Healthcare Shield or Privacy & Security Shield for this organization.',
  confirmCja:
    'Have the account team confirm the entitlement to customer-managed keys for Customer Journey Analytics, and that Experience Platform runs on Azure. Journey Optimizer needs it even if Customer Journey Analytics was never bought.',
  grantPermission:
    'In Experience Cloud **Permissions**, give a role the permission **Manage Customer Managed Key** (also listed as “Keys”), and add the operator and the API credential to it.',
  grantPermissionAws:
    'In Experience Cloud **Permissions**, give a role the permission **Manage Customer Managed Key** (also listed as “Keys”), and add the operator to it.',
  attest: 'Attest this step with the reference of what you saw.',
};
