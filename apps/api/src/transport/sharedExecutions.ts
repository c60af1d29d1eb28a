/**
 * Executes a subscription's operation once for each event, and gives the message to all viewers
 * with the same rights who asked the same.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Authenticated } from '@keyway/store';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { requestContext, type RequestContext, type Services } from '../context.ts';
import type { ConcurrencyLimiter } from '../limits/concurrencyLimiter.ts';
import { RateExceeded } from '../limits/rateLimiter.ts';
import type { LiveEvent } from '../runs/runFeed.ts';
import { sharedContext } from '../viewer/sharedViewer.ts';
import type { Operation } from './graphqlExecutor.ts';
import { rateKey } from './rateLimit.ts';

/** No event is dropped. It is retried after this time when too many operations wait. */
const RETRY_AFTER_MILLISECONDS = 250;
/** Events whose messages are kept for viewers who are slower than others. */
const MAX_EVENTS = 200;

/** What one viewer subscribed to. */
export interface Question {
  /** Equal for viewers with the same rights who sent the same operation. */
  key: string;
  viewer: Authenticated;
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  /** Of each event. */
  cost: number;
}

/** `unavailable`: the database did not answer. Null: the viewer does not get the event. */
export type Message = Buffer | 'unavailable' | null;

/** The message of an execution, for all whose principal is in none of the runs. */
interface Common {
  message: Message;
  /** And the principals of whom it would say something else. */
  runs: string[];
}

/** The messages of one event to all who asked the same. */
interface Shared {
  common: Promise<Common> | null;
  byPrincipal: Map<string, Promise<Message>>;
}

interface Options {
  services: Services;
  concurrency: ConcurrencyLimiter;
  /** Executes it. Resolves to the JSON of its result. */
  execute: (operation: Operation) => Promise<string>;
}

const isNamed = (principal: string, runs: readonly string[]): boolean => {
  const text = JSON.stringify(principal);
  return runs.some((run) => run.includes(text));
};

export class SharedExecutions {
  readonly #options: Options;
  readonly #shared = new LRUCache<string, Shared>({ max: MAX_EVENTS });

  constructor(options: Options) {
    this.#options = options;
  }

  /** Each principal waits for a permit of its own, so that none is delayed by another's flood. */
  async message(question: Question, event: LiveEvent): Promise<Message> {
    const key = `${event.id} ${question.key}`;
    const shared = this.#shared.get(key) ?? { common: null, byPrincipal: new Map() };
    this.#shared.set(key, shared);
    const { principal } = question.viewer;
    const waiting = shared.byPrincipal.get(principal);
    if (waiting) return waiting;
    const message = this.#limited(question, () => this.#messageFor(question, event, shared));
    shared.byPrincipal.set(principal, message);
    // Not kept: who asks again reads again.
    if ((await message) === 'unavailable') this.#shared.delete(key);
    return message;
  }

  async #limited(question: Question, work: () => Promise<Message>): Promise<Message> {
    for (;;) {
      try {
        const payer = rateKey(question.viewer, '');
        return await this.#options.concurrency.runEvent(payer, question.cost, work);
      } catch (error) {
        if (!(error instanceof RateExceeded)) throw error;
        await sleep(RETRY_AFTER_MILLISECONDS);
      }
    }
  }

  async #messageFor(question: Question, event: LiveEvent, shared: Shared): Promise<Message> {
    shared.common ??= this.#commonMessage(question, event);
    const { message, runs } = await shared.common;
    if (!isNamed(question.viewer.principal, runs)) return message;
    return this.#execute(question, event, requestContext(this.#options.services, question.viewer));
  }

  async #commonMessage(question: Question, event: LiveEvent): Promise<Common> {
    const context = sharedContext(this.#options.services, question.viewer);
    const message = await this.#execute(question, event, context);
    const runs = [...context.runsOfPrincipal!].map((run) => JSON.stringify(run));
    return { message, runs: [...runs, JSON.stringify([...context.principals!])] };
  }

  async #execute(
    { document, operationName, variables }: Question,
    event: LiveEvent,
    context: RequestContext,
  ): Promise<Message> {
    const root = await event.load().catch(() => 'unavailable' as const);
    if (root === null || root === 'unavailable') return root;
    const operation = { document, operationName, variables, context, root };
    return Buffer.from(await this.#options.execute(operation));
  }
}
