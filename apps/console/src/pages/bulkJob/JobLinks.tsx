/** Until when links can be copied, and a file of all of them; for whoever started the job. */
import { useApolloClient } from '@apollo/client/react';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ApolloClient } from '@apollo/client';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { copyToClipboard } from '../../ui/copyToClipboard.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import type { JobView } from './bulkJobDocuments.ts';
import { readItems } from './bulkItemsFile.ts';
import { toLines, type NamedLink } from './toLines.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, marginBottom: 20 });

const buttons = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  font: 'ui',
});

interface State {
  isPending?: boolean;
  copied?: number;
  error?: unknown;
}

type Links = Pick<JobView, 'id' | 'linksUntil' | 'linksWorkUntil'>;

export function JobLinks({ job: { id: jobId, linksUntil, linksWorkUntil } }: { job: Links }) {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const { locale } = useAppLocale();
  const [state, setState] = useState<State>({});
  async function copy() {
    setState({ isPending: true });
    try {
      const rows = await readLinks(client, jobId, locale);
      await copyToClipboard(toLines(rows));
      announce(intl.formatMessage({ id: 'bulk.links.copied' }, { count: rows.length }));
      setState({ copied: rows.length });
    } catch (error) {
      setState({ error });
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
      {state.error === undefined ? null : (
        <ErrorState
          what={intl.formatMessage({ id: 'bulk.links.failed' })}
          error={state.error}
          onRetry={() => void copy()}
        />
      )}
      <div className={buttons}>
        <Button variant="secondary" isPending={state.isPending} onPress={() => void copy()}>
          {intl.formatMessage({ id: 'bulk.links.copyAll' })}
        </Button>
        <ExportButton
          text={intl.formatMessage({ id: 'bulk.links.download' })}
          file={async (tools) => (await import('./bulkItemsFile.ts')).linksFile(tools, jobId)}
        />
        {state.copied === undefined ? null : (
          <span>{intl.formatMessage({ id: 'bulk.links.copied' }, { count: state.copied })}</span>
        )}
      </div>
    </div>
  );
}

async function readLinks(client: ApolloClient, id: string, locale: string): Promise<NamedLink[]> {
  const links: NamedLink[] = [];
  const variables = { id, status: 'DONE', needsAttention: null, locale } as const;
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await readItems(client, { ...variables, after });
    for (const { node } of edges)
      if (node.message) links.push({ name: node.organization.name, link: node.message });
    if (!pageInfo.hasNextPage) return links;
    after = pageInfo.endCursor;
  }
}
