/** Asks the public API, with the bootstrap token or another. */
import { runningProduct } from './running.ts';

export interface Payload {
  userErrors: { code: string; message: string }[];
}

export async function ask<T>(
  query: string,
  variables: object,
  token = runningProduct().token,
): Promise<T> {
  const { url } = runningProduct();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: unknown };
  if (!data || errors)
    throw new Error(`GraphQL answered ${answer.status}: ${JSON.stringify(errors)}`);
  return data;
}

/** @throws Error with the refusal, if there is one */
export async function mutate<T extends object>(
  name: string,
  type: string,
  input: object,
  fields: string,
  token?: string,
): Promise<T> {
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  const payload = (await ask<Record<string, T & Payload>>(query, { input }, token))[name];
  if (!payload || payload.userErrors.length > 0)
    throw new Error(`${name}: ${JSON.stringify(payload?.userErrors)}`);
  return payload;
}
