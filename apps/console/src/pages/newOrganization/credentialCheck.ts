/** What became of a credential that was just stored: its cloud is asked in the background. */
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';

/** `later`: the cloud couldn't be reached, and is asked again. */
export type CredentialCheck = 'checking' | 'accepted' | 'rejected' | 'later';

export function checkOf(connection: ConnectionFieldsFragment | null): CredentialCheck {
  if (!connection) return 'checking';
  const { state, message, replacement } = connection;
  if (replacement?.state === 'FAILED') return 'rejected';
  if (replacement) return replacement.message ? 'later' : 'checking';
  if (state === 'CONNECTED') return 'accepted';
  if (state === 'FAILED') return 'rejected';
  return message ? 'later' : 'checking';
}

/** Nothing more is waited for, and nothing is to be corrected. */
export const isSettled = (check: CredentialCheck): boolean =>
  check === 'accepted' || check === 'later';
