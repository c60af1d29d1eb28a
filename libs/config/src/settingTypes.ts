/**
 * The types of settings: each turns the text of a variable into its value. A message continues the
 * variable's name; the description completes "must be …" and stands in the documentation.
 */
import { z } from 'zod';
import { readIpRange } from './ipRange.ts';

export const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `parse` returns undefined for a text that is not `expected`. */
export const parsed = <T>(expected: string, parse: (text: string) => T | undefined) =>
  z
    .string()
    .transform((text, context) => {
      const value = parse(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: `is "${text}", not ${expected}` });
      return z.NEVER;
    })
    .describe(expected);

/** Never repeats the text. */
const secretText = (expected: string, pattern: RegExp) =>
  z.string().regex(pattern, `must be ${expected}`).describe(expected);

const numberBetween = (pattern: RegExp, least: number, most: number) => (text: string) =>
  pattern.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

export const text = z.string().describe('text');

export const port = parsed('a port from 0 to 65535', numberBetween(/^\d+$/, 0, 65_535));

export const integer = (least: number, most: number, unit: string) =>
  parsed(`a whole number of ${unit} from ${least} to ${most}`, numberBetween(/^\d+$/, least, most));

export const seconds = (most: number) =>
  parsed(`a number of seconds from 0 to ${most}`, numberBetween(/^\d+(\.\d+)?$/, 0, most));

export const scale = parsed('a number above 0 and up to 1000', (text) =>
  // Number() also takes 0x10.
  /^[\d.]+(e-?\d+)?$/i.test(text) && Number(text) > 0 && Number(text) <= 1000
    ? Number(text)
    : undefined,
);

export const oneOf = <const T extends string>(...values: readonly T[]) =>
  parsed(`one of ${values.join(', ')}`, (text) => values.find((value) => value === text));

/** An IPv6 address may stand in brackets, as in addresses of pages. */
export const host = parsed('a host name or address', (text) => {
  const [, inBrackets, plain] = /^(?:\[([\da-f.]*:[\da-f:.]+)\]|([\w.:-]+))$/i.exec(text) ?? [];
  return inBrackets ?? plain;
});

export const hostAndPort = parsed('host:port', (text) => {
  // An IPv6 address is written in brackets here, but sockets want it without.
  const [, host, digits] = /^(\[[\da-fA-F:]+\]|[\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  return host && port <= 65_535 ? { host: host.replace(/^\[|\]$/g, ''), port } : undefined;
});

export const folder = z.string().describe('a folder');
export const file = z.string().describe('a file');

export const token = secretText(
  'kw_ and 32 to 200 further characters without spaces',
  /^kw_[\x21-\x7e]{32,200}$/,
);

const isHttp = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** First parts of paths that the api answers itself; that of `PUBLIC_URL` begins with none. */
export const OWN_PATHS: ReadonlySet<string> = new Set(
  'assets auth checkpoints evidence federation graphql hand-off healthz hooks metrics oauth readyz'.split(
    ' ',
  ),
);
const PUBLIC_ADDRESS = 'must be an address without user or query';

/**
 * The session cookie is `Secure`. Browsers accept it over plain http on this machine only. Without
 * a slash at its end, so that paths can follow.
 */
export const publicAddress = z
  .string()
  .refine(isHttp, {
    error: ({ input }) => `is "${String(input)}", not an address that starts with https://`,
    abort: true,
  })
  .transform((text) => new URL(text))
  .refine((url) => !url.username && !url.password && !url.search && !url.hash, PUBLIC_ADDRESS)
  .refine(({ hostname }) => !hostname.includes('*'), 'must name one host, without "*"')
  .refine(
    ({ pathname }) => /^(\/[a-z\d][\w.~-]*)*\/?$/i.test(pathname),
    'must have a path of plain letters, digits, ".", "-", "_" and "~", or none',
  )
  .refine(
    ({ pathname }) => !OWN_PATHS.has(pathname.split('/')[1]!),
    'must not begin its path with one of Keyway’s own, such as /graphql',
  )
  .refine(
    (url) => url.protocol === 'https:' || LOOPBACK_HOSTS.has(url.hostname),
    'must start with https://; plain http is for localhost only, because sign-in needs a secure cookie',
  )
  .transform((url) => `${url.origin}${url.pathname.replace(/\/$/, '')}`)
  .describe('an https address, with a path where Keyway shares a host');

const separated = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

export const list = (what: string) =>
  z.string().transform(separated).describe(`${what}, separated by commas`);

export const redirectUris = parsed('a list of http addresses, separated by commas', (text) => {
  const uris = separated(text);
  return uris.every((uri) => /^https?:\/\/[^\s/]+\/\S*$/.test(uri)) ? uris : undefined;
});

export const ipRanges = parsed(
  'a list of addresses and CIDR blocks, separated by commas',
  (text) => {
    const ranges = text.split(',').map((range) => readIpRange(range.trim()));
    return ranges.every((range) => range !== undefined) ? ranges : undefined;
  },
);

export const visibleName = parsed('a name of 1 to 200 visible characters', (text) =>
  /^[^\p{Cc}\u2028-\u202e\u2066-\u2069\ufffd]{1,200}$/u.test(text) &&
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
    ? text
    : undefined,
);

/** Whether a text is one address. Whether it exists, only its owner can show. */
export const isEmailAddress = (text: string): boolean =>
  // RFC 5321 allows 254 characters.
  text.length <= 254 && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/.test(text);

export const email = parsed('one email address', (text) =>
  isEmailAddress(text) ? text : undefined,
);

/** Of the partition `aws`; a wildcard would let anybody assume customers' roles. */
export const awsPrincipal = parsed('the ARN of an account, a role or a user in AWS', (text) =>
  /^arn:aws:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]{1,512})$/.test(text) ? text : undefined,
);

export const keyFingerprint = parsed(
  'the fingerprint from the error message (16 hex digits, or "unrecorded")',
  (text) => (/^([0-9a-f]{16}|unrecorded)$/.test(text) ? text : undefined),
);
