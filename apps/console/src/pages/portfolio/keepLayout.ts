/** Changes the columns and the density of the matrix, for the address and for the person. */
import { COLUMN_NAMES, keyOf, type KeptLayout } from './matrixLayout.ts';

/** In place of hidden columns: none, although the person usually hides some. */
const NONE = 'none';

/** What the address says when these columns are shown, or hidden. */
export function toHidden(
  hidden: ReadonlySet<string>,
  names: readonly string[],
  isShown: boolean,
): string {
  const isHidden = (name: string) => (names.includes(name) ? !isShown : hidden.has(name));
  return COLUMN_NAMES.slice(1).filter(isHidden).join(',') || NONE;
}

export function keepLayout(viewerId: string, layout: KeptLayout): void {
  try {
    localStorage.setItem(keyOf(viewerId), JSON.stringify(layout));
  } catch {
    // As long as the page is open, the address has it.
  }
}
