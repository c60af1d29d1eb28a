/**
 * Takes a key's own identifier from an answer and makes sure that it is that of the key that was
 * asked for.
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';

export interface RequestedKey {
  /** The vault's host, from `vaultHost`. */
  host: string;
  name: string;
  /** Null: any version, the latest. */
  version: string | null;
}

const IDENTIFIER =
  /^https:\/\/([a-z0-9.-]+?)(?::443)?\/keys\/([0-9a-z-]{1,127})\/([0-9a-z]{32})\/?$/i;

/**
 * `https://{host}/keys/{name}/{version}` with a lowercase host and no port (KID-07,
 * docs/reference/clouds.md 2.3). Throws `badResponse` where the text is no versioned identifier, or
 * of another vault, key or version than asked.
 */
export function keyIdentifierOf(text: unknown, requested: RequestedKey): string {
  const [, host, name, version] = typeof text === 'string' ? (IDENTIFIER.exec(text) ?? []) : [];
  if (host === undefined || name === undefined || version === undefined) {
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
      { detail: 'The answer names no versioned key identifier' },
    );
  }
  const same =
    host.toLowerCase() === requested.host &&
    name.toLowerCase() === requested.name.toLowerCase() &&
    (requested.version === null || version.toLowerCase() === requested.version.toLowerCase());
  if (!same)
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.otherResource },
      { detail: 'The answer is about another key than the one asked for' },
    );
  return `https://${requested.host}/keys/${name}/${version}`;
}
