/** What this person can do now, each with a button. The server decides what is listed, where. */
import { Button, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { taskHref } from '../../features/run/actions/actionTarget.ts';
import { DueDate, Owner } from '../../features/work/Owner.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { Task } from './TaskStore.ts';

/** What no task requests needs no approver. */
const approvers = lazyPart(
  async () => (await import('../../features/approvers/TaskApprovers.tsx')).TaskApprovers,
);

const expiring = lazyPart(
  async () => (await import('../../features/health/ExpiringTasks.tsx')).ExpiringTasks,
);

/** From these widths on, the button is beside the text, and the panel is a narrow column. */
const BESIDE = '@media (width >= 480px)';
const COLUMN = '@media (width >= 1240px)';

const panel = style({
  backgroundColor: 'layer-1',
  borderRadius: 'lg',
  padding: 16,
  minWidth: 0,
  // Above the matrix, it shows the first few tasks; beside it, it is as high as the screen.
  maxHeight: { default: '[304px]', [COLUMN]: '[calc(100dvh - 200px)]' },
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
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
});
const item = style({
  display: 'flex',
  flexDirection: { default: 'column', [BESIDE]: 'row', [COLUMN]: 'column' },
  alignItems: { default: 'start', [BESIDE]: 'center', [COLUMN]: 'start' },
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 8,
  paddingY: { default: 12, [BESIDE]: 8, [COLUMN]: 12 },
  borderTopWidth: { default: 1, ':first-child': 0 },
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const name = style({ font: 'ui', fontWeight: 'bold', lineClamp: 2 });
const detail = style({ font: 'ui-sm', color: 'neutral-subdued' });
const quiet = style({ font: 'body-sm', color: 'neutral-subdued', marginBottom: 0 });
const text = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const button = style({ flexShrink: 0 });

interface TaskListProps {
  tasks?: readonly Task[];
  /** How many there are, also those that are not shown; `isCapped`: there are more. */
  total?: number;
  isCapped?: boolean;
  error?: unknown;
  onRetry: () => void;
  onMore: () => void;
}

/** Renders only when its tasks change: the page renders at every change of a run. */
export const TaskList = memo(function TaskList(props: TaskListProps) {
  const { tasks, total = 0, isCapped = false, error, onRetry, onMore } = props;
  const intl = useIntl();
  const toApprove = (tasks ?? []).flatMap(({ action, run }) =>
    action.mutation === 'requestApproval' ? [run.organization] : [],
  );
  const mayReplace = useRoleSomewhere('OWNER', 'OPERATOR');
  // They are read by what shows them.
  const [expiringTotal, setExpiringTotal] = useState(0);
  const count = total + (mayReplace ? expiringTotal : 0);
  const none =
    tasks?.length === 0 ? (
      <p className={quiet}>{intl.formatMessage({ id: 'portfolio.noTasks' })}</p>
    ) : null;
  const isMore = tasks !== undefined && (isCapped || total > tasks.length);
  return (
    <section className={panel} aria-labelledby="tasks" tabIndex={0}>
      <h2 className={heading}>
        <span id="tasks">{intl.formatMessage({ id: 'portfolio.tasks' })}</span>
        {count > 0 ? ` (${intl.formatNumber(count)}${isCapped ? '+' : ''})` : null}
      </h2>
      {error && !tasks ? (
        <ErrorState
          what={intl.formatMessage({ id: 'portfolio.tasksFailed' })}
          error={error}
          onRetry={onRetry}
        />
      ) : null}
      {!tasks && !error ? <ListSkeleton rows={4} columns={1} /> : null}
      {mayReplace ? (
        <Part part={expiring} isWanted props={{ none, onTotal: setExpiringTotal }}>
          {none}
        </Part>
      ) : (
        none
      )}
      {toApprove.length > 0 ? (
        <Part part={approvers} isWanted props={{ organizations: toApprove }} />
      ) : null}
      {tasks && tasks.length > 0 ? (
        <ul className={list}>
          {tasks.map((one) => (
            <TaskItem
              key={`${one.run.id}${one.action.mutation}${one.action.track ?? ''}${one.action.step ?? ''}`}
              task={one}
            />
          ))}
        </ul>
      ) : null}
      {isMore ? (
        <Button size="S" variant="secondary" onPress={onMore}>
          {intl.formatMessage({ id: 'portfolio.moreTasks' })}
        </Button>
      ) : null}
      {tasks && tasks.length > 0 ? <div className={edge} /> : null}
    </section>
  );
});

function TaskItem({ task }: { task: Task }) {
  const intl = useIntl();
  const { action, run, since } = task;
  const where = [
    action.track ? intl.formatMessage({ id: `track.${action.track}.short` }) : null,
    action.step ? intl.formatMessage({ id: `step.${action.step}` }) : null,
  ].filter(Boolean);
  return (
    <li className={item}>
      <span className={text}>
        <bdi className={name}>{run.organization.name}</bdi>
        <span className={detail}>
          {where.join(' · ')}
          {where.length > 0 ? ' · ' : ''}
          <RelativeTime at={since} waiting focusable={false} />
        </span>
        {action.reason ? (
          <span className={detail} dir="auto">
            {action.reason}
          </span>
        ) : null}
        {run.owner ? (
          <span className={detail}>
            <Owner owner={run.owner} />
          </span>
        ) : null}
        {run.dueAt ? (
          <span className={detail}>
            {run.overdue ? (
              <DueDate dueAt={run.dueAt} overdue isShort />
            ) : (
              intl.formatMessage(
                { id: 'work.dueIs' },
                { date: <DueDate key="d" dueAt={run.dueAt} overdue={false} isShort /> },
              )
            )}
          </span>
        ) : null}
      </span>
      <LinkButton
        size="S"
        variant="secondary"
        href={taskHref(action, run)}
        styles={button}
        aria-label={intl.formatMessage(
          { id: 'portfolio.actionFor' },
          { action: action.label, name: run.organization.name },
        )}
      >
        {action.label}
      </LinkButton>
    </li>
  );
}
