/** What an import would do with the keys of its list: counts, what is refused, what to know. */
import { Checkbox, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { Verdict } from '../../generated/enums.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toVerdictIndicator } from '../../status/indicators.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { keyCountsText, type ImportedKeys } from './keyCountsText.ts';

/** Further rows are counted, not shown. */
const MAX_ROWS = 300;

const section = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  marginBottom: 20,
});
const summary = style({ font: 'title-sm', margin: 0 });
const mono = style({ font: 'code-xs', overflowWrap: 'anywhere' });
const pair = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

interface ImportKeysProps {
  keys: ImportedKeys;
  startRuns: boolean;
  isPending: boolean;
  onStartRuns: (startRuns: boolean) => void;
}

export function ImportKeys({ keys, startRuns, isPending, onStartRuns }: ImportKeysProps) {
  const intl = useIntl();
  const { toProvide, runsToStart, refused, warnings } = keys;
  return (
    <section className={section} aria-label={intl.formatMessage({ id: 'import.keys' })}>
      <h3 className={summary}>{keyCountsText(intl, keys)}</h3>
      <Checkbox isSelected={startRuns} isDisabled={isPending} onChange={onStartRuns}>
        {intl.formatMessage({ id: 'import.keys.startRuns' })}
      </Checkbox>
      {toProvide > 0 ? (
        <InlineAlert variant="notice">
          <Heading>{intl.formatMessage({ id: 'import.keys.title' }, { keys: toProvide })}</Heading>
          <Content>
            {[
              intl.formatMessage({ id: 'import.keys.text' }),
              runsToStart > 0 &&
                intl.formatMessage({ id: 'import.keys.runs' }, { runs: runsToStart }),
            ]
              .filter(Boolean)
              .join(' ')}
          </Content>
        </InlineAlert>
      ) : null}
      <Notes
        label={intl.formatMessage({ id: 'import.keys.refused' })}
        notes={refused}
        verdict="BLOCK"
      />
      <Notes
        label={intl.formatMessage({ id: 'import.keys.warnings' })}
        notes={warnings}
        verdict="WARN"
      />
    </section>
  );
}

interface NotesProps {
  label: string;
  notes: ImportedKeys['refused' | 'warnings'];
  verdict: Verdict;
}

function Notes({ label, notes, verdict }: NotesProps) {
  const intl = useIntl();
  if (notes.length === 0) return null;
  return (
    <>
      <DataTable
        isNumbered
        label={label}
        rows={notes.slice(0, MAX_ROWS)}
        rowKey={({ line, track, message }) => `${line} ${track} ${message}`}
        columns={[
          {
            key: 'line',
            header: intl.formatMessage({ id: 'import.line' }),
            cell: ({ line }) => intl.formatNumber(line),
          },
          {
            key: 'organization',
            header: intl.formatMessage({ id: 'organizations.name' }),
            cell: ({ organizationName }) => <bdi>{organizationName}</bdi>,
          },
          {
            key: 'key',
            header: intl.formatMessage({ id: 'import.keys.key' }),
            cell: ({ track, keyIdentifier }) => (
              <span className={pair}>
                {track}
                <bdi className={mono}>{keyIdentifier}</bdi>
              </span>
            ),
          },
          {
            key: 'why',
            header: label,
            cell: ({ message }) => (
              <IndicatorText indicator={toVerdictIndicator(verdict)}>{message}</IndicatorText>
            ),
          },
        ]}
      />
      {notes.length > MAX_ROWS ? (
        <p className={quiet}>
          {intl.formatMessage({ id: 'import.notDrawn' }, { count: notes.length - MAX_ROWS })}
        </p>
      ) : null}
    </>
  );
}
