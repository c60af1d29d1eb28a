/** What an import would do: the counts, each rejected line with its problems, each change. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Radio, RadioGroup } from '@react-spectrum/s2';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { OnExisting } from '../../generated/enums.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toVerdictIndicator } from '../../status/indicators.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { fieldLabel, valueLabel } from '../../features/organization/fieldLabel.ts';
import type { ImportOutcome, PreviewLine } from './listPreviewLines.ts';

/** Further rows are counted, not shown. */
const MAX_ROWS = 300;

const ON_EXISTING: readonly OnExisting[] = ['SKIP', 'UPDATE'];

const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 12,
  marginBottom: 8,
});
const choice = style({ marginBottom: 12 });
const summary = style({ font: 'title', margin: 0 });
const mono = style({ font: 'code-xs', overflowWrap: 'anywhere', minWidth: 112 });
const pair = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

interface ImportPreviewProps {
  lines: readonly PreviewLine[];
  outcome: ImportOutcome;
  onExisting: OnExisting;
  onChoose: (onExisting: OnExisting) => void;
  /** Shown above the lines, because there can be many. */
  actions: ReactNode;
  /** What becomes of keys, where the list has a column for them. */
  keys: ReactNode;
}

export function ImportPreview(props: ImportPreviewProps) {
  const { lines, outcome, onExisting, onChoose, actions, keys } = props;
  const intl = useIntl();
  const { created, updated, unchanged, rejected } = outcome;
  const counts = { created, updated, unchanged, rejected: rejected.length };
  return (
    <section aria-label={intl.formatMessage({ id: 'import.preview' })}>
      <div className={head}>
        <h2 className={summary}>{intl.formatMessage({ id: 'import.counts' }, counts)}</h2>
        {actions}
      </div>
      <RadioGroup
        label={intl.formatMessage({ id: 'import.existing' })}
        orientation="horizontal"
        value={onExisting}
        onChange={chooseFrom(ON_EXISTING, onChoose)}
        styles={choice}
      >
        {ON_EXISTING.map((one) => (
          <Radio key={one} value={one}>
            {intl.formatMessage({ id: `import.existing.${one}` })}
          </Radio>
        ))}
      </RadioGroup>
      {keys}
      {lines.length > 0 ? (
        <LineTable lines={lines} />
      ) : (
        <IndicatorText indicator={toVerdictIndicator('PASS')}>
          {intl.formatMessage({ id: 'import.allGood' })}
        </IndicatorText>
      )}
      {lines.length > MAX_ROWS ? (
        <p className={quiet}>
          {intl.formatMessage({ id: 'import.notDrawn' }, { count: lines.length - MAX_ROWS })}
        </p>
      ) : null}
    </section>
  );
}

function LineTable({ lines }: { lines: readonly PreviewLine[] }) {
  const intl = useIntl();
  return (
    <DataTable
      isNumbered
      label={intl.formatMessage({ id: 'import.preview' })}
      rows={lines.slice(0, MAX_ROWS)}
      rowKey={(row) => String(row.line)}
      columns={[
        {
          key: 'line',
          header: intl.formatMessage({ id: 'import.line' }),
          cell: (row) => intl.formatNumber(row.line),
        },
        {
          key: 'result',
          header: intl.formatMessage({ id: 'import.result' }),
          cell: (row) => (row.update ? <Changes {...row.update} /> : <Problems line={row} />),
        },
        {
          key: 'text',
          header: intl.formatMessage({ id: 'import.text.column' }),
          cell: (row) => <bdi className={mono}>{row.text}</bdi>,
        },
      ]}
    />
  );
}

/** Why a line is rejected: each problem with its column. */
function Problems({ line }: { line: PreviewLine }) {
  return (
    <IndicatorText indicator={toVerdictIndicator('BLOCK')}>
      <span className={pair}>
        {line.problems.map(({ field, message }) => (
          <span key={`${field}${message}`}>
            {field ? <code>{field}: </code> : null}
            {message}
          </span>
        ))}
      </span>
    </IndicatorText>
  );
}

function Changes({ organization, changes }: NonNullable<PreviewLine['update']>) {
  const intl = useIntl();
  return (
    <IndicatorText indicator={{ shape: 'circle', tone: 'accent' }}>
      <span className={pair}>
        <bdi>{organization.name}</bdi>
        {changes.map(({ field, from, to }) => (
          <span key={field}>
            {intl.formatMessage(
              { id: 'import.change' },
              {
                field: fieldLabel(intl, field),
                from: valueLabel(intl, field, from),
                to: valueLabel(intl, field, to),
              },
            )}
          </span>
        ))}
      </span>
    </IndicatorText>
  );
}
