/** A text filter that reports its value when typing pauses, so that not every key loads a list. */
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { SearchInput } from './SearchInput.tsx';

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
  const router = useRouter();
  const [path] = useState(router.latestLocation.pathname);
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
    const timer = setTimeout(() => {
      // What is reported becomes the page's address, which would cancel a navigation that loads.
      if (router.latestLocation.pathname === path) latest.current(typed);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, value, pauseMilliseconds, router, path]);
  return <SearchInput label={label} value={typed} onChange={setTyped} />;
}
