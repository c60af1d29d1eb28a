import { useState } from 'react';

interface Named {
  id: string;
  name: string;
}

/**
 * The text of a field that finds one of many by name. `value` is undefined while the text names
 * none; `last` is what was chosen before that, to which the field returns when it is left.
 */
export function usePickerText<T extends Named>(value: T | null | undefined) {
  const [typed, setTyped] = useState<string>();
  const [last, setLast] = useState(value ?? null);
  // A value that was chosen elsewhere, or taken away, replaces the text.
  if (value !== undefined && value?.id !== last?.id) {
    setLast(value);
    setTyped(undefined);
  }
  return { typed, setTyped, text: typed ?? value?.name ?? '', last };
}
