/**
 * The run of the only organization that a person sees: where it stands, what they can do, and its
 * approvals. Live, as the run's own page.
 */
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { approvalStatusLabel } from '../../features/run/decision/approvalStatusLabel.ts';
import { RunDiagram } from '../../features/run/diagram/RunDiagram.tsx';
import { runTasks } from '../../features/run/actions/runTasks.ts';
import type { RunTask } from '../../features/run/actions/runTasks.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useRun } from '../../features/run/data/useRun.ts';
import { useWaitedActorName } from '../../features/viewer/useActorName.ts';
import { WhoseTurnLine } from '../../features/work/WhoseTurn.tsx';
import { WorkLine } from '../../features/work/Owner.tsx';
import { toShownStatus } from '../../status/indicators.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { approvalHref, stepAnchor } from '../../ui/runAddress.ts';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { ServerText } from '../../ui/ServerText.tsx';

// The font is for the diagram, which has a plain style sheet.
const stack = style({
  font: 'ui',
  color: 'neutral',
  display: 'flex',
  flexDirection: 'column',
  rowGap: 16,
  marginBottom: 24,
});
const sentence = style({ font: 'body-lg', margin: 0 });
const status = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const panels = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1100px)': ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
  },
  gap: 24,
});
const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const item = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 8,
  paddingY: 8,
});
const text = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const name = style({ font: 'ui', fontWeight: 'bold' });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const none = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

export function OwnRun({ runId }: { runId: string }) {
  const intl = useIntl();
  const nameOf = useWaitedActorName();
  const navigate = useNavigate();
  const { run, loading, error, retry } = useRun(runId);
  if (!run)
    return (
      <div className={stack}>
        {loading ? <ListSkeleton rows={3} columns={6} /> : null}
        {error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'run.loadFailed' })}
            error={error}
            onRetry={retry}
          />
        ) : null}
      </div>
    );
  return (
    <div className={stack}>
      <p className={sentence}>
        <ServerText text={run.sentence} />
      </p>
      <div className={status}>
        <RunStatusText status={toShownStatus(run)} waitingOn={run.waitingOn} nameOf={nameOf} />
        <WhoseTurnLine run={run} />
        <span>{intl.formatMessage({ id: 'run.progress' }, run.progress)}</span>
        <WorkLine run={run} />
      </div>
      <div className={panels}>
        <Tasks run={run} />
        <Approvals run={run} />
      </div>
      <RunDiagram
        run={run}
        onPick={(track, step) =>
          void navigate({
            to: '/runs/$runId',
            params: { runId: run.id },
            hash: stepAnchor(track, step),
          })
        }
      />
    </div>
  );
}

function Tasks({ run }: { run: RunView }) {
  const intl = useIntl();
  const tasks = runTasks(run);
  return (
    <Panel title={intl.formatMessage({ id: 'portfolio.tasks' })}>
      {tasks.length === 0 ? (
        <p className={none}>{intl.formatMessage({ id: 'portfolio.noTasks' })}</p>
      ) : (
        <ul className={list}>
          {tasks.map((task) => (
            <Task key={task.href} task={task} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Task({ task: { action, href, since } }: { task: RunTask }) {
  const intl = useIntl();
  return (
    <li className={item}>
      <span className={text}>
        <span className={name}>
          {action.step ? intl.formatMessage({ id: `step.${action.step}` }) : action.label}
        </span>
        <span className={small}>
          {action.track ? `${intl.formatMessage({ id: `track.${action.track}` })} · ` : null}
          <RelativeTime at={since} waiting focusable={false} />
        </span>
        {action.reason ? (
          <span className={small} dir="auto">
            {action.reason}
          </span>
        ) : null}
      </span>
      <LinkButton size="S" variant="accent" href={href}>
        {action.label}
      </LinkButton>
    </li>
  );
}

function Approvals({ run }: { run: RunView }) {
  const intl = useIntl();
  const tracks = run.tracks.filter(({ approval }) => approval !== null);
  return (
    <Panel title={intl.formatMessage({ id: 'nav.approvals' })}>
      {tracks.length === 0 ? (
        <p className={none}>{intl.formatMessage({ id: 'organization.noApprovals' })}</p>
      ) : (
        <ul className={list}>
          {tracks.map((track) => (
            <Approval key={track.id} track={track} runId={run.id} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Approval({ track, runId }: { track: TrackView; runId: string }) {
  const intl = useIntl();
  const { approval } = track;
  if (!approval) return null;
  const by = approval.decidedBy ?? approval.requestedBy;
  return (
    <li className={item}>
      <span className={text}>
        <span className={name}>{intl.formatMessage({ id: `track.${track.id}` })}</span>
        <span className={small}>
          {intl.formatMessage({ id: approvalStatusLabel(approval) })} · <bdi>{by}</bdi> ·{' '}
          <RelativeTime at={approval.decidedAt ?? approval.requestedAt} focusable={false} />
        </span>
      </span>
      <LinkButton size="S" variant="secondary" href={approvalHref(runId, track.id)}>
        {intl.formatMessage({ id: 'organization.openApproval' })}
      </LinkButton>
    </li>
  );
}
