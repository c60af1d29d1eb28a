/** Correcting an organization: what is typed, what of it differs, and saving only that. */
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type {
  OrganizationFactsFragment,
  UpdateOrganizationInput,
} from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { refusalFor } from '../../ui/UserErrorsNotice.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import type { Draft, OrganizationDraft } from '../../features/organization/useOrganizationDraft.ts';
import { UPDATE_ORGANIZATION } from './organizationDocuments.ts';

/** The server's word on one field. */
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
  const { locale } = useAppLocale();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [draft, setDraft] = useState(() => draftOf(organization));
  const { submit, isPending, refusals, clear } = useRefusable(
    UPDATE_ORGANIZATION,
    (data) => data.updateOrganization.userErrors,
  );
  const changes = changesOf(draft, organization);
  const fields: OrganizationDraft = {
    draft,
    change: (part) => {
      setDraft((old) => ({ ...old, ...part }));
      clear();
    },
    leave: () => undefined,
    fault: (field) => refusalFor(refusals, field),
    lacksShield: false,
    isShown: (field) => settings.some((setting) => setting.field === field && setting.editable),
  };
  async function save() {
    const data = await submit({ input: { organizationId: organization.id, ...changes }, locale });
    if (!data) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
    announce(intl.formatMessage({ id: 'organization.saved' }));
    onDone();
  }
  const placed = ['name', 'imsOrgId', 'azureTenantId'];
  const unplaced = refusals.filter((one) => !placed.includes(one.field?.[0] ?? ''));
  return { fields, save, isPending, unplaced, hasChanges: Object.keys(changes).length > 0 };
}
