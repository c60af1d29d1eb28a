/** A filter of a list by the health of keys. */
import { useIntl } from 'react-intl';
import type { Health } from '../../generated/enums.ts';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { HEALTHS } from '../organization/organizationChoices.ts';

interface HealthFilterProps {
  value: Health | undefined;
  onChange: (health: Health | undefined) => void;
}

export function HealthFilter({ value, onChange }: HealthFilterProps) {
  const intl = useIntl();
  return (
    <FilterPicker
      label={intl.formatMessage({ id: 'health' })}
      value={value}
      options={HEALTHS.map((id) => ({ id, name: intl.formatMessage({ id: `health.${id}` }) }))}
      onChange={onChange}
    />
  );
}
