/** A date and time. The browser's own field is usable by keyboard and touch on every platform. */
import { useId } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import './instantField.css';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 4, maxWidth: 480 });
const labelStyle = style({ font: 'ui', color: 'neutral-subdued' });
const hint = style({ font: 'ui-sm', color: 'neutral-subdued' });
const error = style({ font: 'ui-sm', color: 'negative' });

interface InstantFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max?: string;
  description?: string;
  errorMessage?: string;
}

export function InstantField({
  label,
  value,
  onChange,
  max,
  description,
  errorMessage,
}: InstantFieldProps) {
  const id = useId();
  return (
    <div className={box}>
      <label htmlFor={id} className={labelStyle}>
        {label}
      </label>
      <input
        id={id}
        className="kw-instant"
        type="datetime-local"
        value={value}
        max={max}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={`${id}-hint`}
        aria-invalid={errorMessage ? true : undefined}
      />
      <span id={`${id}-hint`} className={errorMessage ? error : hint}>
        {errorMessage ?? description}
      </span>
    </div>
  );
}
