/** Where requests go, and whether a token may go there. */
import { isIPv4 } from 'node:net';

/** Of a client that can't be made as it was asked for. Its message says what to change. */
export class ClientOptionsError extends Error {
  override name = 'ClientOptionsError';
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname === '[::1]' ||
  (isIPv4(hostname) && hostname.startsWith('127.'));

/**
 * The address of Keyway, such as `https://keyway.example.com`, without a slash at its end.
 * @throws ClientOptionsError for what is no such address, or would carry a token over plain http
 */
export function endpointOf(url: string, allowHttp: boolean): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['https:', 'http:'].includes(parsed.protocol))
    throw new ClientOptionsError(
      'The address of Keyway must begin with https://, or with http:// on this machine. Example: https://keyway.example.com',
    );
  if (parsed.username || parsed.password)
    throw new ClientOptionsError(
      'The address of Keyway must not hold a user name or a password. Use a token.',
    );
  if (parsed.protocol === 'http:' && !isLoopback(parsed.hostname) && !allowHttp)
    throw new ClientOptionsError(
      `A token must not go to ${parsed.host} over plain http, where others can read it. Use https://, or forward a port of this machine (ssh -L).`,
    );
  return `${parsed.origin}${parsed.pathname}`.replace(/\/(graphql)?\/*$/, '');
}

/**
 * A token as a header can have it. The message never holds the token.
 * @throws ClientOptionsError
 */
export function checkedToken(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new ClientOptionsError(
    'The token has characters that no token has, such as a blank or the end of a line.',
  );
}
