/** What can never be undone once a track is submitted (IRR-01 to IRR-08). */
import type { TrackId } from '../../../generated/enums.ts';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import type { Outgoing } from '../data/useOutgoing.ts';

export function IrreversibleConsequences({
  outgoing,
  track,
}: {
  outgoing: Outgoing;
  track: TrackId;
}) {
  // The section of what will be sent shows the error, and tries again.
  if (outgoing.error) return null;
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
