/** The button of what is next: it leads to a page, opens a dialog, or acts at once. */
import { Button, LinkButton } from '@react-spectrum/s2';
import type { RunView } from '../data/runFields.ts';
import { formatActionLabel } from './formatActionLabel.ts';
import type { Offer } from './runOffers.ts';

interface OfferButtonProps {
  offer: Offer;
  run: RunView;
  isPending: boolean;
  onPress: () => void;
}

export function OfferButton({
  offer: { action, target },
  run,
  isPending,
  onPress,
}: OfferButtonProps) {
  // Beside the name of its track; alone, as in a list of buttons, it says the track as well.
  const name = formatActionLabel(action, run.tracks);
  if (target.kind === 'page') {
    return (
      <LinkButton size="S" variant="accent" href={target.href} aria-label={name}>
        {action.label}
      </LinkButton>
    );
  }
  return (
    <Button size="S" variant="accent" isPending={isPending} aria-label={name} onPress={onPress}>
      {action.label}
    </Button>
  );
}
