/** Sends one act of the person with the link, and shows what the page then is. */
import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import type { UserError } from '../apollo/userErrors.ts';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import type { HandedOffView } from './handOffDocuments.ts';
import type { HandedOffState } from './useHandedOff.ts';

interface Payload {
  handedOff?: HandedOffView | null;
  userErrors: readonly UserError[];
}

/** A link that is closed by now is asked why. */
function showAnswer(
  handedOff: HandedOffView | null,
  { show, reload }: Pick<HandedOffState, 'show' | 'reload'>,
): void {
  if (handedOff) show(handedOff);
  else reload();
}

export interface Act<TInput> extends Omit<MutationState, 'retry'> {
  send: (input: TInput) => void;
}

const IDLE = { isPending: false, errors: [] as readonly UserError[], failure: null as unknown };

export function useAct<TData extends object, TInput>(
  document: TypedDocumentNode<TData, { input: TInput; locale: string }>,
  payloadOf: (data: TData) => Payload,
  { show, reload }: Pick<HandedOffState, 'show' | 'reload'>,
): Act<TInput> {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [progress, setProgress] = useState(IDLE);
  const send = useCallback(
    async (input: TInput) => {
      setProgress({ ...IDLE, isPending: true });
      try {
        const { data } = await client.mutate({
          mutation: document,
          variables: { input, locale },
        });
        const { handedOff = null, userErrors } = payloadOf(data as TData);
        setProgress({ ...IDLE, errors: userErrors });
        showAnswer(handedOff, { show, reload });
      } catch (failure) {
        setProgress({ ...IDLE, failure });
      }
    },
    [client, document, locale, payloadOf, reload, show],
  );
  return { ...progress, send: useCallback((input: TInput) => void send(input), [send]) };
}
