/** What a Keyway says about signing in by the browser (RFC 8414). */
import { CliError, EXIT } from '../cli/cliError.ts';

export interface ServerMetadata {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  revocationEndpoint: string | null;
}

const isLoopback = (url: URL): boolean =>
  url.hostname === 'localhost' || url.hostname === '[::1]' || url.hostname.startsWith('127.');

/** Null where this Keyway has no such sign-in. @throws CliError for one that can't be trusted */
export async function readMetadata(
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<ServerMetadata | null> {
  let body: Record<string, unknown>;
  try {
    const response = await fetch(`${url}/.well-known/oauth-authorization-server`, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    });
    if (!response.ok) return null;
    body = (await response.json()) as Record<string, unknown>;
  } catch {
    throw new CliError(EXIT.failed, `Nobody answers at ${url}.`, {
      hint: 'Give the address of Keyway: --url https://keyway.example.com',
    });
  }
  const text = (name: string): string | null => {
    const value = body[name];
    return typeof value === 'string' && URL.canParse(value) ? value : null;
  };
  const [issuer, authorization, token] = [
    text('issuer'),
    text('authorization_endpoint'),
    text('token_endpoint'),
  ];
  if (issuer === null || authorization === null || token === null) return null;
  const metadata = {
    issuer,
    authorizationEndpoint: authorization,
    tokenEndpoint: token,
    revocationEndpoint: text('revocation_endpoint'),
  };
  assertOwn(metadata, url);
  return metadata;
}

/** A document that sends us elsewhere would get the code of somebody who meant this Keyway. */
function assertOwn(metadata: ServerMetadata, url: string): void {
  const own = new URL(metadata.issuer);
  const asked = new URL(url);
  if (own.origin !== asked.origin && !(isLoopback(own) && isLoopback(asked)))
    throw new CliError(EXIT.failed, `The Keyway at ${url} calls itself ${own.origin}.`, {
      hint: `If you trust that address, use it: --url ${own.origin}`,
    });
  const { authorizationEndpoint, tokenEndpoint, revocationEndpoint } = metadata;
  for (const endpoint of [authorizationEndpoint, tokenEndpoint, revocationEndpoint ?? own.href])
    if (new URL(endpoint).origin !== own.origin)
      throw new CliError(EXIT.failed, `The Keyway at ${url} names an address elsewhere.`);
}
