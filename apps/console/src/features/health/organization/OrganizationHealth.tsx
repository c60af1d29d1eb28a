/** The health of one organization's keys: what is wrong now, what to do, and how it was. */
import { ActionButton, Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { HealthSentence } from '../HealthSentence.tsx';
import { HealthTexts } from '../HealthTexts.tsx';
import { useRoleFor } from '../../viewer/useRoleFor.ts';
import type { Cloud } from '../../../generated/enums.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { MutationNotice } from '../../../ui/MutationNotice.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { HealthTimeline } from './HealthTimeline.tsx';
import { OpenAlerts } from './OpenAlerts.tsx';
import { TrackSection } from './TrackSection.tsx';
import { useOrganizationHealth } from './useOrganizationHealth.ts';

const head = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });
const tracks = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1100px)': ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
  },
  gap: 24,
});

export interface OrganizationHealthProps {
  organizationId: string;
  cloud: Cloud;
  isArchived: boolean;
  /** Whether any set-up is complete. */
  isComplete: boolean;
}

export const OrganizationHealth = (props: OrganizationHealthProps) => (
  <HealthTexts>
    <div id="health">
      <Health {...props} />
    </div>
  </HealthTexts>
);

function Health({ organizationId, cloud, isArchived, isComplete }: OrganizationHealthProps) {
  const intl = useIntl();
  const mayOperate = useRoleFor(organizationId, 'OWNER', 'OPERATOR');
  const { health, alerts, error, refetch, check } = useOrganizationHealth(organizationId);
  const title = intl.formatMessage({ id: 'keyHealth.title' });
  if (!health)
    return (
      <Panel title={title}>
        {error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'keyHealth.failed' })}
            error={error}
            onRetry={refetch}
          />
        ) : (
          <ListSkeleton rows={3} columns={3} />
        )}
      </Panel>
    );
  const isWatched = health.tracks.length > 0;
  return (
    <Panel
      title={title}
      side={
        isWatched && !isArchived ? (
          <span className={head}>
            <span className={quiet} role="status">
              <Checked at={health.lookedAt} isChecking={check.isChecking} isLate={check.isLate} />
            </span>
            {mayOperate ? (
              <Button
                variant="secondary"
                size="S"
                isPending={check.isChecking && !check.isLate}
                onPress={check.start}
              >
                {intl.formatMessage({ id: 'keyHealth.check' })}
              </Button>
            ) : null}
          </span>
        ) : null
      }
    >
      <HealthSentence {...health} />
      <MutationNotice mutation={check.mutation} />
      {isArchived && isWatched ? (
        <p className={quiet}>{intl.formatMessage({ id: 'keyHealth.archived' })}</p>
      ) : null}
      {isWatched ? null : <WhyNot cloud={cloud} isComplete={isComplete} />}
      {alerts && alerts.totalCount > 0 ? <OpenAlerts alerts={alerts} /> : null}
      {isWatched ? (
        <>
          <div className={tracks}>
            {health.tracks.map((track) => (
              <TrackSection key={track.track} track={track} organizationId={organizationId} />
            ))}
          </div>
          <HealthTimeline organizationId={organizationId} health={health} />
        </>
      ) : null}
      {error ? (
        <span className={quiet}>
          {intl.formatMessage({ id: 'keyHealth.stale' })}{' '}
          <ActionButton isQuiet size="S" onPress={refetch}>
            {intl.formatMessage({ id: 'error.retry' })}
          </ActionButton>
        </span>
      ) : null}
    </Panel>
  );
}

interface CheckedProps {
  at: string | null;
  isChecking: boolean;
  isLate: boolean;
}

function Checked({ at, isChecking, isLate }: CheckedProps) {
  const intl = useIntl();
  if (isLate) return intl.formatMessage({ id: 'keyHealth.late' });
  if (isChecking) return intl.formatMessage({ id: 'keyHealth.checking' });
  if (!at) return intl.formatMessage({ id: 'keyHealth.first' });
  return intl.formatMessage(
    { id: 'keyHealth.checked' },
    { when: <RelativeTime key="at" at={at} /> },
  );
}

function WhyNot({ cloud, isComplete }: Pick<OrganizationHealthProps, 'cloud' | 'isComplete'>) {
  const intl = useIntl();
  const why = cloud === 'AWS' ? 'aws' : isComplete ? 'attested' : 'incomplete';
  return <p className={quiet}>{intl.formatMessage({ id: `keyHealth.notWatched.${why}` })}</p>;
}
