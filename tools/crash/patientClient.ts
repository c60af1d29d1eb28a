/** A client that survives a server which dies in the middle: every mutation has an idempotency key and is sent until it is answered. */
import { randomUUID } from 'node:crypto';

export interface PatientClient {
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Throws on user errors. The key makes a repeated send answer the first result. */
  mutate<T>(name: string, inputType: string, input: Record<string, unknown>, fields: string): Promise<T>;
}

const PATIENCE_MILLISECONDS = 120_000;

export function patientClient(url: string, token: string): PatientClient {
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (let last = ''; ;) {
      try {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables }),
          signal: AbortSignal.timeout(15_000),
        });
        const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
        if (answer.data && !answer.errors) return answer.data;
        last = JSON.stringify(answer.errors ?? response.status);
      } catch (error) {
        last = String(error);
      }
      if (Date.now() > end) throw new Error(`No answer within ${PATIENCE_MILLISECONDS / 1000} s: ${last}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };
  const mutate = async <T>(name: string, inputType: string, input: Record<string, unknown>, fields: string): Promise<T> => {
    const query = `mutation($input: ${inputType}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
    const keyed = { ...input, idempotencyKey: randomUUID() };
    const payload = (await ask<Record<string, T & { userErrors: { code: string; message: string }[] }>>(query, { input: keyed }))[name]!;
    const [first] = payload.userErrors;
    if (first) throw new Error(`${name}: ${first.code} ${first.message}`);
    return payload;
  };
  return { ask, mutate };
}
