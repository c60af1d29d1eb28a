/**
 * Receives events of Azure Event Grid about watched vaults. They are not signed: the address has a
 * secret. They ask for an observation and say nothing that is believed.
 */
import { eventGridEvents, parseGlobalId } from '@keyway/core';
import type { Store } from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendText } from '../transport/sendText.ts';
import { hookBody } from './hookBody.ts';
import type { HookCounts } from './hookCounts.ts';

/** In the path: the organization's ID in the API. */
export const AZURE_HOOK_PATH = '/hooks/azure/';

interface AzureRequest {
  Params: { organization: string };
  Querystring: { secret?: unknown };
}

const MAX_SECRET_CHARACTERS = 100;
/** Of Event Grid, such as `eventgrid.azure.net`. */
const ORIGIN = /^[A-Za-z0-9.-]{1,200}$/;
/** Events in a minute that Event Grid may send. */
const ALLOWED_RATE = '120';

/** The UUID of the organization whose address it is, or null. */
async function organizationOf(
  { hooks }: Store,
  { params, query }: FastifyRequest<AzureRequest>,
): Promise<string | null> {
  const { secret } = query;
  if (typeof secret !== 'string' || secret.length > MAX_SECRET_CHARACTERS) return null;
  const id = parseGlobalId('Organization', params.organization);
  return (await hooks.eventGrid.isAddress(id, secret)) ? id : null;
}

async function receive(
  store: Store,
  counts: HookCounts,
  request: FastifyRequest<AzureRequest>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = await organizationOf(store, request);
  if (id === null) {
    counts.add('azure', 'badSecret');
    return sendText(request, reply, 404, 'hookNotForUs');
  }
  // Cast: the parser of these routes answers nothing else.
  const events = eventGridEvents(hookBody((request.body as Buffer | undefined) ?? Buffer.alloc(0)));
  if (!events) {
    counts.add('azure', 'malformed');
    return sendText(request, reply, 400, 'hookMalformed');
  }
  const validation = events.find(({ kind }) => kind === 'validation');
  if (validation?.kind === 'validation') {
    counts.add('azure', 'validated');
    return reply.send({ validationResponse: validation.code });
  }
  const ofKeys = events.flatMap((event) => (event.kind === 'key' ? [event.vault] : []));
  const watched = ofKeys.length > 0 ? await store.hooks.eventGrid.watchedVaults(id) : new Set();
  const accepted = ofKeys.filter((vault) => watched.has(vault)).length;
  counts.add('azure', 'dropped', events.length - ofKeys.length);
  counts.add('azure', 'accepted', accepted);
  counts.add('azure', 'otherVault', ofKeys.length - accepted);
  if (accepted > 0) await store.hooks.eventGrid.requestObservation(id);
  else if (ofKeys.length > 0) return sendText(request, reply, 404, 'hookNotForUs');
  return reply.type('text/plain; charset=utf-8').send('ok\n');
}

export function addAzureRoute(server: FastifyInstance, store: Store, counts: HookCounts): void {
  const path = `${AZURE_HOOK_PATH}:organization`;
  server.post<AzureRequest>(path, (request, reply) => receive(store, counts, request, reply));
  // The validation of the CloudEvents schema.
  server.options<AzureRequest>(path, async (request, reply) => {
    const origin = request.headers['webhook-request-origin'];
    const isValid = typeof origin === 'string' && ORIGIN.test(origin);
    const isKnown = (await organizationOf(store, request)) !== null;
    counts.add('azure', isValid && isKnown ? 'validated' : isValid ? 'badSecret' : 'malformed');
    if (!isKnown) return sendText(request, reply, 404, 'hookNotForUs');
    if (!isValid) return sendText(request, reply, 400, 'hookMalformed');
    void reply.headers({ 'webhook-allowed-origin': origin, 'webhook-allowed-rate': ALLOWED_RATE });
    return reply.code(200).send();
  });
}
