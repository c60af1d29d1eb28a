/**
 * A text filter that reports its value when typing pauses, so that a list is not loaded at every
 * key.
 */
import { SearchField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';

const field = style({ width: { default: 'full', '@media (width >= 700px)': 280 } });

interface PausedSearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  pauseMs?: number;
}

export function PausedSearch({ label, value, onChange, pauseMs = 250 }: PausedSearchProps) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  // Changed from outside (cleared, or the back button): follow it. What was just typed is ahead of
  // it and stays.
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
    const timer = setTimeout(() => latest.current(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, pauseMs]);
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
