/**
 * The diagram of a run: two lanes of steps, joined at "Key-managed". Each step is a button that
 * leads to its card. The lines are decoration: the lists below them have the same order.
 */
import type { CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { StatusIcon, toShown } from '../../../status/StatusIcon.tsx';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import type { RunView, StepView, TrackView } from '../data/runFields.ts';
import { layoutDiagram } from './diagramLayout.ts';
import type { Lane } from './diagramLayout.ts';
import { addSoftHyphens } from './addSoftHyphens.ts';
import { LaneLines, ROW_HEIGHT } from './LaneLines.tsx';
import './runDiagram.css';
import './diagramJoin.css';
import './diagramNarrow.css';
import { useServerText } from '../../../intl/serverText.ts';

interface RunDiagramProps {
  run: RunView;
  onPick: (track: TrackId, step: StepId) => void;
}

export function RunDiagram({ run, onPick }: RunDiagramProps) {
  const intl = useIntl();
  const layout = layoutDiagram(run.tracks);
  const complete = run.status === 'COMPLETED';
  const join = joinOf(layout.lanes);
  return (
    <nav className="kw-diagram" aria-label={intl.formatMessage({ id: 'run.diagram' })}>
      <div
        className="kw-diagram-inner"
        style={{ '--kw-columns': layout.columns, ...join } as CSSProperties}
      >
        <div className="kw-diagram-lanes">
          {layout.lanes.map((lane, index) => {
            const track = run.tracks[index];
            return track ? (
              <LaneView
                key={lane.track}
                lane={lane}
                track={track}
                columns={layout.columns}
                onPick={onPick}
              />
            ) : null;
          })}
        </div>
        <div
          className="kw-diagram-join"
          data-complete={complete || undefined}
          data-both={layout.lanes.every((lane) => lane.places.length > 0) || undefined}
        >
          <span className="kw-diagram-goal">
            <IndicatorIcon
              shape={complete ? 'check' : 'circle'}
              tone={complete ? 'positive' : 'faint'}
              size={18}
            />
            <span>{intl.formatMessage({ id: 'run.keyManaged' })}</span>
            {complete ? null : (
              <span className="kw-diagram-hidden">{intl.formatMessage({ id: 'run.notYet' })}</span>
            )}
          </span>
        </div>
      </div>
    </nav>
  );
}

/** Heights that `runDiagram.css` gives a lane's name and the space between lanes. */
const NAME_HEIGHT = 20;
const LANE_GAP = 12;

/** Where the lanes' middles are, in pixels from the top, for the lines that join them. */
function joinOf(lanes: Lane[]) {
  let top = 0;
  const middles = lanes.flatMap((lane) => {
    const height = lane.rows * ROW_HEIGHT;
    const middle = top + NAME_HEIGHT + height / 2;
    top += NAME_HEIGHT + height + LANE_GAP;
    return lane.places.length > 0 ? [middle] : [];
  });
  const [first = 0, last = first] = [middles[0], middles.at(-1)];
  return {
    '--kw-join-from': `${first}px`,
    '--kw-join-to': `${last}px`,
    '--kw-join-middle': `${(first + last) / 2}px`,
  };
}

interface LaneViewProps {
  lane: Lane;
  track: TrackView;
  columns: number;
  onPick: (track: TrackId, step: StepId) => void;
}

function LaneView({ lane, track, columns, onPick }: LaneViewProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `track.${track.id}` });
  if (lane.places.length === 0) {
    return (
      <div className="kw-lane" role="group" aria-label={name}>
        <h2 className="kw-lane-name">{name}</h2>
        <p className="kw-lane-none">
          <StatusIcon status="NOT_APPLICABLE" decorative />{' '}
          {intl.formatMessage({ id: 'run.trackNotNeeded' })}
        </p>
      </div>
    );
  }
  const at = lane.noReturnBefore;
  return (
    <div className="kw-lane" role="group" aria-label={name}>
      <h2 className="kw-lane-name">{name}</h2>
      <div
        className="kw-lane-field"
        style={{ '--kw-lane-height': `${lane.rows * ROW_HEIGHT}px` } as CSSProperties}
      >
        <LaneLines lane={lane} track={track} columns={columns} />
        <ol className="kw-lane-steps">
          {lane.places.map((place) => {
            const step = track.steps.find((one) => one.id === place.step);
            if (!step) return null;
            const where = { '--kw-column': place.column, '--kw-row': place.row } as CSSProperties;
            return (
              <li
                key={place.step}
                style={where}
                data-after-no-return={at !== null && place.column === at ? '' : undefined}
              >
                {place.column === at ? (
                  <span className="kw-diagram-hidden">
                    {intl.formatMessage({ id: 'run.noReturn' })}
                  </span>
                ) : null}
                <StepButton step={step} onPick={onPick} />
              </li>
            );
          })}
        </ol>
        {at === null ? null : (
          <span
            className="kw-no-return"
            aria-hidden="true"
            data-flat={lane.rows === 1 || undefined}
            style={{ '--kw-column': at } as CSSProperties}
          >
            <span>{intl.formatMessage({ id: 'run.noReturn' })}</span>
          </span>
        )}
      </div>
    </div>
  );
}

function StepButton({ step, onPick }: { step: StepView; onPick: LaneViewProps['onPick'] }) {
  return (
    <button
      type="button"
      className="kw-node"
      data-status={step.status}
      data-alive={step.status === 'WORKING' || step.looking || undefined}
      title={useServerText()(step.sentence)}
      onClick={() => onPick(step.track, step.id)}
    >
      <StatusIcon {...toShown(step)} size={14} />
      <span className="kw-node-name">{addSoftHyphens(step.title)}</span>
    </button>
  );
}
