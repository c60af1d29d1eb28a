/**
 * One thing a person wants done: sends the mutation, says how it went, and keeps one idempotency
 * key for the same wish, so that pressing again after a lost connection cannot do it twice. Nothing
 * is shown as done before the server says so.
 */
import { useCallback, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@apollo/client';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import type { Refusal } from '../ui/UserErrorsNotice.tsx';
import { createIdempotencyKeys } from './idempotencyKeys.ts';

interface Payload {
  userErrors: readonly Refusal[];
}

export interface Intent<TInput> {
  /** Resolves to true where the server did it. */
  send: (input: Omit<TInput, 'idempotencyKey'>) => Promise<boolean>;
  busy: boolean;
  errors: readonly Refusal[];
  /** No answer, or one that was no answer to the question; whether it was done is not known. */
  failure: unknown;
  /** Sends the same again, under the same key. */
  retry: () => void;
  reset: () => void;
}

interface State {
  busy: boolean;
  errors: readonly Refusal[];
  failure: unknown;
}
const IDLE: State = { busy: false, errors: [], failure: null };

export function useKeywayMutation<TData, TInput extends object>(
  document: TypedDocumentNode<TData, { input: TInput; locale: string }>,
): Intent<TInput> {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [state, setState] = useState<State>(IDLE);
  const keys = useRef(createIdempotencyKeys());
  const last = useRef<Omit<TInput, 'idempotencyKey'> | null>(null);

  const send = useCallback(
    async (input: Omit<TInput, 'idempotencyKey'>) => {
      last.current = input;
      setState({ ...IDLE, busy: true });
      try {
        const variables = {
          input: { ...input, idempotencyKey: keys.current.keyFor(input) } as unknown as TInput,
          locale,
        };
        const { data } = await client.mutate({ mutation: document, variables });
        const errors = payloadOf(data)?.userErrors;
        if (!errors) throw new Error('The answer holds no payload.');
        keys.current.settled();
        setState({ ...IDLE, errors });
        return errors.length === 0;
      } catch (failure) {
        setState({ ...IDLE, failure });
        return false;
      }
    },
    [client, document, locale],
  );
  const retry = useCallback(() => {
    if (last.current) void send(last.current);
  }, [send]);
  const reset = useCallback(() => setState(IDLE), []);
  return { ...state, send, retry, reset };
}

/** The one payload of a mutation's answer, whatever the mutation is called. */
function payloadOf(data: unknown): Payload | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.values(data).find(
    (value): value is Payload =>
      typeof value === 'object' && value !== null && 'userErrors' in value,
  );
}
