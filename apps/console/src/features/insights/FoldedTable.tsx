/** What a picture shows, as a table that can be saved as a CSV file. */
import { useIntl } from 'react-intl';
import { ExportButton } from '../export/ExportButton.tsx';
import { rowsFile, type FileColumn } from '../export/listFile.ts';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';

export interface FigureColumn<T> extends DataColumn<T> {
  /** Its columns in the file: figures, where people read "3 days". */
  inFile: readonly FileColumn<T>[];
}

interface FoldedTableProps<T> {
  label: string;
  fileName: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: readonly FigureColumn<T>[];
}

export function FoldedTable<T>({ label, fileName, rows, rowKey, columns }: FoldedTableProps<T>) {
  const intl = useIntl();
  const file = () =>
    Promise.resolve(
      rowsFile(
        fileName,
        columns.flatMap(({ inFile }) => inFile),
        rows,
      ),
    );
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'insights.table' })}
      hide={intl.formatMessage({ id: 'insights.hideTable' })}
      beside={<ExportButton file={file} />}
    >
      <DataTable label={label} rows={rows} rowKey={rowKey} columns={columns} isInset />
    </Disclosure>
  );
}
