/** Saves every organization of a dry run, with what is in its way, as a CSV file. */
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ApolloClient } from '@apollo/client';
import type { DryRunFileQuery } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { saveAs } from '../../ui/saveAs.ts';
import { DRY_RUN_FILE } from './readinessDocuments.ts';
import { toReadinessCsv, type ReadinessRow } from './readinessCsv.ts';

export function SaveReadiness({ id, isDisabled }: { id: string; isDisabled: boolean }) {
  const intl = useIntl();
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [state, setState] = useState<{ isPending: boolean; error?: unknown }>({ isPending: false });
  async function save() {
    setState({ isPending: true });
    try {
      saveAs('readiness.csv', toReadinessCsv(await readAll(client, { id, locale })));
      setState({ isPending: false });
    } catch (error) {
      setState({ isPending: false, error });
    }
  }
  return (
    <>
      {state.error === undefined ? null : (
        <ErrorState
          what={intl.formatMessage({ id: 'readiness.saveFailed' })}
          error={state.error}
          onRetry={() => void save()}
        />
      )}
      <Button
        variant="secondary"
        isDisabled={isDisabled}
        isPending={state.isPending}
        onPress={() => void save()}
      >
        {intl.formatMessage({ id: 'readiness.save' })}
      </Button>
    </>
  );
}

async function readAll(
  client: ApolloClient,
  { id, locale }: { id: string; locale: string },
): Promise<ReadinessRow[]> {
  const rows: ReadinessRow[] = [];
  for (let after: string | null = null; ;) {
    const page: Organizations | null = await readPage(client, { id, locale, after });
    if (!page) return rows;
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor ?? null;
  }
}

type Organizations = Extract<
  NonNullable<DryRunFileQuery['node']>,
  { organizations: object }
>['organizations'];

async function readPage(
  client: ApolloClient,
  variables: { id: string; locale: string; after: string | null },
): Promise<Organizations | null> {
  const { data } = await client.query({
    query: DRY_RUN_FILE,
    variables,
    fetchPolicy: 'no-cache',
  });
  const node = data?.node;
  return node && 'organizations' in node ? (node.organizations as Organizations) : null;
}
