/** A text filter that reports its value when typing pauses, so that not every key loads a list. */
import { SearchField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';

const field = style({ width: { default: 'full', '@media (width >= 700px)': 280 } });

interface DebouncedSearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  pauseMilliseconds?: number;
}

export function DebouncedSearchField({
  label,
  value,
  onChange,
  pauseMilliseconds = 250,
}: DebouncedSearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  // A value changed from outside (cleared, or the back button) replaces the text, except while the
  // person types on.
  if (value !== last) {
    setLast(value);
    if (value === '' || !typed.startsWith(value)) setTyped(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => latest.current(typed), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, value, pauseMilliseconds]);
  return (
    <SearchField
      size="S"
      aria-label={label}
      placeholder={label}
      styles={field}
      value={typed}
      onChange={setTyped}
    />
  );
}
