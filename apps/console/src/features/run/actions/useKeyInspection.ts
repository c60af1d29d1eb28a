/**
 * Asks the server to validate a key identifier while it is typed (VAL-01 to VAL-07). Only the
 * newest response counts.
 */
import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import type { InspectKeyQuery } from '../../../generated/graphql.ts';
import { INSPECT_KEY } from '../data/runDocuments.ts';

export type KeyInspection = InspectKeyQuery['inspectKeyIdentifier'];

/** Waits for a pause in typing before it asks. */
const PAUSE_MILLISECONDS = 250;

/**
 * Null for an empty identifier, during typing, and without a response. The server validates again
 * when the key is provided.
 */
export function useKeyInspection(identifier: string): KeyInspection | null {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [evaluated, setEvaluated] = useState<{
    identifier: string;
    inspection: KeyInspection;
  } | null>(null);
  const text = identifier.trim();
  useEffect(() => {
    if (text === '') return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void client
        .query({
          query: INSPECT_KEY,
          variables: { identifier: text, locale },
          fetchPolicy: 'no-cache',
        })
        .then(({ data }) => {
          if (current && data)
            setEvaluated({ identifier: text, inspection: data.inspectKeyIdentifier });
        })
        .catch(() => undefined);
    }, PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, text, locale]);
  return evaluated && evaluated.identifier === text ? evaluated.inspection : null;
}
