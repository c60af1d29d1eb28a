/** A filter of a list: one choice, or all. */
import { Picker, PickerItem } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';

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
    <Picker
      size="S"
      label={label}
      labelPosition="side"
      selectedKey={options.some(({ id }) => id === value) ? value : ALL}
      onSelectionChange={(key) => onChange(options.find(({ id }) => id === key)?.id)}
      items={[{ id: ALL, name: allLabel ?? intl.formatMessage({ id: 'common.all' }) }, ...options]}
    >
      {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
    </Picker>
  );
}
