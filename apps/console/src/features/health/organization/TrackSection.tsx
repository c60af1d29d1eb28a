/** One track: its health and cause, the times since a loss, differences, versions and checks. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { HealthSentence } from '../HealthSentence.tsx';
import { CheckDetails } from '../../run/steps/CheckDetails.tsx';
import { needsAttention } from '../../run/steps/stepOrder.ts';
import { RuleLinks } from '../../../ui/RuleLinks.tsx';
import { Differences } from './Differences.tsx';
import { KeyVersions } from './KeyVersions.tsx';
import { LossClock } from './LossClock.tsx';
import type { TrackHealth } from './healthDocuments.ts';

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 16,
  minWidth: 0,
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  paddingTop: 16,
});
const heading = style({ font: 'title-sm', margin: 0 });
const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });

interface TrackSectionProps {
  track: TrackHealth;
  organizationId: string;
}

export function TrackSection({ track, organizationId }: TrackSectionProps) {
  const intl = useIntl();
  const id = useId();
  return (
    <section className={box} aria-labelledby={id}>
      <h3 id={id} className={heading}>
        {intl.formatMessage({ id: `track.${track.track}` })}
      </h3>
      <HealthSentence health={track.health} since={track.since} sentence={track.cause} />
      {track.clock ? <LossClock clock={track.clock} /> : null}
      <Differences differences={track.drift} track={track.track} organizationId={organizationId} />
      <KeyVersions {...track} />
      <Checks checks={track.checks} />
    </section>
  );
}

/** Those that need somebody are open; the others are one click away. */
function Checks({ checks }: Pick<TrackHealth, 'checks'>) {
  const intl = useIntl();
  if (checks.length === 0) return null;
  const failing = checks.filter(needsAttention);
  const others = checks.filter((check) => !failing.includes(check));
  const rows = (some: TrackHealth['checks']) => (
    <ul className={list}>
      {some.map((check) => (
        <CheckDetails key={check.id} check={check} isRepeat={false}>
          <RuleLinks rules={check.rules} />
        </CheckDetails>
      ))}
    </ul>
  );
  return (
    <div>
      {failing.length > 0 ? rows(failing) : null}
      {others.length > 0 ? (
        <details>
          <summary className={summary}>
            {intl.formatMessage({ id: 'keyHealth.otherChecks' }, { count: others.length })}
          </summary>
          {rows(others)}
        </details>
      ) : null}
    </div>
  );
}
