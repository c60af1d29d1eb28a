/** Why AWS did not let Keyway assume a stored role, and what to do. Only AWS's code is stored. */
import { OWN_CODES, type Locale } from '@keyway/core';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';

/** What a remedy names. */
interface RefusedRole {
  roleArn: string;
  region: string;
}

/** That Keyway itself isn't known: nothing of the customer's is wrong. */
const OWN_IDENTITY: ReadonlySet<string> = new Set([
  OWN_CODES.noIdentity,
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

type Cause = 'notAssumable' | 'regionDisabled' | 'otherAccount' | 'ownIdentity' | 'notReadable';

function causeOf(code: string | null): Cause {
  if (code === 'RegionDisabledException') return 'regionDisabled';
  if (code === OWN_CODES.otherAccount) return 'otherAccount';
  if (code === OWN_CODES.credentialNotReadable) return 'notReadable';
  if (code !== null && OWN_IDENTITY.has(code)) return 'ownIdentity';
  return 'notAssumable';
}

/**
 * AWS answers `AccessDenied` alike for a role that doesn't exist, another external ID and another
 * principal, so that the remedy names all three. `code` is AWS's own, as stored.
 */
export function describeRefusedRole(
  code: string | null,
  role: RefusedRole,
  locale: Locale,
): { cause: string; remedy: string } {
  const { cause, remedy } = messagesIn(locale).failures.awsRole[causeOf(code)];
  return { cause: format(cause, { ...role }, locale), remedy: format(remedy, { ...role }, locale) };
}
