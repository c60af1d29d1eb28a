/** Which columns the matrix has, its density and its file: loaded after its rows. */
import { LinkButton } from '@react-spectrum/s2';
import { memo } from 'react';
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { MatrixTexts } from '../../features/views/MatrixTexts.tsx';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Legend } from './Legend.tsx';
import { keepLayout, toHidden } from './keepLayout.ts';
import { COLUMN_NAMES, type MatrixLayout } from './matrixLayout.ts';
import { MATRIX_COLUMNS, type MatrixRow } from './matrixRows.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';

const TRACKS = ['AEP', 'CJA'] as const;

interface MatrixToolsProps {
  layout: MatrixLayout;
  /** The rows that are shown. */
  listShown: () => readonly MatrixRow[];
  /** Whether filters leave some out. */
  isFiltered: boolean;
  /** False while rows are still loading: a file of some of them would pass for all. */
  mayExport: boolean;
  onChange: (change: PortfolioSearch) => void;
}

/** Renders at no change of a row. */
export const MatrixTools = memo(function MatrixTools(props: MatrixToolsProps) {
  return (
    <MatrixTexts>
      <Tools {...props} />
    </MatrixTexts>
  );
});

function Tools({ layout, listShown, isFiltered, mayExport, onChange }: MatrixToolsProps) {
  const intl = useIntl();
  const viewerId = useViewer()?.id;
  const change = (part: Pick<PortfolioSearch, 'hidden' | 'density'>) => {
    const kept = { hidden: toHidden(layout.hidden, [], true), density: layout.density, ...part };
    if (viewerId) keepLayout(viewerId, kept);
    onChange(kept);
  };
  return (
    <>
      <Legend />
      <ColumnMenu
        layout={layout}
        onChange={(names, isShown) => change({ hidden: toHidden(layout.hidden, names, isShown) })}
      />
      <ChoiceMenu
        label={intl.formatMessage({ id: 'matrix.density' })}
        choices={(['comfortable', 'compact'] as const).map((id) => ({
          id,
          name: intl.formatMessage({ id: `matrix.density.${id}` }),
        }))}
        selected={layout.density}
        onChoose={(density) => change({ density })}
      />
      <ExportButton
        isDisabled={!mayExport}
        file={async (tools) => {
          const rows = listShown();
          return (await import('./matrixFile.ts')).matrixFile(tools, rows, isFiltered);
        }}
      />
      <LinkButton size="S" variant="secondary" fillStyle="outline" href="/insights">
        {intl.formatMessage({ id: 'nav.insights' })}
      </LinkButton>
    </>
  );
}

const namesOf = (track: string): string[] =>
  COLUMN_NAMES.filter((name) => name.startsWith(`${track}.`));

interface ColumnMenuProps {
  layout: MatrixLayout;
  onChange: (names: readonly string[], isShown: boolean) => void;
}

/** A check box for each column, and for all steps of a track. */
function ColumnMenu({ layout: { hidden, empty }, onChange }: ColumnMenuProps) {
  const intl = useIntl();
  const trackName = (track: (typeof TRACKS)[number]) =>
    intl.formatMessage({ id: `track.${track}.short` });
  const fixed = [
    { id: 'run', name: intl.formatMessage({ id: 'portfolio.column.run' }) },
    { id: 'work', name: intl.formatMessage({ id: 'work.owner' }) },
    { id: 'health', name: intl.formatMessage({ id: 'health' }) },
  ].map(({ id, name }) => ({
    id,
    name: empty.has(id) ? intl.formatMessage({ id: 'matrix.emptyColumn' }, { column: name }) : name,
  }));
  const steps = TRACKS.flatMap((track) => [
    {
      id: track as string,
      name: intl.formatMessage({ id: 'matrix.allSteps' }, { track: trackName(track) }),
    },
    ...MATRIX_COLUMNS.filter((column) => column.track === track).map(({ step }) => ({
      id: `${track}.${step}`,
      name: intl.formatMessage(
        { id: 'matrix.column' },
        { track: trackName(track), step: intl.formatMessage({ id: `step.${step}` }) },
      ),
    })),
  ]);
  const choices = [...fixed, ...steps];
  const columnsOf = (id: string): string[] => (id.includes('.') ? [id] : namesOf(id));
  const isShown = (id: string): boolean => {
    const names = columnsOf(id);
    return (names.length > 0 ? names : [id]).every((name) => !hidden.has(name));
  };
  return (
    <MenuButton
      size="S"
      label={intl.formatMessage({ id: 'matrix.columns' })}
      choices={choices}
      chosen={new Set(choices.filter(({ id }) => isShown(id)).map(({ id }) => id))}
      onChoose={(id) => {
        const names = columnsOf(id);
        onChange(names.length > 0 ? names : [id], !isShown(id));
      }}
    >
      {intl.formatMessage({ id: 'matrix.columns' })}
    </MenuButton>
  );
}
