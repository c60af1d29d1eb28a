/** One difference: what was approved, what is there now, why it matters, and who accepted it. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { IndicatorText } from '../../../status/StatusText.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { Difference } from './healthDocuments.ts';

const title = style({ font: 'ui', fontWeight: 'medium' });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });
const why = style({ font: 'body-sm', margin: 0 });
const line = style({ display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 4 });

export function DifferenceFacts({ difference }: { difference: Difference }) {
  const intl = useIntl();
  const { harmful, acceptedBy, acceptedAt, seenAt } = difference;
  const none = intl.formatMessage({ id: 'keyHealth.notSet' });
  return (
    <>
      <span className={title}>{difference.title}</span>
      <Facts
        rows={[
          ['keyHealth.approved', difference.approved ?? none],
          ['keyHealth.now', difference.now ?? none],
        ]}
      />
      {difference.reason ? <p className={why}>{difference.reason}</p> : null}
      <span className={line}>
        {acceptedAt ? null : (
          <IndicatorText
            indicator={
              harmful ? { shape: 'warning', tone: 'notice' } : { shape: 'dash', tone: 'neutral' }
            }
          >
            {intl.formatMessage({ id: harmful ? 'keyHealth.harmful' : 'keyHealth.harmless' })}
          </IndicatorText>
        )}
        <span className={quiet}>
          {acceptedAt
            ? intl.formatMessage(
                { id: 'keyHealth.acceptedBy' },
                { who: acceptedBy, when: <RelativeTime key="at" at={acceptedAt} /> },
              )
            : intl.formatMessage(
                { id: 'keyHealth.firstSeen' },
                { when: <RelativeTime key="at" at={seenAt} /> },
              )}
        </span>
      </span>
    </>
  );
}
