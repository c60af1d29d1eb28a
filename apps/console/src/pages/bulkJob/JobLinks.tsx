/** Until when links can be copied, and a file of all of them; for whoever started the job. */
import { useApolloClient } from '@apollo/client/react';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ApolloClient } from '@apollo/client';
import type { BulkLinksQuery } from '../../generated/graphql.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { BULK_LINKS } from './bulkJobDocuments.ts';
import { toCsv, type LinkRow } from './linksCsv.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginBottom: 20 });

export function JobLinks({ jobId, until }: { jobId: string; until: string | null }) {
  const intl = useIntl();
  const client = useApolloClient();
  const [state, setState] = useState<{ isPending: boolean; error?: Error }>({ isPending: false });
  async function download() {
    setState({ isPending: true });
    try {
      saveAs('hand-offs.csv', toCsv(await readLinks(client, jobId)));
      setState({ isPending: false });
    } catch (error) {
      setState({ isPending: false, error: error as Error });
    }
  }
  if (until === null) return <p>{intl.formatMessage({ id: 'bulk.links.hidden' })}</p>;
  const time = intl.formatDate(until, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className={box}>
      <InlineAlert variant="notice">
        <Heading>{intl.formatMessage({ id: 'bulk.links.title' })}</Heading>
        <Content>{intl.formatMessage({ id: 'bulk.links.text' }, { time })}</Content>
      </InlineAlert>
      {state.error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'bulk.links.failed' })}
          error={state.error}
          onRetry={() => void download()}
        />
      ) : null}
      <div>
        <Button variant="secondary" isPending={state.isPending} onPress={() => void download()}>
          {intl.formatMessage({ id: 'bulk.links.download' })}
        </Button>
      </div>
    </div>
  );
}

async function readLinks(client: ApolloClient, id: string): Promise<LinkRow[]> {
  const rows: LinkRow[] = [];
  for (let after: string | null = null; ;) {
    const page = await readPage(client, { id, after });
    if (!page) return rows;
    for (const { organization, message } of page.nodes)
      if (message)
        rows.push({ name: organization.name, imsOrgId: organization.imsOrgId, link: message });
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor ?? null;
  }
}

type Items = Extract<NonNullable<BulkLinksQuery['node']>, { items: object }>['items'];

async function readPage(
  client: ApolloClient,
  variables: { id: string; after: string | null },
): Promise<Items | null> {
  // Links stay nowhere but in the file.
  const { data } = await client.query({ query: BULK_LINKS, variables, fetchPolicy: 'no-cache' });
  const node = data?.node;
  return node && 'items' in node ? (node as { items: Items }).items : null;
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
