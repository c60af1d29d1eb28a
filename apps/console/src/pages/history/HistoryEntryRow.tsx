/** One entry: what, who and when; opened, its fields and its hashes. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { entryDetails } from '../../features/history/entryDetails.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Part } from '../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import type { HistoryLine } from './historyDocuments.ts';

const row = style({
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const WIDE = '@media (width >= 900px)';
/** Paper is narrow, but an entry stays on one line: without the button, with date and time. */
const PAPER = '@media print';

const head = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['20px', 'minmax(0, 1fr)'],
    [WIDE]: ['20px', '84px', 'minmax(0, 5fr)', 'minmax(0, 2fr)', 'minmax(0, 2fr)'],
    [PAPER]: ['140px', 'minmax(0, 5fr)', 'minmax(0, 2fr)', 'minmax(0, 2fr)'],
  },
  columnGap: 12,
  rowGap: 2,
  alignItems: 'center',
  paddingY: 8,
  font: 'ui',
});
const toggle = style({
  borderStyle: 'none',
  backgroundColor: 'transparent',
  padding: 0,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 24,
  minHeight: 24,
  cursor: 'pointer',
  color: 'neutral-subdued',
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  gridRowStart: 1,
});
const quiet = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  gridColumnStart: { default: 2, [WIDE]: 'auto', [PAPER]: 'auto' },
});
const summary = style({
  fontWeight: 'medium',
  cursor: 'pointer',
  gridColumnStart: { default: 2, [WIDE]: 'auto', [PAPER]: 'auto' },
});
const detail = style({
  marginStart: { default: 0, '@media (width >= 700px)': 32 },
  marginBottom: 12,
  padding: 12,
  backgroundColor: 'layer-1',
  borderRadius: 'default',
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'ui-sm',
});
const hash = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 16,
  rowGap: 4,
  alignItems: 'center',
});

interface HistoryEntryRowProps {
  entry: HistoryLine;
  where: ReactNode;
  /** Below the entry and what it opens, whether or not it is opened. */
  children?: ReactNode;
}

export function HistoryEntryRow({ entry, where, children }: HistoryEntryRowProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const id = `entry-${entry.id}`;
  const buttonId = `${id}-toggle`;
  const exact = `${intl.formatDate(entry.at, { dateStyle: 'medium', timeStyle: 'long' })} · ${entry.at}`;
  return (
    <li className={row}>
      <div className={head}>
        <button
          type="button"
          id={buttonId}
          className={toggle}
          data-print="hidden"
          data-list-row
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={intl.formatMessage(
            { id: isOpen ? 'history.close' : 'history.open' },
            { summary: entry.summary },
          )}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        </button>
        {/* Labels of the button, so that the whole row opens it. Its own name is longer. */}
        <label htmlFor={buttonId} className={quiet}>
          <time dateTime={entry.at} title={exact}>
            {intl.formatTime(entry.at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })}
          </time>
        </label>
        <label htmlFor={buttonId} className={summary}>
          {entry.summary}
        </label>
        <span className={quiet}>{where}</span>
        <label htmlFor={buttonId} className={quiet}>
          {entry.shownActor}
        </label>
      </div>
      {isOpen ? (
        <div id={id} className={detail}>
          <span>
            <code>{entry.kind}</code> · {exact}
          </span>
          <span className={hash}>
            {entry.shownActor}
            {entry.principal ? (
              <CopyText
                text={entry.principal}
                label={intl.formatMessage({ id: 'history.principal' })}
                max={48}
              />
            ) : null}
          </span>
          <Part part={entryDetails} isWanted props={{ id: entry.id, data: entry.data }}>
            <ListSkeleton rows={4} columns={2} />
          </Part>
          <span className={hash}>
            {intl.formatMessage({ id: 'history.hash' })}
            <CopyText
              text={entry.hash}
              label={intl.formatMessage({ id: 'history.hash' })}
              max={24}
            />
            {intl.formatMessage({ id: 'history.previous' })}
            <CopyText
              text={entry.previousHash}
              label={intl.formatMessage({ id: 'history.previous' })}
              max={24}
            />
          </span>
        </div>
      ) : null}
      {children}
    </li>
  );
}
