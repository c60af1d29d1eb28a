/** What is selected in a list, with a button for what to do with it. */
import { ActionButton, Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { OrganizationFilter } from '../../generated/graphql.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { StartReadiness } from '../readiness/StartReadiness.tsx';
import { NOTHING, type Chosen } from './selection.ts';

/** Loaded when it first opens. */
const dialog = lazyPart(async () => (await import('./BulkDialog.tsx')).BulkDialog);

/** After the list, and at the lower edge of the window over it: no row moves when it appears. */
const bar = style({
  position: 'sticky',
  bottom: 8,
  zIndex: 3,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  paddingX: 12,
  paddingY: 8,
  marginTop: 12,
  borderRadius: 'lg',
  backgroundColor: 'elevated',
  boxShadow: 'elevated',
  font: 'ui',
});

export interface SelectionActionsProps {
  chosen: Chosen;
  /** What all of them are; absent: the list is not filtered. */
  filter?: OrganizationFilter;
  /** How many match, also those that are not loaded. */
  total: number;
  onChoose: (chosen: Chosen) => void;
}

export function SelectionActions({ chosen, filter, total, onChoose }: SelectionActionsProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { ids, isAll } = chosen;
  const count = isAll ? total : ids.size;
  if (count === 0) return null;
  const selection = isAll ? { filter: filter ?? {} } : { organizationIds: [...ids] };
  const onClose = () => setOpen(false);
  return (
    <div
      className={bar}
      role="group"
      aria-label={intl.formatMessage({ id: 'bulk.selection' })}
      data-print="hidden"
    >
      <span aria-live="polite">{intl.formatMessage({ id: 'bulk.selected' }, { count })}</span>
      {!isAll && total > ids.size ? (
        <ActionButton size="S" onPress={() => onChoose({ ids: new Set(), isAll: true })}>
          {intl.formatMessage({ id: 'bulk.selectAll' }, { count: total })}
        </ActionButton>
      ) : null}
      <ActionButton size="S" isQuiet onPress={() => onChoose(NOTHING)}>
        {intl.formatMessage({ id: 'bulk.clear' })}
      </ActionButton>
      <Button size="S" variant="accent" onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'bulk.open' })}
      </Button>
      <StartReadiness selection={selection} />
      <Part part={dialog} isWanted={isOpen} props={{ selection, isOpen, onClose }} />
    </div>
  );
}
