/**
 * Public facts of a vault: its addresses, and the challenge that it answers to a request without a
 * token (docs/reference/clouds.md 1). Holds no credential and follows no redirect.
 */
import { Resolver } from 'node:dns/promises';
import type { Agent } from 'node:https';
import { exchange, headerOf } from '@keyway/connector-transport';
import {
  ConnectorError,
  isGuid,
  isPublicAddress,
  unknownVault,
  type CallOptions,
  type VaultProbeFacts,
  type VaultProbePort,
} from '@keyway/core';
import { vaultHost } from './vaultHost.ts';

const TIMEOUT_MS = 5_000;
const DNS_TIMEOUT_MS = 2_000;
const MAX_ADDRESSES = 10;
const UNAUTHORIZED = 401;
/** It answers nobody now; later it may. */
const saysLater = (status: number): boolean => status === 429 || status >= 500;
const NOT_THERE = /^(ENOTFOUND|ENODATA)$/;
/** The alias of a vault with a private endpoint, in public DNS too. */
const PRIVATE_LINK = /\.privatelink\.(vaultcore|managedhsm)\.azure\.net\.?$/i;
const CHALLENGE =
  /^Bearer\s+authorization="https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/?"\s*,\s*resource="https:\/\/(?:vault|managedhsm)\.azure\.net"$/i;

/** What DNS says of a host. */
export interface ResolvedHost {
  addresses: string[];
  aliases: string[];
}

/** As the system's DNS servers answer; never its own file of hosts. */
export async function resolveHost(host: string): Promise<ResolvedHost> {
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 1 });
  const found = async (answer: Promise<string[]>): Promise<string[]> => answer.catch(() => []);
  const [four, six, aliases] = await Promise.all([
    found(resolver.resolve4(host)),
    found(resolver.resolve6(host)),
    found(resolver.resolveCname(host)),
  ]);
  return { addresses: [...four, ...six], aliases };
}

export interface VaultProbeOptions {
  /** For every connection, such as the sandbox's or a proxy's; the public internet otherwise. */
  agent?: Agent | undefined;
  /** Null where names are resolved elsewhere: in the sandbox, and by a proxy. */
  resolve: ((host: string) => Promise<ResolvedHost>) | null;
}

/** The tenant of exactly Entra's public sign-in; null for any other challenge. */
export function tenantOfChallenge(challenge: string | undefined): string | null {
  const tenant = CHALLENGE.exec(challenge?.trim() ?? '')?.[1]?.toLowerCase();
  return tenant !== undefined && isGuid(tenant) ? tenant : null;
}

/** Makes the probe; one is enough for a process. */
export function createVaultProbe({ agent, resolve }: VaultProbeOptions): VaultProbePort {
  const challengeOf = async (host: string, { signal }: CallOptions) => {
    const url = `https://${host}/keys?api-version=7.4`;
    const request = { method: 'GET', url, headers: { accept: 'application/json' } };
    const { status, headers } = await exchange(request, {
      ...{ agent, timeoutMs: TIMEOUT_MS, signal: signal ?? null },
    });
    const challenge = headerOf(headers, 'www-authenticate');
    const tenantId = status === UNAUTHORIZED ? tenantOfChallenge(challenge) : null;
    return { tenantId, isBusy: saysLater(status) };
  };
  const asked = async (host: string, options: CallOptions): Promise<VaultProbeFacts> => {
    try {
      const { tenantId, isBusy } = await challengeOf(host, options);
      if (tenantId === null) return unknownVault(isBusy ? 'noAnswer' : 'otherAnswer');
      return { ...unknownVault('found'), exists: 'PASS', tenantId };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const { code } = error.failure;
      if (code === 'ADDRESS_NOT_PUBLIC') return { ...unknownVault('private'), privateLink: true };
      if (code === null || !NOT_THERE.test(code)) return unknownVault('noAnswer');
      return { ...unknownVault('missing'), exists: 'BLOCK' };
    }
  };
  return {
    async probe({ kind, name }, options = {}) {
      const host = vaultHost({ kind, name });
      const [facts, resolved] = await Promise.all([asked(host, options), resolve?.(host)]);
      if (!resolved || facts.reason === 'missing') return facts;
      const { addresses, aliases } = resolved;
      const isPrivate = addresses.some((address) => !isPublicAddress(address));
      const known = addresses.length > 0 ? isPrivate || aliases.some(isPrivateLink) : null;
      return {
        ...facts,
        addresses: addresses.filter(isPublicAddress).slice(0, MAX_ADDRESSES),
        privateLink: facts.privateLink ?? known,
      };
    },
  };
}

const isPrivateLink = (alias: string): boolean => PRIVATE_LINK.test(alias);
