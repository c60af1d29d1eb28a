/** The filters of a list: text, choices, and a button that clears them. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { DebouncedSearchField } from './DebouncedSearchField.tsx';

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 8,
  marginBottom: 16,
});
const side = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  marginStart: 'auto',
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
});

interface FilterBarProps {
  text?: { label: string; value: string; onChange: (text: string) => void };
  isFiltered: boolean;
  onClear: () => void;
  children?: ReactNode;
  /** How many there are. */
  count?: string;
  /** Buttons for the whole list, such as an export. */
  actions?: ReactNode;
}

export function FilterBar(props: FilterBarProps) {
  const { text, isFiltered, onClear, children, count, actions } = props;
  const intl = useIntl();
  return (
    <div className={bar} role="search" data-print="hidden">
      {text ? <DebouncedSearchField {...text} /> : null}
      {children}
      {isFiltered ? (
        <ActionButton isQuiet size="S" onPress={onClear}>
          {intl.formatMessage({ id: 'common.clear' })}
        </ActionButton>
      ) : null}
      {count || actions ? (
        <span className={side}>
          {count ? <span>{count}</span> : null}
          {actions}
        </span>
      ) : null}
    </div>
  );
}
