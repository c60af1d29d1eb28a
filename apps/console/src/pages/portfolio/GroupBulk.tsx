/** A button that does one thing for every organization of a group of tasks, as a bulk job. */
import { useApolloClient } from '@apollo/client/react';
import { ActionButton } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { FormAction } from '../../features/bulk/bulkInput.ts';
import type { StepId, TrackId } from '../../generated/enums.ts';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Part } from '../../ui/lazyPart.tsx';
import { groupDialog } from './groupDialog.ts';
import { MAX_ORGANIZATIONS, readGroupOrganizations } from './groupOrganizations.ts';
import type { TaskGroup } from './TaskGroups.ts';

/** What does the tasks of these mutations for many; of others, people choose. */
const ACTIONS: Readonly<Record<string, FormAction>> = {
  requestApproval: 'REQUEST_APPROVAL',
  verify: 'VERIFY',
  retryStep: 'RETRY_STEPS',
  attestStep: 'ATTEST_STEPS',
};

/** Each of these is decided on its own page: no bulk job does what can't be undone. */
const ONE_BY_ONE: ReadonlySet<string> = new Set([
  ...['submitConfiguration', 'recordTicket', 'confirmCja', 'approve'],
]);

interface Wanted {
  selection: { organizationIds: string[] };
  first: { action: FormAction | null; track: TrackId; step: StepId | null };
  note?: string;
}

export function GroupBulk({ group }: { group: TaskGroup }) {
  const intl = useIntl();
  const client = useApolloClient();
  const mayStart = useRoleSomewhere('OWNER', 'OPERATOR');
  const [isReading, setReading] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<Wanted>();
  const [error, setError] = useState<unknown>();
  const { label, mutation, total, isCapped } = group;
  if (!mayStart || total < 2 || ONE_BY_ONE.has(mutation)) return null;
  const open = async () => {
    setReading(true);
    setError(undefined);
    try {
      const { organizationIds, total: all, where } = await readGroupOrganizations(client, group);
      const first = { action: ACTIONS[mutation] ?? null, ...where };
      const counts = { max: MAX_ORGANIZATIONS, count: all };
      const note = intl.formatMessage({ id: 'portfolio.group.bulkCut' }, counts);
      const isCut = all > MAX_ORGANIZATIONS;
      setWanted({ selection: { organizationIds }, first, ...(isCut && { note }) });
      setOpen(true);
    } catch (failed) {
      setError(failed);
    } finally {
      setReading(false);
    }
  };
  // No bulk action does the others: one about all of their organizations is offered as such.
  const bulk = intl.formatMessage(
    { id: mutation in ACTIONS ? 'portfolio.group.bulk' : 'portfolio.group.bulkOther' },
    { count: `${intl.formatNumber(total)}${isCapped ? '+' : ''}` },
  );
  return (
    <>
      <ActionButton
        size="S"
        isQuiet
        isPending={isReading}
        aria-label={intl.formatMessage({ id: 'portfolio.group.bulkOf' }, { bulk, action: label })}
        onPress={() => void open()}
      >
        {bulk}
      </ActionButton>
      {error === undefined ? null : (
        <ErrorState
          what={intl.formatMessage({ id: 'portfolio.group.bulkFailed' })}
          error={error}
          onRetry={() => void open()}
        />
      )}
      {wanted ? (
        <Part
          part={groupDialog}
          isWanted={isOpen}
          props={{ ...wanted, isOpen, onClose: () => setOpen(false) }}
        />
      ) : null}
    </>
  );
}
