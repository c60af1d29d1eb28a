/** Speaks the public GraphQL API as any client would: a token, one input a mutation, user errors as errors. */
export interface GraphqlClient {
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Throws on user errors: `name: CODE message`. */
  mutate<T>(name: string, inputType: string, input: Record<string, unknown>, fields: string): Promise<T>;
}

interface UserError {
  code: string;
  message: string;
}

const TRIES = 5;

export function graphqlClient(base: string, token: string): GraphqlClient {
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      if (response.status === 429 && tries < TRIES) {
        await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after') ?? 1)));
        continue;
      }
      const answer = (await response.json()) as { data?: T; errors?: { message: string }[] };
      if (!answer.data || answer.errors)
        throw new Error(answer.errors?.map((error) => error.message).join('; ') ?? `HTTP ${response.status}`);
      return answer.data;
    }
  };
  const mutate = async <T>(name: string, inputType: string, input: Record<string, unknown>, fields: string): Promise<T> => {
    const query = `mutation($input: ${inputType}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
    const payload = (await ask<Record<string, T & { userErrors: UserError[] }>>(query, { input }))[name]!;
    const [first] = payload.userErrors;
    if (first) throw new Error(`${name}: ${first.code} ${first.message}`);
    return payload;
  };
  return { ask, mutate };
}
