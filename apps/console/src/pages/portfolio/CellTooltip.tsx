/**
 * A tooltip for one cell of the matrix: the status immediately, the status message from the server
 * soon after.
 */
import { useApolloClient } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useLayoutEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { HealthMeaning } from '../../features/health/HealthMeaning.tsx';
import { placeBeside } from './placeBeside.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import type { CellSentencesQuery } from '../../generated/graphql.ts';
import { CELL_SENTENCES } from './cellSentences.ts';
import { FIRST_STEP, HEALTH_COLUMN, cellId } from './gridKeys.ts';
import type { CellAt } from './gridKeys.ts';
import { MATRIX_COLUMNS, findStep } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import { useCellLabel } from './useCellLabel.ts';
import { ServerText } from '../../ui/ServerText.tsx';

const tip = style({
  position: 'fixed',
  zIndex: 5,
  boxSizing: 'border-box',
  // Two lines are as high as a row.
  paddingX: 12,
  paddingY: 2,
  borderRadius: 'default',
  font: 'ui-sm',
  lineHeight: '[16px]',
  overflowWrap: 'anywhere',
  backgroundColor: 'neutral',
  color: 'auto',
  pointerEvents: 'none',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
});
const strong = style({ fontWeight: 'bold' });

/** How long the pointer must rest on a cell before the server is asked for its status message. */
const HOVER_MILLISECONDS = 120;

const MAX_STORED_RUNS = 500;

type Sentences = NonNullable<CellSentencesQuery['run']>;
const sentencesByRun = new Map<string, Sentences>();

/** The status messages of a run, queried once for each version, and when what it says is over. */
function useSentences(row: MatrixRow | undefined): Sentences | undefined {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const runId = row?.run?.id;
  const ends = [...(row?.run?.coolingOffs ?? []), ...(row?.run?.delays ?? [])];
  const until = ends.map((one) => one.until).join(' ');
  const key = `${runId}:${row?.run?.version}:${until}:${locale}`;
  const [, setArrived] = useState('');
  useEffect(() => {
    if (!runId || sentencesByRun.has(key)) return undefined;
    const timer = setTimeout(() => {
      void client
        .query({ query: CELL_SENTENCES, variables: { runId, locale }, fetchPolicy: 'no-cache' })
        .then(({ data }) => {
          if (!data?.run) return;
          if (sentencesByRun.size > MAX_STORED_RUNS) sentencesByRun.clear();
          sentencesByRun.set(key, data.run);
          setArrived(key);
        })
        .catch(() => undefined);
    }, HOVER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [client, key, locale, runId]);
  return sentencesByRun.get(key);
}

export function CellTooltip({ row, at }: { row: MatrixRow | undefined; at: CellAt }) {
  const intl = useIntl();
  const cellLabel = useCellLabel();
  const sentences = useSentences(row);
  const [box, setBox] = useState<DOMRect>();
  useLayoutEffect(() => {
    const id = cellId(row?.organizationId, at.column);
    setBox(document.getElementById(id)?.getBoundingClientRect());
  }, [at.row, at.column, row, at]);
  const column = MATRIX_COLUMNS[at.column - FIRST_STEP];
  if (!row || !box) return null;
  const sentence = column
    ? sentences?.tracks
        .find((track) => track.id === column.track)
        ?.steps.find((step) => step.id === column.step)?.sentence
    : sentences?.sentence;
  const { health } = row;
  const labels = column
    ? [cellLabel(column, findStep(row, column))]
    : at.column === HEALTH_COLUMN
      ? [intl.formatMessage({ id: `health.${health.health}` })]
      : [];
  if (at.column !== HEALTH_COLUMN && (column ? !row.run : !sentence && at.column > 0)) return null;
  return (
    <div role="tooltip" className={tip} style={placeBeside(box, innerWidth, innerHeight)}>
      <span>
        <strong className={strong}>{[row.name, ...labels].join(' · ')}</strong>
        {at.column === HEALTH_COLUMN ? (
          <>
            {' '}
            <HealthMeaning health={health.health} />
          </>
        ) : sentence ? (
          <>
            {' '}
            <ServerText text={sentence} />
          </>
        ) : null}
      </span>
    </div>
  );
}
