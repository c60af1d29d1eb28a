/** Whom links are for, how long they work, and what their page says besides. */
import { Picker, PickerItem, TextArea } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { MutationState } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { HAND_OFF_ACTORS } from '../run/handOffs/handOffActor.ts';
import { HandOffTexts } from '../run/handOffs/HandOffTexts.tsx';
import { LIFETIMES, type HandOffs } from './bulkInput.ts';

interface BulkHandOffFieldsProps {
  value: HandOffs;
  onChange: (handOffs: HandOffs) => void;
  mutation: MutationState;
}

export const BulkHandOffFields = (props: BulkHandOffFieldsProps) => (
  <HandOffTexts>
    <Fields {...props} />
  </HandOffTexts>
);

function Fields({ value, onChange, mutation }: BulkHandOffFieldsProps) {
  const intl = useIntl();
  const change = (part: Partial<HandOffs>) => onChange({ ...value, ...part });
  return (
    <>
      <Picker
        label={intl.formatMessage({ id: 'handOffs.actor' })}
        selectedKey={value.actor}
        onSelectionChange={chooseFrom(HAND_OFF_ACTORS, (actor) => change({ actor }))}
        {...toFieldProps(mutation.errors, 'actor')}
      >
        {HAND_OFF_ACTORS.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: `handOffs.actor.${one}` })}
          </PickerItem>
        ))}
      </Picker>
      <TextArea
        label={intl.formatMessage({ id: 'handOffs.note' })}
        description={intl.formatMessage({ id: 'handOffs.noteHint' })}
        value={value.note}
        onChange={(note) => change({ note })}
        {...toFieldProps(mutation.errors, 'note')}
      />
      <Picker
        label={intl.formatMessage({ id: 'handOffs.lifetime' })}
        selectedKey={value.days}
        onSelectionChange={chooseFrom(LIFETIMES, (days) => change({ days }))}
        {...toFieldProps(mutation.errors, 'expiresAt')}
      >
        {LIFETIMES.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: 'handOffs.days' }, { days: Number(one) })}
          </PickerItem>
        ))}
      </Picker>
    </>
  );
}
