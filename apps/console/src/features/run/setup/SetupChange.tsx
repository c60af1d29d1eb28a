/** One change of a plan: what is there, what will be, and what became of it. */
import { useIntl } from 'react-intl';
import { Badge, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Indicator } from '../../../status/indicators.ts';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { SetupChangeView } from './setupDocuments.ts';
import { ServerText } from '../../../ui/ServerText.tsx';

const row = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 8,
  paddingY: 8,
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const body = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  minWidth: 0,
  flexGrow: 1,
  font: 'body-sm',
});
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 8,
  rowGap: 4,
  font: 'ui',
});
const title = style({ fontWeight: 'medium' });
const quiet = style({ color: 'neutral-subdued' });
const grid = style({
  display: 'grid',
  // Of the same width in all changes of a plan, where the screen is wide enough.
  gridTemplateColumns: {
    default: 'fit-content(45%) minmax(0, 1fr)',
    '@media (width >= 900px)': '200px minmax(0, 1fr)',
  },
  columnGap: 12,
  rowGap: 2,
  margin: 0,
});
const value = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere' });
const removed = style({ color: 'neutral-subdued', textDecoration: 'line-through' });

/** Of what became of it where that is known, else of what is to be done. */
function indicatorOf({ outcome, result, running }: SetupChangeView): Indicator {
  if (running) return { shape: 'spinner', tone: 'accent' };
  if (result === 'FAILED') return { shape: 'cross', tone: 'negative' };
  if (result === 'ALREADY_THERE') return { shape: 'check', tone: 'neutral' };
  if (result) return { shape: 'check', tone: 'positive' };
  switch (outcome) {
    case 'ALREADY_THERE':
      return { shape: 'check', tone: 'neutral' };
    case 'NOT_POSSIBLE':
      return { shape: 'octagon', tone: 'negative' };
    case 'UNKNOWN':
      return { shape: 'question', tone: 'neutral' };
    case 'CREATE':
    case 'CHANGE':
      return { shape: 'circle', tone: 'accent' };
  }
}

export function SetupChange({ change }: { change: SetupChangeView }) {
  const intl = useIntl();
  const { outcome, result, progress, reason, remedy, at } = change;
  const isToDo = outcome === 'CREATE' || outcome === 'CHANGE';
  return (
    <li className={row}>
      <IndicatorIcon {...indicatorOf(change)} size={16} />
      <div className={body}>
        <div className={head}>
          <span className={title}>{change.title}</span>
          <span className={quiet}>{intl.formatMessage({ id: `setup.outcome.${outcome}` })}</span>
          {change.irreversible && isToDo && !result ? (
            <Badge size="S" variant="notice" fillStyle="outline">
              <Text>{intl.formatMessage({ id: 'setup.irreversible' })}</Text>
            </Badge>
          ) : null}
        </div>
        {progress ? (
          <div>
            {progress}
            {at ? (
              <span className={quiet}>
                {' '}
                · <RelativeTime at={at} />
              </span>
            ) : null}
          </div>
        ) : null}
        {reason ? (
          <div>
            <ServerText text={reason} />
          </div>
        ) : null}
        {remedy ? (
          <div className={quiet}>
            <ServerText text={remedy} />
          </div>
        ) : null}
        <Settings change={change} />
      </div>
    </li>
  );
}

/** Before and after side by side where both have a setting, and otherwise the one that has it. */
function Settings({ change: { before, after } }: { change: SetupChangeView }) {
  const intl = useIntl();
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  if (labels.length === 0) return null;
  const valueIn = (list: typeof before, label: string) =>
    list.find((one) => one.label === label)?.value;
  return (
    <dl className={grid}>
      {labels.map((label) => {
        const [old, next] = [valueIn(before, label), valueIn(after, label)];
        const differs = old !== undefined && next !== undefined && old !== next;
        return (
          <div key={label} className={style({ display: 'contents' })}>
            <dt className={quiet}>{label}</dt>
            <dd className={value}>
              {differs ? (
                <>
                  <span className={removed}>{old}</span>
                  {' → '}
                  <strong aria-label={intl.formatMessage({ id: 'setup.becomes' }, { value: next })}>
                    {next}
                  </strong>
                </>
              ) : (
                (next ?? old)
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
