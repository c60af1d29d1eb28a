/** The types of settings that are addresses of other servers. */
import { z } from 'zod';

/** Null where a `%` begins no letter. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const SSL_MODES = 'disable, allow, prefer, require, verify-ca, verify-full, no-verify';
const DATABASE = 'the address of a PostgreSQL database';

/**
 * As the driver reads it: without a host where that is a folder with a socket, as in
 * `postgresql://keyway@/keyway?host=/run/postgresql`. Null for what it can't read.
 */
const postgresAddress = (text: string): URL | null =>
  URL.parse(text) ?? URL.parse(text.replace('@/', '@localhost/'));

/** Continues the variable's name; null where the driver can read the address. No secret. */
function postgresProblem(text: string): string | null {
  if (!/^postgres(ql)?:\/\/\S+$/.test(text)) return `must be ${DATABASE}`;
  const url = postgresAddress(text);
  const parts = url && [url.username, url.password, url.hostname, url.pathname];
  const [, server = ''] = /^\w+:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(text) ?? [];
  if (server.includes(',')) return 'must name one server: the driver knows no list of hosts';
  if (!parts || url.hash || parts.some((part) => decoded(part) === null))
    return `must be ${DATABASE}, with signs such as @ / # % of the password as %40 %2F %23 %25, and a port up to 65535`;
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !SSL_MODES.split(', ').includes(mode))
    return `has an sslmode that is none of ${SSL_MODES}`;
  return null;
}

/** Never repeats the text: it may hold a password. */
export const postgresUrl = z
  .string()
  .superRefine((text, context) => {
    const problem = postgresProblem(text);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  })
  .describe(DATABASE);

/** The files that a right address of a database names, which the driver reads. */
export const filesOfPostgresUrl = (text: string): string[] =>
  ['sslrootcert', 'sslcert', 'sslkey'].flatMap(
    (name) => postgresAddress(text)?.searchParams.get(name) ?? [],
  );

/** Without user, query and a slash at its end; undefined for what is no such address. */
function plainHttpUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { username, password, search, hash } = new URL(text);
  return username || password || search || hash || /[?#]/.test(text)
    ? undefined
    : text.replace(/\/$/, '');
}

/** Never repeats the text: somebody may have put a password into it. */
const plainAddress = (without: string, isMore: (text: string) => boolean) => {
  const expected = `an address that starts with https:// or http://, without user, query and ${without}`;
  return z
    .string()
    .transform((text, context) => {
      const address = isMore(text) ? undefined : plainHttpUrl(text);
      if (address !== undefined) return address;
      context.addIssue({ code: 'custom', message: `must be ${expected}` });
      return z.NEVER;
    })
    .describe(expected);
};

/** OpenID Connect Discovery 1.0, 3: an issuer has neither query nor fragment. */
export const issuer = plainAddress('/.well-known', (text) => text.includes('/.well-known/'));

export const otlpEndpoint = plainAddress('/v1/traces', (text) =>
  /\/v1\/(traces|metrics|logs)\/?$/.test(text),
);
