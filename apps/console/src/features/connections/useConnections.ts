/** The stored connections of an organization, polled: often during a check, rarely otherwise. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { CONNECTIONS_QUERY } from './connectionDocuments.ts';

const CHECKING_POLL_MILLISECONDS = 1_500;
const POLL_MILLISECONDS = 20_000;

/** @param organizationId null: of none */
export function useConnections(organizationId: string | null) {
  const { locale } = useAppLocale();
  const [pollInterval, setPollInterval] = useState(CHECKING_POLL_MILLISECONDS);
  const { data } = useQuery(CONNECTIONS_QUERY, {
    variables: { id: organizationId ?? '', locale },
    skip: organizationId === null,
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const adobe = data?.organization?.adobeConnection ?? null;
  const azure = data?.organization?.azureConnection ?? null;
  const isChecked = [adobe, azure].some(
    (one) => one?.state === 'NOT_TRIED' || one?.replacement?.state === 'PENDING',
  );
  const wanted = isChecked ? CHECKING_POLL_MILLISECONDS : POLL_MILLISECONDS;
  if (data && wanted !== pollInterval) setPollInterval(wanted);
  return { adobe, azure };
}
