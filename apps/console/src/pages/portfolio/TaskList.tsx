/** What this person can do now, each with a button. The server decides what is listed, where. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { BlockedStep } from './blockedSteps.ts';
import type { Tasks } from './useTasks.ts';

/** What no task requests needs no approver. */
const approvers = lazyPart(
  async () => (await import('../../features/approvers/TaskApprovers.tsx')).TaskApprovers,
);

const taskFolds = lazyPart(async () => (await import('./TaskFolds.tsx')).TaskFolds);

const expiring = lazyPart(
  async () => (await import('../../features/health/ExpiringTasks.tsx')).ExpiringTasks,
);

/** From this width on, the panel is a narrow column. */
const COLUMN = '@media (width >= 1240px)';
const PAPER = '@media print';

const panel = style({
  backgroundColor: 'layer-1',
  borderRadius: 'lg',
  padding: 16,
  minWidth: 0,
  // Above the matrix, it shows the first few tasks; beside it, it is as high as the screen.
  maxHeight: { default: '[304px]', [COLUMN]: '[calc(100dvh - 200px)]', [PAPER]: 'none' },
  overflowY: 'auto',
  boxSizing: 'border-box',
});
const heading = style({ font: 'title', margin: 0 });
/** Over what is below the edge of the panel, so that one sees that there is more. */
const edge = style({
  position: 'sticky',
  // To the edge, over the panel's padding.
  bottom: -16,
  height: 32,
  marginBottom: -16,
  flexShrink: 0,
  pointerEvents: 'none',
  backgroundImage: 'linear-gradient(to bottom, transparent, var(--kw-edge))',
  '--kw-edge': { type: 'backgroundColor', value: 'layer-1' },
});
const quiet = style({ font: 'body-sm', color: 'neutral-subdued', marginBottom: 0 });

const NO_GROUPS: NonNullable<Tasks['groups']> = [];

interface TaskListProps {
  groups?: Tasks['groups'];
  /** Of the matrix. */
  blocked: readonly BlockedStep[];
  error?: unknown;
  onRetry: () => void;
  onMore: Tasks['showMore'];
}

/** Renders when its tasks change, or what is blocked. */
export const TaskList = memo(function TaskList({
  groups,
  blocked,
  error,
  onRetry,
  onMore,
}: TaskListProps) {
  const intl = useIntl();
  const toApprove = useMemo(
    () =>
      (groups ?? []).flatMap(({ mutation, tasks }) =>
        mutation === 'requestApproval' ? tasks.map(({ run }) => run.organization) : [],
      ),
    [groups],
  );
  const mayReplace = useRoleSomewhere('OWNER', 'OPERATOR');
  // They are read by what shows them.
  const [expiringTotal, setExpiringTotal] = useState(0);
  const total = (groups ?? []).reduce((sum, group) => sum + group.total, 0);
  const isCapped = groups?.some((group) => group.isCapped) ?? false;
  const count = total + blocked.length + (mayReplace ? expiringTotal : 0);
  const none =
    groups?.length === 0 ? (
      <p className={quiet}>{intl.formatMessage({ id: 'portfolio.noTasks' })}</p>
    ) : null;
  return (
    <section className={panel} aria-labelledby="tasks" tabIndex={0}>
      <h2 className={heading}>
        <span id="tasks">{intl.formatMessage({ id: 'portfolio.tasks' })}</span>
        {count > 0 ? ` (${intl.formatNumber(count)}${isCapped ? '+' : ''})` : null}
      </h2>
      {error && !groups ? (
        <ErrorState
          what={intl.formatMessage({ id: 'portfolio.tasksFailed' })}
          error={error}
          onRetry={onRetry}
        />
      ) : null}
      {!groups && !error ? <ListSkeleton rows={4} columns={1} /> : null}
      {mayReplace ? (
        <Part
          part={expiring}
          isWanted={groups !== undefined}
          props={{ none, onTotal: setExpiringTotal }}
        >
          {none}
        </Part>
      ) : (
        none
      )}
      {toApprove.length > 0 ? (
        <Part part={approvers} isWanted props={{ organizations: toApprove }} />
      ) : null}
      <Part
        part={taskFolds}
        isWanted={groups !== undefined || blocked.length > 0}
        props={{ groups: groups ?? NO_GROUPS, blocked, onMore }}
      />
      {groups && groups.length > 0 ? <div className={edge} /> : null}
    </section>
  );
});
