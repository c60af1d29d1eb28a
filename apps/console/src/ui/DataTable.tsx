/**
 * A table for lists that load page by page. Rows can be links. Under 960 px, where the columns do
 * not fit, each row is a card.
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
  /** The address that the whole row opens; its first cell is the link. */
  rowHref?: (row: T) => string;
  /** True in a panel: the headers do not stick to the top of the page. */
  isInset?: boolean;
  /** True for several tables below each other: their columns have the same widths. */
  isEven?: boolean;
  /** True if the first column is a number instead of a name. */
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
