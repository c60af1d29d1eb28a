/** Which columns the matrix has and how high its rows are: of the address, else of the person. */
import { useMemo, useState } from 'react';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { isClosed } from '../../features/work/findWaitStart.ts';
import { whereRowsMatter } from './changedRows.ts';
import { MATRIX_COLUMNS, type MatrixRow } from './matrixRows.ts';
import { portfolioSearch, type PortfolioSearch } from './portfolioSearch.ts';

/** In the address, columns have names: a later version can have others in between. */
export const COLUMN_NAMES: readonly string[] = [
  ...['name', 'run', 'work', 'health'],
  ...MATRIX_COLUMNS.map(({ track, step }) => `${track}.${step}`),
];

/** In CSS pixels. */
const ROW_HEIGHTS = { comfortable: 40, compact: 28 } as const;
type Density = keyof typeof ROW_HEIGHTS;

export interface MatrixLayout {
  /** The columns that are shown, as `gridKeys` numbers them. */
  columns: readonly number[];
  hidden: ReadonlySet<string>;
  /** Those that no organization has anything in, which are left out for the steps. */
  empty: ReadonlySet<string>;
  density: Density;
  rowHeight: number;
}

const parse = (hidden: string | undefined): ReadonlySet<string> =>
  new Set(hidden?.split(',').filter((name) => COLUMN_NAMES.includes(name)));

const NONE: ReadonlySet<string> = new Set();
const WORK: ReadonlySet<string> = new Set(['work']);

/** Of all rows and not of those that are shown: a filter moves no column. */
export const findEmptyColumns = (rows: readonly MatrixRow[]): ReadonlySet<string> =>
  rows.some(hasWork) ? NONE : WORK;

const hasWork = ({ run }: MatrixRow): boolean =>
  run !== null && Boolean(run.owner ?? (run.dueAt && !isClosed(run)));

/** The organization's name is always shown. */
export function toLayout(
  { hidden: text, density = 'comfortable' }: KeptLayout,
  empty = NONE,
): MatrixLayout {
  const hidden = parse(text);
  const isShown = (name: string) => !hidden.has(name) && !empty.has(name);
  return {
    columns: COLUMN_NAMES.flatMap((name, at) => (at === 0 || isShown(name) ? [at] : [])),
    ...{ hidden, empty, density, rowHeight: ROW_HEIGHTS[density] },
  };
}

export type KeptLayout = Pick<PortfolioSearch, 'hidden' | 'density'>;

/** In the browser's storage. */
export const keyOf = (viewerId: string): string => `keyway.matrix.${viewerId}`;

function readKept(viewerId: string | undefined): KeptLayout {
  if (!viewerId) return {};
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(viewerId)) ?? '{}') as object;
    return portfolioSearch({ ...kept });
  } catch {
    // A private window can refuse storage, and anything can be in it.
    return {};
  }
}

export function useMatrixLayout(
  { hidden, density }: PortfolioSearch,
  rows: readonly MatrixRow[],
): MatrixLayout {
  const viewerId = useViewer()?.id;
  const kept = useMemo(() => readKept(viewerId), [viewerId]);
  const [find] = useState(() => whereRowsMatter(hasWork, findEmptyColumns));
  const empty = useMemo(() => find(rows), [find, rows]);
  return useMemo(
    () => toLayout({ hidden: hidden ?? kept.hidden, density: density ?? kept.density }, empty),
    [kept, hidden, density, empty],
  );
}
