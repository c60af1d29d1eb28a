/**
 * The customer who is throttled everywhere: each address answers 429 to the first two calls and to
 * one in five later, with and without `Retry-After`. The Azure SDKs do not retry without it.
 */
import { azureError } from '../azure/azureErrors.ts';
import { ARM_HOST, ENTRA_HOST, GRAPH_HOST, HSM_SUFFIX, VAULT_SUFFIX } from '../azure/azureHosts.ts';
import { entraError } from '../azure/directory/entraError.ts';
import { graphError } from '../azure/directory/graphError.ts';
import { gatewayError } from '../adobe/adobeErrors.ts';
import type { Customer } from '../state/records.ts';
import type { Answer, Call } from './exchange.ts';
import type { SandboxContext } from './sandboxContext.ts';

const REFUSED_AT_FIRST = 2;
const LATER_ONE_IN = 5;

/**
 * Counts calls by customer and address. The counts are not kept over a restart: an address then
 * starts again.
 */
export class Throttling {
  private readonly calls = new Map<string, number>();
  private refusals = 0;

  /**
   * The 429 that this call gets, if any. IMS is never throttled: its calls do not say whose they
   * are.
   */
  async answer(call: Call, context: SandboxContext): Promise<Answer | undefined> {
    const customer = await customerOf(call, context);
    if (!customer?.throttled) return undefined;
    const address = `${customer.imsOrgId} ${call.host}${call.path}`;
    const count = (this.calls.get(address) ?? 0) + 1;
    this.calls.set(address, count);
    const later = count - REFUSED_AT_FIRST;
    if (later > 0 && later % LATER_ONE_IN !== 0) return undefined;
    const withHeader = later > 0 ? this.refusals++ % 2 === 0 : count === 1;
    const refusal = tooMany(call.host);
    return withHeader
      ? { ...refusal, headers: { ...refusal.headers, 'retry-after': '1' } }
      : refusal;
  }

  forget(): void {
    this.calls.clear();
  }
}

/** Whose address a call goes to, by tenant, subscription, vault or organization. */
async function customerOf(
  call: Call,
  { world, mint }: SandboxContext,
): Promise<Customer | undefined> {
  if (call.host === ENTRA_HOST) return world.customerOfTenant(call.segments[0] ?? '');
  if (call.host === ARM_HOST) return world.customerOfSubscription(call.segments[1] ?? '');
  if (call.host === GRAPH_HOST)
    return world.customerOfTenant(String((await mint.read(call.headers.authorization))?.tid ?? ''));
  if (call.host.endsWith(VAULT_SUFFIX) || call.host.endsWith(HSM_SUFFIX))
    return world.customerOfSubscription(
      world.vault(call.host.split('.')[0]!)?.subscriptionId ?? '',
    );
  return world.customers.get(String(call.headers['x-gw-ims-org-id'] ?? ''));
}

function tooMany(host: string): Answer {
  if (host === ENTRA_HOST)
    return entraError(
      429,
      'temporarily_unavailable',
      90055,
      'The server terminated the request because it exceeded the allowed rate.',
    );
  if (host === GRAPH_HOST) return graphError(429, 'TooManyRequests', 'Too many requests.');
  if (host === ARM_HOST)
    return azureError(
      429,
      'TooManyRequests',
      'The request is being throttled as the limit has been reached for the operation type.',
    );
  if (host.endsWith(VAULT_SUFFIX) || host.endsWith(HSM_SUFFIX))
    return azureError(
      429,
      'Throttled',
      'Request was not processed because too many requests were received.',
    );
  return gatewayError('429050', 'Too many requests');
}
