/**
 * A table for lists that load page by page. Rows can be links. Under 960 px, where the columns do
 * not fit, each row is a card, and a picker has what the headers sort by.
 */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazyPart, Part } from './lazyPart.tsx';
import { SelectBox } from './SelectBox.tsx';
import { SortButton } from './SortButton.tsx';
import { useIsNarrow } from './useIsNarrow.ts';
import './dataTable.css';

const sortPicker = lazyPart(async () => (await import('./SortPicker.tsx')).SortPicker<string>);

export interface DataColumn<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Absent: the list cannot be sorted by it. `label`: what it is sorted by, if not the header. */
  sort?: { label?: string; isOn: boolean; onSort: () => void };
  /** True: left out from 960 to 1360 px, where not all columns of the table have space. */
  isExtra?: boolean;
  /** Of an even table: its share of the width. */
  share?: `${number}%`;
}

export interface DataTableProps<T> {
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The address that the whole row opens; its first cell is the link. */
  rowHref?: (row: T) => string;
  /** Lets people select rows by their keys. */
  selection?: {
    isSelected: (key: string) => boolean;
    onSelect: (keys: readonly string[], isSelected: boolean) => void;
    /** What selects every row that is shown, and the row. */
    labels: { all: string; row: (row: T) => string };
  };
  /** True in a panel: the headers do not stick to the top of the page. */
  isInset?: boolean;
  /** True for several tables below each other: their columns have the same widths. */
  isEven?: boolean;
  /** True if the first column is a number or a status, and no name: it takes what it needs. */
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
  selection,
}: DataTableProps<T>) {
  const keys = rows.map(rowKey);
  const count = selection ? keys.filter(selection.isSelected).length : 0;
  return (
    <>
      <SortedBy columns={columns} />
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
            {selection ? (
              <th scope="col" className="kw-table-select">
                <SelectBox
                  label={selection.labels.all}
                  isSelected={count > 0 && count === keys.length}
                  isIndeterminate={count > 0 && count < keys.length}
                  onChange={(isSelected) => selection.onSelect(keys, isSelected)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowHref ? 'kw-table-open' : undefined}>
              {selection ? (
                <td className="kw-table-select">
                  <SelectBox
                    label={selection.labels.row(row)}
                    isSelected={selection.isSelected(rowKey(row))}
                    onChange={(isSelected) => selection.onSelect([rowKey(row)], isSelected)}
                  />
                </td>
              ) : null}
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
                  <td key={column.key} data-label={column.header} data-extra={column.isExtra}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Lists are sorted in one direction: what comes last is not what somebody wants first. */
function Header<T>({ column }: { column: DataColumn<T> }) {
  const { header, sort, isExtra, share } = column;
  // Out of sight there, and what cannot be seen must not take the focus.
  const isNarrow = useIsNarrow();
  const direction = sort?.isOn ? 'ascending' : undefined;
  return (
    <th scope="col" aria-sort={direction} data-extra={isExtra} style={{ inlineSize: share }}>
      {sort?.label === undefined ? null : `${header} `}
      {sort && !isNarrow ? (
        <SortButton direction={direction} onSort={sort.onSort}>
          {sort.label ?? header}
        </SortButton>
      ) : (
        (sort?.label ?? header)
      )}
    </th>
  );
}

/** Where no header can be pressed. */
function SortedBy<T>({ columns }: Pick<DataTableProps<T>, 'columns'>) {
  const isNarrow = useIsNarrow();
  const sorted = columns.flatMap(({ key, header, sort }) =>
    sort ? [{ id: key, name: sort.label ?? header, ...sort }] : [],
  );
  const selected = sorted.find(({ isOn }) => isOn);
  if (!selected) return null;
  return (
    <Part
      part={sortPicker}
      isWanted={isNarrow}
      props={{
        choices: sorted.map(({ id, name }) => ({ id, name })),
        selected: selected.id,
        onChoose: (id) => sorted.find((one) => one.id === id)?.onSort(),
      }}
    />
  );
}
