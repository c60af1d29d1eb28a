/** The steps of one track, in the plan's order. */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { InstructionsState } from '../data/useInstructions.ts';
import type { StepView, TrackView } from '../data/runFields.ts';
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import { StepCard } from './StepCard.tsx';

/** Loaded where Keyway sets something up, which it does for few runs. */
const setupPanel = lazyPart(async () => (await import('../setup/SetupPanel.tsx')).SetupPanel);

const heading = style({ font: 'title-sm', margin: 0 });
const none = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

/** A plan of changes and the policies of AWS need more width than half of the page. */
function classOf({ steps, setup }: TrackView): string {
  if (steps.length === 0) return 'kw-track kw-track-none';
  const isOpen = setup !== null && setup.status !== 'DONE' && setup.status !== 'CANCELLED';
  return isOpen ? 'kw-track kw-track-wide' : 'kw-track';
}

interface TrackColumnProps {
  track: TrackView;
  instructions: InstructionsState;
  isOpen: (step: StepView) => boolean;
  onToggle: (track: TrackId, step: StepId, open: boolean) => void;
}

export function TrackColumn({ track, instructions, isOpen, onToggle }: TrackColumnProps) {
  const intl = useIntl();
  const headingId = `kw-track-${track.id}`;
  return (
    <section className={classOf(track)} aria-labelledby={headingId}>
      <h2 id={headingId} className={heading}>
        {intl.formatMessage({ id: `track.${track.id}` })}
      </h2>
      {track.steps.length === 0 ? (
        <p className={none}>{intl.formatMessage({ id: 'run.trackNotNeeded' })}</p>
      ) : null}
      <Part part={setupPanel} isWanted={track.setup !== null} props={{ track }} />
      {track.steps.map((step) => (
        <StepCard
          key={step.id}
          step={step}
          instructions={instructions}
          isOpen={isOpen(step)}
          onToggle={(open) => onToggle(track.id, step.id, open)}
        />
      ))}
    </section>
  );
}
