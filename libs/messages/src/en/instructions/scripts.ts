/** What people read in scripts: comments, descriptions of parameters, and placeholders. */
export const scriptTexts = {
  softDeleteIsFinal: 'This can’t be undone: soft-delete can’t be turned off again.',
  purgeProtectionIsFinal: 'This can’t be undone: purge protection can’t be turned off again.',
  accessPoliciesEnd:
    'This voids every access policy at once. First give the vault’s users equivalent roles.',
  azapiVersion:
    'Requires the provider Azure/azapi 2. It changes only the properties named here; region, tier, tags and everything else stay as they are.',
  azapiRemoval: 'If you remove this resource from your code later, nothing changes in Azure.',
  azapiOtherCode:
    'If other Terraform code manages this vault, make the change there instead: that code would undo this one.',
  firewallAppliesToYou:
    'The firewall applies to you as well: from an address without a rule, keys can no longer be read or created.',
  answerYes: 'Enter yes to add a rule for your address.',
  enterAddress: 'To add a rule for your address, enter it between the quotes.',
  keepsRules: 'Each command adds to the firewall and keeps the existing rules.',
  selectedOnly: 'Allows public access from the addresses in the rules only.',
  addressFromError: 'If the vault refuses your address, the error message contains it.',
  adminAddresses: 'Public IPv4 addresses or ranges from which you manage keys of this vault',
  keptSubnet: 'Stays as it is: the rule of virtual network {subnet}',
  rulesWhenApplied: 'the rules that exist when this is applied',
  newKeyOnly:
    'Creates the key only if no key has this name. Otherwise it would create a new version.',
  newVaultOnly:
    'Creates the vault only if Azure reports that it doesn’t exist. Otherwise it would replace the existing one.',
  azVersion: 'Requires Az 12 or newer, where new vaults use Azure roles.',
  bicepVersion: 'Requires Bicep 0.38 or newer. Deployed again, it leaves the vault as it is then.',
  rbacBefore442: 'before azurerm 4.42: enable_rbac_authorization',
  takesOver: 'takes over an existing one',
  deployTo:
    'Deploy to the vault’s resource group: az deployment group create --resource-group={group}',
  principal: 'Object ID of the service principal of Adobe’s application in your tenant',
  roleStays: 'Adobe needs this access as long as the key is in use.',
  assignsOnce: 'Assigns the role only if it isn’t assigned yet.',
  awsRoleExists:
    'The role exists and is left as it is: compare its trust policy with TRUST, above all the external ID.',
  awsAlias: 'Finds an existing key by its alias, so that running this again creates no second one.',
  awsAdditions:
    'What the policy lacks. It is added to what is there now, and nothing is changed or added twice. Requires jq.',
  awsTerraform:
    'Terraform sets the whole policy: this is what Keyway read, with what it lacks. If other code manages the policy, make the change there.',
  cfnCreate: 'Save it as adobe-cmk.yaml and run: {command}',
  cfnStatements:
    'Provide Adobe’s policy in Keyway first: then this template has Adobe’s statements, too.',
  cfnOwnStack:
    'Only for a stack that was created with Keyway’s own CloudFormation template of the step Key and has had no change of its own since. The policy is what Keyway read, with what it lacks.',
  cfnOtherStack:
    'Never use it for any other stack: the update replaces the whole template, so the other resources of the stack are deleted, and a key with another logical ID is scheduled for deletion. If something else created the key, use another script.',
  cfnUpdate: 'Save it as adobe-cmk.yaml and run: {command}',
  cfnGuard:
    'That runs the lines below. Before update-stack they stop if the stack holds anything but this key and its alias. Run again, they change nothing.',
  cfnStopped:
    'Stopped, and nothing was changed. The stack adobe-cmk must hold exactly two resources: AdobeKey, the key {key}, and AdobeKeyAlias, the alias alias/adobe-cmk. Use another script for this key. The stack holds:',
  cfnUnchanged: 'The stack has this policy already. Nothing was changed.',
  awsPolicy:
    'Copy policy.before.json to policy.json, add Adobe’s four statements, and keep every existing one. Then run the rest:',
};

/** What stands in angle brackets for a value that is not known yet. */
export const placeholders = {
  vault: 'vault',
  key: 'key',
  anotherKey: 'name-of-another-key',
  tenantId: 'tenant-id',
  subscriptionId: 'subscription-id',
  resourceGroup: 'resource-group',
  location: 'location',
  resourceId: 'resource-id-of-the-vault',
  applicationId: 'application-id',
  principalObjectId: 'object-id-of-the-service-principal',
};
