export const submission = {
  permanent:
    'This can’t be undone: afterwards the organization can never go back to keys managed by Adobe.',
  byHand:
    'In Adobe open **Administration > Encryption > Customer Managed Keys > Configure**, enter **Configuration name** and **Key vault key identifier** exactly as below, and select **Save** once.',
  byKeyway:
    'Enter a configuration name, type the IMS organization ID {imsOrgId}, and submit. Keyway reads all facts again right before sending.',
  name: 'Use lowercase letters, digits and hyphens for the name: Adobe finds it only by its exact spelling.',
  attest:
    'Attest this step with the configuration name as the reference, and type the IMS organization ID {imsOrgId}.',
};
