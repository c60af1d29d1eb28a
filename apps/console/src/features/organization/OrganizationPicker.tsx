/** One organization by part of its name. The server searches, because there can be thousands. */
import { useQuery } from '@apollo/client/react';
import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2';
import type { ComboBoxProps } from '@react-spectrum/s2';
import { useState } from 'react';
import { usePickerText } from '../../ui/usePickerText.ts';
import { graphql } from '../../generated/gql.ts';
import { shorten } from '../../ui/shorten.ts';
import type { NamedOrganization } from '../viewer/viewerAccess.ts';

const ORGANIZATION_CHOICES = graphql(`
  query OrganizationChoices($filter: OrganizationFilter) {
    organizations(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          name
          imsOrgId
        }
      }
    }
  }
`);

interface Choice extends NamedOrganization {
  imsOrgId?: string;
}

interface OrganizationPickerProps extends Pick<
  ComboBoxProps<Choice>,
  'size' | 'label' | 'labelPosition' | 'placeholder' | 'isRequired' | 'styles' | 'description'
> {
  /** Null: none is chosen. */
  value: NamedOrganization | null;
  /** Those that can be chosen; without them, all that this person sees. */
  choices?: readonly NamedOrganization[];
  onChange: (organization: NamedOrganization | null) => void;
}

export function OrganizationPicker({
  value,
  choices,
  onChange,
  ...field
}: OrganizationPickerProps) {
  // A text that is no longer the name of what was chosen chooses nothing, until the field is left.
  const [isUnnamed, setUnnamed] = useState(false);
  const {
    typed,
    setTyped,
    text: shown,
    last,
  } = usePickerText(value ?? (isUnnamed ? undefined : null));
  const { data, previousData } = useQuery(ORGANIZATION_CHOICES, {
    variables: { filter: typed ? { text: typed } : null },
    fetchPolicy: 'cache-first',
    skip: choices !== undefined,
  });
  const found = ((data ?? previousData)?.organizations.edges ?? []).map(({ node }) => node);
  const items: Choice[] = choices ? filterByName(choices, typed ?? '') : found;
  return (
    <ComboBox
      {...field}
      items={items}
      inputValue={shown}
      onInputChange={(text) => {
        setTyped(text);
        // The list also writes the name of what it has just chosen.
        if (text === value?.name || items.some(({ name }) => name === text)) return;
        setUnnamed(text.trim() !== '');
        if (value) onChange(null);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        const chosen = items.find(({ id }) => id === key) ?? last;
        setTyped(undefined);
        setUnnamed(false);
        if (chosen?.id !== value?.id) onChange(chosen && { id: chosen.id, name: chosen.name });
      }}
    >
      {(item) => (
        <ComboBoxItem id={item.id} textValue={item.name}>
          <Text slot="label">{item.name}</Text>
          {item.imsOrgId ? <Text slot="description">{shorten(item.imsOrgId, 32)}</Text> : null}
        </ComboBoxItem>
      )}
    </ComboBox>
  );
}

function filterByName(choices: readonly NamedOrganization[], text: string): NamedOrganization[] {
  const wanted = text.trim().toLocaleLowerCase();
  return choices.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
}
