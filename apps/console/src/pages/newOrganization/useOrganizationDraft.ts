/** The draft of a new organization: its values, its problems, and saving it. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { graphql } from '../../generated/gql.ts';
import { findFieldMessage } from '../../apollo/userErrors.ts';
import {
  validateImsOrgId,
  validateName,
  validateTenantId,
  type InputProblem,
} from '../../features/organization/organizationInput.ts';
import type {
  Draft,
  OrganizationDraft,
  TypedField,
} from '../../features/organization/OrganizationFields.tsx';

const CREATE_ORGANIZATION = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!, $locale: String!) {
    createOrganization(input: $input) {
      organization {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

const EMPTY: Draft = {
  name: '',
  imsOrgId: '',
  cloud: 'AZURE',
  region: null,
  shield: null,
  ownsCja: false,
  azureTenantId: '',
};

export function useOrganizationDraft() {
  const intl = useIntl();
  const [draft, setDraft] = useState(EMPTY);
  const [touched, setTouched] = useState<ReadonlySet<keyof Draft>>(new Set());
  const mutation = useCreateOrganization();
  const problems: Record<TypedField, InputProblem | null> = {
    name: validateName(draft.name),
    imsOrgId: validateImsOrgId(draft.imsOrgId),
    azureTenantId: draft.cloud === 'AZURE' ? validateTenantId(draft.azureTenantId) : null,
  };
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    mutation.reset();
  };
  // What is still empty is no mistake before the form is sent: the focus may only have passed by.
  const touch = (field: TypedField) => {
    if (draft[field] !== '') setTouched((old) => new Set([...old, field]));
  };
  const errorOf = (field: TypedField) => {
    const problem = touched.has(field) ? problems[field] : null;
    return problem
      ? intl.formatMessage({ id: `input.${problem}` })
      : findFieldMessage(mutation.errors, field);
  };
  function submit() {
    setTouched(new Set(['name', 'imsOrgId', 'azureTenantId', 'region', 'shield']));
    if (problems.name || problems.imsOrgId || problems.azureTenantId) return;
    const { azureTenantId, region, shield } = draft;
    if (!region || !shield) return;
    mutation.send({
      ...draft,
      ...{ region, shield },
      name: draft.name.trim(),
      imsOrgId: draft.imsOrgId.trim(),
      azureTenantId: (draft.cloud === 'AZURE' && azureTenantId.trim()) || null,
    });
  }
  const fields: OrganizationDraft = {
    draft,
    change,
    touch,
    errorOf,
    lacks: (field) => touched.has(field) && !draft[field],
  };
  return { fields, submit, mutation, hasChanges: draft !== EMPTY };
}

/** Opens the page of the new organization, with the forms of its connections. */
function useCreateOrganization() {
  const navigate = useNavigate();
  return useKeywayMutation(CREATE_ORGANIZATION, {
    evicts: ['organizations'],
    onDone: ({ organization }) => {
      if (!organization) return;
      const params = { organizationId: organization.id };
      // Everything is saved.
      const to = '/organizations/$organizationId';
      void navigate({ to, params, search: { connect: 'now' }, ignoreBlocker: true });
    },
  });
}
