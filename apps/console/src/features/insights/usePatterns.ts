/** What the parts of a picture are filled with; `Legend` has the patterns of these names. */
import { useId, useMemo } from 'react';

export interface Patterns {
  kind: 'part' | 'party';
  /** Names of patterns in the whole document, by their place in the legend. */
  ids: readonly string[];
  fills: readonly string[];
}

export function usePatterns(kind: Patterns['kind'], count: number): Patterns {
  const id = useId().replaceAll(/\W/g, '');
  return useMemo(() => {
    const ids = Array.from({ length: count }, (_, index) => `kw-${kind}-${index}-${id}`);
    return { kind, ids, fills: ids.map((one) => `url(#${one})`) };
  }, [kind, count, id]);
}
