/** Until when links can be copied, and a file of all of them; for whoever started the job. */
import { useApolloClient } from '@apollo/client/react';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ApolloClient } from '@apollo/client';
import type { BulkLinksQuery } from '../../generated/graphql.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { copyToClipboard } from '../../ui/copyToClipboard.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { saveAs } from '../../ui/saveAs.ts';
import { BULK_LINKS } from './bulkJobDocuments.ts';
import type { JobView } from './bulkJobDocuments.ts';
import { toCsv, toLines, type LinkRow } from './linksCsv.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginBottom: 20 });

const buttons = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  font: 'ui',
});

/** As lines on the clipboard, or as a file. */
type Wanted = 'text' | 'file';
interface State {
  pending?: Wanted;
  copied?: number;
  failed?: Wanted;
  error?: Error;
}

type Links = Pick<JobView, 'id' | 'linksUntil' | 'linksWorkUntil'>;

export function JobLinks({ job: { id: jobId, linksUntil, linksWorkUntil } }: { job: Links }) {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [state, setState] = useState<State>({});
  async function take(wanted: Wanted) {
    setState({ pending: wanted });
    try {
      const rows = await readLinks(client, jobId);
      if (wanted === 'file') {
        saveAs('hand-offs.csv', toCsv(rows));
        return setState({});
      }
      await copyToClipboard(toLines(rows));
      announce(intl.formatMessage({ id: 'bulk.links.copied' }, { count: rows.length }));
      setState({ copied: rows.length });
    } catch (error) {
      setState({ failed: wanted, error: error as Error });
    }
  }
  const exact = (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  if (linksUntil === null) return <p>{intl.formatMessage({ id: 'bulk.links.hidden' })}</p>;
  const readable = exact(linksUntil);
  const works = exact(linksWorkUntil ?? linksUntil);
  return (
    <div className={box}>
      <InlineAlert variant="notice">
        <Heading>{intl.formatMessage({ id: 'bulk.links.title' })}</Heading>
        <Content>{intl.formatMessage({ id: 'bulk.links.text' }, { readable, works })}</Content>
      </InlineAlert>
      {state.failed ? (
        <ErrorState
          what={intl.formatMessage({ id: 'bulk.links.failed' })}
          error={state.error}
          onRetry={() => void take(state.failed!)}
        />
      ) : null}
      <div className={buttons}>
        <Button
          variant="secondary"
          isPending={state.pending === 'text'}
          onPress={() => void take('text')}
        >
          {intl.formatMessage({ id: 'bulk.links.copyAll' })}
        </Button>
        <Button
          variant="secondary"
          isPending={state.pending === 'file'}
          onPress={() => void take('file')}
        >
          {intl.formatMessage({ id: 'bulk.links.download' })}
        </Button>
        {state.copied === undefined ? null : (
          <span>{intl.formatMessage({ id: 'bulk.links.copied' }, { count: state.copied })}</span>
        )}
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
