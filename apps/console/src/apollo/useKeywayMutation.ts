/**
 * Sends a mutation, and keeps its idempotency key until the server has answered, so that a retry
 * cannot do it twice. No change is shown before the server confirms it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { forgetTyped } from '../routing/typedFields.ts';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { createIdempotencyKeys } from './idempotencyKeys.ts';
import {
  sendMutation,
  type MutationDocument,
  type PayloadOf,
  type Values,
} from './sendMutation.ts';
import type { UserError } from './userErrors.ts';

interface Options<TData> {
  /** Called when the server has done it, at the first attempt or a retry. */
  onDone?: (payload: PayloadOf<TData>) => void;
  /** Called when the server has refused it. */
  onRefused?: (errors: readonly UserError[]) => void;
  /** Root fields of the cache that the mutation makes out of date. */
  evicts?: readonly string[];
}

export interface MutationState {
  isPending: boolean;
  /** Why the server refused; empty without a refusal. */
  errors: readonly UserError[];
  /** Set when there was no response: the server may or may not have done it. */
  failure: unknown;
  /** Sends the same input again, with the same key. */
  retry: () => void;
}

export interface KeywayMutation<TInput> extends MutationState {
  send: (input: Values<TInput>) => void;
  reset: () => void;
}

type Progress = Pick<MutationState, 'isPending' | 'errors' | 'failure'>;
const IDLE: Progress = { isPending: false, errors: [], failure: null };

export function useKeywayMutation<TData, TInput extends object>(
  document: MutationDocument<TData, TInput>,
  options: Options<TData> = {},
): KeywayMutation<TInput> {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [progress, setProgress] = useState(IDLE);
  const [keys] = useState(createIdempotencyKeys);
  const lastInput = useRef<Values<TInput> | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const attempt = useCallback(
    async (input: Values<TInput>) => {
      lastInput.current = input;
      setProgress({ ...IDLE, isPending: true });
      const payload = await sendMutation({ client, locale, keys }, document, input).catch(
        (failure: unknown) => {
          setProgress({ ...IDLE, failure });
          return null;
        },
      );
      if (!payload) return;
      lastInput.current = null;
      setProgress({ ...IDLE, errors: payload.userErrors });
      if (payload.userErrors.length > 0) return latest.current.onRefused?.(payload.userErrors);
      forgetTyped();
      for (const fieldName of latest.current.evicts ?? [])
        client.cache.evict({ id: 'ROOT_QUERY', fieldName });
      latest.current.onDone?.(payload);
    },
    [client, document, keys, locale],
  );
  const send = useCallback((input: Values<TInput>) => void attempt(input), [attempt]);
  const retry = useCallback(() => {
    if (lastInput.current) void attempt(lastInput.current);
  }, [attempt]);
  const reset = useCallback(() => setProgress(IDLE), []);
  return { ...progress, send, retry, reset };
}
