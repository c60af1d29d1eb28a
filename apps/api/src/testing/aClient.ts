/** A client that speaks GraphQL over HTTP, as anybody outside would. */
import type { GraphQLInputObjectType } from 'graphql';
import { makeSchema } from '../schema/makeSchema.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // Answers are read freely in tests; what is wrong with them is what the tests find.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors:
    | { message: string; path?: string[]; extensions: { code: string; errorId?: string } }[]
    | undefined;
  text: string;
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Payload = any;

export interface Client {
  token: string;
  /** Whatever comes back. */
  raw: (body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** Data, or throws with what went wrong. */
  ask: (query: string, variables?: Record<string, unknown>) => Promise<Payload>;
  /** The payload of one mutation. */
  mutate: (name: string, input: Record<string, unknown>, fields?: string) => Promise<Payload>;
  /** The same, without user errors or it throws. */
  must: (name: string, input: Record<string, unknown>, fields?: string) => Promise<Payload>;
}

export function aClient(url: string, token: string): Client {
  const raw = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: text,
    });
    const answer = await response.text();
    const json = (answer.startsWith('{') ? JSON.parse(answer) : {}) as Pick<
      Answer,
      'data' | 'errors'
    >;
    return {
      status: response.status,
      headers: response.headers,
      data: json.data,
      errors: json.errors,
      text: answer,
    };
  };
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Payload> => {
    const answer = await raw({ query, variables });
    if (answer.errors || !answer.data)
      throw new Error(`HTTP ${answer.status}: ${answer.text.slice(0, 500)}`);
    return answer.data as Payload;
  };
  const mutate = async (
    name: string,
    input: Record<string, unknown>,
    fields = '',
  ): Promise<Payload> => {
    const type = inputTypeOf(name);
    const data = await ask(
      `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message field } } }`,
      {
        input,
      },
    );
    const payload = (data as Record<string, Payload>)[name];
    assertFieldsOf(type, payload.userErrors as { field: string[] | null }[]);
    return payload;
  };
  const must = async (
    name: string,
    input: Record<string, unknown>,
    fields = '',
  ): Promise<Payload> => {
    const payload = await mutate(name, input, fields);
    if (payload.userErrors.length > 0)
      throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  };
  return { token, raw, ask, mutate, must };
}

const SCHEMA = makeSchema();

/** Clients find the field by this path, so it must begin with one of the input. */
function assertFieldsOf(type: string, userErrors: readonly { field: string[] | null }[]): void {
  const input = SCHEMA.getType(type) as GraphQLInputObjectType;
  for (const { field } of userErrors)
    if (field && !input.getFields()[field[0] ?? ''])
      throw new Error(`${type} has no field ${field.join('.')}`);
}

/** Mutations whose input is not named after them. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  requestApproval: 'RunTrackInput',
  retryStep: 'RunStepInput',
  disconnectAdobe: 'OrganizationIdInput',
  disconnectAzure: 'OrganizationIdInput',
  disconnectAws: 'OrganizationIdInput',
  restoreOrganization: 'OrganizationIdInput',
  deleteWebhook: 'WebhookIdInput',
  rotateWebhookSecret: 'WebhookIdInput',
  testWebhook: 'WebhookIdInput',
  removeChat: 'ChatInput',
  testChat: 'ChatInput',
};

export const inputTypeOf = (mutation: string): string =>
  INPUT_TYPES[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
