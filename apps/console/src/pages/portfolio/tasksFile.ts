/** The file of this person's tasks: all of them, in the order of the list. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { nameColumns } from '../../features/export/runColumns.ts';
import { graphql } from '../../generated/gql.ts';
import type { TasksFileQuery } from '../../generated/graphql.ts';

const TASKS_FILE = graphql(`
  query TasksFile($locale: String!, $first: Int!, $after: String) {
    portfolio {
      tasks(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          since
          action {
            mutation
            track
            step
            label(locale: $locale)
            reason(locale: $locale)
          }
          run {
            id
            dueAt
            owner {
              name
            }
            organization {
              id
              name
              imsOrgId
            }
          }
        }
      }
    }
  }
`);

type Row = TasksFileQuery['portfolio']['tasks']['nodes'][number];

export function tasksFile(tools: FileTools): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<Row>(tools);
  const column = intl.formatMessage({ id: 'export.column.action' });
  const code = intl.formatMessage({ id: 'export.code' }, { column });
  return listFile<Row>({
    name: 'tasks',
    columns: [
      ...nameColumns<Row>(tools, ({ run }) => run.organization),
      plain('action', ({ action }) => action.label),
      { header: code, value: ({ action }) => action.mutation },
      plain('track', ({ action }) => action.track),
      ...coded(
        'step',
        ({ action }) => action.step,
        (step) => intl.formatMessage({ id: `step.${step}` }),
      ),
      plain('reason', ({ action }) => action.reason),
      plain('since', ({ since }) => since),
      plain('owner', ({ run }) => run.owner?.name),
      plain('due', ({ run }) => run.dueAt),
      plain('runId', ({ run }) => run.id),
    ],
    page: async (after) => {
      const variables = { locale, first: FILE_PAGE, after };
      const { tasks } = (await readNow(client, TASKS_FILE, variables)).portfolio;
      return { ...tasks, edges: tasks.nodes.map((node) => ({ node })) };
    },
  });
}
