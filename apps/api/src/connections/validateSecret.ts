/**
 * Sandbox mode accepts only secrets with its prefix, and other modes refuse them, so that the two
 * can't be confused.
 */
import type { InputValidator } from '../userErrors/inputValidator.ts';

const SANDBOX_PREFIX = 'sandbox-';

export function validateSecret(validate: InputValidator, secret: string, sandbox: boolean): string {
  if (secret !== '' && secret.replace(SANDBOX_PREFIX, '').trim() === '') {
    validate.refuse('secretBlank', 'clientSecret');
    return secret;
  }
  const isOfSandbox = secret.startsWith(SANDBOX_PREFIX);
  if (sandbox && !isOfSandbox)
    validate.refuse('secretNotOfSandbox', 'clientSecret', { prefix: SANDBOX_PREFIX });
  if (!sandbox && isOfSandbox) validate.refuse('secretIsOfSandbox', 'clientSecret');
  return validate.secret('clientSecret', secret);
}
