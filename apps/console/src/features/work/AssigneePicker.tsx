/** A person who can be responsible for a run, by part of the name. The server searches. */
import { useQuery } from '@apollo/client/react';
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import { usePickerText } from '../../ui/usePickerText.ts';
import { ASSIGNEES } from './workDocuments.ts';

export interface Assignee {
  id: string;
  name: string;
}

interface AssigneePickerProps {
  label: string;
  placeholder: string;
  /** Absent: whoever may operate every organization. */
  organizationId?: string | undefined;
  /** Null: nobody; undefined: the text names nobody. */
  value: Assignee | null | undefined;
  onChange: (assignee: Assignee | null | undefined) => void;
  isInvalid?: boolean;
  errorMessage?: string;
}

export function AssigneePicker({ organizationId, value, onChange, ...field }: AssigneePickerProps) {
  const { typed, setTyped, text: shown, last } = usePickerText(value);
  const isName = value && typed === value.name;
  const { data, previousData } = useQuery(ASSIGNEES, {
    variables: { organizationId: organizationId ?? null, text: (!isName && typed) || null },
    fetchPolicy: 'cache-and-network',
  });
  const items = (data ?? previousData)?.assignees ?? [];
  return (
    <ComboBox
      {...field}
      items={items}
      inputValue={shown}
      onInputChange={(text) => {
        setTyped(text);
        // The list also writes the name of what it has just chosen.
        if (text === value?.name || items.some(({ name }) => name === text)) return;
        onChange(text.trim() === '' ? null : undefined);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        setTyped(undefined);
        // A text that names nobody gives way to who it was before.
        onChange(items.find(({ id }) => id === key) ?? last);
      }}
    >
      {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
    </ComboBox>
  );
}
