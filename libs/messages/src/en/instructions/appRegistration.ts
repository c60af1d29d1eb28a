export const appRegistration = {
  automatic:
    'Nothing to do: Keyway reads it from Adobe and checks that it is consistent. If Adobe refuses, the credential lacks the permission **Manage Customer Managed Key** or the organization lacks the entitlement.',
  open: 'In Adobe open **Administration > Encryption > Customer Managed Keys > Configure**.',
  copy: 'Copy the **Application ID**, and attest this step with it as the reference. Do not use the ID of another organization or of a document.',
};
