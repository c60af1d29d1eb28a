/**
 * A client of the public GraphQL API that survives the server's death: every mutation has an
 * idempotency key and is sent until it is answered. A refusal is not repeated.
 */
import { randomUUID } from 'node:crypto';

export interface GraphqlClient {
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /**
   * Throws on user errors: `name: CODE message`. The key makes a repeated send answer the first
   * result.
   */
  mutate<T>(
    name: string,
    inputType: string,
    input: Record<string, unknown>,
    fields: string,
  ): Promise<T>;
}

export interface ClientOptions {
  /** Gets each answer that is none, with its status, but those that ask for patience. */
  onFailure?: (what: string) => void;
  /** A request without an answer for so long is sent again; null: it is waited for. */
  requestMilliseconds?: number | null;
}

interface Answer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const MAX_WAIT_MILLISECONDS = 600_000;
const PAUSE_MILLISECONDS = 300;
/** Repeated also where the outcome of a change is unknown: the idempotency key returns it. */
const PASSES: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE']);

export function graphqlClient(
  url: string,
  token: string,
  options: ClientOptions = {},
): GraphqlClient {
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const end = Date.now() + MAX_WAIT_MILLISECONDS;
    for (;;) {
      const body = JSON.stringify({ query, variables });
      const { data, problem, again, afterSeconds } = await askOnce<T>(url, token, body, options);
      if (data !== undefined) return data;
      if (!again) throw new Error(problem);
      if (Date.now() > end)
        throw new Error(`No answer within ${MAX_WAIT_MILLISECONDS / 1000} s: ${problem}`);
      await new Promise((resolve) =>
        setTimeout(resolve, afterSeconds === undefined ? PAUSE_MILLISECONDS : 1000 * afterSeconds),
      );
    }
  };
  const mutate = async <T>(
    name: string,
    inputType: string,
    input: Record<string, unknown>,
    fields: string,
  ): Promise<T> => {
    const query = `mutation($input: ${inputType}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
    const keyed = { ...input, idempotencyKey: randomUUID() };
    const payload = (
      await ask<Record<string, T & { userErrors: { code: string; message: string }[] }>>(query, {
        input: keyed,
      })
    )[name]!;
    const [first] = payload.userErrors;
    if (first) throw new Error(`${name}: ${first.code} ${first.message}`);
    return payload;
  };
  return { ask, mutate };
}

interface Attempt<T> {
  data?: T;
  problem: string;
  /**
   * Whether asking again may help: nobody answered, the server failed, or it asks for
   * patience.
   */
  again: boolean;
  afterSeconds?: number;
}

async function askOnce<T>(
  url: string,
  token: string,
  body: string,
  { onFailure, requestMilliseconds = 15_000 }: ClientOptions,
): Promise<Attempt<T>> {
  let failure: string | null = null;
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      ...(requestMilliseconds !== null && { signal: AbortSignal.timeout(requestMilliseconds) }),
    });
    const { status, headers } = response;
    const text = await response.text();
    failure = `${status} ${text.slice(0, 300)}`;
    const { data, errors } = JSON.parse(text) as Answer<T>;
    if (data && !errors) return { data, problem: '', again: false };
    if (status !== 429) onFailure?.(failure);
    const ours =
      status >= 500 || (errors ?? []).some((error) => PASSES.has(error.extensions?.code ?? ''));
    const afterSeconds = status === 429 ? Number(headers.get('retry-after') ?? 1) : undefined;
    const problem = errors?.map((error) => error.message).join('; ') ?? `HTTP ${status}`;
    return {
      problem,
      again: ours || status === 429,
      ...(afterSeconds === undefined ? {} : { afterSeconds }),
    };
  } catch (error) {
    onFailure?.(failure ?? String(error));
    return { problem: failure ?? String(error), again: true };
  }
}
