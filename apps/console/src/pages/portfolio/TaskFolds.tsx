/** Tasks by what has to be done: a fold for each, with how many there are and their rows. */
import { LinkButton } from '@react-spectrum/s2';
import { memo, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { taskHref } from '../../features/run/actions/actionTarget.ts';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { MatrixTexts } from '../../features/views/MatrixTexts.tsx';
import { DueDate, Owner } from '../../features/work/Owner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SteadyRows } from '../../ui/SteadyRows.tsx';
import { BlockedFold } from './BlockedFold.tsx';
import type { BlockedStep } from './blockedSteps.ts';
import { ExportTasks } from './ExportTasks.tsx';
import { Fold, MORE_TASKS } from './Fold.tsx';
import { GroupBulk } from './GroupBulk.tsx';
import type { TaskGroup } from './TaskGroups.ts';
import { taskButton, taskDetail, taskName, taskRow, taskText } from './taskRow.ts';
import type { Task } from './TaskStore.ts';
import type { Tasks } from './useTasks.ts';
import { ServerText } from '../../ui/ServerText.tsx';

/** So many groups are open at first. */
const OPEN_GROUPS = 3;

interface TaskFoldsProps {
  groups: readonly TaskGroup[];
  blocked: readonly BlockedStep[];
  onMore: Tasks['showMore'];
}

/** What failed and what is blocked come first for whoever can correct it, else what they can do. */
export function TaskFolds({ groups, blocked, onMore }: TaskFoldsProps) {
  const mayCorrect = useRoleSomewhere('OWNER', 'OPERATOR');
  const [first, others] = useMemo(() => {
    const isFirst = ({ isProblem }: TaskGroup) => mayCorrect && isProblem;
    return [groups.filter(isFirst), groups.filter((group) => !isFirst(group))];
  }, [groups, mayCorrect]);
  return (
    <MatrixTexts>
      <Groups groups={first} openCount={OPEN_GROUPS} onMore={onMore} />
      {mayCorrect ? <BlockedFold blocked={blocked} /> : null}
      <Groups groups={others} openCount={OPEN_GROUPS - first.length} onMore={onMore} />
      {mayCorrect ? null : <BlockedFold blocked={blocked} />}
      {groups.length > 0 ? <ExportTasks /> : null}
    </MatrixTexts>
  );
}

interface GroupsProps extends Omit<TaskFoldsProps, 'blocked'> {
  /** How many are open at first. */
  openCount: number;
}

/** Renders only when its tasks change: rows come with every change of a run. */
const Groups = memo(function Groups({ groups, openCount, onMore }: GroupsProps) {
  return (
    <SteadyRows>
      {groups.map((group, place) => (
        <TaskFold key={group.key} group={group} isOpenAtFirst={place < openCount} onMore={onMore} />
      ))}
    </SteadyRows>
  );
});

interface TaskFoldProps {
  group: TaskGroup;
  isOpenAtFirst: boolean;
  onMore: Tasks['showMore'];
}

/** Each renders when its own tasks change. */
const TaskFold = memo(function TaskFold({ group, isOpenAtFirst, onMore }: TaskFoldProps) {
  const intl = useIntl();
  const { key, label, isProblem, tasks, total, isCapped } = group;
  const rest = total - tasks.length;
  const count = `${intl.formatNumber(total)}${isCapped ? '+' : ''}`;
  return (
    <Fold
      title={label}
      count={count}
      problem={isProblem ? intl.formatMessage({ id: 'portfolio.group.problem' }) : null}
      isOpenAtFirst={isOpenAtFirst}
      act={<GroupBulk group={group} />}
      rest={isCapped ? Number.POSITIVE_INFINITY : rest}
      onMore={() => onMore(key, MORE_TASKS)}
    >
      {tasks.map((one) => (
        <TaskItem key={`${one.run.id} ${one.action.track ?? ''}`} task={one} />
      ))}
    </Fold>
  );
});

const TaskItem = memo(function TaskItem({ task }: { task: Task }) {
  const intl = useIntl();
  const { action, run, since } = task;
  const where = [
    action.track ? intl.formatMessage({ id: `track.${action.track}.short` }) : null,
    action.step ? intl.formatMessage({ id: `step.${action.step}` }) : null,
  ].filter(Boolean);
  return (
    <li className={taskRow}>
      <span className={taskText}>
        <bdi className={taskName}>{run.organization.name}</bdi>
        <span className={taskDetail}>
          {where.join(' · ')}
          {where.length > 0 ? ' · ' : ''}
          <RelativeTime at={since} waiting focusable={false} />
        </span>
        {action.reason ? (
          <span className={taskDetail} dir="auto">
            <ServerText text={action.reason} />
          </span>
        ) : null}
        {run.owner ? (
          <span className={taskDetail}>
            <Owner owner={run.owner} />
          </span>
        ) : null}
        {run.dueAt ? (
          <span className={taskDetail}>
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
        styles={taskButton}
        aria-label={intl.formatMessage(
          { id: 'portfolio.actionFor' },
          { action: action.label, name: run.organization.name },
        )}
      >
        {action.label}
      </LinkButton>
    </li>
  );
});
