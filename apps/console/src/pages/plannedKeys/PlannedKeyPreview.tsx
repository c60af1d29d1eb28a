/** What the server read of the list: lines that can't be used first, then the keys. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toVerdictIndicator } from '../../status/indicators.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { PlannedKeyList } from './plannedKeysDocument.ts';

/** Further rows are counted, not shown. */
const MAX_ROWS = 300;

const section = style({ display: 'flex', flexDirection: 'column', rowGap: 12 });
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 12,
});
const summary = style({ font: 'title', margin: 0 });
const heading = style({ font: 'title-sm', margin: 0 });
const mono = style({ font: 'code-xs', overflowWrap: 'anywhere', minWidth: 112 });
const code = style({ font: 'code-xs', color: '[inherit]' });
const unbroken = style({ whiteSpace: 'nowrap' });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

interface PlannedKeyPreviewProps {
  content: string;
  list: PlannedKeyList;
  /** Shown above the lines, because there can be many. */
  actions: ReactNode;
}

export function PlannedKeyPreview({ content, list, actions }: PlannedKeyPreviewProps) {
  const intl = useIntl();
  const { keys, rejected } = list;
  const counts = { keys: keys.length, rejected: rejected.length };
  return (
    <section className={section} aria-label={intl.formatMessage({ id: 'import.preview' })}>
      <div className={head}>
        <h2 className={summary}>{intl.formatMessage({ id: 'readiness.keys.counts' }, counts)}</h2>
        {actions}
      </div>
      {rejected.length > 0 ? <Rejected content={content} rejected={rejected} /> : null}
      {keys.length > 0 ? <Keys keys={keys} /> : null}
    </section>
  );
}

function NotDrawn({ count }: { count: number }) {
  const intl = useIntl();
  return count > MAX_ROWS ? (
    <p className={quiet}>
      {intl.formatMessage({ id: 'import.notDrawn' }, { count: count - MAX_ROWS })}
    </p>
  ) : null;
}

interface RejectedProps {
  content: string;
  rejected: PlannedKeyList['rejected'];
}

function Rejected({ content, rejected }: RejectedProps) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'readiness.keys.rejected' });
  const texts = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return (
    <>
      <h3 className={heading}>{title}</h3>
      <DataTable
        isNumbered
        label={title}
        rows={rejected.slice(0, MAX_ROWS)}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            header: intl.formatMessage({ id: 'import.line' }),
            cell: ({ line }) => intl.formatNumber(line),
          },
          {
            key: 'why',
            header: intl.formatMessage({ id: 'import.result' }),
            cell: ({ field, message }) => (
              <IndicatorText indicator={toVerdictIndicator('BLOCK')}>
                <span>
                  {field ? <code className={code}>{field}:</code> : null}
                  {field ? ' ' : null}
                  {message}
                </span>
              </IndicatorText>
            ),
          },
          {
            key: 'text',
            header: intl.formatMessage({ id: 'import.text.column' }),
            cell: ({ line }) => <bdi className={mono}>{texts[line - 1] ?? ''}</bdi>,
          },
        ]}
      />
      <NotDrawn count={rejected.length} />
    </>
  );
}

function Keys({ keys }: { keys: PlannedKeyList['keys'] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'readiness.keys.list' });
  return (
    <>
      <h3 className={heading}>{title}</h3>
      <DataTable
        isNumbered
        label={title}
        rows={keys.slice(0, MAX_ROWS)}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            header: intl.formatMessage({ id: 'import.line' }),
            cell: ({ line }) => intl.formatNumber(line),
          },
          {
            key: 'organization',
            header: intl.formatMessage({ id: 'readiness.organization' }),
            cell: ({ organizationName }) => <bdi>{organizationName}</bdi>,
          },
          {
            key: 'track',
            header: intl.formatMessage({ id: 'readiness.keys.track' }),
            cell: ({ track }) => <span className={unbroken}>{track}</span>,
          },
          {
            key: 'key',
            header: intl.formatMessage({ id: 'readiness.keys.key' }),
            cell: ({ keyIdentifier }) => <bdi className={mono}>{keyIdentifier}</bdi>,
          },
        ]}
      />
      <NotDrawn count={keys.length} />
    </>
  );
}
