/** The files of a bulk job: its organizations with what became of each, and its links. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { nameColumns } from '../../features/export/runColumns.ts';
import type { BulkItemsFileQuery } from '../../generated/graphql.ts';
import { BULK_ITEMS_FILE } from './bulkJobDocuments.ts';
import type { toItemFilter } from './bulkJobSearch.ts';

type Items = Extract<NonNullable<BulkItemsFileQuery['node']>, { items: object }>['items'];
export type FileItem = Items['edges'][number]['node'];
type ItemFilter = ReturnType<typeof toItemFilter>;

/** One page; fails where the job may be seen no more. */
export async function readItems(
  client: FileTools['client'],
  variables: ItemFilter & { id: string; after: string | null; locale: string },
): Promise<Items> {
  const { node } = await readNow(client, BULK_ITEMS_FILE, { first: FILE_PAGE, ...variables });
  if (!node || !('items' in node)) throw new Error('The server found no such job');
  // Cast: of all nodes, the query reads items of bulk jobs alone.
  return node.items as Items;
}

interface Job {
  id: string;
  filter: ItemFilter;
}

export function bulkItemsFile(tools: FileTools, { id, filter }: Job): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<FileItem>(tools);
  return listFile<FileItem>({
    name: 'bulk-job',
    columns: [
      ...nameColumns<FileItem>(tools, ({ organization }) => organization),
      ...coded(
        'status',
        ({ status }) => status,
        (status) => intl.formatMessage({ id: `bulk.item.${status}` }),
      ),
      ...coded(
        'outcome',
        ({ outcome }) => outcome,
        (outcome) => intl.formatMessage({ id: `bulk.outcome.${outcome}` }),
      ),
      plain('reason', ({ code }) => code),
      // Of what is done, the message of a hand-off is its link, which only `linksFile` gives out.
      plain('message', ({ outcomeMessage, message, status }) =>
        status === 'DONE' ? outcomeMessage : (outcomeMessage ?? message),
      ),
      plain('runId', ({ run }) => run?.id),
    ],
    page: (after) => readItems(client, { id, after, locale, ...filter }),
  });
}

/** The links of the hand-offs that a job made, which stay nowhere but in the file. */
export function linksFile(tools: FileTools, id: string): ListFile {
  const { client, locale } = tools;
  const { plain } = columnsFor<FileItem>(tools);
  return listFile<FileItem>({
    name: 'hand-offs',
    columns: [
      ...nameColumns<FileItem>(tools, ({ organization }) => organization),
      plain('link', ({ message }) => message),
    ],
    page: async (after) => {
      const filter = { status: 'DONE', needsAttention: null } as const;
      const { pageInfo, edges } = await readItems(client, { id, after, locale, ...filter });
      return { pageInfo, edges: edges.filter(({ node }) => node.message) };
    },
  });
}
