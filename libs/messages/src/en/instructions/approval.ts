export const approval = {
  twoPersons: 'One person requests approval; a second person decides.',
  nameToApprove:
    'Enter the configuration name with the request: then exactly that name is approved and can be submitted. Without it, the name is not part of what is approved.',
  review:
    'The approver reviews what will be sent, the evidence for it, and what can never be undone.',
  decide:
    'The approver types the IMS organization ID {imsOrgId} and approves, or refuses with a reason.',
};
