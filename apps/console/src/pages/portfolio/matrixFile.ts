/** The file of the matrix: the rows that are shown, with a column for each step. */
import {
  columnsFor,
  rowsFile,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { nameColumns, runColumns } from '../../features/export/runColumns.ts';
import { findStep, MATRIX_COLUMNS, type MatrixRow } from './matrixRows.ts';

export function matrixFile(tools: FileTools, rows: readonly MatrixRow[]): ListFile {
  const { intl } = tools;
  const { plain } = columnsFor<MatrixRow>(tools);
  const steps = MATRIX_COLUMNS.map((column) => ({
    statusOf: (row: MatrixRow) => findStep(row, column)?.status,
    header: intl.formatMessage(
      { id: 'export.step' },
      {
        track: intl.formatMessage({ id: `track.${column.track}.short` }),
        step: intl.formatMessage({ id: `step.${column.step}` }),
      },
    ),
    code: `${column.track} ${column.step}`,
  }));
  return rowsFile(
    'portfolio',
    [
      ...nameColumns<MatrixRow>(tools, (row) => row),
      ...runColumns<MatrixRow>(tools, (row) => row),
      plain('progress', ({ run }) => run?.progress.done),
      plain('steps', ({ run }) => run?.progress.total),
      ...steps.map(({ header, statusOf }) => ({
        header,
        value: (row: MatrixRow) => {
          const status = statusOf(row);
          return status && intl.formatMessage({ id: `status.${status}` });
        },
      })),
      // The codes together, because they would double the columns that people read.
      ...steps.map(({ code, statusOf }) => ({ header: code, value: statusOf })),
    ],
    rows,
  );
}
