/** The file of a dry run: each organization with what is in its way. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { nameColumns } from '../../features/export/runColumns.ts';
import type { ReadinessOutcome } from '../../generated/enums.ts';
import type { DryRunFileQuery } from '../../generated/graphql.ts';
import { DRY_RUN_FILE } from './readinessDocuments.ts';

type Organizations = Extract<
  NonNullable<DryRunFileQuery['node']>,
  { organizations: object }
>['organizations'];
type Row = Organizations['edges'][number]['node'];

interface Wanted {
  id: string;
  outcome: ReadinessOutcome | undefined;
  cause: string | undefined;
}

export function readinessFile(tools: FileTools, { id, outcome, cause }: Wanted): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<Row>(tools);
  return listFile<Row>({
    name: 'readiness',
    columns: [
      ...nameColumns<Row>(tools, ({ organization }) => organization),
      ...coded(
        'outcome',
        (row) => row.outcome,
        (found) => intl.formatMessage({ id: `readiness.outcome.${found}` }),
      ),
      plain('message', ({ message }) => message),
      plain('checkedAt', ({ checkedAt }) => checkedAt),
    ],
    page: async (after) => {
      const filter = { outcome: outcome ?? null, cause: cause ?? null };
      const { node } = await readNow(client, DRY_RUN_FILE, {
        ...{ id, first: FILE_PAGE, after, locale, ...filter },
      });
      if (!node || !('organizations' in node)) throw new Error('The server found no such dry run');
      // Cast: of all nodes, the query reads organizations of dry runs alone.
      return node.organizations as Organizations;
    },
  });
}
