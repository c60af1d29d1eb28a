/** The steps of a track in one line: their states, when each was reached, how long it took. */
import { useState, type KeyboardEvent } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { StatusIcon, toShown } from '../../../status/StatusIcon.tsx';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { measureSpan } from '../../../ui/timeSpan.ts';
import type { RunView, StepView, TrackView } from '../data/runFields.ts';
import { POINT_OF_NO_RETURN } from '../steps/stepDependencies.ts';
import { isCurrent } from '../steps/stepOrder.ts';
import { measureSteps, type StepTime } from './stepTimes.ts';
import { useServerText } from '../../../intl/serverText.ts';

interface StepperProps {
  run: RunView;
  track: TrackView;
  onPick: (track: TrackId, step: StepId) => void;
}

const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrows lead from step to step: what is next on the track is one press of Tab away. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('.kw-step-mark')];
  const at = marks.findIndex((mark) => mark === event.target);
  const next = { Home: 0, End: marks.length - 1 }[event.key] ?? at + (MOVES[event.key] ?? NaN);
  const mark = marks[next];
  if (at < 0 || !mark) return;
  event.preventDefault();
  mark.focus();
}

export function Stepper({ run, track, onPick }: StepperProps) {
  const intl = useIntl();
  const [visited, setVisited] = useState<StepId>();
  const times = measureSteps(track, run.startedAt, Date.now());
  const stop = (
    track.steps.find(({ id }) => id === visited) ??
    track.steps.find(isCurrent) ??
    track.steps[0]
  )?.id;
  return (
    <div
      role="toolbar"
      aria-label={intl.formatMessage({ id: 'run.diagram' })}
      onKeyDown={moveFocus}
    >
      <ol className="kw-stepper">
        {track.steps.map((step) => {
          const isNoReturn = step.id === POINT_OF_NO_RETURN[track.id];
          return (
            <li key={step.id} data-no-return={isNoReturn || undefined}>
              {isNoReturn ? (
                <span className="kw-stepper-hidden">
                  {intl.formatMessage({ id: 'run.noReturn' })}
                </span>
              ) : null}
              <StepMark
                step={step}
                time={times.get(step.id)}
                onPick={onPick}
                isTabStop={step.id === stop}
                onFocus={() => setVisited(step.id)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface StepMarkProps {
  step: StepView;
  time: StepTime | undefined;
  onPick: StepperProps['onPick'];
  isTabStop: boolean;
  onFocus: () => void;
}

function StepMark({ step, time, onPick, isTabStop, onFocus }: StepMarkProps) {
  const intl = useIntl();
  return (
    <button
      type="button"
      className="kw-step-mark"
      data-status={step.status}
      data-current={isCurrent(step) || undefined}
      title={useServerText()(step.sentence)}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
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

/** What took less is shown without a duration: it was there at once. */
const MIN_MILLISECONDS = 60_000;

/** "Nov 12 · 3d". */
function formatTime(intl: IntlShape, { at, milliseconds }: StepTime): string {
  const day = intl.formatDate(at, { month: 'short', day: 'numeric' });
  if (milliseconds === null || milliseconds < MIN_MILLISECONDS) return day;
  const { value, unit } = measureSpan(milliseconds, 0);
  return `${day} · ${intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'narrow' })}`;
}
