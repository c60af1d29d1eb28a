/** The input of `connectAzure`: an application, and exactly one kind of credential. */
import { isGuid } from '@keyway/core';
import type { NewAzureCredential, NewConnection } from '@keyway/store';
import type { Config } from '../config.ts';
import { federationIssuer } from '../federation/federationIssuer.ts';
import type { ConnectAzureInput } from '../generated/resolverTypes.ts';
import { MAX_LENGTHS, type InputValidator } from '../userErrors/inputValidator.ts';
import { readCertificate } from './readCertificate.ts';
import { validateSecret } from './validateSecret.ts';

/** What the installation says of credentials. */
export type CredentialConfig = Pick<Config, 'sandbox' | 'publicUrl'>;

function validateCredential(
  validate: InputValidator,
  input: ConnectAzureInput,
  { sandbox, publicUrl }: CredentialConfig,
  now: Date,
): NewAzureCredential {
  const { clientSecret, certificatePem, federated, clientSecretExpiresAt } = input;
  const given = [clientSecret != null, certificatePem != null, federated === true];
  const none = { clientSecret: '' };
  if (given.filter(Boolean).length !== 1) {
    validate.refuse('azureCredentialCount', 'clientSecret');
    return none;
  }
  if (clientSecret != null) {
    const secret = validateSecret(validate, clientSecret, sandbox);
    const at = clientSecretExpiresAt ?? null;
    const expiresAt = validate.future('clientSecretExpiresAt', at, now.toISOString());
    return { clientSecret: secret, expiresAt };
  }
  if (certificatePem != null) {
    if (clientSecretExpiresAt != null)
      validate.refuse('certificateHasExpiry', 'clientSecretExpiresAt');
    if (certificatePem.length > MAX_LENGTHS.certificate) {
      const lengths = { length: certificatePem.length, max: MAX_LENGTHS.certificate };
      validate.refuse('textTooLong', 'certificatePem', lengths);
      return none;
    }
    const read = readCertificate(certificatePem, 'certificatePem', now);
    if ('value' in read) return read.value;
    validate.add(read.refusal);
    return none;
  }
  // Entra fetches the keys from there.
  if (!sandbox && !publicUrl.startsWith('https:'))
    validate.refuse('federationNotPublished', 'federated', { publicUrl });
  return { issuer: federationIssuer(publicUrl) };
}

export function validateAzure(
  validate: InputValidator,
  input: ConnectAzureInput,
  config: CredentialConfig,
  now: Date,
): NewConnection {
  const tenantId = validate.tenantId('tenantId', input.tenantId) ?? '';
  if (!input.tenantId.trim()) validate.refuse('tenantIdMissing', 'tenantId');
  const subscriptionId = input.subscriptionId?.trim().toLowerCase() || null;
  if (subscriptionId !== null && !isGuid(subscriptionId))
    validate.refuse('subscriptionIdInvalid', 'subscriptionId');
  const clientId = input.clientId.trim().toLowerCase();
  if (!isGuid(clientId)) validate.refuse('clientIdInvalid', 'clientId');
  const access = input.access ?? ('READ' as const);
  const credential = validateCredential(validate, input, config, now);
  return {
    kind: 'azure',
    connection: { ...credential, tenantId, subscriptionId, clientId, access },
  };
}
