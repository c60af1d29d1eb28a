/** A filter of a list: one choice or all. */
import { Picker, PickerItem } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';

interface FilterPickerProps {
  label: string;
  value: string | undefined;
  options: readonly { id: string; name: string }[];
  onChange: (value: string | undefined) => void;
}

const ALL = 'ALL';

export function FilterPicker({ label, value, options, onChange }: FilterPickerProps) {
  const intl = useIntl();
  const known = options.some((option) => option.id === value) ? (value ?? ALL) : ALL;
  return (
    <Picker
      size="S"
      label={label}
      labelPosition="side"
      selectedKey={known}
      onSelectionChange={(key) => onChange(key === ALL || key === null ? undefined : String(key))}
      items={[{ id: ALL, name: intl.formatMessage({ id: 'common.all' }) }, ...options]}
    >
      {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
    </Picker>
  );
}
