/** When the key expires, and its versions, with how long each must stay enabled (ROT-03). */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CopyText } from '../../../ui/CopyText.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { TrackHealth } from './healthDocuments.ts';

const grid = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
  columnGap: 12,
  rowGap: 8,
  margin: 0,
  font: 'body-sm',
});
const name = style({ font: 'ui-sm', color: 'neutral-subdued' });
const value = style({
  margin: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
});
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;
type Version = TrackHealth['formerVersions'][number];
type KeyVersionsProps = Pick<TrackHealth, 'expiresAt' | 'currentVersion' | 'formerVersions'>;

export function KeyVersions({ expiresAt, currentVersion, formerVersions }: KeyVersionsProps) {
  const intl = useIntl();
  return (
    <dl className={grid}>
      <dt className={name}>{intl.formatMessage({ id: 'keyHealth.expiry' })}</dt>
      <dd className={value}>
        {expiresAt ? (
          <span>
            {intl.formatDate(expiresAt, WHEN)} (<RelativeTime at={expiresAt} />)
          </span>
        ) : (
          intl.formatMessage({ id: 'keyHealth.noExpiry' })
        )}
      </dd>
      <dt className={name}>{intl.formatMessage({ id: 'keyHealth.version' })}</dt>
      <dd className={value}>
        {currentVersion ? (
          <KeyVersion version={currentVersion} />
        ) : (
          intl.formatMessage({ id: 'keyHealth.versionUnknown' })
        )}
      </dd>
      {formerVersions.length > 0 ? (
        <>
          <dt className={name}>{intl.formatMessage({ id: 'keyHealth.formerVersions' })}</dt>
          <dd className={value}>
            {formerVersions.map((version) => (
              <KeyVersion key={version.version} version={version} />
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function KeyVersion({
  version: { version, enabled, firstSeenAt, mayBeDisabledAfter },
}: {
  version: Version;
}) {
  const intl = useIntl();
  return (
    <span>
      <CopyText text={version} label={intl.formatMessage({ id: 'keyHealth.version' })} />
      <br />
      <span className={quiet}>
        {intl.formatMessage({ id: enabled ? 'keyHealth.enabled' : 'keyHealth.disabled' })}
        {' · '}
        {intl.formatMessage(
          { id: 'keyHealth.firstSeen' },
          { when: <RelativeTime key="at" at={firstSeenAt} /> },
        )}
        {mayBeDisabledAfter
          ? ` · ${intl.formatMessage({ id: 'keyHealth.keepUntil' }, { date: intl.formatDate(mayBeDisabledAfter, WHEN) })}`
          : null}
      </span>
    </span>
  );
}
