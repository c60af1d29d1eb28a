/** One organization by part of its name. The server searches, because there can be thousands. */
import { useQuery } from '@apollo/client/react';
import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2';
import type { ComboBoxProps } from '@react-spectrum/s2';
import { useState } from 'react';
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
  const [typed, setTyped] = useState<string>();
  // A value that changed from outside, or was chosen, replaces the text.
  const [shownId, setShownId] = useState(value?.id);
  if (value?.id !== shownId) {
    setShownId(value?.id);
    setTyped(undefined);
  }
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
      inputValue={typed ?? value?.name ?? ''}
      onInputChange={(text) => {
        setTyped(text);
        // A text that is no longer the name of what was chosen chooses nothing. The list also
        // writes the name of what it has just chosen.
        if (!value || text === value.name || items.some(({ name }) => name === text)) return;
        setShownId(undefined);
        onChange(null);
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        const chosen = items.find(({ id }) => id === key);
        if (!chosen || key === value?.id) return;
        setTyped(undefined);
        onChange({ id: chosen.id, name: chosen.name });
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
