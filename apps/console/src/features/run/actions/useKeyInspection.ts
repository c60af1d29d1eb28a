/**
 * Asks the server what it thinks of a key identifier while it is typed (VAL-01 to VAL-07); only the
 * newest answer counts.
 */
import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import type { InspectKeyQuery } from '../../../generated/graphql.ts';
import { INSPECT_KEY } from '../data/runDocuments.ts';

export type KeyInspection = InspectKeyQuery['inspectKeyIdentifier'];

/** Long enough not to validate half a paste, short enough to feel live. */
const PAUSE_MS = 250;

/**
 * Null while there is nothing to say: empty, still typing, or the server could not be asked (it
 * evaluates again on sending).
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
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, text, locale]);
  return evaluated && evaluated.identifier === text ? evaluated.inspection : null;
}
