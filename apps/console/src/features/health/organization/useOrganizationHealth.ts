/** The health of one organization's keys, kept up to date, and the request to check it now. */
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { onReconnected } from '../../../apollo/liveConnection.ts';
import { useHealthChanges } from '../useHealthChanges.ts';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { CHECK_HEALTH, ORGANIZATION_HEALTH } from './healthDocuments.ts';

/** A check that finds nothing new changes its time alone, which nothing sends. */
const POLL_MILLISECONDS = 60_000;
const CHECKING_POLL_MILLISECONDS = 1_500;
/** After so long, the page says that it takes longer, and waits on. */
const LATE_MILLISECONDS = 45_000;

export function useOrganizationHealth(organizationId: string) {
  const { locale } = useAppLocale();
  /** What was known when a check was asked for; null: none is awaited. */
  const [asked, setAsked] = useState<{ lookedAt: string | null } | null>(null);
  const [isLate, setLate] = useState(false);
  const { data, error, refetch } = useQuery(ORGANIZATION_HEALTH, {
    variables: { id: organizationId, locale },
    fetchPolicy: 'cache-and-network',
    // An answer can be older than what is known: the cache decides.
    refetchWritePolicy: 'merge',
    pollInterval: asked ? CHECKING_POLL_MILLISECONDS : POLL_MILLISECONDS,
    skipPollAttempt: () => document.hidden,
  });
  const health = data?.organization?.keyHealth;
  const again = () => void refetch().catch(() => undefined);
  useHealthChanges(({ id }) => (id === organizationId ? again() : undefined));
  useEffect(() => onReconnected(() => void refetch().catch(() => undefined)), [refetch]);
  const lookedAt = health?.lookedAt ?? null;
  const mutation = useKeywayMutation(CHECK_HEALTH, { onRefused: () => setAsked(null) });
  const isChecking = asked !== null && asked.lookedAt === lookedAt;
  if (asked && !isChecking) {
    setAsked(null);
    setLate(false);
  }
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [asked]);
  const start = () => {
    setLate(false);
    setAsked({ lookedAt });
    mutation.send({ organizationId });
  };
  // Without an answer, the notice says that the request couldn't be confirmed.
  const check = { isChecking: isChecking && !mutation.failure, isLate, start, mutation };
  return { health, alerts: data?.alerts, error, refetch: again, check };
}
