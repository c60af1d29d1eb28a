/**
 * Asks what the vault of a valid key identifier says to anybody, once for each vault: a partner has
 * few probes a minute.
 */
import { useCallback, useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import type { ProbeVaultQuery } from '../../../generated/graphql.ts';
import { graphql } from '../../../generated/gql.ts';
import type { KeyInspection } from './useKeyInspection.ts';

const PROBE_VAULT = graphql(`
  query ProbeVault($identifier: String!, $locale: String!) {
    probeVault(keyIdentifier: $identifier) {
      cloud
      exists
      tenantId
      vaultUri
      addresses
      privateLink
      sentence(locale: $locale)
    }
  }
`);

export type VaultProbe = ProbeVaultQuery['probeVault'];
export type ProbeState =
  | { status: 'idle' }
  | { status: 'loading'; vault: string }
  | { status: 'failed'; retry: () => void }
  | { status: 'done'; probe: VaultProbe; retry: () => void };

/** Waits for a pause in typing, after that of the inspection. */
const PAUSE_MILLISECONDS = 400;
const IDLE: ProbeState = { status: 'idle' };

export function useVaultProbe(inspection: KeyInspection | null): ProbeState {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [answered, setAnswered] = useState<{ of: string; probe: VaultProbe | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const vault = inspection && inspection.verdict !== 'BLOCK' ? inspection.vault : null;
  const identifier = vault ? inspection!.normalized : null;
  // The key may still change: the vault alone is asked.
  const of = vault ? [inspection!.cloud, inspection!.kind, vault, locale, attempt].join(' ') : '';
  useEffect(() => {
    if (of === '' || !identifier) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void client
        .query({
          query: PROBE_VAULT,
          variables: { identifier, locale },
          fetchPolicy: 'no-cache',
        })
        .then(({ data }) => current && setAnswered({ of, probe: data?.probeVault ?? null }))
        .catch(() => current && setAnswered({ of, probe: null }));
    }, PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `of` has what matters of the rest
  }, [client, of]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  if (vault === null) return IDLE;
  if (answered?.of !== of) return { status: 'loading', vault: vault! };
  return answered.probe
    ? { status: 'done', probe: answered.probe, retry }
    : { status: 'failed', retry };
}
