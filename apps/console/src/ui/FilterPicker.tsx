/** A filter of a list: one choice, or all. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ChoiceMenu } from './ChoiceMenu.tsx';

const filter = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  color: 'neutral-subdued',
});

interface FilterPickerProps<T extends string> {
  label: string;
  value: T | undefined;
  /** The label without a choice; "All" by default. */
  allLabel?: string;
  options: readonly { id: T; name: string }[];
  onChange: (value: T | undefined) => void;
}

const ALL = 'ALL';

export function FilterPicker<T extends string>({
  label,
  value,
  allLabel,
  options,
  onChange,
}: FilterPickerProps<T>) {
  const intl = useIntl();
  return (
    <span className={filter}>
      {/* It is in the button's name too. */}
      <span aria-hidden="true">{label}</span>
      <ChoiceMenu<string>
        label={label}
        isQuiet={false}
        choices={[
          { id: ALL, name: allLabel ?? intl.formatMessage({ id: 'common.all' }) },
          ...options,
        ]}
        selected={options.some(({ id }) => id === value) && value ? value : ALL}
        onChoose={(chosen) => onChange(options.find(({ id }) => id === chosen)?.id)}
      />
    </span>
  );
}
