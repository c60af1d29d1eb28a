/** The steps of one track: what is done and what is ahead folded, so that the rest is in sight. */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { InstructionsState } from '../data/useInstructions.ts';
import type { StepView, TrackView } from '../data/runFields.ts';
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import { StepCard } from './StepCard.tsx';
import { StepGroup } from './StepGroup.tsx';
import { groupSteps, isCurrent } from './stepOrder.ts';

/** Loaded where Keyway sets something up, which it does for few runs. */
const setupPanel = lazyPart(async () => (await import('../setup/SetupPanel.tsx')).SetupPanel);

const heading = style({ font: 'title-sm', margin: 0 });

/** A plan of changes and the policies of AWS need more width than half of the page. */
function classOf({ setup }: TrackView): string {
  const isOpen = setup !== null && setup.status !== 'DONE' && setup.status !== 'CANCELLED';
  return isOpen ? 'kw-track kw-track-wide' : 'kw-track';
}

interface TrackColumnProps {
  track: TrackView;
  instructions: InstructionsState;
  /** Cards that a person opened or closed, by track and step; the others follow the status. */
  folds: Readonly<Record<string, boolean>>;
  onToggle: (track: TrackId, step: StepId, open: boolean) => void;
}

export function TrackColumn({ track, instructions, folds, onToggle }: TrackColumnProps) {
  const intl = useIntl();
  const headingId = `kw-track-${track.id}`;
  const isOpen = (step: StepView) => folds[`${track.id}/${step.id}`] ?? isCurrent(step);
  return (
    <section className={classOf(track)} aria-labelledby={headingId}>
      <h2 id={headingId} className={heading}>
        {intl.formatMessage({ id: `track.${track.id}` })}
      </h2>
      <Part part={setupPanel} isWanted={track.setup !== null} props={{ track }} />
      {groupSteps(track.steps).map(({ kind, steps }) => (
        <StepGroup key={kind} kind={kind} steps={steps} isWanted={steps.some(isOpen)}>
          {steps.map((step) => (
            <StepCard
              key={step.id}
              step={step}
              instructions={instructions}
              isOpen={isOpen(step)}
              onToggle={(open) => onToggle(track.id, step.id, open)}
            />
          ))}
        </StepGroup>
      ))}
    </section>
  );
}
