import { useCallback, useState } from 'react';
import { NOTHING, type Chosen } from './selection.ts';

type Change = Chosen | ((chosen: Chosen) => Chosen);

/** What is selected, forgotten with the filter: nobody acts on what they no longer see. */
export function useChosen(filter: object): [Chosen, (change: Change) => void] {
  const key = JSON.stringify(filter);
  const [kept, setKept] = useState({ key, chosen: NOTHING });
  const change = useCallback(
    (next: Change) =>
      setKept((old) => {
        const before = old.key === key ? old.chosen : NOTHING;
        return { key, chosen: typeof next === 'function' ? next(before) : next };
      }),
    [key],
  );
  return [kept.key === key ? kept.chosen : NOTHING, change];
}
