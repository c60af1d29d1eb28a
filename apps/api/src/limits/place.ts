/**
 * One operation's place at the gate: taken when its cost is known, given back when it is answered
 * or its caller went away.
 */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Leave, OperationGate } from './operationGate.ts';
import { RateExceeded } from './rateLimiter.ts';

export class Place {
  readonly #gate: OperationGate;
  readonly #principal: string;
  readonly #gone: AbortSignal;
  #leave: Leave | null = null;

  constructor(gate: OperationGate, principal: string, gone: AbortSignal) {
    this.#gate = gate;
    this.#principal = principal;
    this.#gone = gone;
  }

  /** @throws GraphQLError with code RATE_LIMITED, HTTP 429 and `Retry-After` */
  enter = async (cost: number): Promise<void> => {
    try {
      this.#leave = await this.#gate.enter(this.#principal, cost, this.#gone);
    } catch (error) {
      throw error instanceof RateExceeded ? tooBusy(error) : error;
    }
  };

  leave(): void {
    this.#leave?.();
  }
}

function tooBusy({ retryAfterSeconds, code }: RateExceeded): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
  return new GraphQLError(
    `Too many of your operations wait already; try again in ${retryAfterSeconds} seconds, and send fewer at the same time.`,
    { extensions: { code, retryAfterSeconds, http: { status: 429, headers } } },
  );
}
