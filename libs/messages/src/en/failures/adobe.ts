/** What went wrong in a call to Adobe, and what to do, in English. */
import type { AdobeFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'Nothing to do: Keyway tries again automatically.';
const S2S_CREDENTIAL =
  'In Adobe Developer Console add an OAuth Server-to-Server credential to the project, and connect Adobe again with it.';

export const adobe = {
  '400003': {
    cause:
      'The request reached Adobe without the header x-gw-ims-org-id, which names the organization. Keyway sends it; a proxy on the way to {host} may remove it.',
    remedy: 'Make sure that no proxy removes headers on the way to {host}, then try again.',
  },
  '401013': {
    cause:
      'Adobe does not accept the access token: it expired, was revoked, or belongs to another credential.',
    remedy:
      'Keyway requests a new token once. If the error stays, create a new client secret in Adobe Developer Console and connect Adobe again.',
  },
  '403000': {
    cause:
      'The request reached Adobe without an API key. Keyway sends x-api-key: acp_provisioning; a proxy on the way to {host} may remove it.',
    remedy:
      'Make sure that no proxy removes the header x-api-key on the way to {host}, then try again.',
  },
  '403003': {
    cause:
      'Adobe does not recognize the API key acp_provisioning, which its guide prescribes for these calls.',
    remedy:
      'Make sure that no proxy changes the header x-api-key. If none does, open a case with Adobe Customer Care and quote code 403003, host {host} and organization {imsOrgId}.',
  },
  '403010': {
    cause:
      'The request reached Adobe without an access token. Keyway sends one; a proxy on the way to {host} may remove it.',
    remedy:
      'Make sure that no proxy removes the header Authorization on the way to {host}, then try again.',
  },
  '403025': {
    cause:
      'The credential has no product profile in organization {imsOrgId}, or it belongs to another organization.',
    remedy:
      'In Adobe Developer Console add the credential to the product profile AEP-Default-All-Users of organization {imsOrgId}, or correct the organization ID. Then try again.',
  },
  '403027': {
    cause:
      'Adobe finds no region for organization {imsOrgId} with this credential. Region {region} (host {platformHost}) or the organization ID may be wrong, or the credential lacks an Experience Platform product profile.',
    remedy:
      'Ask the organization’s Adobe system administrator for its region: {region} is set, so Keyway calls {platformHost}. Then check the organization ID {imsOrgId} and the credential’s product profile, and try again.',
  },
  BadRequestError: {
    cause:
      'Adobe considers the request malformed, such as one without a valid content type. Keyway sends application/json.',
    remedy:
      'Make sure that no proxy changes requests to {host}. If none does, report it as an error of Keyway with this code and the time.',
  },
  invalid_client: {
    cause:
      'Adobe’s sign-in service does not accept this client ID with this client secret: the secret was mistyped, deleted or replaced, or it belongs to another credential.',
    remedy:
      'Copy client ID and client secret of one credential from Adobe Developer Console, and connect Adobe again with them.',
  },
  invalid_scope: {
    cause:
      'The credential does not have one of the scopes that were entered. Its client secret may be valid.',
    remedy:
      'Copy the scopes exactly as the credential’s page in Adobe Developer Console lists them, and connect Adobe again with them.',
  },
  invalid_request: {
    cause:
      'Adobe’s sign-in service considers the token request malformed: a field is missing or cannot be read.',
    remedy:
      'Check client ID, client secret and scopes for missing or stray characters, and connect Adobe again.',
  },
  invalid_grant: {
    cause:
      'Adobe’s sign-in service does not accept the grant of this credential: it was revoked, or the credential is of an older type (JWT).',
    remedy: S2S_CREDENTIAL,
  },
  unauthorized_client: {
    cause:
      'This credential may not request a token with client ID and secret alone: it is not of the type OAuth Server-to-Server.',
    remedy: S2S_CREDENTIAL,
  },
  unsupported_grant_type: {
    cause:
      'Adobe’s sign-in service does not offer client_credentials to this credential: it is not of the type OAuth Server-to-Server.',
    remedy: S2S_CREDENTIAL,
  },
  credential: {
    cause: 'Adobe does not accept the credential, or the token that was issued for it.',
    remedy:
      'Check in Adobe Developer Console that the credential exists, and connect Adobe again with a current client secret.',
  },
  denied: {
    cause:
      'Adobe accepts the token and refuses the call. Most likely the credential lacks the permission Manage Customer Managed Key, or the organization lacks the entitlement.',
    remedy:
      'An Adobe system or product administrator adds the API credential to a role with the permission Manage Customer Managed Key (Experience Cloud > Permissions). If it has that, ask the Adobe account team about the shield. Then try again.',
  },
  notFound: {
    cause:
      'Adobe has nothing at this address on {host}: the organization may be in another region, the name may be written differently (capital letters count), or Adobe does not show it yet.',
    remedy:
      'Check the region ({region}) and the name. If both are right and the error stays, open a case with Adobe Customer Care.',
  },
  notFoundOnSend: {
    cause:
      'Adobe does not offer customer-managed keys at this address on {host}: the organization may be in another region, or may not have the entitlement.',
    remedy:
      'Check the region ({region}, host {platformHost}). If it is right, ask the Adobe account team whether organization {imsOrgId} has the shield and whether encryption is enabled for it. Then try again.',
  },
  tokenNotFound: {
    cause:
      'The address where Adobe issues access tokens (IMS) was not found on {host}. The credential may be valid.',
    remedy: `${RETRIES} If this persists, make sure that no proxy answers in place of {host}, and check status.adobe.com.`,
  },
  conflict: {
    cause: 'Adobe has a configuration of this name or for this organization already.',
    remedy:
      'Open Administration > Encryption in Adobe and see which key is configured. If it is not the one that was approved, open a case with Adobe Customer Care before anything else is sent.',
  },
  rejected: {
    cause: 'Adobe refuses exactly this request. No reason is documented for this code.',
    remedy:
      'Check the organization ID {imsOrgId} and the region {region}. If both are right, open a case with Adobe Customer Care and quote the code.',
  },
  throttled: { cause: 'Adobe received too many requests.', remedy: RETRIES },
  unavailable: {
    cause: 'Adobe’s service has an error.',
    remedy: `${RETRIES} If this persists, check status.adobe.com and open a case with Adobe Customer Care.`,
  },
  noAnswer: {
    cause: 'The connection to Adobe failed or timed out.',
    remedy: `${RETRIES} If this persists, make sure that this network reaches {host}.`,
  },
  badResponse: {
    cause:
      'The answer does not have the documented form. It may be the page of a proxy or gateway.',
    remedy: `${RETRIES} If this persists, make sure that no proxy answers in place of {host}.`,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'The credential was removed, or none was entered yet.',
    remedy: 'Connect Adobe with a credential of this organization.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'Keyway’s sealing key has changed since the credential was stored.',
    remedy: 'Connect Adobe again.',
  },
  KEYWAY_NO_HOST: {
    cause: 'Keyway sends tokens to documented hosts only.',
    remedy:
      'Check the organization’s region. If it is right, do the step on Adobe’s Encryption page and attest it here.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'A step before this one has no current result.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AdobeFailureMessages;
