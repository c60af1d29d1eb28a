/** In the head of a run: its owner and due date, and the button that changes them. */
import { ActionButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { useRunActions } from '../run/actions/RunActions.tsx';
import { WorkLine } from './Owner.tsx';

export function WorkFacts() {
  const intl = useIntl();
  const { run, open } = useRunActions();
  return (
    <>
      <WorkLine run={run} />
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
