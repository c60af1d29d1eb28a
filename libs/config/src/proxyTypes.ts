/** The types of the settings about the proxy of a corporate network. */
import { z } from 'zod';
import { decoded } from './addressTypes.ts';
import { readIpRange, type IpRange } from './ipRange.ts';

/** Where the proxy is. */
export interface ProxyAddress {
  /** TLS to the proxy itself. */
  isSecure: boolean;
  host: string;
  port: number;
  /** The whole `Proxy-Authorization` header; null without credentials. Secret. */
  authorization: string | null;
}

/** What is reached without the proxy. */
export interface ProxyBypass {
  /** `*`: everything. */
  all: boolean;
  /** A domain with all names below it; of one port where `port` is set. Lower case. */
  names: { name: string; port: number | null }[];
  /** For hosts that are addresses. */
  ranges: IpRange[];
}

const EXPECTED = 'an address such as http://proxy.example.com:3128, without a path';
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

function readProxy(text: string): ProxyAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : null;
  const defaultPort = url && DEFAULT_PORTS[url.protocol];
  if (!url || !defaultPort || !url.hostname || url.pathname !== '/' || url.search || url.hash)
    return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  // A line break would be another header; a colon would end the user name early.
  if (user === null || password === null || /[\p{Cc}]/u.test(user + password) || /:/.test(user))
    return undefined;
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    isSecure: url.protocol === 'https:',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    authorization: user || password ? `Basic ${credentials}` : null,
  };
}

/** Never repeats the text: it may hold a password. */
export const proxyAddress = z
  .string()
  .transform((text, context) => {
    const address = readProxy(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: `must be ${EXPECTED}` });
    return z.NEVER;
  })
  .describe(EXPECTED);

const NAME = /^(?:\*?\.)?([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?(?::(\d{1,5}))?$/;

/** Entries that are none of a name, an address and a network are reported, not ignored. */
function readBypass(text: string): ProxyBypass | undefined {
  const bypass: ProxyBypass = { all: false, names: [], ranges: [] };
  for (const entry of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const range = readIpRange(entry.replace(/^\[|\]$/g, ''));
    const [, name, port] = NAME.exec(entry) ?? [];
    if (entry === '*') bypass.all = true;
    else if (range) bypass.ranges.push(range);
    else if (name) bypass.names.push({ name, port: port ? Number(port) : null });
    else return undefined;
  }
  return bypass;
}

const BYPASS = 'a list of host names, addresses and CIDR blocks, separated by commas';

export const proxyBypass = z
  .string()
  .transform((text, context) => {
    const bypass = readBypass(text);
    if (bypass) return bypass;
    context.addIssue({ code: 'custom', message: `is "${text}", not ${BYPASS}` });
    return z.NEVER;
  })
  .describe(BYPASS);
