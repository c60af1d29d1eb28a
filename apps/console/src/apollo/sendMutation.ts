/** Sends a mutation with the idempotency key of its input, which a retry repeats. */
import type { ApolloClient, TypedDocumentNode } from '@apollo/client';
import type { IdempotencyKeys } from './idempotencyKeys.ts';
import type { UserError } from './userErrors.ts';

interface Payload {
  userErrors: readonly UserError[];
}
/** The payload of the one field that a mutation document selects. */
export type PayloadOf<TData> = Extract<TData[keyof TData], Payload>;
/** What a caller gives; the key is added. */
export type Values<TInput> = Omit<TInput, 'idempotencyKey'>;
export type MutationDocument<TData, TInput> = TypedDocumentNode<
  TData,
  { input: TInput; locale: string }
>;

interface Sender {
  client: ApolloClient;
  locale: string;
  keys: IdempotencyKeys;
}

/** @throws where there was no response: the server may or may not have done it */
export async function sendMutation<TData, TInput extends object>(
  { client, locale, keys }: Sender,
  mutation: MutationDocument<TData, TInput>,
  input: Values<TInput>,
): Promise<PayloadOf<TData>> {
  const variables = {
    // Cast: the compiler can't see that a generic input is complete again with its key.
    input: { ...input, idempotencyKey: keys.keyFor(input) } as unknown as TInput,
    locale,
  };
  const { data } = await client.mutate({ mutation, variables });
  const payload = payloadOf(data as TData | undefined);
  keys.settled();
  return payload;
}

function payloadOf<TData>(data: TData | undefined): PayloadOf<TData> {
  const payload = Object.values(data ?? {}).find(
    (value): value is PayloadOf<TData> =>
      typeof value === 'object' && value !== null && 'userErrors' in value,
  );
  if (!payload) throw new Error('The response has no payload.');
  return payload;
}
