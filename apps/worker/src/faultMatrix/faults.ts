/** What may come instead of an answer: by the sandbox, or by the network before it is reached. */
import type { AgentOptions } from 'node:https';
import { SandboxAgent, type SandboxAddress } from '@keyway/connector-transport';

/** Of the calls whose answer is too slow: long enough for what they send before. */
export const SHORT_MS = 1000;

const page = { 'content-type': 'text/html' };
const HTML = '<!doctype html><title>Gateway</title>';

const wrongTypes = {
  ...{ id: 1, name: 1, type: 1, value: 1, properties: 1, access_token: 1, expires_in: 'soon' },
  ...{ key: 1, attributes: 1, objectId: 1, appId: 1, config: 1, status: 1, applicationId: 1 },
  ...{ KeyMetadata: 1, KeyRotationEnabled: 'yes', Policy: 1 },
};

/** Faults of the sandbox, as `POST /faults` takes them; `host` and `path` are added. */
export const ANSWERS = {
  timeout: { delayMs: SHORT_MS * 20 },
  reset: { reset: true },
  '400': { status: 400, body: {} },
  '401': { status: 401, body: {} },
  '403': { status: 403, body: {} },
  '404': { status: 404, body: {} },
  '404 html': { status: 404, headers: page, body: HTML },
  '409': { status: 409, body: {} },
  '429': { status: 429, body: {} },
  '429 Retry-After': { status: 429, headers: { 'retry-after': '17' }, body: {} },
  '500': { status: 500, body: {} },
  '503': { status: 503, body: {} },
  html: { status: 200, headers: page, body: HTML },
  'truncated JSON': { truncate: true },
  'wrong types': { status: 200, body: wrongTypes },
  'missing fields': { status: 200, body: {} },
  '10 MB': { padBytes: 10_000_000 },
  'slow drip': { dripMs: SHORT_MS / 4 },
} as const;

const noSuchName: NonNullable<AgentOptions['lookup']> = (host, _options, callback) =>
  callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '');

/** Nothing is reached through these. `otherCa` is the CA of somebody else. */
export const NETWORKS = {
  DNS: (sandbox: SandboxAddress) =>
    new SandboxAgent({ ...sandbox, host: 'clouds.invalid' }, { lookup: noSuchName }),
  TLS: (sandbox: SandboxAddress, otherCa: string) => new SandboxAgent({ ...sandbox, ca: otherCa }),
} as const;

export const TOO_SLOW: ReadonlySet<string> = new Set(['timeout', 'slow drip']);

export type FaultName = keyof typeof ANSWERS | keyof typeof NETWORKS;
