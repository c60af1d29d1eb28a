/**
 * A plain table for lists that grow by pages: rows one can open, and under 960 px, where the
 * columns would not fit beside the rail, a card a row.
 */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './dataTable.css';

export interface DataColumn<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Takes the remaining width; by default, the first column does. */
  isWide?: boolean;
}

interface DataTableProps<T> {
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The address that the row's first cell links to; the whole row opens it. */
  rowHref?: (row: T) => string;
  /** True within a panel: the heads then do not stick to the page's top. */
  isInset?: boolean;
  /** True where several tables stand below each other: their columns then have the same widths. */
  isEven?: boolean;
  /** True where the first column is a number rather than a name. */
  isNumbered?: boolean;
}

export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  rowHref,
  isInset,
  isEven,
  isNumbered,
}: DataTableProps<T>) {
  return (
    <table
      className={[
        'kw-table',
        isInset && 'kw-table-inset',
        isEven && 'kw-table-even',
        isNumbered && 'kw-table-numbered',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-label={label}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowHref ? 'kw-table-open' : undefined}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {rowHref ? (
                    <Link to={rowHref(row)} data-list-row className="kw-table-link">
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </th>
              ) : (
                <td key={column.key} data-label={column.header}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
