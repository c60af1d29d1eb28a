/**
 * On every page while Adobe may delete an organization's data (AL-03): large until somebody has
 * acknowledged it, small until it has ended. It covers nothing, and is short on a phone.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { SHAPES } from '../../status/icons.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { alertHref } from '../../ui/runAddress.ts';
import { useIsPhone } from '../../ui/useIsNarrow.ts';
import type { OpenAlert } from './openAlertsDocuments.ts';
import { useWatchedAlerts } from './useOpenAlerts.ts';

const banner = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 12,
  flexShrink: 0,
  boxSizing: 'border-box',
  maxHeight: '[40vh]',
  overflowY: 'auto',
  paddingX: { default: 16, '@media (width >= 700px)': 24 },
  paddingY: { default: 4, isLarge: 12 },
  font: { default: 'ui-sm', isLarge: 'ui' },
  color: { default: 'neutral', isLarge: 'white' },
  backgroundColor: { default: 'negative-subtle', isLarge: 'negative' },
});
const content = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 16,
  rowGap: 4,
  minWidth: 0,
  flexGrow: 1,
});
const message = style({ minWidth: 0, flexGrow: 1, flexBasis: 240, overflowWrap: 'anywhere' });
const icon = style({ flexShrink: 0, display: 'inline-flex', paddingTop: 2 });
const link = style({ color: 'inherit', fontWeight: 'bold', textDecoration: 'underline' });
const toggle = style({
  font: { default: 'ui-sm', isLarge: 'ui' },
  color: 'inherit',
  textDecoration: 'underline',
  backgroundColor: 'transparent',
  borderStyle: 'none',
  padding: 0,
  minHeight: 24,
  cursor: 'pointer',
});
const strong = style({ fontWeight: 'bold' });

/** So many names are written out. */
const NAMES = 2;

const announced = new Set<string>();

export function PurgeBanner() {
  const { purge: alerts = [], isMore = false } = useWatchedAlerts() ?? {};
  const unanswered = alerts.filter(({ status }) => status === 'OPEN');
  useAnnouncement(alerts, unanswered);
  const shown = unanswered.length > 0 ? unanswered : alerts;
  if (shown.length === 0) return null;
  return <Shown alerts={shown} isLarge={unanswered.length > 0} isMore={isMore} />;
}

const byAge = (a: OpenAlert, b: OpenAlert): number =>
  Date.parse(a.openedAt) - Date.parse(b.openedAt);

/** Each organization once, the one that waits longest first. */
const organizationsOf = (alerts: readonly OpenAlert[]) => [
  ...new Map(
    alerts.toSorted(byAge).map(({ organization }) => [organization.id, organization.name]),
  ).values(),
];

function useWhat(alerts: readonly OpenAlert[], isMore = false, isShort = false): string {
  const intl = useIntl();
  const names = organizationsOf(alerts);
  const more = names.length - NAMES;
  const listed = intl.formatList([
    ...names.slice(0, NAMES),
    ...(more > 0 ? [intl.formatMessage({ id: 'alerts.banner.more' }, { count: more })] : []),
  ]);
  return intl.formatMessage(
    { id: isShort ? 'alerts.banner.short' : 'alerts.banner.what' },
    { count: names.length, names: listed, isMore: String(isMore) },
  );
}

/** Each alert is read out once, also where the page changes, and again when it is open again. */
function useAnnouncement(known: readonly OpenAlert[], alerts: readonly OpenAlert[]): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const fresh = alerts.filter(({ id }) => !announced.has(id));
  const what = useWhat(fresh);
  const first = intl.formatMessage({ id: 'alerts.banner.first' });
  useEffect(() => {
    for (const { id, status } of known) if (status !== 'OPEN') announced.delete(id);
  }, [known]);
  const ids = fresh.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (ids === '') return;
    for (const id of ids.split(' ')) announced.add(id);
    announce(`${what} ${first}`);
  }, [ids, what, first, announce]);
}

interface ShownProps {
  alerts: readonly OpenAlert[];
  isLarge: boolean;
  /** There are others that were not read. */
  isMore: boolean;
}

function Shown({ alerts, isLarge, isMore }: ShownProps) {
  const intl = useIntl();
  const [oldest] = alerts.toSorted(byAge);
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const messageId = useId();
  const isShort = isPhone && !isOpen;
  const what = useWhat(alerts, isMore, isShort);
  const isOne = alerts.length === 1 && oldest !== undefined;
  return (
    <aside
      className={banner({ isLarge })}
      aria-label={intl.formatMessage({ id: 'alerts.banner' })}
      data-print="hidden"
    >
      <span className={icon}>
        <svg viewBox="0 0 16 16" width={isLarge ? 20 : 16} aria-hidden="true">
          {SHAPES.octagon}
        </svg>
      </span>
      <div className={content}>
        <span id={messageId} className={message}>
          <span className={strong}>{what}</span>{' '}
          {isShort ? null : <Rest alerts={alerts} isLarge={isLarge} oldest={oldest} />}
        </span>
        <Link
          to={isOne ? alertHref(oldest.id) : '/health'}
          search={isOne ? {} : { show: 'alerts' }}
          className={link}
        >
          {intl.formatMessage({ id: isOne ? 'alerts.banner.open' : 'alerts.banner.openAll' })}
        </Link>
        {isPhone ? (
          <button
            type="button"
            className={toggle({ isLarge })}
            aria-expanded={isOpen}
            aria-controls={messageId}
            onClick={() => setOpen(!isOpen)}
          >
            {intl.formatMessage({ id: isOpen ? 'alerts.banner.fold' : 'alerts.banner.unfold' })}
          </button>
        ) : null}
      </div>
    </aside>
  );
}

interface RestProps extends Pick<ShownProps, 'alerts' | 'isLarge'> {
  oldest: OpenAlert | undefined;
}

/** Since when, and what to do first or who knows of it. */
function Rest({ alerts, isLarge, oldest }: RestProps) {
  const intl = useIntl();
  const by = [...new Set(alerts.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []))];
  return (
    <>
      {oldest ? (
        <>
          {intl.formatMessage({ id: 'alerts.banner.since' })} <RelativeTime at={oldest.openedAt} />
          .{' '}
        </>
      ) : null}
      {isLarge
        ? intl.formatMessage({ id: 'alerts.banner.first' })
        : intl.formatMessage({ id: 'alerts.banner.by' }, { names: intl.formatList(by) })}
    </>
  );
}
