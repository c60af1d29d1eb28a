/**
 * The stored connections of an organization; asked for again soon while a trial of one is to come,
 * and now and then otherwise.
 */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { CONNECTIONS_QUERY } from './organizationDocuments.ts';

const SOON_MS = 1_500;
const OTHERWISE_MS = 20_000;

export function useConnections(organizationId: string) {
  const [pollInterval, setPollInterval] = useState(SOON_MS);
  const { data } = useQuery(CONNECTIONS_QUERY, {
    variables: { id: organizationId },
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const adobe = data?.organization?.adobeConnection ?? null;
  const azure = data?.organization?.azureConnection ?? null;
  const wanted =
    adobe?.state === 'NOT_TRIED' || azure?.state === 'NOT_TRIED' ? SOON_MS : OTHERWISE_MS;
  if (data && wanted !== pollInterval) setPollInterval(wanted);
  return { adobe, azure };
}
