/**
 * What documents say happens, and when, since Adobe can't use the key, and what to do. Nothing here
 * says that a repair undoes any of it (GAP-24).
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { CopyButton } from '../../../ui/CopyText.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { RuleLinks } from '../../../ui/RuleLinks.tsx';
import type { TrackHealth } from './healthDocuments.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });
const heading = style({
  font: 'ui',
  fontWeight: 'bold',
  margin: 0,
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
});
const marks = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const mark = style({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  columnGap: 8,
  font: 'body-sm',
});
const when = style({ fontWeight: { default: 'medium', isPassed: 'bold' } });
const steps = style({
  margin: 0,
  paddingStart: 24,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'body-sm',
});
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;

export function LossClock({ clock }: { clock: NonNullable<TrackHealth['clock']> }) {
  const intl = useIntl();
  const runbook = intl.formatMessage({ id: 'keyHealth.runbook' });
  const numbered = clock.runbook.map((text, at) => `${at + 1}. ${text}`).join('\n');
  return (
    <div className={box}>
      <h4 className={heading}>{intl.formatMessage({ id: 'keyHealth.clock' })}</h4>
      <p className={quiet}>
        {intl.formatMessage(
          { id: 'keyHealth.clockSince' },
          { when: <RelativeTime key="at" at={clock.startedAt} /> },
        )}
      </p>
      <ol className={marks}>
        {clock.marks.map(({ at, passed, rule, text }) => (
          <li key={rule} className={mark}>
            <IndicatorIcon
              {...(passed
                ? { shape: 'octagon' as const, tone: 'negative' as const }
                : { shape: 'hourglass' as const, tone: 'notice' as const })}
            />
            <span>
              <span className={when({ isPassed: passed })}>
                {intl.formatMessage(
                  { id: passed ? 'keyHealth.passed' : 'keyHealth.ahead' },
                  {
                    when: <RelativeTime key="when" at={at} />,
                    date: intl.formatDate(at, WHEN),
                  },
                )}
              </span>{' '}
              {text} <RuleLinks rules={[rule]} />
            </span>
          </li>
        ))}
      </ol>
      <h4 className={heading}>
        {runbook} <CopyButton text={numbered} label={runbook} />
      </h4>
      <ol className={steps}>
        {clock.runbook.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
  );
}
