/** Describes what is wrong with the key that wraps data keys, for the operator. */
import { OWN_CODES, type ConnectorErrorKind, type ReadFailure } from '@keyway/core';

export interface SealingProblem {
  kind: ConnectorErrorKind;
  /** The vault's or one of `OWN_CODES`; null where only the kind is known. */
  code: string | null;
  /** What is missing, where the vault names it. */
  permission: string | null;
  /** Names the key, what is wrong and what would help. Never holds a secret. */
  message: string;
}

const ROLE = 'Key Vault Crypto Service Encryption User';

/** Firewalls are opened, not granted (KV-13, NET-10). */
const firewalled = (code: string | null): boolean =>
  code === 'ForbiddenByFirewall' || code === 'ForbiddenByConnection';

/** What Keyway itself found; for the operator, in English like every log. */
const OWN_SENTENCES: ReadonlyMap<string | null, string> = new Map([
  [
    OWN_CODES.noIdentity,
    ' None of the ways to sign in worked. Give AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or a certificate, or a workload identity), or a managed identity.',
  ],
  [OWN_CODES.wrappedKeyDiffers, ' What it unwrapped is not what was wrapped.'],
]);

function describe({ kind, code, permission, message, retryAfterSeconds }: ReadFailure): string {
  const own = OWN_SENTENCES.get(code);
  const reported = own ?? (message ? ` It says: ${message}` : code ? ` Code: ${code}.` : '');
  switch (kind) {
    case 'denied':
      if (firewalled(code))
        return `The firewall of its vault does not let Keyway in: allow the addresses Keyway calls from.${reported}`;
      return permission === null
        ? `Its vault refuses to use it: it may be disabled, expired or not made for wrapping.${reported}`
        : `Keyway is not allowed to use it: grant ${permission}, which the role ${ROLE} holds.${reported}`;
    case 'credential':
      return `Azure does not accept the credential of this process.${reported}`;
    case 'notFound':
      return `The key or this version of it was not found. If it was deleted, recover it in its vault.${reported}`;
    case 'throttled':
      return `Its vault is throttling (429)${retryAfterSeconds === null ? '' : `; it asks for ${retryAfterSeconds} s`}. Keyway tries again.`;
    case 'unavailable':
      return `Its vault cannot be reached. Keyway tries again.${reported}`;
    case 'badResponse':
      return `Its vault sent a response that Keyway can't read.${reported}`;
    case 'rejected':
      return `Its vault refuses this request.${reported}`;
  }
}

/** @param name of the wrapper that was asked */
export function sealingProblem(name: string, failure: ReadFailure): SealingProblem {
  return {
    kind: failure.kind,
    code: failure.code,
    permission: failure.permission,
    message: `The key that seals credentials (${name}) cannot be used. ${describe(failure)}`,
  };
}
