/**
 * The list as the server reads it: what is left out first, with its reasons, then what is taken.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Radio, RadioGroup } from '@react-spectrum/s2';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { OnExisting } from '../../generated/enums.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { SignText } from '../../status/StatusText.tsx';
import { verdictSign } from '../../status/vocabulary.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EnglishText } from '../../ui/EnglishText.tsx';
import { fieldLabel, valueLabel } from '../../features/organization/fieldLabel.ts';
import { cellErrors } from './cellErrors.ts';
import type { PreviewRow } from './csvPreview.ts';

/** More rows than this are counted, not drawn. */
const DRAWN = 300;

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
const mono = style({
  font: 'code-xs',
  whiteSpace: { default: 'nowrap', '@media (width < 960px)': 'normal' },
});
const words = style({ lineClamp: 2, minWidth: 112 });
const pair = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

interface ImportPreviewProps {
  rows: readonly PreviewRow[];
  outcome: { created: number; updated: number; unchanged: number; rejected: readonly unknown[] };
  onExisting: OnExisting;
  onChoose: (onExisting: OnExisting) => void;
  /** What to do with the list; above it, for it may be long. */
  actions: ReactNode;
}

export function ImportPreview({
  rows,
  outcome,
  onExisting,
  onChoose,
  actions,
}: ImportPreviewProps) {
  const intl = useIntl();
  const counts = {
    created: outcome.created,
    updated: outcome.updated,
    unchanged: outcome.unchanged,
    rejected: outcome.rejected.length,
  };
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
        onChange={(value) => onChoose(value as OnExisting)}
        styles={choice}
      >
        <Radio value="SKIP">{intl.formatMessage({ id: 'import.existing.SKIP' })}</Radio>
        <Radio value="UPDATE">{intl.formatMessage({ id: 'import.existing.UPDATE' })}</Radio>
      </RadioGroup>
      <DataTable
        isNumbered
        label={intl.formatMessage({ id: 'import.preview' })}
        rows={rows.slice(0, DRAWN)}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: 'line',
            header: intl.formatMessage({ id: 'import.line' }),
            cell: (row) => intl.formatNumber(row.line),
          },
          {
            key: 'verdict',
            header: intl.formatMessage({ id: 'import.verdict' }),
            cell: (row) => <Verdict row={row} onExisting={onExisting} />,
          },
          {
            key: 'name',
            header: intl.formatMessage({ id: 'organizations.name' }),
            cell: (row) => <Name name={row.name} />,
          },
          {
            key: 'ims',
            header: intl.formatMessage({ id: 'common.imsOrgId' }),
            cell: (row) => <Rest row={row} />,
          },
        ]}
      />
      {rows.length > DRAWN ? (
        <p className={quiet}>
          {intl.formatMessage({ id: 'import.notDrawn' }, { count: rows.length - DRAWN })}
        </p>
      ) : null}
    </section>
  );
}

/** Left out and why, what changes from what to what, or taken. */
function Verdict({ row, onExisting }: { row: PreviewRow; onExisting: OnExisting }) {
  const intl = useIntl();
  if (row.reasons.length > 0) {
    return (
      <SignText sign={verdictSign('BLOCK')}>
        <Reasons row={row} onExisting={onExisting} />
      </SignText>
    );
  }
  if (row.changes.length === 0)
    return (
      <SignText sign={verdictSign('PASS')}>{intl.formatMessage({ id: 'import.good' })}</SignText>
    );
  return (
    <SignText sign={{ shape: 'circle', tone: 'accent' }}>
      <span className={pair}>
        {row.changes.map(({ field, from, to }) => (
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
    </SignText>
  );
}

/** The server's reasons; in another language than its own, those that the line itself tells. */
function Reasons({ row, onExisting }: { row: PreviewRow; onExisting: OnExisting }) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const faults = locale === 'en' ? null : cellErrors(row.cells, row.refused, onExisting);
  if (!faults) return <EnglishText text={row.reasons.join(' ')} />;
  return faults
    .map(({ column, id, values }) => `${column}: ${intl.formatMessage({ id }, { values })}.`)
    .join(' ');
}

function Name({ name }: { name: string }) {
  return (
    <bdi className={words} title={name}>
      {name}
    </bdi>
  );
}

/** The identifier, and below it what else the line holds. */
function Rest({ row }: { row: PreviewRow }) {
  return (
    <span className={pair}>
      <span className={mono}>{row.imsOrgId}</span>
      <span className={quiet}>{row.rest}</span>
    </span>
  );
}
