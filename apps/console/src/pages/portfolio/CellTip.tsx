/**
 * What one cell of the matrix means, beside it: the status at once, the server's sentence a moment
 * later.
 */
import { useApolloClient } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useLayoutEffect, useState } from 'react';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import type { CellSentencesQuery } from '../../generated/graphql.ts';
import { CELL_SENTENCES } from './portfolioDocuments.ts';
import { cellId } from './gridKeys.ts';
import type { CellAt } from './gridKeys.ts';
import { MATRIX_COLUMNS, stepOf } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import { useCellLabel } from './useCellLabel.ts';

const tip = style({
  position: 'fixed',
  zIndex: 5,
  maxWidth: 320,
  boxSizing: 'border-box',
  padding: 12,
  borderRadius: 'lg',
  font: 'ui-sm',
  backgroundColor: 'neutral',
  color: 'auto',
  pointerEvents: 'none',
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
});
const strong = style({ fontWeight: 'bold' });

/** Resting this long on a cell asks the server for its sentence. */
const REST_MS = 120;

type Sentences = NonNullable<CellSentencesQuery['run']>;
const known = new Map<string, Sentences>();

/** The sentences of a run in its present version; asked once for each. */
function useSentences(row: MatrixRow | undefined): Sentences | undefined {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const runId = row?.run?.id;
  const key = `${runId}:${row?.run?.version}:${locale}`;
  const [, setArrived] = useState('');
  useEffect(() => {
    if (!runId || known.has(key)) return undefined;
    const timer = setTimeout(() => {
      void client
        .query({ query: CELL_SENTENCES, variables: { runId, locale }, fetchPolicy: 'no-cache' })
        .then(({ data }) => {
          if (!data?.run) return;
          if (known.size > 500) known.clear();
          known.set(key, data.run);
          setArrived(key);
        })
        .catch(() => undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [client, key, locale, runId]);
  return known.get(key);
}

export function CellTip({ row, at }: { row: MatrixRow | undefined; at: CellAt }) {
  const cellLabel = useCellLabel();
  const sentences = useSentences(row);
  const [box, setBox] = useState<DOMRect>();
  useLayoutEffect(() => {
    setBox(document.getElementById(cellId(at))?.getBoundingClientRect());
  }, [at.row, at.column, row, at]);
  const column = MATRIX_COLUMNS[at.column - 2];
  if (!row || !box) return null;
  const sentence = column
    ? sentences?.tracks
        .find((track) => track.id === column.track)
        ?.steps.find((step) => step.id === column.step)?.sentence
    : sentences?.sentence;
  if (column ? !row.run : !sentence && at.column === 1) return null;
  const isLow = box.bottom > innerHeight * 0.65;
  const isRight = box.left > innerWidth / 2;
  return (
    <div
      role="tooltip"
      className={tip}
      style={{
        ...(isLow ? { bottom: innerHeight - box.top + 6 } : { top: box.bottom + 6 }),
        ...(isRight
          ? { right: Math.max(8, innerWidth - box.right) }
          : { left: Math.max(8, box.left) }),
      }}
    >
      <span className={strong}>{row.name}</span>
      {column ? <span>{cellLabel(column, stepOf(row, column))}</span> : null}
      {sentence ? <span>{sentence}</span> : null}
    </div>
  );
}
