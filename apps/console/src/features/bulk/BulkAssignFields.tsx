/** What a bulk assignment changes: the person, the due date, or both. */
import { Radio, RadioGroup } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { MutationState } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { AssigneePicker } from '../work/AssigneePicker.tsx';
import { DueDayField } from '../work/DueDayField.tsx';
import { CHANGES, type Assignment } from './bulkInput.ts';

interface BulkAssignFieldsProps {
  /** One of those selected: who operates it is offered. Others are refused with their reason. */
  organizationId: string | undefined;
  value: Assignment;
  onChange: (assignment: Assignment) => void;
  mutation: MutationState;
}

export function BulkAssignFields({
  organizationId,
  value,
  onChange,
  mutation,
}: BulkAssignFieldsProps) {
  const intl = useIntl();
  const change = (part: Partial<Assignment>) => onChange({ ...value, ...part });
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'work.owner' })}
        orientation="horizontal"
        value={value.ownerChange}
        onChange={chooseFrom(CHANGES, (ownerChange) => change({ ownerChange }))}
      >
        {CHANGES.map((one) => (
          <Radio key={one} value={one}>
            {intl.formatMessage({ id: `bulk.owner.${one}` })}
          </Radio>
        ))}
      </RadioGroup>
      {value.ownerChange === 'SET' ? (
        <AssigneePicker
          label={intl.formatMessage({ id: 'bulk.owner.SET' })}
          placeholder={intl.formatMessage({ id: 'bulk.owner.search' })}
          organizationId={organizationId}
          value={value.owner}
          onChange={(owner) => change({ owner: owner ?? undefined })}
          {...toFieldProps(mutation.errors, 'ownerId')}
        />
      ) : null}
      <RadioGroup
        label={intl.formatMessage({ id: 'work.due' })}
        orientation="horizontal"
        value={value.dueChange}
        onChange={chooseFrom(CHANGES, (dueChange) => change({ dueChange }))}
      >
        {CHANGES.map((one) => (
          <Radio key={one} value={one}>
            {intl.formatMessage({ id: `bulk.due.${one}` })}
          </Radio>
        ))}
      </RadioGroup>
      {value.dueChange === 'SET' ? (
        <DueDayField
          label={intl.formatMessage({ id: 'bulk.due.SET' })}
          value={value.day}
          onChange={(day) => change({ day })}
        />
      ) : null}
    </>
  );
}
