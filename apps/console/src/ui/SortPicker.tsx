/** What a list is sorted by, where it has no headers to press. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import type { MenuChoice } from './menuChoice.ts';
import { useIsNarrow } from './useIsNarrow.ts';

const box = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  color: 'neutral-subdued',
});

interface SortPickerProps<T extends string> {
  choices: readonly MenuChoice<T>[];
  selected: T;
  onChoose: (id: T) => void;
}

/** Nothing where there is space for headers. */
export function SortPicker<T extends string>(props: SortPickerProps<T>) {
  const label = useIntl().formatMessage({ id: 'list.sortBy' });
  const isNarrow = useIsNarrow();
  if (!isNarrow) return null;
  return (
    <span className={box} data-print="hidden">
      {/* It is in the button's name too. */}
      <span aria-hidden="true">{label}</span>
      <ChoiceMenu label={label} isQuiet={false} {...props} />
    </span>
  );
}
