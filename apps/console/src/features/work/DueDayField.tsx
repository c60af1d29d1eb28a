/** The day that a run is due. A past one is taken, and said to be past. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { DayField } from '../../ui/DayField.tsx';
import { toDueAt } from './dueDay.ts';

const warning = style({ font: 'ui-sm', color: 'notice-1100', margin: 0, marginTop: 4 });

interface DueDayFieldProps {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

export function DueDayField({ label, value, onChange }: DueDayFieldProps) {
  const intl = useIntl();
  const dueAt = toDueAt(value);
  const isPast = dueAt !== null && Date.parse(dueAt) < Date.now();
  return (
    <div>
      <DayField label={label} value={value} onChange={onChange} />
      <div role="status">
        {isPast ? <p className={warning}>{intl.formatMessage({ id: 'work.duePast' })}</p> : null}
      </div>
    </div>
  );
}
