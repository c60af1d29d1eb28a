/** Calls back with the changes of runs, in batches, so that a burst of them is one render. */
import { useEffect, useRef } from 'react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';

const BATCH_MILLISECONDS = 100;

/** `variables` must keep its identity; another object subscribes again. */
export function useRunChanges<TChange, TVariables extends OperationVariables>(
  query: TypedDocumentNode<{ runsChanged: TChange }, TVariables>,
  variables: TVariables,
  onChanges: (changes: readonly TChange[]) => void,
): void {
  const client = useApolloClient();
  const latest = useRef(onChanges);
  useEffect(() => {
    latest.current = onChanges;
  });
  useEffect(() => {
    let batch: TChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = client
      .subscribe<{ runsChanged: TChange }>({ query, variables, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => {
          if (!data) return;
          batch.push(data.runsChanged);
          timer ??= setTimeout(() => {
            const changes = batch;
            batch = [];
            timer = undefined;
            latest.current(changes);
          }, BATCH_MILLISECONDS);
        },
        // The websocket reconnects automatically, and what the page shows is then loaded again.
        error: () => undefined,
      });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [client, query, variables]);
}
