/** The steps of a track in one line: their states, when each was reached, how long it took. */
import { useIntl, type IntlShape } from 'react-intl';
import { StatusIcon, toShown } from '../../../status/StatusIcon.tsx';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { measureSpan } from '../../../ui/timeSpan.ts';
import type { RunView, StepView, TrackView } from '../data/runFields.ts';
import { POINT_OF_NO_RETURN } from '../steps/stepDependencies.ts';
import { isCurrent } from '../steps/stepOrder.ts';
import { measureSteps, type StepTime } from './stepTimes.ts';

interface StepperProps {
  run: RunView;
  track: TrackView;
  onPick: (track: TrackId, step: StepId) => void;
}

export function Stepper({ run, track, onPick }: StepperProps) {
  const intl = useIntl();
  const times = measureSteps(track, run.startedAt, Date.now());
  return (
    <ol className="kw-stepper" aria-label={intl.formatMessage({ id: 'run.diagram' })}>
      {track.steps.map((step) => {
        const isNoReturn = step.id === POINT_OF_NO_RETURN[track.id];
        return (
          <li key={step.id} data-no-return={isNoReturn || undefined}>
            {isNoReturn ? (
              <span className="kw-stepper-hidden">
                {intl.formatMessage({ id: 'run.noReturn' })}
              </span>
            ) : null}
            <StepMark step={step} time={times.get(step.id)} onPick={onPick} />
          </li>
        );
      })}
    </ol>
  );
}

interface StepMarkProps {
  step: StepView;
  time: StepTime | undefined;
  onPick: StepperProps['onPick'];
}

function StepMark({ step, time, onPick }: StepMarkProps) {
  const intl = useIntl();
  return (
    <button
      type="button"
      className="kw-step-mark"
      data-status={step.status}
      data-current={isCurrent(step) || undefined}
      title={step.sentence}
      onClick={() => onPick(step.track, step.id)}
    >
      <span className="kw-step-name">
        <StatusIcon {...toShown(step)} size={14} />
        <span>{step.title}</span>
      </span>
      {time ? <span className="kw-step-time">{formatTime(intl, time)}</span> : null}
    </button>
  );
}

/** "Nov 12 · 3d". */
function formatTime(intl: IntlShape, { at, milliseconds }: StepTime): string {
  const day = intl.formatDate(at, { month: 'short', day: 'numeric' });
  if (milliseconds === null) return day;
  const { value, unit } = measureSpan(milliseconds, 0);
  return `${day} · ${intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'narrow' })}`;
}
