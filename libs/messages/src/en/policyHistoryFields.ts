/** Labels and codes of policies of approvals; as `historyFields.ts`. */

export const policyLabels = {
  approvals: 'Approvals',
  approvalValidForSeconds: 'Approvals are valid for',
  coolingOffSeconds: 'Cooling-off period',
  fourEyes: 'Who may approve',
  neverAccept: 'Checks that can’t be overridden',
  ownApprover: 'Approver of the organization in particular',
} as const;

export const policyCodes = {
  fourEyes: {
    ANOTHER_MEMBER: 'Another member than the one who requests',
    OWN_APPROVER: 'An approver who was given access to the organization in particular',
  },
} as const;
