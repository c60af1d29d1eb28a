/** Who is responsible for a run, and until when it should be done. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useViewer } from '../viewer/ViewerQuery.ts';
import type { WorkView } from './workDocuments.ts';

const quiet = style({ color: 'neutral-subdued' });
const late = style({ color: 'negative', fontWeight: 'bold', whiteSpace: 'nowrap' });
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

/** The day; emphasized once it is over, and its text says so. */
export function DueDate({ dueAt, overdue }: Pick<WorkView, 'dueAt' | 'overdue'>) {
  const intl = useIntl();
  if (!dueAt) return <span className={quiet}>{intl.formatMessage({ id: 'work.noDate' })}</span>;
  const date = intl.formatDate(dueAt, { dateStyle: 'medium' });
  return overdue ? (
    <strong className={late}>{intl.formatMessage({ id: 'work.overdueSince' }, { date })}</strong>
  ) : (
    <span className={oneLine}>{date}</span>
  );
}
