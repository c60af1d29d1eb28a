/** Whom a comment mentions: chosen by name, by keyboard or pointer. */
import { useQuery } from '@apollo/client/react';
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { MentionTexts } from './MentionTexts.ts';
import { COLLEAGUES } from './workDocuments.ts';

/** Somebody who sees the organization. */
export interface Colleague {
  id: string;
  name: string;
}

interface MentionPickerProps {
  organizationId: string;
  onChoose: (colleague: Colleague) => void;
  /** `isLeft`: the person went elsewhere, and needs no focus back. */
  onClose: (isLeft: boolean) => void;
}

export const MentionPicker = (props: MentionPickerProps) => (
  <MentionTexts>
    <Picker {...props} />
  </MentionTexts>
);

function Picker({ organizationId, onChoose, onClose }: MentionPickerProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { data, previousData, error } = useQuery(COLLEAGUES, {
    variables: { organizationId, text: typed || null },
  });
  const items = (data ?? previousData)?.colleagues ?? [];
  return (
    <ComboBox
      autoFocus
      size="S"
      label={intl.formatMessage({ id: 'mentions.label' })}
      placeholder={intl.formatMessage({ id: 'mentions.placeholder' })}
      menuTrigger="focus"
      items={items}
      inputValue={typed}
      isInvalid={Boolean(error)}
      errorMessage={intl.formatMessage({ id: 'mentions.failed' })}
      onInputChange={setTyped}
      onOpenChange={setOpen}
      onKeyDown={({ key }) => key === 'Escape' && !isOpen && onClose(false)}
      onBlur={() => onClose(true)}
      onSelectionChange={(key) => {
        const chosen = items.find(({ id }) => id === key);
        if (chosen) onChoose(chosen);
      }}
    >
      {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
    </ComboBox>
  );
}
