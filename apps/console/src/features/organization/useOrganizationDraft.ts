/** What is typed about a new organization, what is wrong with it, and saving it. */
import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Cloud, Region, Shield } from '../../generated/enums.ts';
import { refusalFor } from '../../ui/UserErrorsNotice.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { CREATE_ORGANIZATION } from '../../pages/organizations/organizationDocuments.ts';
import { imsOrgIdProblem, nameProblem, tenantProblem } from './organizationInput.ts';
import type { InputProblem } from './organizationInput.ts';

export interface Draft {
  name: string;
  imsOrgId: string;
  cloud: Cloud;
  region: Region;
  shield: Shield | null;
  ownsCja: boolean;
  azureTenantId: string;
}

type Typed = 'name' | 'imsOrgId' | 'azureTenantId';

const EMPTY: Draft = {
  name: '',
  imsOrgId: '',
  cloud: 'AZURE',
  region: 'VA7',
  shield: null,
  ownsCja: false,
  azureTenantId: '',
};

/** What a field is told: its problem once it was left, or what the server refused it for. */
export interface OrganizationDraft {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Tells that the person is through with a field, whose problem is shown from then on. */
  leave: (field: keyof Draft) => void;
  fault: (field: Typed) => string | undefined;
  lacksShield: boolean;
  /** Left out: every field is shown. */
  isShown?: (field: keyof Draft) => boolean;
}

export function useOrganizationDraft() {
  const intl = useIntl();
  const [draft, setDraft] = useState(EMPTY);
  const [left, setLeft] = useState<ReadonlySet<keyof Draft>>(new Set());
  const { save, isPending, refusals, clear } = useSaving();
  const problems: Record<Typed, InputProblem | null> = {
    name: nameProblem(draft.name),
    imsOrgId: imsOrgIdProblem(draft.imsOrgId),
    azureTenantId: draft.cloud === 'AZURE' ? tenantProblem(draft.azureTenantId) : null,
  };
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    clear();
  };
  const leave = (field: keyof Draft) => setLeft((old) => new Set([...old, field]));
  const fault = (field: Typed) => {
    const problem = left.has(field) ? problems[field] : null;
    return problem ? intl.formatMessage({ id: `input.${problem}` }) : refusalFor(refusals, field);
  };
  async function submit() {
    setLeft(new Set(['name', 'imsOrgId', 'azureTenantId', 'shield']));
    if (problems.name || problems.imsOrgId || problems.azureTenantId || !draft.shield) return;
    await save({ ...draft, shield: draft.shield });
  }
  const unplaced = refusals.filter((one) => !(String(one.field?.[0]) in problems));
  const fields: OrganizationDraft = {
    draft,
    change,
    leave,
    fault,
    lacksShield: left.has('shield') && !draft.shield,
  };
  return { fields, submit, isPending, unplaced };
}

/** Saves, and leads to the new organization's page. */
function useSaving() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { submit, ...rest } = useRefusable(
    CREATE_ORGANIZATION,
    (data) => data.createOrganization.userErrors,
  );
  async function save({ azureTenantId, ...draft }: Draft & { shield: Shield }) {
    const tenant = draft.cloud === 'AZURE' ? azureTenantId.trim() : '';
    const data = await submit({
      input: {
        ...draft,
        name: draft.name.trim(),
        imsOrgId: draft.imsOrgId.trim(),
        azureTenantId: tenant || null,
      },
    });
    const made = data?.createOrganization.organization;
    if (!made) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
    void navigate({ to: '/organizations/$organizationId', params: { organizationId: made.id } });
  }
  return { save, ...rest };
}
