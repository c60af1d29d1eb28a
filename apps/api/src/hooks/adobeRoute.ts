/**
 * Receives Adobe I/O Events (AL-11, AL-14 to AL-17). Answers say nothing of whether an organization
 * exists: what is refused after its signature was verified is refused alike.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { adobeEvents, parseGlobalId, validationPath, type AdobeEvent } from '@keyway/core';
import type { HookRecipient, Store } from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from '../limits/rateLimiter.ts';
import { sendText } from '../transport/sendText.ts';
import { RETRY_AFTER_SECONDS } from '../transport/unavailable.ts';
import { signaturesOf } from './adobeSignature.ts';
import type { HookCounts, HookOutcome } from './hookCounts.ts';
import { hookBody } from './hookBody.ts';
import { KnownKeys } from './knownKeys.ts';

/** In the path: the organization's ID in the API. */
export const ADOBE_HOOK_PATH = '/hooks/adobe/';

interface AdobeRequest {
  Params: { organization: string };
  Querystring: { challenge?: unknown };
}

/** Longer than Adobe's, which are UUIDs. */
const CHALLENGE = /^[\x21-\x7e]{1,200}$/;
/** Unknown keys that deliveries of one organization may name in this time. */
const WANTED_KEYS = { max: 10, windowMs: 600_000 };

/** Validations of one organization in this time. */
const VALIDATIONS = { max: 5, windowMs: 600_000 };
const MAX_VALIDATION_BYTES = 10_000;
/** Longer than queuing one takes: an answer without it takes as long. */
const VALIDATION_MILLISECONDS = 100;

/** Why a delivery is refused. */
type Refused = Exclude<HookOutcome, 'accepted' | 'repeated' | 'validated' | 'dropped'>;

const STATUS: Partial<Record<Refused, [number, Parameters<typeof sendText>[3]]>> = {
  unsigned: [401, 'hookUnsigned'],
  badSignature: [401, 'hookUnsigned'],
  malformed: [400, 'hookMalformed'],
  keyUnknown: [503, 'hookKeyUnknown'],
};

/** Why the events are not for the organization; null where they are. */
export function refusedRecipient(
  recipient: HookRecipient | null,
  events: readonly AdobeEvent[],
): Refused | null {
  if (!recipient) return 'unknownOrganization';
  if (recipient.isArchived) return 'archived';
  const clientId = recipient.adobeClientId;
  if (clientId === null) return 'notConnected';
  const areAll = events.every(({ recipientClientId }) => recipientClientId === clientId);
  return areAll ? null : 'otherRecipient';
}

class AdobeDeliveries {
  readonly #store: Store;
  readonly #keys: KnownKeys;
  readonly #wanted = new RateLimiter(WANTED_KEYS);
  readonly #validated = new RateLimiter(VALIDATIONS);

  constructor(store: Store) {
    this.#store = store;
    this.#keys = new KnownKeys(store);
  }

  recipient(organization: string): Promise<HookRecipient | null> {
    return this.#store.hooks.recipient(parseGlobalId('Organization', organization));
  }

  /**
   * A new registration may be validated by opening an address of Adobe (AL-17). Nobody learns
   * whether the organization exists, for which a worker opens it.
   */
  async #validate(organization: string, body: Buffer): Promise<'unsigned' | 'validated'> {
    if (body.length > MAX_VALIDATION_BYTES) return 'unsigned';
    const document = hookBody(body);
    const path =
      typeof document === 'object' && document !== null && 'validationUrl' in document
        ? validationPath(document.validationUrl)
        : null;
    if (path === null) return 'unsigned';
    await Promise.all([this.#wantValidation(organization, path), sleep(VALIDATION_MILLISECONDS)]);
    return 'validated';
  }

  async #wantValidation(organization: string, path: string): Promise<void> {
    const recipient = await this.recipient(organization);
    if (recipient && !recipient.isArchived && this.#validated.take(recipient.organizationId) >= 0)
      await this.#store.hooks.validations.want(recipient, path);
  }

  /** Receives one delivery, or says why it is refused. */
  async receive(
    organization: string,
    headers: FastifyRequest['headers'],
    body: Buffer,
  ): Promise<Refused | 'validated' | Awaited<ReturnType<Store['hooks']['receiveAdobeEvents']>>> {
    const signatures = signaturesOf(headers);
    if (signatures.length === 0) return this.#validate(organization, body);
    const verified = await this.#keys.verify(body, signatures);
    if (verified === 'invalid') return 'badSignature';
    const events = adobeEvents(hookBody(body));
    if (!events) return 'malformed';
    const recipient = await this.recipient(organization);
    const refused = refusedRecipient(recipient, events);
    if (verified === 'unknown') {
      // Nobody but who knows an organization and its client ID has a key read, and not many.
      if (refused || !recipient || this.#wanted.take(recipient.organizationId) < 0)
        return 'keyUnknown';
      const later = await this.#keys.verifyOnceKnown(body, signatures);
      if (later !== 'valid') return later === 'invalid' ? 'badSignature' : 'keyUnknown';
    }
    if (refused || !recipient) return refused ?? 'unknownOrganization';
    return this.#store.hooks.receiveAdobeEvents(recipient, events);
  }
}

/** The challenge of a new registration is sent back (AL-11), whatever the organization is. */
function answerChallenge(
  request: FastifyRequest<AdobeRequest>,
  reply: FastifyReply,
  counts: HookCounts,
): FastifyReply {
  const { challenge } = request.query;
  if (typeof challenge !== 'string' || !CHALLENGE.test(challenge)) {
    counts.add('adobe', 'malformed');
    return sendText(request, reply, 400, 'hookMalformed');
  }
  counts.add('adobe', 'validated');
  return reply.type('text/plain; charset=utf-8').send(challenge);
}

export function addAdobeRoute(server: FastifyInstance, store: Store, counts: HookCounts): void {
  const deliveries = new AdobeDeliveries(store);
  const path = `${ADOBE_HOOK_PATH}:organization`;
  server.get<AdobeRequest>(path, (request, reply) => answerChallenge(request, reply, counts));
  server.post<AdobeRequest>(path, async (request, reply) => {
    // Cast: the parser of these routes answers nothing else.
    const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
    const outcome = await deliveries.receive(request.params.organization, request.headers, body);
    if (typeof outcome === 'string') {
      counts.add('adobe', outcome);
      if (outcome === 'validated') return reply.type('text/plain; charset=utf-8').send('ok\n');
      if (outcome === 'keyUnknown') void reply.header('retry-after', RETRY_AFTER_SECONDS);
      const [status, text] = STATUS[outcome] ?? [404, 'hookNotForUs'];
      return sendText(request, reply, status, text);
    }
    counts.add('adobe', 'accepted', outcome.opened + outcome.counted);
    counts.add('adobe', 'repeated', outcome.repeated);
    counts.add('adobe', 'dropped', outcome.dropped);
    return reply.type('text/plain; charset=utf-8').send('ok\n');
  });
}
