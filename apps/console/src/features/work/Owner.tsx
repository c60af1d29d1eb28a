/** Who is responsible for a run, and until when it should be done. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useViewer } from '../viewer/ViewerQuery.ts';
import type { WorkView } from './workDocuments.ts';

const quiet = style({ color: 'neutral-subdued' });
const late = style({ color: 'negative', fontWeight: 'bold', whiteSpace: 'nowrap' });
const column = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const oneLine = style({ whiteSpace: 'nowrap' });

export function Owner({ owner }: { owner: WorkView['owner'] }) {
  const intl = useIntl();
  const viewer = useViewer();
  if (!owner) return <span className={quiet}>{intl.formatMessage({ id: 'work.nobody' })}</span>;
  const isYou = owner.id === viewer?.id;
  return (
    <span>
      <bdi>{owner.name}</bdi>
      {isYou ? ` ${intl.formatMessage({ id: 'work.you' })}` : null}
      {owner.removedAt ? (
        <span className={quiet}> {intl.formatMessage({ id: 'work.removed' })}</span>
      ) : null}
    </span>
  );
}

interface DueDateProps extends Pick<WorkView, 'dueAt' | 'overdue'> {
  /** True where there is little space. */
  isShort?: boolean;
}

/** The day; emphasized once it is over, and its text says so. */
export function DueDate({ dueAt, overdue, isShort = false }: DueDateProps) {
  const intl = useIntl();
  if (!dueAt) return <span className={quiet}>{intl.formatMessage({ id: 'work.noDate' })}</span>;
  const isThisYear = new Date(dueAt).getFullYear() === new Date().getFullYear();
  const date = intl.formatDate(
    dueAt,
    isShort && isThisYear ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' },
  );
  return overdue ? (
    <strong className={late}>
      {intl.formatMessage({ id: isShort ? 'work.overdueShort' : 'work.overdueSince' }, { date })}
    </strong>
  ) : (
    <span className={oneLine}>{date}</span>
  );
}

/** Both, in a cell of a table. */
export function Work({ run, isShort }: { run: WorkView; isShort?: boolean }) {
  return (
    <span className={column}>
      <Owner owner={run.owner} />
      {run.dueAt ? (
        <span className={small}>
          <DueDate dueAt={run.dueAt} overdue={run.overdue} isShort={isShort} />
        </span>
      ) : null}
    </span>
  );
}

/** Both, in a line, each with what it is. */
export function WorkLine({ run }: { run: WorkView }) {
  const intl = useIntl();
  return (
    <>
      <span>
        {intl.formatMessage({ id: 'work.ownerIs' }, { owner: <Owner key="o" owner={run.owner} /> })}
      </span>
      {run.dueAt ? (
        <span>
          {run.overdue ? (
            <DueDate dueAt={run.dueAt} overdue />
          ) : (
            intl.formatMessage(
              { id: 'work.dueIs' },
              { date: <DueDate key="d" dueAt={run.dueAt} overdue={false} /> },
            )
          )}
        </span>
      ) : null}
    </>
  );
}
