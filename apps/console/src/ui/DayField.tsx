/** A day. The browser's own field knows the person's calendar and keyboard. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const label = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const field = style({
  font: 'ui-sm',
  height: 24,
  boxSizing: 'border-box',
  borderRadius: 'default',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':hover': 'gray-400' },
  backgroundColor: 'transparent',
  color: 'neutral',
  paddingX: 8,
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
});

interface DayFieldProps {
  label: string;
  /** `2026-11-25`. */
  value?: string;
  onChange: (day: string | undefined) => void;
}

export function DayField({ label: name, value, onChange }: DayFieldProps) {
  return (
    <label className={label}>
      {name}
      <input
        type="date"
        className={field}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </label>
  );
}
