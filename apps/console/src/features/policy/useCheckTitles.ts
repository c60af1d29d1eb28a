/** The checks of the catalog by name, each once, and those whose results can be accepted. */
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { CHECK_CATALOG } from '../checks/checkDocuments.ts';

export function useCheckTitles() {
  const { locale } = useAppLocale();
  const query = useQuery(CHECK_CATALOG, { variables: { locale } });
  const catalog = (query.data ?? query.previousData)?.checkCatalog;
  const titles = useMemo(
    () => new Map((catalog ?? []).map(({ id, title }) => [id, title])),
    [catalog],
  );
  const acceptable = useMemo(
    () => new Set((catalog ?? []).filter((one) => one.acceptable).map(({ id }) => id)),
    [catalog],
  );
  return { titles, acceptable, error: query.error, refetch: query.refetch };
}
