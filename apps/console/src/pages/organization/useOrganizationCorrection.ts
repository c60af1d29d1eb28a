/** Correcting an organization: what is typed, what of it differs, and saving only that. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type {
  OrganizationFactsFragment,
  UpdateOrganizationInput,
} from '../../generated/graphql.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { fieldMessage } from '../../apollo/userErrors.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import type { Draft, OrganizationDraft } from '../../features/organization/OrganizationFields.tsx';
import { UPDATE_ORGANIZATION } from './organizationDocuments.ts';

/** Whether the server lets one field change now. */
export interface Setting {
  field: string;
  editable: boolean;
  fixedBecause?: string | null;
}

const FIELDS = [
  'name',
  'imsOrgId',
  'cloud',
  'region',
  'shield',
  'ownsCja',
  'azureTenantId',
] as const satisfies readonly (keyof Draft)[];

const draftOf = ({
  name,
  imsOrgId,
  cloud,
  region,
  shield,
  ownsCja,
  azureTenantId,
}: OrganizationFactsFragment): Draft => ({
  ...{ name, imsOrgId, cloud, region, shield, ownsCja },
  azureTenantId: azureTenantId ?? '',
});

/** What differs from the organization as it is. An empty tenant removes it. */
function changesOf(
  draft: Draft,
  organization: OrganizationFactsFragment,
): Partial<UpdateOrganizationInput> {
  const before = draftOf(organization);
  const changed = FIELDS.filter((field) => draft[field] !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, draft[field]]));
}

export function useOrganizationCorrection(
  organization: OrganizationFactsFragment,
  settings: readonly Setting[],
  onDone: () => void,
) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => draftOf(organization));
  const mutation = useKeywayMutation(UPDATE_ORGANIZATION, {
    evicts: ['organizations'],
    onDone: () => {
      announce(intl.formatMessage({ id: 'organization.saved' }));
      onDone();
    },
  });
  const changes = changesOf(draft, organization);
  const fields: OrganizationDraft = {
    draft,
    change: (part) => {
      setDraft((old) => ({ ...old, ...part }));
      mutation.reset();
    },
    leave: () => undefined,
    errorOf: (field) => fieldMessage(mutation.errors, field),
    lacksShield: false,
    isShown: (field) => settings.some((setting) => setting.field === field && setting.editable),
  };
  const save = () => mutation.send({ organizationId: organization.id, ...changes });
  return { fields, save, mutation, hasChanges: Object.keys(changes).length > 0 };
}
