/** The correction of an organization: its values, what differs, and saving only that. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type {
  OrganizationFactsFragment,
  UpdateOrganizationInput,
} from '../../generated/graphql.ts';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { findFieldMessage } from '../../apollo/userErrors.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import type { Draft, OrganizationDraft } from '../../features/organization/OrganizationFields.tsx';
import { UPDATE_ORGANIZATION } from './organizationDocuments.ts';

/** Whether a field can change now. */
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

const toDraft = ({
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

/** The fields that differ from the stored organization. An empty tenant removes it. */
function findChanges(
  draft: Draft,
  organization: OrganizationFactsFragment,
): Partial<UpdateOrganizationInput> {
  const before = toDraft(organization);
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
  const [draft, setDraft] = useState(() => toDraft(organization));
  const mutation = useKeywayMutation(UPDATE_ORGANIZATION, {
    evicts: ['organizations'],
    onDone: () => {
      announce(intl.formatMessage({ id: 'organization.saved' }));
      onDone();
    },
  });
  const changes = findChanges(draft, organization);
  const fields: OrganizationDraft = {
    draft,
    change: (part) => {
      setDraft((old) => ({ ...old, ...part }));
      mutation.reset();
    },
    touch: () => undefined,
    errorOf: (field) => findFieldMessage(mutation.errors, field),
    lacks: () => false,
    isShown: (field) => settings.some((setting) => setting.field === field && setting.editable),
  };
  const save = () => mutation.send({ organizationId: organization.id, ...changes });
  return { fields, save, mutation, hasChanges: Object.keys(changes).length > 0 };
}
