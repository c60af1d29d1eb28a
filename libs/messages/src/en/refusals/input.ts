import type { ReasonOf } from '@keyway/core';

const APPLICATION_ID =
  'Copy the Application ID of this organization from Administration > Encryption > Customer Managed Keys in Adobe.';
const IMS_ORG_ID = 'Example: 0123456789ABCDEF01234567@AdobeOrg';
const TENANT_ID =
  'Microsoft Entra ID > Overview shows it. Example: 11111111-2222-3333-4444-555555555555';
const RESOURCE_ID =
  'The portal shows the resource ID under Properties; it can also be left out. Example: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-group/providers/Microsoft.KeyVault/vaults/my-vault (managedHSMs for a Managed HSM)';

export const inputRefusals = {
  adobeScopesInvalid:
    'Enter 1 to 50 Adobe scopes, one in each list entry. Example: ["openid", "AdobeID", "read_organizations"]',
  applicationIdIsAdobeSample: `This is a sample from Adobe’s documentation (AEP-23). ${APPLICATION_ID}`,
  applicationIdIsAwsSample: `This is a sample from AWS’s documentation. ${APPLICATION_ID}`,
  applicationIdIsConnectedClient: `This is the client ID that Keyway uses to read Azure. ${APPLICATION_ID}`,
  applicationIdIsOfCja: `This is the application of Customer Journey Analytics, the same for every organization (CJA-06). ${APPLICATION_ID}`,
  applicationIdIsOfMicrosoft: `This is Microsoft’s application {application}. ${APPLICATION_ID}`,
  applicationIdIsPlaceholder: `This is a placeholder, not an application ID. ${APPLICATION_ID}`,
  applicationIdIsRole: `This is the ID of the Azure role {role}. ${APPLICATION_ID}`,
  applicationIdIsSubscription: `This is the ID of the organization’s Azure subscription. ${APPLICATION_ID}`,
  applicationIdIsTenant: `This is the organization’s Entra tenant ID. ${APPLICATION_ID}`,
  applicationIdMissing: `Enter the Application ID. ${APPLICATION_ID}`,
  applicationIdNotGuid: `An application ID is a GUID: 32 hexadecimal digits with four hyphens. ${APPLICATION_ID}`,
  azureCredentialCount:
    'Give exactly one credential: a client secret, a certificate (PEM) or a federated credential.',
  certificateExpired: 'The certificate expired at {at}. Create a new one and upload it in Entra.',
  certificateHasExpiry:
    'Only a client secret needs this. A certificate has an expiry of its own, which Keyway reads from it: leave this out.',
  certificateKeyEncrypted:
    'The private key is protected by a passphrase. Remove it first. Example: openssl pkcs8 -in key.pem -out key-plain.pem',
  certificateKeyMismatch:
    'The private key doesn’t belong to any certificate in the PEM. Check that both are of the same pair.',
  certificateKeyMissing:
    'The PEM has no private key. Add the block that starts with “BEGIN PRIVATE KEY”.',
  certificateKeyNotRsa:
    'The private key must be RSA. Entra accepts no other type for applications.',
  certificateKeyTooShort:
    'The RSA key has {bits} bits. Entra needs at least {min}. Create a longer key and a certificate for it.',
  certificateMissing:
    'The PEM has no certificate. Add the block that starts with “BEGIN CERTIFICATE”.',
  certificateNotYetValid: 'The certificate is not valid before {at}. Use it from then on.',
  certificateSeveralKeys:
    'The PEM has several private keys. Keep the one that the certificate is for.',
  certificateUnreadable:
    'The PEM is damaged: a key or certificate in it can’t be read. Copy the whole file again.',
  awsRegionInvalid: 'Enter the key’s region in AWS. Example: us-east-1',
  awsRegionNotOfAdobe:
    'Adobe’s only region on AWS is VA6, which is {expected}. A key in {region} can’t be used (AWS-03).',
  characterNotStorable:
    'The text contains a character that can’t be stored (NUL or half of a surrogate pair). Remove it.',
  clientIdInvalid:
    'The application (client) ID must be a GUID. Example: 11111111-2222-3333-4444-555555555555',
  federationNotPublished:
    'Entra can’t fetch the public keys from {publicUrl}. Set PUBLIC_URL to an https address that the internet reaches.',
  imsOrgIdCharacters: `Before the @ only the digits 0–9 and A–F are allowed. ${IMS_ORG_ID}`,
  imsOrgIdLength: `There must be 24 characters before the @, not {length}. ${IMS_ORG_ID}`,
  imsOrgIdMissing: `Enter the IMS organization ID. ${IMS_ORG_ID}`,
  imsOrgIdOfTechnicalAccount: `This is the ID of a technical account. An IMS organization ID ends in @AdobeOrg. ${IMS_ORG_ID}`,
  imsOrgIdSuffix: `An IMS organization ID ends in @AdobeOrg. ${IMS_ORG_ID}`,
  imsOrgIdWithoutAt: `An IMS organization ID contains exactly one @. ${IMS_ORG_ID}`,
  nameHasControlCharacter:
    'The name contains a line break or an invisible control character. Use one line of visible text.',
  nameNotVisible: 'Enter a name of 1 to 200 visible characters.',
  nameTooLong: 'A name can have at most 200 characters; this one has {length}.',
  nameUnreadable:
    'The name contains a character that could not be read (\ufffd). Save or send it as UTF-8, or type it again.',
  resourceIdGroup: `“{group}” is not a valid resource group name. ${RESOURCE_ID}`,
  resourceIdInvalid: `This is not the resource ID of a vault or a Managed HSM. ${RESOURCE_ID}`,
  resourceIdOfManagedHsm: `This is a Managed HSM, but the key identifier is of a vault. ${RESOURCE_ID}`,
  resourceIdOfOtherVault: `This is the vault {vault}, but the key identifier is of {keyVault}. ${RESOURCE_ID}`,
  resourceIdOfVault: `This is a vault, but the key identifier is of a Managed HSM. ${RESOURCE_ID}`,
  resourceIdSubscription: `“{subscription}” is not a subscription ID, which is a GUID. ${RESOURCE_ID}`,
  resourceIdVaultName: `“{vault}” is not a valid vault name. ${RESOURCE_ID}`,
  roleArnInvalid: 'Enter the ARN of a role. Example: arn:aws:iam::111122223333:role/KeywayRead',
  secretBlank: 'The secret is empty. Paste its value.',
  secretIsOfSandbox: 'This is a sandbox secret. Enter the secret of the real application.',
  secretLength: 'Enter a secret of 1 to {max, number} characters.',
  secretNotOfSandbox:
    'In sandbox mode, secrets start with {prefix}. Don’t enter a real secret here.',
  subscriptionIdInvalid:
    'The subscription ID must be a GUID. Example: 11111111-2222-3333-4444-555555555555',
  tenantIdIsDomain: `This is a domain name. The tenant ID is a GUID. ${TENANT_ID}`,
  tenantIdMissing: `Enter the tenant ID. ${TENANT_ID}`,
  tenantIdNotGuid: `The tenant ID must be a GUID. ${TENANT_ID}`,
  textMissing: 'Enter a text of 1 to {max, number} characters.',
  textTooLong: 'The text can have at most {max, number} characters; it has {length, number}.',
  timeInFuture: 'The time must not be in the future. It is now {now}.',
  timeInPast: 'The time must be in the future. It is now {now}.',
  urlInvalid: 'Enter a URL that starts with https:// and has no user name or password.',
} satisfies Record<ReasonOf<'input'>, string>;
