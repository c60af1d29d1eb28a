/**
 * Wraps data keys by a key that never leaves Keyway's own vault (RSA-OAEP-256). Each call is
 * bounded in time; a ConnectorError names the permission to grant.
 */
import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import {
  DEFAULT_RETRY_LIMITS,
  orAborted,
  ThrottleGate,
  type RetryLimits,
} from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES, type KeyIdentifier, type KeyWrapper } from '@keyway/core';
import { LRUCache } from 'lru-cache';
import { newScope, runInScope } from '../callScope.ts';
import { sdkCall } from '../sdkCall.ts';
import { createTokenCredential } from '../tokenCredential.ts';
import { createTransport, RETRIES_BY_TRANSPORT } from '../transport/createTransport.ts';
import { machineCredential } from './machineCredential.ts';

export interface KeyVaultWrapperOptions {
  /** Where the sandbox is; null: the real cloud, as whom `DefaultAzureCredential` finds. */
  sandbox: Agent | null;
  /** For the real cloud, such as a proxy's; directly otherwise. */
  network?: Agent | undefined;
  /** For one call with its repetitions, milliseconds; 10 s by default. */
  deadlineMs?: number;
  retry?: Partial<RetryLimits>;
}

const ALGORITHM = 'RSA-OAEP-256';
const DEADLINE_MS = 10_000;
/** How long the newest version of a key without one is taken for the newest. */
const VERSION_MS = 5 * 60_000;
const MAX_VERSIONS = 20;
const DIGEST_BYTES = 32;
const SANDBOX_IDENTITY = {
  tenantId: '00000000-0000-0000-0000-000000000000',
  subscriptionId: null,
  clientId: '00000000-0000-0000-0000-00006b657977',
  clientSecret: 'sandbox-keyway',
};
/**
 * The vault's codes for a missing permission. A disabled or expired key has another code.
 */
const MISSING_PERMISSION_CODES = new Set([
  'ForbiddenByRbac',
  'ForbiddenByPolicy',
  'AccessDenied',
  'Forbidden',
]);

type Action = 'wrap' | 'unwrap' | 'read';

function permissionFor(kind: KeyIdentifier['kind'], action: Action): string {
  if (kind === 'managedHsm') return `Microsoft.KeyVault/managedHsm/keys/${action}/action`;
  return `Microsoft.KeyVault/vaults/keys/${action}${action === 'read' ? '' : '/action'}`;
}

const digest = (purpose: string): Buffer => createHash('sha256').update(purpose).digest();

/**
 * RSA binds nothing to what it wraps, so the purpose travels inside, as its hash behind the key.
 */
const appendPurpose = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.concat([key, digest(purpose)]);

function removePurpose(plain: Uint8Array, purpose: string): Buffer {
  const bytes = Buffer.from(plain);
  if (bytes.length > DIGEST_BYTES && bytes.subarray(-DIGEST_BYTES).equals(digest(purpose)))
    return bytes.subarray(0, -DIGEST_BYTES);
  throw new ConnectorError({ kind: 'rejected', code: OWN_CODES.wrappedKeyDiffers });
}

/**
 * Wrapping changes nothing, so it is repeated like a read; the vault is ours, so it may have a
 * private address.
 */
function transportOf(
  host: string,
  agent: Agent,
  limits: { timeoutMs: number; retry: RetryLimits; gate: ThrottleGate },
): HttpClient {
  return createTransport({ ...limits, agent, secrets: [], host, repeatable: () => true });
}

class KeyVaultWrapper implements KeyWrapper {
  readonly name: string;
  private readonly key: KeyIdentifier;
  private readonly host: string;
  private readonly credential: TokenCredential;
  private readonly clientOptions: { httpClient: HttpClient } & typeof RETRIES_BY_TRANSPORT;
  private readonly deadlineMs: number;
  private readonly clients = new LRUCache<string, CryptographyClient>({
    max: MAX_VERSIONS,
    memoMethod: (identifier) => this.client(identifier),
  });
  private newest: { identifier: string; until: number } | null = null;

  constructor(
    key: KeyIdentifier,
    { sandbox, network, deadlineMs = DEADLINE_MS, retry = {} }: KeyVaultWrapperOptions,
  ) {
    const limits = {
      timeoutMs: deadlineMs / 2,
      retry: { ...DEFAULT_RETRY_LIMITS, ...retry },
      gate: new ThrottleGate(),
    };
    this.name = key.normalized;
    this.key = key;
    this.host = new URL(key.vaultUri).host;
    this.deadlineMs = deadlineMs;
    this.credential = sandbox
      ? createTokenCredential(SANDBOX_IDENTITY, { ...limits, agent: sandbox, secrets: [] })
      : machineCredential();
    this.clientOptions = {
      ...RETRIES_BY_TRANSPORT,
      httpClient: transportOf(
        this.host,
        sandbox ?? network ?? new Agent({ keepAlive: true }),
        limits,
      ),
    };
  }

  owns(wrapper: string): boolean {
    const { vaultUri, key } = this.key;
    return wrapper.toLowerCase().startsWith(`${vaultUri}/keys/${key}/`.toLowerCase());
  }

  async current(): Promise<string> {
    if (this.key.version !== null) return this.key.normalized;
    const client = new KeyClient(this.key.vaultUri, this.credential, this.clientOptions);
    const { properties } = await this.call('read', () => client.getKey(this.key.key));
    const identifier = `${this.key.normalized}/${properties.version}`;
    this.newest = { identifier, until: Date.now() + VERSION_MS };
    return identifier;
  }

  async wrap(key: Uint8Array, purpose: string): Promise<{ wrapper: string; wrapped: Uint8Array }> {
    const wrapper =
      this.newest && this.newest.until > Date.now() ? this.newest.identifier : await this.current();
    const { result } = await this.call('wrap', () =>
      this.clients.memo(wrapper).wrapKey(ALGORITHM, appendPurpose(key, purpose)),
    );
    return { wrapper, wrapped: result };
  }

  async unwrap(
    { wrapper, wrapped }: { wrapper: string; wrapped: Uint8Array },
    purpose: string,
  ): Promise<Uint8Array> {
    const { result } = await this.call('unwrap', () =>
      this.clients.memo(wrapper).unwrapKey(ALGORITHM, wrapped),
    );
    return removePurpose(result, purpose);
  }

  /**
   * The key is named to the SDK and not read: wrapping needs no right to read it then, and with one
   * that is past its date Key Vault itself still unwraps (KEY-05), while the SDK would not.
   */
  private client(identifier: string): CryptographyClient {
    const { key: name, vaultUri } = this.key;
    return new CryptographyClient(
      { id: identifier, name, properties: { name, vaultUrl: vaultUri } },
      this.credential,
      this.clientOptions,
    );
  }

  private async call<T>(action: Action, work: () => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.deadlineMs);
    try {
      return await orAborted(
        signal,
        runInScope(newScope(signal), () => sdkCall(this.host, null, work)),
      );
    } catch (error) {
      throw this.named(error, action, signal.aborted);
    }
  }

  private named(error: unknown, action: Action, late: boolean): unknown {
    if (!(error instanceof ConnectorError)) return error;
    const { failure } = error;
    if (late)
      return new ConnectorError({ kind: 'unavailable', code: 'ETIMEDOUT', host: this.host });
    if (failure.kind !== 'denied' || !MISSING_PERMISSION_CODES.has(failure.code ?? ''))
      return error;
    return new ConnectorError({ ...failure, permission: permissionFor(this.key.kind, action) });
  }
}

/**
 * Wraps data keys by a key of Key Vault or Managed HSM (RSA-OAEP-256). Its calls throw a
 * ConnectorError, which names the permission to grant where one is missing.
 * @param key from `inspectKeyIdentifier` only, which lets no other hosts pass than Azure's own
 */
export const createKeyVaultWrapper = (
  key: KeyIdentifier,
  options: KeyVaultWrapperOptions,
): KeyWrapper => new KeyVaultWrapper(key, options);
