/** What can never be undone once a track is submitted (IRR-01 to IRR-08). */
import { useIntl } from 'react-intl';
import type { TrackId } from '../../../generated/enums.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import type { Outgoing } from '../data/useOutgoing.ts';

interface IrreversibleConsequencesProps {
  outgoing: Outgoing;
  track: TrackId;
}

export function IrreversibleConsequences({ outgoing, track }: IrreversibleConsequencesProps) {
  const intl = useIntl();
  if (outgoing.error) {
    return (
      <ErrorState
        what={intl.formatMessage({ id: 'run.irreversibleFailed' })}
        error={outgoing.error}
        onRetry={outgoing.retry}
      />
    );
  }
  const consequences = outgoing.of(track)?.irreversible;
  if (!consequences) return <ListSkeleton rows={4} columns={2} />;
  return (
    <ul className="kw-irreversible">
      {consequences.map(({ rule, text }) => (
        <li key={rule}>
          <code>{rule}</code>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether the consequences are on screen. Nobody decides without having seen them. */
export const showsConsequences = (outgoing: Outgoing, track: TrackId): boolean =>
  outgoing.of(track)?.irreversible !== undefined;
