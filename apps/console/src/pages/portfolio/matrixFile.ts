/** The file of the matrix: the rows that are shown, with a column for each step. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileColumn,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { blockColumns, placeColumns } from '../../features/export/detailColumns.ts';
import { nameColumns, runColumns } from '../../features/export/runColumns.ts';
import { graphql } from '../../generated/gql.ts';
import type { FileDetailsFragment } from '../../generated/graphql.ts';
import { findStep, MATRIX_COLUMNS, type MatrixRow } from './matrixRows.ts';

/** What the matrix doesn't load, of the organizations of a part of the file. */
const MATRIX_FILE = graphql(`
  query MatrixFile($first: Int!, $ids: [ID!]!, $locale: String!) {
    organizations(first: $first, filter: { ids: $ids }) {
      nodes {
        ...FileDetails
      }
    }
  }
`);

interface FileRow {
  row: MatrixRow;
  /** Absent where it was archived meanwhile. */
  details: FileDetailsFragment | undefined;
}

export function matrixFile(
  tools: FileTools,
  rows: readonly MatrixRow[],
  isFiltered: boolean,
): ListFile {
  const { client, locale } = tools;
  const { plain } = columnsFor<FileRow>(tools);
  return listFile<FileRow>({
    ...{ name: 'portfolio', isFiltered },
    columns: [
      ...nameColumns<FileRow>(tools, ({ row }) => row),
      ...runColumns<FileRow>(tools, ({ row }) => row),
      plain('progress', ({ row }) => row.run?.progress.done),
      plain('steps', ({ row }) => row.run?.progress.total),
      ...stepColumns(tools),
      ...placeColumns<FileRow>(tools, ({ details }) => details),
      ...blockColumns<FileRow>(tools, ({ details }) => details),
    ],
    page: async (after) => {
      const from = Number(after ?? 0);
      const part = rows.slice(from, from + FILE_PAGE);
      const ids = part.map(({ organizationId }) => organizationId);
      const variables = { first: FILE_PAGE, ids, locale };
      const { organizations } = await readNow(client, MATRIX_FILE, variables);
      const details = new Map(organizations.nodes.map((node) => [node.id, node]));
      const next = from + FILE_PAGE;
      return {
        totalCount: rows.length,
        pageInfo: { hasNextPage: next < rows.length, endCursor: String(next) },
        edges: part.map((row) => ({ node: { row, details: details.get(row.organizationId) } })),
      };
    },
  });
}

function stepColumns({ intl }: FileTools): FileColumn<FileRow>[] {
  const steps = MATRIX_COLUMNS.map((column) => ({
    statusOf: ({ row }: FileRow) => findStep(row, column)?.status,
    header: intl.formatMessage(
      { id: 'export.step' },
      {
        track: intl.formatMessage({ id: `track.${column.track}.short` }),
        step: intl.formatMessage({ id: `step.${column.step}` }),
      },
    ),
    code: `${column.track} ${column.step}`,
  }));
  return [
    ...steps.map(({ header, statusOf }) => ({
      header,
      value: (row: FileRow) => {
        const status = statusOf(row);
        return status && intl.formatMessage({ id: `status.${status}` });
      },
    })),
    // The codes together, because they would double the columns that people read.
    ...steps.map(({ code, statusOf }) => ({ header: code, value: statusOf })),
  ];
}
