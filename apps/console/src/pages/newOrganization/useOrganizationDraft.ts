/** The draft of a new organization: its values and its problems. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { findFieldMessage, type UserError } from '../../apollo/userErrors.ts';
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

const EMPTY: Draft = {
  name: '',
  imsOrgId: '',
  cloud: 'AZURE',
  region: null,
  shield: null,
  ownsCja: false,
  azureTenantId: '',
};

interface Options {
  /** Why the server refused it. */
  errors: readonly UserError[];
  /** A credential of the tenant is entered too. */
  needsTenant: boolean;
  onChange: () => void;
}

export function useOrganizationDraft({ errors, needsTenant, onChange }: Options) {
  const intl = useIntl();
  const [draft, setDraft] = useState(EMPTY);
  const [touched, setTouched] = useState<ReadonlySet<keyof Draft>>(new Set());
  const problems: Record<TypedField, InputProblem | null> = {
    name: validateName(draft.name),
    imsOrgId: validateImsOrgId(draft.imsOrgId),
    azureTenantId: draft.cloud === 'AZURE' ? tenantProblem(draft.azureTenantId, needsTenant) : null,
  };
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    onChange();
  };
  /** What is empty of it; what was typed stays. */
  const fillEmpty = (part: Partial<Record<TypedField, string | null>>) =>
    change(
      Object.fromEntries(
        Object.entries(part).filter(([name, value]) => value && !draft[name as TypedField]),
      ),
    );
  // What is still empty is no mistake before the form is sent: the focus may only have passed by.
  const touch = (field: TypedField) => {
    if (draft[field] !== '') setTouched((old) => new Set([...old, field]));
  };
  const errorOf = (field: TypedField) => {
    const problem = touched.has(field) ? problems[field] : null;
    return problem
      ? intl.formatMessage({ id: `input.${problem}` })
      : findFieldMessage(errors, field);
  };
  /** What is sent; null, with its problems shown, where it can't be. */
  function validate() {
    setTouched(new Set(['name', 'imsOrgId', 'azureTenantId', 'region', 'shield']));
    if (problems.name || problems.imsOrgId || problems.azureTenantId) return null;
    const { azureTenantId, region, shield } = draft;
    if (!region || !shield) return null;
    return {
      ...draft,
      ...{ region, shield },
      name: draft.name.trim(),
      imsOrgId: draft.imsOrgId.trim(),
      azureTenantId: (draft.cloud === 'AZURE' && azureTenantId.trim()) || null,
    };
  }
  const fields: OrganizationDraft = {
    draft,
    change,
    touch,
    errorOf,
    lacks: (field) => touched.has(field) && !draft[field],
  };
  return { draft, fields, fillEmpty, validate, hasChanges: draft !== EMPTY };
}

const tenantProblem = (tenantId: string, isNeeded: boolean): InputProblem | null =>
  isNeeded && tenantId.trim() === '' ? 'required' : validateTenantId(tenantId);
