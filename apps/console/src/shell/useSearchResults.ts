/**
 * The search results for the typed text: organizations from the server, then the console's actions.
 */
import { useLazyQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { graphql } from '../generated/gql.ts';
import { toShownStatus } from '../status/indicators.ts';
import { useSearchActions } from './useSearchActions.ts';
import type { SearchResult } from './SearchResults.tsx';

const SEARCH_QUERY = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 10) {
      matched
      organization {
        id
        name
        imsOrgId
        keyHealth {
          health
        }
      }
      run {
        id
        status
        refusedTracks
      }
    }
  }
`);

/** Waits for a pause in typing before it asks. */
const PAUSE_MILLISECONDS = 150;
/** Fewer characters would find nearly everything. */
const MIN_CHARACTERS = 2;

interface SearchState {
  results: SearchResult[];
  /** Whether the results are for the current text, not for an earlier one. */
  isSettled: boolean;
  isLoading: boolean;
  isFailed: boolean;
}

export function useSearchResults(text: string): SearchState {
  const navigate = useNavigate();
  const [search, { data, loading, error, variables }] = useLazyQuery(SEARCH_QUERY, {
    fetchPolicy: 'network-only',
  });
  const actions = useSearchActions(text);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < MIN_CHARACTERS) return undefined;
    const timer = setTimeout(
      () => void search({ variables: { text: wanted } }).catch(() => undefined),
      PAUSE_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [wanted, search]);
  const hits = wanted.length < MIN_CHARACTERS ? [] : (data?.search ?? []);
  const organizations = hits.map(({ organization, run, matched }): SearchResult => ({
    kind: 'organization',
    name: organization.name,
    detail: matched === organization.name ? organization.imsOrgId : matched,
    status: run ? toShownStatus(run) : undefined,
    health: organization.keyHealth.health,
    open: () =>
      run
        ? navigate({ to: '/runs/$runId', params: { runId: run.id } })
        : navigate({
            to: '/organizations/$organizationId',
            params: { organizationId: organization.id },
          }),
  }));
  const isSettled = wanted.length < MIN_CHARACTERS || (variables?.text === wanted && !loading);
  return {
    results: [...organizations, ...actions],
    isSettled,
    isLoading: loading,
    isFailed: Boolean(error),
  };
}
