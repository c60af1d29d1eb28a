/**
 * One check: verdict, title and observation; below them what is expected, the cause and the remedy.
 */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Badge, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VerdictIcon } from '../../../status/StatusIcon.tsx';
import { Quoted } from '../../../ui/Quoted.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { CheckView } from '../data/runFields.ts';
import { needsAttention } from './stepOrder.ts';
import './checkRow.css';
import { ServerText } from '../../../ui/ServerText.tsx';
import { useServerText } from '../../../intl/serverText.ts';

const title = style({ font: 'ui', fontWeight: 'medium', minWidth: 0 });
const observed = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  minWidth: 0,
  overflowWrap: 'anywhere',
});
const body = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  paddingStart: 24,
  paddingBottom: 12,
  font: 'body-sm',
});
const facts = style({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 12,
  rowGap: 4,
  margin: 0,
});
const name = style({ color: 'neutral-subdued', font: 'ui-sm' });
const value = style({ margin: 0, overflowWrap: 'anywhere' });
const foot = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
});

/** The link of a hand-off has no reason, which is for colleagues. */
type Accepted = { by: string; at: string; reason?: string } | null;

interface CheckDetailsProps {
  check: Omit<CheckView, 'overridable' | 'neverAccepted' | 'override'> & { override: Accepted };
  /** Not checked for the same reason as a check above it: collapsed, without the reason. */
  isRepeat: boolean;
  /** Who must act, where the reader knows them by another name than colleagues do. */
  who?: string | undefined;
  /** What the check demands, for readers whom its title would mislead where it isn't so. */
  demanded?: string | undefined;
  /** What may be done with it, and links. */
  children?: ReactNode;
}

export function CheckDetails({ check, isRepeat, who, demanded, children }: CheckDetailsProps) {
  const intl = useIntl();
  const serverText = useServerText();
  const attention = needsAttention(check) && !isRepeat;
  const unknown =
    check.verdict === 'UNKNOWN' ? intl.formatMessage({ id: 'verdict.UNKNOWN' }) : null;
  const seen = isRepeat
    ? intl.formatMessage({ id: 'run.check.asAbove' })
    : check.observed === null
      ? unknown
      : serverText(check.observed);
  const [first, second] = demanded ? [seen, demanded] : [check.title, seen];
  return (
    <li className="kw-check">
      <details open={attention}>
        <summary>
          <VerdictIcon verdict={check.verdict} size={14} />
          <span className="kw-check-text">
            <span className={title}>{first}</span>
            <span className={observed}>{second}</span>
          </span>
          {check.override ? (
            <Badge variant="neutral" fillStyle="outline" size="S">
              <Text>{intl.formatMessage({ id: 'run.check.accepted' })}</Text>
            </Badge>
          ) : null}
        </summary>
        <CheckBody check={check} who={who}>
          {children}
        </CheckBody>
      </details>
    </li>
  );
}

function CheckBody({
  check,
  who,
  children,
}: Pick<CheckDetailsProps, 'check' | 'who' | 'children'>) {
  const intl = useIntl();
  const rows = [
    ['run.check.expected', check.expected],
    ['run.check.cause', check.cause],
    ['run.check.remedy', check.remedy],
  ] as const;
  return (
    <div className={body}>
      <dl className={facts}>
        {rows.map(([id, text]) =>
          text ? (
            <div key={id} className={style({ display: 'contents' })}>
              <dt className={name}>{intl.formatMessage({ id })}</dt>
              <dd className={value}>
                <ServerText text={text} />
              </dd>
            </div>
          ) : null,
        )}
        {check.actor && needsAttention(check) ? (
          <div className={style({ display: 'contents' })}>
            <dt className={name}>{intl.formatMessage({ id: 'run.check.actor' })}</dt>
            <dd className={value}>{who ?? intl.formatMessage({ id: `actor.${check.actor}` })}</dd>
          </div>
        ) : null}
        {check.override ? (
          <div className={style({ display: 'contents' })}>
            <dt className={name}>{intl.formatMessage({ id: 'run.check.acceptedBy' })}</dt>
            <dd className={value}>
              {check.override.by}, <RelativeTime at={check.override.at} />
              {check.override.reason ? (
                <>
                  : <Quoted text={check.override.reason} />
                </>
              ) : null}
            </dd>
          </div>
        ) : null}
      </dl>
      <div className={foot}>
        {children}
        {check.checkedAt ? (
          <span className={name}>
            {intl.formatMessage(
              { id: 'run.check.recorded' },
              { when: <RelativeTime key="at" at={check.checkedAt} /> },
            )}
          </span>
        ) : null}
      </div>
    </div>
  );
}
