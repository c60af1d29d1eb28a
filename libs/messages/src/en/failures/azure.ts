/** What went wrong in a call to Azure, and what to do, in English. */
import type { AzureFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'Nothing to do: Keyway tries again automatically.';
const KEY_IS_UNREAD = 'The key itself may be valid.';
const READ_BY_ARM =
  'Grant the credential Microsoft.KeyVault/vaults/keys/read (for example by the role Reader on the vault): the key is then read through Azure Resource Manager, past the firewall.';

const NO_TENANT = {
  cause: 'There is no such tenant. Perhaps a subscription ID was entered as the tenant ID.',
  remedy: 'Copy the tenant ID from Microsoft Entra ID > Overview, and connect Azure again.',
};
const NO_FEDERATED_IDENTITY = {
  cause:
    'The application in Entra has no federated credential with exactly the issuer, subject and audience that Keyway signs in with.',
  remedy:
    'In the app registration (Certificates & secrets > Federated credentials), enter the issuer, subject and audience that Keyway shows for this organization. Entra compares upper and lower case. A new one can take some minutes.',
};
const NO_SUBSCRIPTION = {
  cause: 'This tenant has no such subscription, or the credential has no role on it.',
  remedy:
    'Check tenant ID and subscription ID, give the credential the role Reader on the subscription, and connect Azure again.',
};

export const azure = {
  ForbiddenByFirewall: {
    cause: `The vault’s firewall does not admit Keyway. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  ForbiddenByConnection: {
    cause: `The vault accepts private connections only. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  ForbiddenByPolicy: {
    cause: `A policy of the vault does not admit Keyway’s credential. ${KEY_IS_UNREAD}`,
    remedy: READ_BY_ARM,
  },
  AccessDenied: {
    cause:
      'The vault’s access policies don’t let the credential read this. What it could not read may be valid.',
    remedy:
      'Give the credential the role Key Vault Reader on the vault, or the get permission for keys in its access policies. Then check again.',
  },
  ConflictError: {
    cause: 'Azure is still processing another change of the same object.',
    remedy: RETRIES,
  },
  BadArgument: {
    cause: 'Key Vault does not accept one of the values of the request.',
    remedy: 'Correct the names and IDs entered for this organization, then check again.',
  },
  InvalidAuthenticationTokenTenant: {
    cause: 'The credential belongs to another tenant than the subscription.',
    remedy:
      'Connect Azure again with the tenant ID of the directory that owns the subscription, and a credential of that tenant.',
  },
  SubscriptionNotFound: NO_SUBSCRIPTION,
  InvalidSubscriptionId: NO_SUBSCRIPTION,
  PrincipalNotFound: {
    cause:
      'The directory does not show Adobe’s service principal yet. After a consent this takes some minutes.',
    remedy:
      'Keyway tries again automatically. If the error stays, make sure that consent was given in the tenant that owns the vault, then try again.',
  },
  RoleAssignmentExists: {
    cause: 'The same role is assigned to the same principal already, under another ID.',
    remedy: 'Nothing needs to be assigned. Check the step again.',
  },
  RoleAssignmentUpdateNotPermitted: {
    cause:
      'An assignment with this ID exists for another role, principal or scope, and Azure does not change it.',
    remedy: 'Assign the role with the script in “What to do”, then check the step again.',
  },
  VaultAlreadyExists: {
    cause:
      'The vault’s name is taken, perhaps by a deleted vault. Names are unique in all of Azure.',
    remedy:
      'Recover the deleted vault, or choose another name and provide the identifier of a key in it.',
  },
  VaultNameNotValid: {
    cause: 'This can’t be the name of a vault.',
    remedy: 'Copy the Key Identifier from the Azure portal and provide the key again.',
  },
  Authorization_RequestDenied: {
    cause:
      'The credential may not read the directory: it lacks Application.Read.All with admin consent in Microsoft Graph.',
    remedy:
      'An administrator of the tenant grants the application permission Application.Read.All and consents to it. Then check again.',
  },
  AADSTS7000215: {
    cause: 'The client secret is wrong. Often the secret’s ID was copied in place of its value.',
    remedy:
      'Create a client secret in the app registration (Certificates & secrets), copy its value, and connect Azure again.',
  },
  AADSTS7000222: {
    cause: 'The client secret has expired.',
    remedy:
      'Create a new client secret in the app registration (Certificates & secrets), and connect Azure again with its value.',
  },
  AADSTS700016: {
    cause:
      'This client ID is not in the tenant: the application belongs to another tenant, or nobody has consented to it there.',
    remedy: 'Check client ID and tenant ID, and connect Azure again.',
  },
  AADSTS700027: {
    cause:
      'Entra can’t verify the signature: the certificate is not registered for the application, or it has expired. With a federated credential, Entra does not find the key that signed.',
    remedy:
      'Upload this certificate in the app registration (Certificates & secrets > Certificates). If it has expired, create a new one and connect Azure again. With a federated credential, make sure that Entra reaches the issuer’s address.',
  },
  AADSTS1000502: {
    cause: 'The certificate has expired.',
    remedy:
      'Create a new certificate, upload it in the app registration (Certificates & secrets > Certificates), and connect Azure again with it.',
  },
  AADSTS70021: NO_FEDERATED_IDENTITY,
  AADSTS700211: NO_FEDERATED_IDENTITY,
  AADSTS700212: NO_FEDERATED_IDENTITY,
  AADSTS700213: NO_FEDERATED_IDENTITY,
  AADSTS700024: {
    cause:
      'Entra does not accept the time of the sign-in: the statement that Keyway signed is not valid yet, or not any more.',
    remedy: 'Correct the clock of the server that Keyway runs on, then check again.',
  },
  AADSTS50166: {
    cause:
      'Entra couldn’t fetch the keys that verify Keyway’s signature: nothing usable answered at the issuer’s address.',
    remedy:
      'Make sure that Keyway’s address and its path /federation can be reached over the internet by HTTPS, with a certificate that is publicly trusted. Keyway tries again.',
  },
  AADSTS53003: {
    cause:
      'A Conditional Access policy of the tenant blocks the sign-in, often by the network that it comes from. The credential itself may be right.',
    remedy:
      'An administrator of the tenant finds the policy in Entra under Sign-in logs > Service principal sign-ins, and admits the application or the addresses that Keyway calls from.',
  },
  AADSTS90002: NO_TENANT,
  AADSTS900023: NO_TENANT,
  credential: {
    cause:
      'Microsoft does not accept the credential: its secret expired or was revoked, or it belongs to another tenant.',
    remedy: 'Connect Azure again with a current client secret, then check again.',
  },
  denied: {
    cause:
      'The credential was accepted, but it may not do this. What it could not read may be valid.',
    remedy: 'Grant the credential the permission, then check again.',
  },
  deniedPermission: {
    cause: 'The credential lacks {permission}. What it could not read may be valid.',
    remedy:
      'Grant the credential {permission}, then check again. It can take 10 minutes to take effect.',
  },
  deniedSubscription: {
    cause: 'The credential works, but it can’t read the subscription.',
    remedy:
      'Give the credential the role Reader on the subscription, then check again. It can take 10 minutes to take effect.',
  },
  notFound: {
    cause: 'Azure has nothing of this name that the credential can read.',
    remedy: 'Correct the names and IDs entered for this organization, then check again.',
  },
  rejected: {
    cause: 'Azure refuses exactly this request.',
    remedy: 'Correct the names and IDs entered for this organization, then check again.',
  },
  throttled: { cause: 'Azure received too many requests.', remedy: RETRIES },
  unavailable: {
    cause: 'The Azure service has an error.',
    remedy: `${RETRIES} If this persists, check Azure’s status page.`,
  },
  noAnswer: {
    cause: 'The connection to Azure failed or timed out.',
    remedy: `${RETRIES} If this persists, make sure that this network reaches Azure.`,
  },
  badResponse: {
    cause:
      'The answer does not have the documented form. It may be the page of a proxy or gateway.',
    remedy: RETRIES,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'The credential was removed, or none was entered yet.',
    remedy: 'Connect Azure with a credential of the tenant that owns the vault.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'Keyway’s sealing key has changed since the credential was stored.',
    remedy: 'Connect Azure again.',
  },
  KEYWAY_NO_HOST: {
    cause: 'Keyway sends tokens to documented hosts only.',
    remedy: 'Check the organization’s cloud and region.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'A step before this one has no current result.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AzureFailureMessages;
