/** What a person enters in Adobe’s page, where Keyway sends nothing (AWS-14). */
import { useIntl } from 'react-intl';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Facts, type FactId } from '../../ui/Facts.tsx';

interface EnteredAtAdobeProps {
  track: TrackView;
  /** Of the configuration; null: any. */
  name: string | null;
}

export function EnteredAtAdobe({ track, name }: EnteredAtAdobeProps) {
  const intl = useIntl();
  const rowOf = (id: FactId, value: string | null) =>
    value === null
      ? []
      : [
          [
            id,
            <CopyText key={id} text={value} label={intl.formatMessage({ id })} max={Infinity} />,
          ] as const,
        ];
  return (
    <Facts
      rows={[...rowOf('run.submit.name', name), ...rowOf('run.approval.keyArn', keyArnOf(track))]}
    />
  );
}

/** Of the key that was provided, or that an attestation names. */
const keyArnOf = ({ approval, key, steps }: TrackView): string | null =>
  approval?.keyIdentifier ??
  key?.identifier ??
  steps.find(({ id }) => id === 'KEY')?.attestation?.reference ??
  null;
