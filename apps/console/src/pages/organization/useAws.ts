/** An organization's connection to AWS, polled: often during a check, rarely otherwise. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { AWS_QUERY } from './awsDocuments.ts';

const CHECKING_POLL_MILLISECONDS = 1_500;
const POLL_MILLISECONDS = 20_000;

export function useAws(organizationId: string) {
  const { locale } = useAppLocale();
  const [pollInterval, setPollInterval] = useState(POLL_MILLISECONDS);
  const { data, error, refetch } = useQuery(AWS_QUERY, {
    variables: { id: organizationId, locale },
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const connection = data?.organization?.awsConnection ?? null;
  const isChecked =
    connection?.state === 'NOT_TRIED' || connection?.replacement?.state === 'PENDING';
  const wanted = isChecked ? CHECKING_POLL_MILLISECONDS : POLL_MILLISECONDS;
  if (data && wanted !== pollInterval) setPollInterval(wanted);
  return {
    isLoaded: data !== undefined,
    aws: data?.organization?.aws ?? null,
    connection,
    error,
    refetch: () => void refetch(),
  };
}
