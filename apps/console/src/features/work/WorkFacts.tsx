/** In the head of a run: its owner and due date, and the button that changes them. */
import { ActionButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { useRunActions } from '../run/actions/RunActions.tsx';
import { DueDate, Owner } from './Owner.tsx';

export function WorkFacts() {
  const intl = useIntl();
  const { run, open } = useRunActions();
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
      {run.mayAssign ? (
        <span data-print="hidden">
          <ActionButton size="S" isQuiet onPress={() => open({ kind: 'assign' })}>
            {intl.formatMessage({ id: 'work.assign' })}
          </ActionButton>
        </span>
      ) : null}
    </>
  );
}
