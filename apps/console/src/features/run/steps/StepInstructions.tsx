/**
 * What a person does, with this organization's values: steps for the portal, and scripts to copy.
 */
import { useIntl } from 'react-intl';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import type { StepView } from '../data/runFields.ts';
import type { InstructionsState } from '../data/useInstructions.ts';

/** Loaded while their texts are queried. */
export const instructionsText = lazyPart(
  async () => (await import('./InstructionsText.tsx')).InstructionsText,
);

/** A skeleton takes the place of texts that are loading, so that the buttons below do not move. */
export function StepInstructions({ step, state }: { step: StepView; state: InstructionsState }) {
  const intl = useIntl();
  const instructions = state.of(step.track, step.id);
  if (instructions)
    return (
      <Part
        part={instructionsText}
        isWanted
        props={{ title: step.title, instructions, isOpen: isForPerson(step) }}
      >
        {isForPerson(step) ? <ListSkeleton rows={5} columns={2} /> : null}
      </Part>
    );
  if (!isForPerson(step)) return null;
  if (!state.settled) return <ListSkeleton rows={5} columns={2} />;
  if (!state.error) return null;
  return (
    <ErrorState
      what={intl.formatMessage({ id: 'run.instructionsFailed' })}
      error={state.error}
      onRetry={state.retry}
    />
  );
}

/** Whether a person must act now. Otherwise the instructions are collapsed. */
function isForPerson(step: StepView): boolean {
  if (step.status === 'BLOCKED' || step.status === 'FAILED') return true;
  return (
    (step.status === 'READY' || step.status === 'WAITING') &&
    step.actor !== 'SYSTEM' &&
    step.actor !== 'ADOBE'
  );
}
