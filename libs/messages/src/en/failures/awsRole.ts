/** Why AWS did not let Keyway assume a role, in English. */
export const awsRole = {
  notAssumable: {
    cause:
      'AWS does not let Keyway assume {roleArn}. The role doesn’t exist, or its trust policy names another principal or another external ID; AWS does not say which.',
    remedy:
      'Check in IAM that the role exists under this ARN. Copy the trust policy from here again and replace the role’s with it: Keyway assumes the role directly, not through another role. Then test again.',
  },
  regionDisabled: {
    cause: 'The region {region} is turned off in the customer’s account.',
    remedy: 'Turn {region} on in the account, or connect AWS again with the region of the key.',
  },
  otherAccount: {
    cause: 'AWS signed Keyway in to another account than the one in {roleArn}.',
    remedy: 'Check the ARN of the role and connect AWS again.',
  },
  ownIdentity: {
    cause: 'AWS does not accept Keyway’s own identity. The role may be right.',
    remedy:
      'An administrator of this installation checks the AWS credentials of the workers and KEYWAY_AWS_PRINCIPAL. Then test again.',
  },
  notReadable: {
    cause: 'The stored role can’t be read, because the sealing key has changed.',
    remedy: 'Connect AWS again with the same role. The external ID stays the same.',
  },
};
