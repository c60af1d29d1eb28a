/** The file of the history: a line for each entry, also where the page shows one for a change. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import type { HistoryFilter } from '../../generated/graphql.ts';
import { HISTORY_QUERY, type HistoryEntry } from './historyDocuments.ts';

export function historyFile(tools: FileTools, filter: HistoryFilter): ListFile {
  const { client, locale } = tools;
  const { plain } = columnsFor<HistoryEntry>(tools);
  return listFile<HistoryEntry>({
    name: 'history',
    columns: [
      plain('at', ({ at }) => at),
      plain('organization', ({ organization }) => organization?.name),
      plain('actor', ({ shownActor }) => shownActor),
      plain('kind', ({ kind }) => kind),
      plain('summary', ({ summary }) => summary),
      plain('runId', ({ run }) => run?.id),
      plain('hash', ({ hash }) => hash),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, filter, locale };
      return (await readNow(client, HISTORY_QUERY, variables)).history;
    },
  });
}
