/**
 * Sends a mutation and keeps what the server refused, in its words, for the place where the person
 * pressed the button.
 */
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Refusal } from './UserErrorsNotice.tsx';

interface Refusable<TData, TVariables> {
  /** Resolves to the data where nothing was refused, else to undefined; never rejects. */
  submit: (variables: TVariables) => Promise<TData | undefined>;
  isPending: boolean;
  refusals: readonly Refusal[];
  clear: () => void;
}

/** `userErrorsOf` says where in the answer the refusals are. */
export function useRefusable<TData, TVariables extends OperationVariables>(
  mutation: TypedDocumentNode<TData, TVariables>,
  userErrorsOf: (data: TData) => readonly Refusal[],
): Refusable<TData, TVariables> {
  const client = useApolloClient();
  const intl = useIntl();
  const [isPending, setPending] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  // The picker is a literal function at each call: the newest is used, and a new one makes no new
  // `submit`.
  const pick = useRef(userErrorsOf);
  useEffect(() => {
    pick.current = userErrorsOf;
  });
  const submit = useCallback(
    async (variables: TVariables) => {
      setPending(true);
      setRefusals([]);
      try {
        const { data } = await client.mutate<TData, OperationVariables>({
          mutation: mutation as TypedDocumentNode<TData>,
          variables,
        });
        const refused = data ? pick.current(data as TData) : [];
        setRefusals(refused);
        return data && refused.length === 0 ? (data as TData) : undefined;
      } catch (error) {
        const message = CombinedGraphQLErrors.is(error)
          ? error.errors.map((one) => one.message).join(' ')
          : intl.formatMessage({ id: 'error.unreachable' });
        setRefusals([{ code: 'FAILED', message }]);
        return undefined;
      } finally {
        setPending(false);
      }
    },
    [client, mutation, intl],
  );
  const clear = useCallback(() => setRefusals([]), []);
  return { submit, isPending, refusals, clear };
}
