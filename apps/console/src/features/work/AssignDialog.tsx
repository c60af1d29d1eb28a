/** Says who is responsible for a run, and until when it should be done. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import type { RunView } from '../run/data/runFields.ts';
import { useViewer } from '../viewer/ViewerQuery.ts';
import { AssigneePicker } from './AssigneePicker.tsx';
import type { Assignee } from './AssigneePicker.tsx';
import { toDay, toDueAt } from './dueDay.ts';
import { DueDayField } from './DueDayField.tsx';
import { ASSIGN_RUN } from './workDocuments.ts';

const shortcuts = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });

export function AssignDialog({ run, onClose }: { run: RunView; onClose: () => void }) {
  const intl = useIntl();
  const viewer = useViewer();
  const mutation = useKeywayMutation(ASSIGN_RUN, { onDone: onClose });
  // As it was when the dialog opened: only what the person changed is sent, so that what somebody
  // else changed meanwhile stays.
  const [before] = useState({ ownerId: run.owner?.id, day: toDay(run.dueAt) });
  const [owner, setOwner] = useState<Assignee | null | undefined>(run.owner);
  const [day, setDay] = useState(before.day);
  const changes = {
    ...(owner !== undefined && owner?.id !== before.ownerId && { ownerId: owner?.id ?? null }),
    ...(day !== before.day && { dueAt: toDueAt(day) }),
  };
  const me = viewer?.kind === 'MEMBER' ? viewer : undefined;
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'work.assign.title' }, { name: run.organization.name })}
      text={intl.formatMessage({ id: 'work.assign.text' })}
      confirm={intl.formatMessage({ id: 'work.assign.confirm' })}
      mutation={mutation}
      fields={['ownerId', 'dueAt']}
      isDisabled={owner === undefined || Object.keys(changes).length === 0}
      onSubmit={() => mutation.send({ runId: run.id, ...changes })}
      onClose={onClose}
    >
      <AssigneePicker
        label={intl.formatMessage({ id: 'work.owner' })}
        placeholder={intl.formatMessage({ id: 'work.nobody' })}
        organizationId={run.organization.id}
        value={owner}
        onChange={setOwner}
        {...toFieldProps(mutation.errors, 'ownerId')}
      />
      <div className={shortcuts}>
        {me && owner?.id !== me.id ? (
          <ActionButton size="S" onPress={() => setOwner({ id: me.id, name: me.name })}>
            {intl.formatMessage({ id: 'work.assign.me' })}
          </ActionButton>
        ) : null}
        {owner !== null ? (
          <ActionButton size="S" onPress={() => setOwner(null)}>
            {intl.formatMessage({ id: 'work.assign.nobody' })}
          </ActionButton>
        ) : null}
      </div>
      <DueDayField label={intl.formatMessage({ id: 'work.due' })} value={day} onChange={setDay} />
    </FormDialog>
  );
}
