/** A table of organizations, of which people who may act on them select some for a bulk action. */
import { useIntl } from 'react-intl';
import type { OrganizationFilter } from '../../generated/graphql.ts';
import { DataTable, type DataTableProps } from '../../ui/DataTable.tsx';
import { useRoleSomewhere } from '../viewer/ViewerQuery.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { choose, type Chosen } from './selection.ts';
import { useChosen } from './useChosen.ts';

interface SelectableTableProps<T> extends Omit<DataTableProps<T>, 'selection'> {
  organizationOf: (row: T) => { id: string; name: string };
  /** What the list is narrowed to: what is selected is forgotten with it. */
  narrowedTo: object;
  /** What all of them are, also those that are not loaded; absent: no filter says so. */
  all?: { filter: OrganizationFilter; total: number };
}

export function SelectableTable<T>(props: SelectableTableProps<T>) {
  const { organizationOf, narrowedTo, all, ...table } = props;
  const intl = useIntl();
  const mayOperate = useRoleSomewhere('OWNER', 'OPERATOR');
  const [chosen, onChoose] = useChosen(narrowedTo);
  if (!mayOperate) return <DataTable {...table} />;
  const { rows, rowKey } = table;
  const isSelected = (key: string) => chosen.isAll || chosen.ids.has(key);
  const selected = organizationsOf(rows, chosen, (row) => isSelected(rowKey(row)), organizationOf);
  const onSelect = (keys: readonly string[], isChosen: boolean) =>
    onChoose(choose(chosen, keys, isChosen, rows.map(rowKey)));
  return (
    <>
      <DataTable
        {...table}
        selection={{
          isSelected,
          onSelect,
          labels: {
            all: intl.formatMessage({ id: 'bulk.selectPage' }),
            row: (row) =>
              intl.formatMessage({ id: 'bulk.selectRow' }, { name: organizationOf(row).name }),
          },
        }}
      />
      <SelectionBar
        chosen={selected}
        total={all?.total ?? selected.ids.size}
        {...(all && { filter: all.filter })}
        onChoose={onChoose}
      />
    </>
  );
}

/** Once each; a row that is gone, as a decided approval, is no longer selected. */
const organizationsOf = <T,>(
  rows: readonly T[],
  { isAll }: Chosen,
  isSelected: (row: T) => boolean,
  organizationOf: (row: T) => { id: string },
): Chosen => ({
  isAll,
  ids: new Set(isAll ? [] : rows.filter(isSelected).map((row) => organizationOf(row).id)),
});
