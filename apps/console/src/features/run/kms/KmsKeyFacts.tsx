/** The key as AWS KMS describes it (AWS-02, ROT-09). */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { CopyText } from '../../../ui/CopyText.tsx';
import { Facts, type FactId } from '../../../ui/Facts.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { KmsKeyView } from './kmsDocument.ts';

export function KmsKeyFacts({ kmsKey }: { kmsKey: KmsKeyView }) {
  const intl = useIntl();
  const { arn, keySpec, keyUsage, keyState, origin, multiRegion, keyManager } = kmsKey;
  const unstated = intl.formatMessage({ id: 'kms.unstated' });
  const rows: [id: FactId, value: ReactNode][] = [
    [
      'kms.arn',
      <CopyText key="arn" text={arn} label={intl.formatMessage({ id: 'kms.arn' })} max={40} />,
    ],
    ['kms.spec', keySpec ?? unstated],
    ['kms.usage', keyUsage ?? unstated],
    ['kms.state', keyState ?? unstated],
    ['kms.origin', origin ?? unstated],
    [
      'kms.multiRegion',
      multiRegion === null
        ? unstated
        : intl.formatMessage({ id: multiRegion ? 'kms.several' : 'kms.single' }),
    ],
    ['kms.manager', keyManager ?? unstated],
    ['kms.rotation', <Rotation key="rotation" rotation={kmsKey.rotation} />],
  ];
  if (kmsKey.deletionDate)
    rows.push(['kms.deletion', <RelativeTime key="deletion" at={kmsKey.deletionDate} />]);
  if (kmsKey.validTo)
    rows.push(['kms.validTo', <RelativeTime key="validTo" at={kmsKey.validTo} />]);
  return <Facts rows={rows} />;
}

function Rotation({ rotation }: Pick<KmsKeyView, 'rotation'>) {
  const intl = useIntl();
  if (!rotation || rotation.enabled === null)
    return intl.formatMessage({ id: rotation ? 'kms.unstated' : 'kms.notRead' });
  if (!rotation.enabled) return intl.formatMessage({ id: 'kms.rotationOff' });
  const { periodInDays: days, nextRotation } = rotation;
  return (
    <>
      {days === null
        ? intl.formatMessage({ id: 'kms.rotationOn' })
        : intl.formatMessage({ id: 'kms.rotationEvery' }, { days })}
      {nextRotation ? (
        <>
          {' · '}
          {intl.formatMessage({ id: 'kms.next' })} <RelativeTime at={nextRotation} />
        </>
      ) : null}
    </>
  );
}
