/**
 * One step: its status, who must act, its checks, instructions and actions. The run page collapses
 * steps that are done or not yet possible.
 */
import { useIntl } from 'react-intl';
import { Badge, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { StatusIcon, toShown } from '../../../status/StatusIcon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useActorName } from '../../viewer/useActorName.ts';
import { CoolingOffUntil } from '../../work/WhoseTurn.tsx';
import type { StepView } from '../data/runFields.ts';
import type { InstructionsState } from '../data/useInstructions.ts';
import { StepChecks } from './StepChecks.tsx';
import { StepFacts } from './StepFacts.tsx';
import { StepFooter } from './StepFooter.tsx';
import { StepInstructions } from './StepInstructions.tsx';
import { StepKms } from './StepKms.tsx';
import { stepAnchor } from '../../../ui/runAddress.ts';
import './stepCard.css';
import { ServerText } from '../../../ui/ServerText.tsx';

const sentence = style({ font: 'body-sm', margin: 0 });
const meta = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});

interface StepCardProps {
  step: StepView;
  instructions: InstructionsState;
  isOpen: boolean;
  onToggle: (open: boolean) => void;
}

export function StepCard({ step, instructions, isOpen, onToggle }: StepCardProps) {
  const anchor = stepAnchor(step.track, step.id);
  const headingId = `${anchor}-title`;
  const bodyId = `${anchor}-body`;
  const intl = useIntl();
  return (
    <article id={anchor} className="kw-card" data-status={step.status} aria-labelledby={headingId}>
      <h3 className="kw-card-heading" id={headingId}>
        <button
          type="button"
          className="kw-card-head"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => onToggle(!isOpen)}
        >
          <StatusIcon {...toShown(step)} />
          <span className="kw-card-title">{step.title}</span>
          <span className="kw-card-since">
            {step.status === 'DONE' && step.mode
              ? `${intl.formatMessage({ id: `mode.${step.mode}` })} · `
              : null}
            {step.status === 'LOCKED' ? null : (
              <RelativeTime
                at={step.coolingOffUntil ?? step.since}
                waiting={isWait(step)}
                focusable={false}
              />
            )}
          </span>
        </button>
      </h3>
      <div id={bodyId} className="kw-card-body" hidden={!isOpen}>
        {isOpen ? <StepBody step={step} instructions={instructions} /> : null}
      </div>
    </article>
  );
}

/** Nothing happens until somebody acts. */
const isWait = ({ status }: StepView): boolean =>
  status === 'READY' || status === 'WAITING' || status === 'BLOCKED';

function StepBody({ step, instructions }: { step: StepView; instructions: InstructionsState }) {
  const intl = useIntl();
  const nameOf = useActorName();
  return (
    <>
      <p id={`${stepAnchor(step.track, step.id)}-sentence`} className={sentence}>
        <ServerText text={step.sentence} />
      </p>
      <div className={meta}>
        <ModeBadge step={step} />
        {step.coolingOffUntil ? null : (
          <span>{intl.formatMessage({ id: 'run.step.actor' }, { who: nameOf(step.actor) })}</span>
        )}
        {step.coolingOffUntil ? <CoolingOffUntil at={step.coolingOffUntil} /> : null}
        {step.status === 'LOCKED' || step.coolingOffUntil ? null : (
          <span>
            {intl.formatMessage({ id: `run.since.${step.status}` })}{' '}
            <RelativeTime at={step.since} waiting={isWait(step)} />
          </span>
        )}
      </div>
      <StepFacts step={step} />
      <StepChecks step={step} />
      <StepKms step={step} />
      <StepInstructions step={step} state={instructions} />
      <StepFooter step={step} />
    </>
  );
}

/** Attested is never shown as verified. Before a step is done, says how it will be proven. */
function ModeBadge({ step }: { step: StepView }) {
  const intl = useIntl();
  if (!step.mode) return null;
  const done = step.status === 'DONE';
  const variant = step.mode === 'ATTESTED' ? 'notice' : done ? 'positive' : 'neutral';
  return (
    <Badge size="S" fillStyle={step.mode === 'ATTESTED' ? 'outline' : 'subtle'} variant={variant}>
      <Text>
        {intl.formatMessage({ id: done ? `mode.${step.mode}` : `run.mode.${step.mode}` })}
      </Text>
    </Badge>
  );
}
